import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackReply, writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { threadReplies } from '../../server/reads/thread-replies.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import * as mastodonSends from '../support/mastodon-people.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';

describe('people on a Mastodon-shaped server', () => {
  let pine: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  let ruthThere: Account;
  let bob: PeerActor;
  let story: { id: string; uri: string; url: string };

  beforeAll(async () => {
    [pine, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    bob = mastodon.actor('bob');
    ruthThere = await mastodon.search(`ruth@${pine.ctx.host}`);
  });

  beforeEach(async () => {
    story = await publish(pine.ctx, ruth, aStory());
  });

  afterAll(async () => {
    await pine?.stop();
    await mastodon?.close();
  });

  const send = async (activity: Json, by = bob) => {
    const answer = await mastodon.send(by, ruthThere.inbox, activity);
    expect(answer.status).toBe(202);
  };
  const thread = () => ({ uri: story.uri, authorId: ruth, host: null });
  const asRuth = () =>
    threadReplies(pine.ctx.db, { kind: 'member', actorId: ruth, role: 'member' }, thread());
  const asAnybody = () => threadReplies(pine.ctx.db, { kind: 'anonymous' }, thread());
  const listed = async (collection: string) => {
    const json = (await (await mastodon.get(collection)).json()) as Json;
    return json.first?.items ?? json.orderedItems;
  };
  const held = () => eventually('the reply waits', async () => (await asRuth()).held[0]?.reply);
  /** Bob's note, sent, and shown by Ruth where it was held. */
  const shown = async (uri: string, text: string) => {
    const note = mastodonSends.aReply(mastodon, bob, { account: ruthThere, uri }, text);
    await send(mastodonSends.create(note));
    await eventually('the reply', async () => {
      const { held: waiting, replies } = await asRuth();
      const [first] = waiting;
      if (first) await decideReply(pine.ctx, ruth, first.reply.id, 'show');
      return replies.some((card) => card.reply.uri === note.id);
    });
    return note;
  };
  /** who liked and boosted the story */
  const appreciations = async () =>
    pine.ctx.db
      .selectFrom('appreciation')
      .innerJoin('actor', 'actor.id', 'appreciation.actor_id')
      .select(['appreciation.kind', 'actor.uri as by'])
      .where('object_uri', '=', story.uri)
      .orderBy('kind')
      .execute();

  test('a reply waits for the author and appears when she shows it', async () => {
    const note = mastodonSends.aReply(mastodon, bob, { account: ruthThere, uri: story.uri }, 'And then?');
    await send(mastodonSends.create(note));
    const reply = await held();
    expect(reply).toMatchObject({ uri: note.id, url: note.url, inReplyTo: story.uri, lang: 'en' });
    expect(reply.html).toContain('And then?');
    expect((await asAnybody()).replies).toEqual([]);
    expect(await listed(`${story.uri}/replies`)).toEqual([]);
    await decideReply(pine.ctx, ruth, reply.id, 'show');
    const { replies } = await asAnybody();
    expect(replies.map((card) => [card.reply.uri, card.author.handle])).toEqual([[note.id, 'bob']]);
    await eventually('the collection', async () => (await listed(`${story.uri}/replies`))[0] === note.id);
    expect(await listed(`${story.uri}/context`)).toEqual([story.uri, note.id]);
    const object = (await (await mastodon.get(story.uri)).json()) as Json;
    expect(object.replies.first.items).toEqual([note.id]);
  });

  test('somebody whose reply was shown before is not held again', async () => {
    await shown(story.uri, 'The first time.');
    story = await publish(pine.ctx, ruth);
    const note = mastodonSends.aReply(mastodon, bob, { account: ruthThere, uri: story.uri }, 'Me again.');
    await send(mastodonSends.create(note));
    const [card] = await eventually('the reply', async () => {
      const { replies } = await asAnybody();
      return replies.length > 0 && replies;
    });
    expect(card?.reply.uri).toBe(note.id);
  });

  test('an edit and a Delete of a reply are followed; an older edit is not', async () => {
    const note = await shown(story.uri, 'Wrong');
    const edit = mastodonSends.edit(note, '<p>Right</p>');
    await send(edit);
    await eventually('the edit', async () => (await asAnybody()).replies[0]?.reply.html === '<p>Right</p>');
    const older = mastodonSends.edit(note, '<p>Late</p>');
    older.object.updated = edit.object.updated;
    await send({ ...older, id: `${older.id}-late` });
    await send(mastodonSends.remove(note));
    await eventually('the Delete', async () => (await asAnybody()).replies.length === 0);
    const rows = await pine.ctx.db
      .selectFrom('reply')
      .select(['html', 'raw', 'state'])
      .where('uri', '=', note.id)
      .execute();
    expect(rows).toEqual([{ html: '', raw: null, state: 'removed' }]);
    const outcomes = await pine.ctx.db
      .selectFrom('inbox_activity')
      .select('outcome')
      .where('uri', '=', `${older.id}-late`)
      .execute();
    expect(outcomes).toEqual([{ outcome: 'older' }]);
    // a Create that comes late does not bring it back
    await send({ ...mastodonSends.create(note), id: `${note.id}/activity-again` });
    await send(mastodonSends.like(bob, story.uri));
    await eventually('what was sent after it', async () => (await appreciations()).length === 1);
    expect((await asAnybody()).replies).toEqual([]);
  });

  test('a Like and a boost are kept for the author alone, and can be taken back', async () => {
    const like = mastodonSends.like(bob, story.uri);
    const boost = mastodonSends.boost(bob, story.uri, ruthThere.uri);
    await send(like);
    await send(boost);
    await eventually('both', async () => (await appreciations()).length === 2);
    expect(await appreciations()).toEqual([
      { kind: 'announce', by: bob.uri },
      { kind: 'like', by: bob.uri },
    ]);
    const object = (await (await mastodon.get(story.uri)).json()) as Json;
    expect(object).not.toHaveProperty('likes');
    expect(object).not.toHaveProperty('shares');
    await send(mastodonSends.undo(like));
    await eventually('one is left', async () => (await appreciations()).length === 1);
    await send(mastodonSends.undo(boost));
    await eventually('none is left', async () => (await appreciations()).length === 0);
  });

  test('somebody else’s Undo takes nothing back', async () => {
    const eve = mastodon.actor('eve');
    const like = mastodonSends.like(bob, story.uri);
    await send(like);
    await send(mastodonSends.like(eve, story.uri), eve);
    await eventually('both Likes', async () => (await appreciations()).length === 2);
    // not Bob's, and not her own either: what it names is not hers
    await send({ ...mastodonSends.undo(like), id: `${eve.uri}#undo`, actor: eve.uri }, eve);
    await send(mastodonSends.boost(eve, story.uri, ruthThere.uri), eve);
    await eventually('what she sent after it', async () => (await appreciations()).length === 3);
  });

  test('an answer of the author reaches the one who asked, and its take-back as well', async () => {
    const note = await shown(story.uri, 'How long?');
    const { id, uri } = await writeReply(pine.ctx, ruth, note.id, { text: 'Two *weeks*.', lang: 'en' });
    const status = await eventually('the answer', async () => mastodon.statuses.get(uri));
    expect(status.lines).toEqual(['@bob', 'Two weeks.']);
    expect(status).toMatchObject({
      inReplyTo: note.id,
      mentions: [bob.uri],
      visibility: 'public',
      language: 'en',
    });
    expect(status.html).toContain('<em>weeks</em>');
    await takeBackReply(pine.ctx, ruth, id);
    await eventually('the Delete', async () => mastodon.tombstones.has(uri));
    expect((await mastodon.get(uri)).status).toBe(410);
  });

  test('an answer to an answer finds its thread', async () => {
    const { uri } = await writeReply(pine.ctx, ruth, story.uri, { text: 'Ask me.', lang: 'en' });
    expect(await listed(`${uri}/replies`)).toEqual([]);
    expect(await listed(`${story.uri}/context`)).toEqual([story.uri, uri]);
    const note = await shown(uri, 'I ask.');
    await eventually('the collection', async () => (await listed(`${uri}/replies`))[0] === note.id);
    expect(await listed(`${story.uri}/context`)).toEqual([story.uri, uri, note.id]);
  });

  test('a try of something there reads as a reply with everything in words', async () => {
    const note = mastodonSends.aReply(mastodon, bob, { account: ruthThere, uri: story.uri }, 'Do try.');
    const article = {
      ...note,
      id: `${bob.uri}/articles/1`,
      type: 'Article',
      name: 'Think, pair, share',
      inReplyTo: null,
    };
    mastodon.serve(article.id, { '@context': 'https://www.w3.org/ns/activitystreams', ...article });
    const found = await pine.ctx.lookup.object(article.id);
    const { uri } = await reportTry(
      pine.ctx,
      ruth,
      found.uri,
      tryInput.parse({
        changed: 'Threes.',
        happened: 'They talked & listened.',
        verdict: 'partly',
        lang: 'en',
      }),
    );
    const status = await eventually('the try', async () => mastodon.statuses.get(uri));
    expect(status).toMatchObject({ inReplyTo: article.id, mentions: [bob.uri], spoiler: '' });
    const text = status.lines.join('\n');
    for (const words of ['Think, pair, share', 'Threes.', 'They talked & listened.'])
      expect(text).toContain(words);
  });

  test('every signature was believed, on both sides', async () => {
    expect(mastodon.refused).toEqual([]);
  });
});
