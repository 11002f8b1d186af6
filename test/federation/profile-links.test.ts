import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markStale } from '../../server/actions/context.ts';
import { updateActor } from '../../server/store/actors.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { Mastodon } from '../support/mastodon.ts';
import { fetchResource } from '../support/mastodon-account.ts';
import { AP_ACCEPT, listenOnLoopback } from '../support/peer.ts';
import type { Json } from '../support/peer-actor.ts';

/** How Mastodon decides on the tick of a profile's link: verify_link_service.rb and account/field.rb, https apart. */
async function isVerified(value: string, profile: string): Promise<boolean> {
  const [, href, words] = /^<a [^>]*href="([^"]+)"[^>]*>([^<]*)<\/a>$/.exec(value) ?? [];
  if (!href || href !== words) return false;
  const page = await (await fetch(href, { headers: { accept: 'text/html' } })).text();
  return [...page.matchAll(/<(?:a|link)\s[^>]*>/g)].some(([tag]) => {
    const rel = /\srel="([^"]*)"/.exec(tag)?.[1]?.split(' ') ?? [];
    return rel.includes('me') && tag.includes(` href="${profile}"`);
  });
}

describe('links and subjects of a profile', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  const page = async (path: string) => (await fetch(`${pine.origin}${path}`)).text();
  const get = async (uri: string) => (await mastodon.get(uri, AP_ACCEPT)).json() as Promise<Json>;

  beforeAll(async () => {
    pine = await openDistrict();
    mastodon = new Mastodon(await listenOnLoopback());
    ruth = await aTeacher(pine.ctx, 'ruth');
  });
  afterAll(() => Promise.all([pine?.stop(), mastodon?.close()]));

  test('the district’s page vouches for its people, who link to it', async () => {
    const { fields, url } = await mastodon.search(`ruth@${pine.ctx.host}`);
    const district = fields.find(({ name }) => name === 'Pine Hollow');
    expect(await isVerified(district?.value ?? '', url)).toBe(true);
    // not for somebody who does not wish to be found there
    await updateActor(pine.ctx.db, ruth, { discoverable: false }, new Date());
    expect(await isVerified((district?.value ?? '').replaceAll('/district', '/district?2'), url)).toBe(false);
    await updateActor(pine.ctx.db, ruth, { discoverable: true }, new Date());
  });

  test('a teacher’s own link gets its tick where both sides say so, whatever form it was kept in', async () => {
    const mine = `${mastodon.origin}/ruth.html`;
    const others = `${mastodon.origin}/somebody.html`;
    const profile = `${pine.origin}/@ruth`;
    const back = {
      type: 'text/html',
      body: `<p><a class="x" rel="nofollow me" href="${profile}">Ruth</a></p>`,
    };
    mastodon.serve(mine, back);
    mastodon.serve(others, { type: 'text/html', body: `<a href="${profile}">Ruth</a>` });
    const fields = [
      { name: 'Blog', valueHtml: mine },
      { name: 'Anchor', valueHtml: `<a href="${mine}">my pages</a>` },
      { name: 'Not mine', valueHtml: others },
      { name: 'Words', valueHtml: 'no link' },
    ];
    await updateActor(pine.ctx.db, ruth, { fields }, new Date());
    await markStale(pine.ctx.db, `actor:${ruth}`);
    const attachment = await eventually('the new profile', async () => {
      const actor = await get(`${pine.origin}/ap/actors/${ruth}`);
      return actor.attachment.length > 4 && actor.attachment;
    });
    const verified: Record<string, boolean> = {};
    for (const { name, value } of attachment as Json[]) verified[name] = await isVerified(value, profile);
    expect(verified).toMatchObject({ Blog: true, Anchor: true, 'Not mine': false, Words: false });
    const shown = await page('/@ruth?anew');
    expect(shown).toContain(`<link rel="me" href="${mine}"/>`);
    expect(shown).toMatch(new RegExp(`<a [^>]*href="${mine}"[^>]*rel="[^"]*\\bme\\b`));
    await updateActor(pine.ctx.db, ruth, { fields: [] }, new Date());
  });

  test('featuredTags holds the subjects of public works as hashtags, each of which has a page', async () => {
    await publish(pine.ctx, ruth, aStory({ title: 'One', subjects: ['sciences', 'language-literacy'] }));
    await publish(pine.ctx, ruth, aStory({ title: 'Two', subjects: ['sciences'] }));
    await publish(pine.ctx, ruth, aStory({ title: 'Inside', subjects: ['music'], audience: 'district' }));
    const { featuredTags } = await get(`${pine.origin}/ap/actors/${ruth}`);
    const tags = await fetchResource(mastodon, featuredTags);
    expect(tags).toMatchObject({ id: featuredTags, type: 'Collection', totalItems: 2 });
    expect(tags.items).toEqual([
      { type: 'Hashtag', name: '#Sciences', href: `${pine.origin}/tags/sciences` },
      { type: 'Hashtag', name: '#LanguageLiteracy', href: `${pine.origin}/tags/languageliteracy` },
    ]);
    for (const { href } of tags.items) {
      const answer = await fetch(href);
      expect([answer.status, (await answer.text()).includes('/@ruth/one')]).toEqual([200, true]);
    }
    // the district's are those of all its people; the node itself has none
    const marcus = await aTeacher(pine.ctx, 'marcus');
    await publish(pine.ctx, marcus, aStory({ title: 'Three', subjects: ['mathematics'] }));
    const district = await get(`${pine.origin}/district`);
    const names = (await get(district.featuredTags)).items.map(({ name }: Json) => name);
    expect(names).toEqual(['#Sciences', '#LanguageLiteracy', '#Mathematics']);
    expect(await get(`${pine.origin}/ap/actor`)).not.toHaveProperty('featuredTags');
    expect((await mastodon.get(`${pine.origin}/ap/actor/featuredTags`)).status).toBe(404);
  });
});
