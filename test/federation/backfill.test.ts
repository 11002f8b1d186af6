import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { followBetween } from '../../server/store/follows.ts';
import { replyByUri } from '../../server/store/replies.ts';
import { workByUri } from '../../server/store/works.ts';
import { backfillOf, readToTheEnd } from '../support/backfills.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import * as mastodonSends from '../support/mastodon-people.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const tried = (changed: string) =>
  tryInput.parse({ changed, happened: 'They spoke.', verdict: 'worked', lang: 'en' });

describe('what was answered at other servers', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let bob: PeerActor;
  let ruth: string;
  let marcus: string;
  let marja: Visitor;
  let story: { uri: string };
  /** the story’s page at Koivuranta */
  let page: string;

  /** Bob answers something at Pine Hollow, and Ruth shows it there. */
  const bobSays = async (to: string, text: string): Promise<Json> => {
    const account = await mastodon.search(`ruth@${pine.ctx.host}`);
    const note = mastodonSends.aReply(mastodon, bob, { account, uri: to }, text);
    await mastodon.send(bob, `${pine.origin}/ap/inbox`, mastodonSends.create(note));
    const reply = await eventually('the reply', () => replyByUri(pine.ctx.db, note.id));
    if (reply.state === 'held') await decideReply(pine.ctx, ruth, reply.id, 'show');
    return note;
  };

  beforeAll(async () => {
    [pine, koivu, mastodon] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    bob = mastodon.actor('bob');
    [ruth, marcus] = await Promise.all([aTeacher(pine.ctx, 'ruth'), aTeacher(pine.ctx, 'marcus')]);
    const id = await aTeacher(koivu.ctx, 'marja');
    marja = await signedIn(koivu.origin, 'marja');
    const found = await koivu.ctx.lookup.actor(`@ruth@${pine.ctx.host}`);
    await followActor(koivu.ctx, id, found);
    await eventually(
      'the follow is accepted',
      async () => (await followBetween(koivu.ctx.db, id, found.id))?.state === 'accepted',
    );
    story = await publish(pine.ctx, ruth, aStory({ title: 'Much talked about' }));
    const there = await eventually('the story', () => workByUri(koivu.ctx.db, story.uri));
    page = `/r/${there.id}`;
  });
  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close()]);
  });

  test('is asked for a while after a story has come, not at once', async () => {
    const waiting = await backfillOf(koivu.ctx, story.uri);
    const minutes = ((waiting?.due_at?.getTime() ?? 0) - Date.now()) / 60_000;
    expect([waiting?.whole, minutes > 3 && minutes < 6]).toEqual([true, true]);
    expect(await backfillOf(pine.ctx, story.uri)).toBeNull();
  });

  test('stands under the story as soon as somebody opens it: from every server, as it is shown there', async () => {
    const fromBob = await bobSays(story.uri, 'And the slow ones?');
    const answer = await writeReply(pine.ctx, ruth, fromBob.id, { text: 'They draw first.', lang: 'en' });
    const again = await bobSays(answer.uri, 'Drawing helps mine too.');
    await reportTry(pine.ctx, marcus, story.uri, tried('We sang instead.'));
    // waits for Ruth, so nobody else sees it, there or here
    const eve = mastodon.actor('eve');
    const account = await mastodon.search(`ruth@${pine.ctx.host}`);
    const waits = mastodonSends.aReply(mastodon, eve, { account, uri: story.uri }, 'Buy my book.');
    await mastodon.send(eve, `${pine.origin}/ap/inbox`, mastodonSends.create(waits));
    await eventually('what waits', () => replyByUri(pine.ctx.db, waits.id));

    expect((await marja.get(page)).text).not.toContain('And the slow ones?');
    const outcome = await readToTheEnd(koivu.ctx, story.uri);
    expect(outcome).toMatch(/^4 new, \d+ requests$/);
    const { text } = await marja.get(page);
    for (const words of [
      'And the slow ones?',
      'They draw first.',
      'Drawing helps mine too.',
      'We sang instead.',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Buy my book.');
    // Bob’s words came from Bob’s own server
    for (const { id } of [fromBob, again]) expect(mastodon.requests).toContain(`GET ${new URL(id).pathname}`);
    expect(await replyByUri(koivu.ctx.db, waits.id)).toBeNull();
  });

  test('is not asked for again for some hours, however often it is opened', async () => {
    const before = await backfillOf(koivu.ctx, story.uri);
    await bobSays(story.uri, 'One more question.');
    for (let n = 0; n < 3; n += 1) await marja.get(page);
    expect(await backfillOf(koivu.ctx, story.uri)).toEqual(before);
    await koivu.ctx.db
      .updateTable('backfill')
      .set({ read_at: new Date(Date.now() - 7 * 3_600_000) })
      .execute();
    await marja.get(page);
    expect(await readToTheEnd(koivu.ctx, story.uri)).toMatch(/^1 new/);
    expect((await marja.get(page)).text).toContain('One more question.');
  });

  test('is asked for when somebody here answers', async () => {
    const other = await publish(pine.ctx, ruth, aStory({ title: 'Answered from afar' }));
    await writeReply(pine.ctx, marcus, other.uri, { text: 'I was first.', lang: 'en' });
    await eventually('the story', () => workByUri(koivu.ctx.db, other.uri));
    const found = await koivu.ctx.db.selectFrom('person').select('actor_id').executeTakeFirstOrThrow();
    await writeReply(koivu.ctx, found.actor_id, other.uri, { text: 'And I second.', lang: 'en' });
    expect(await readToTheEnd(koivu.ctx, other.uri)).toMatch(/^1 new/);
  });

  test('includes what was said below a word under a story of ours', async () => {
    const own = await publish(pine.ctx, ruth, aStory({ title: 'Ours' }));
    const fromBob = await bobSays(own.uri, 'I wonder.');
    const carol = mastodon.actor('carol');
    const account = { url: bob.uri, username: 'bob', domain: mastodon.host } as never;
    const unsent = mastodonSends.aReply(mastodon, carol, { account, uri: fromBob.id }, 'So do I.');
    mastodon.serve(fromBob.replies.id, {
      '@context': 'https://www.w3.org/ns/activitystreams',
      ...fromBob.replies,
      first: { ...fromBob.replies.first, items: [unsent.id], next: undefined },
    });
    await (await signedIn(pine.origin, 'marcus')).get(new URL(own.url).pathname);
    expect(await readToTheEnd(pine.ctx, own.uri)).toMatch(/^1 new/);
    // whoever lists it: under a story of ours its author decides
    expect(await replyByUri(pine.ctx.db, unsent.id)).toMatchObject({ state: 'held', rootUri: own.uri });
  });

  test('is gone when it is gone there', async () => {
    const { id } = await eventually('the story', () => workByUri(koivu.ctx.db, story.uri));
    await pine.ctx.db.updateTable('work').set({ state: 'purged' }).where('uri', '=', story.uri).execute();
    await pine.ctx.db
      .insertInto('tombstone')
      .values({ uri: story.uri, actor_uri: null, was: 'practice-story', url: null })
      .execute();
    await koivu.ctx.db
      .updateTable('backfill')
      .set({ read_at: new Date(Date.now() - 7 * 3_600_000) })
      .execute();
    await marja.get(page);
    await readToTheEnd(koivu.ctx, story.uri);
    expect(await workByUri(koivu.ctx.db, story.uri)).toMatchObject({ id, state: 'purged', html: '' });
    expect((await marja.get(page)).status).toBe(410);
  });
});
