import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markStale } from '../../server/actions/context.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { READ_THROUGH } from '../support/read-through.ts';

describe('the card under a story on a Mastodon-shaped server', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    const bob = mastodon.actor('bob');
    const there = await mastodon.search(`ruth@${pine.ctx.host}`);
    await mastodon.follow(bob, there);
    await eventually('the Accept', async () => mastodon.following.get(bob.uri)?.has(there.uri));
  });

  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  const arrived = (uri: string) => eventually('the story', async () => mastodon.statuses.get(uri));

  test('has title, gist, school and author, made from the page', async () => {
    const story = aStory({ title: 'Seven & a half "silent" seconds', lang: 'en' });
    const { uri, url } = await publish(pine.ctx, ruth, story);
    const status = await arrived(uri);
    expect(await mastodon.card(status)).toEqual({
      url,
      title: story.title,
      description: story.gist,
      siteName: 'Pine Hollow',
      image: null,
      language: 'en',
      publishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      author: `ruth@${pine.ctx.host}`,
    });
  });

  test('follows an edit, and is none when the story is taken back', async () => {
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'Before' }));
    const status = await arrived(uri);
    expect(await mastodon.card(status)).toMatchObject({ title: 'Before' });
    await editStory(pine.ctx, ruth, id, aStory({ title: 'After' }), '', READ_THROUGH);
    await eventually('the new card', async () => (await mastodon.card(status))?.title === 'After');
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    await eventually('no card', async () => (await mastodon.card(status)) === null);
  });

  test('names nobody who does not name the page’s host', async () => {
    const { uri } = await publish(pine.ctx, ruth, aStory());
    const status = await arrived(uri);
    const { db } = pine.ctx;
    await db.updateTable('actor').set({ attribution_domains: [] }).where('id', '=', ruth).execute();
    await markStale(db, `actor:${ruth}`);
    await eventually('no author', async () => (await mastodon.card(status))?.author === null);
  });

  test('is fetched without a signature, may be cached, and says what it is to machines', async () => {
    const { uri, url } = await publish(pine.ctx, ruth, aStory());
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toMatch(/public, max-age=[1-9]/);
    expect(page.headers.get('etag')).toBeTruthy();
    const html = await page.text();
    expect(html).toContain(`<link rel="alternate" type="application/activity+json" href="${uri}"`);
    expect(html).not.toContain('oembed');
  });

  test('a story for the district alone has none', async () => {
    const { url } = await publish(pine.ctx, ruth, aStory({ title: 'Among us', audience: 'district' }));
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect([page.status, (await page.text()).includes('Among us')]).toEqual([404, false]);
  });
});
