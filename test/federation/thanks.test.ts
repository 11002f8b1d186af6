import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sayThanks } from '../../server/actions/say-thanks.ts';
import { takeBackReply } from '../../server/actions/write-reply.ts';
import { replyByUri } from '../../server/store/replies.ts';
import { isTakenBack } from '../../server/store/tombstones.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Json } from '../support/peer-actor.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const WORDS = 'Odotan nyt, ja hiljaiset puhuvat.';

describe('a thank-you to a colleague in another district', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  let marja: string;
  let author: Visitor;
  let story: { uri: string; url: string };
  let thanks: { id: string; uri: string };

  beforeAll(async () => {
    [pine, koivu, mastodon] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    [ruth, marja] = [await aTeacher(pine.ctx, 'ruth'), await aTeacher(koivu.ctx, 'marja')];
    author = await signedIn(pine.origin, 'ruth');
    const sam = mastodon.actor('sam');
    const account = await mastodon.search(`marja@${koivu.ctx.host}`);
    await mastodon.follow(sam, account);
    await eventually('Sam follows Marja', async () => mastodon.following.get(sam.uri)?.has(account.uri));
    story = await publish(pine.ctx, ruth, aStory({ title: 'Thanked from afar' }));
    await koivu.ctx.lookup.object(story.uri);
  });
  afterAll(() => Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close()]));

  test('is said on the page of the story as it is known here', async () => {
    const here = await workByUri(koivu.ctx.db, story.uri);
    const visitor = await signedIn(koivu.origin, 'marja');
    const page = `/r/${here?.id}`;
    expect((await visitor.get(page)).text).toContain(`/thanks?of=${encodeURIComponent(story.uri)}`);
    const sent = await visitor.post('/thanks', {
      of: story.uri,
      what: 'changed-how-i-teach',
      text: WORDS,
      lang: 'fi',
    });
    expect(sent.location).toContain(`${page}#reply-`);
    const id = sent.location.split('#reply-')[1] ?? '';
    thanks = { id, uri: `${koivu.origin}/ap/objects/${id}` };
    expect((await visitor.get(page)).text).toContain('Thank you · It changed how I teach');
  });

  test('reaches the author as what it is: waits, since nobody there knows her, and is in the author’s own list', async () => {
    const there = await eventually('the thank-you', () => replyByUri(pine.ctx.db, thanks.uri));
    expect(there).toMatchObject({ state: 'held', thanks: 'changed-how-i-teach', rootUri: story.uri });
    const list = (await author.get('/thanks/received')).text;
    for (const words of [WORDS, 'Thank you · It changed how I teach', 'Thanked from afar'])
      expect(list).toContain(words);
    // what for is said once, in the language of the page
    expect(list).not.toContain('Kiitos');
    expect((await author.get('/notifications')).text).toContain('says thank you');
    await author.post(`/replies/${there.id}/show`);
    expect((await author.get(new URL(story.url).pathname)).text).toContain(WORDS);
  });

  test('can be read at Mastodon, what for included, and mentions whom it thanks', async () => {
    const status = await eventually('the post at M', async () => mastodon.statuses.get(thanks.uri));
    expect(status.lines.join(' ')).toContain(`Kiitos – tämä muutti tapaani opettaa. ${WORDS}`);
    const sent = mastodon.of('Create').find(({ object }: Json) => object.id === thanks.uri)?.object;
    expect(sent).toMatchObject({
      type: 'Note',
      inReplyTo: story.uri,
      'tp:kind': 'thanks',
      'tp:reason': 'changed-how-i-teach',
      contentMap: { fi: expect.stringContaining(WORDS) },
      tag: [{ type: 'Mention', name: `@ruth@${pine.ctx.host}` }],
    });
  });

  test('is gone everywhere when it is taken back', async () => {
    await takeBackReply(koivu.ctx, marja, thanks.id);
    await eventually(
      'it is gone at Pine Hollow',
      async () => (await replyByUri(pine.ctx.db, thanks.uri))?.state === 'removed',
    );
    await eventually('it is gone at M', async () => mastodon.tombstones.has(thanks.uri));
    expect((await author.get('/thanks/received')).text).not.toContain(WORDS);
    expect(await isTakenBack(pine.ctx.db, thanks.uri, `${koivu.origin}/ap/actors/${marja}`)).toBe(true);
  });

  test('that nobody but the author sees here is not sent anywhere', async () => {
    const anna = await aTeacher(koivu.ctx, 'anna');
    const quiet = await publish(koivu.ctx, anna, aStory({ title: 'Quiet', replyPolicy: 'nobody' }));
    const said = await sayThanks(koivu.ctx, marja, quiet.uri, {
      what: 'made-me-think',
      text: 'I am still thinking about it.',
      lang: 'en',
    });
    const open = await publish(koivu.ctx, anna, aStory({ title: 'Open' }));
    const other = await sayThanks(koivu.ctx, marja, open.uri, {
      what: 'made-me-think',
      text: 'And about this one as well.',
      lang: 'en',
    });
    await eventually('the other one at M', async () => mastodon.statuses.has(other.uri));
    expect(mastodon.seen.map(({ body }) => body).join('\n')).not.toContain(said.uri);
    expect((await mastodon.get(said.uri)).status).toBe(404);
    expect(await (await mastodon.get(`${quiet.uri}/replies`)).text()).not.toContain(said.uri);
  });
});
