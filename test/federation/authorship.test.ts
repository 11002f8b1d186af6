import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';

const LATER = '2026-11-21T12:00:00Z';

describe('what somebody wrote stays theirs', () => {
  let known: KnownSender;
  /** has an account on the same server as Bob, and is followed here as he is */
  let eve: PeerActor;

  beforeAll(async () => {
    known = await openKnownSender();
    eve = known.peer.actor('eve');
    await followActor(known.pine.ctx, known.ruth, await known.pine.ctx.lookup.actor(eve.uri));
  });

  afterAll(() => known?.stop());

  const row = (table: 'work' | 'adaptation', uri: string) =>
    known.pine.ctx.db
      .selectFrom(table)
      .innerJoin('actor', 'actor.id', `${table}.author_id`)
      .select('actor.uri as author')
      .selectAll(table)
      .where(`${table}.uri`, '=', uri)
      .executeTakeFirstOrThrow();

  const shapes: [string, 'work' | 'adaptation', () => Json][] = [
    ['an article', 'work', () => known.aNote({ type: 'Article', name: 'On waiting' })],
    [
      'a story in our terms',
      'work',
      () => known.aNote({ type: 'Article', name: 'On waiting', 'tp:kind': 'story', 'tp:version': 1 }),
    ],
    [
      'a try',
      'adaptation',
      () =>
        known.aNote({
          inReplyTo: known.story.uri,
          isBasedOn: known.story.uri,
          'tp:kind': 'adaptation',
          'tp:version': 1,
          'tp:happened': 'They spoke.',
          'tp:verdict': 'worked',
        }),
    ],
  ];

  test.each(shapes)('%s of one is never another’s on the same server', async (_what, table, made) => {
    const { creates, activity, done } = known;
    const object = made();
    expect(await done(creates(object))).toBe('stored');
    const before = await row(table, object.id);
    expect(before.author).toBe(known.bob.uri);
    const words = { content: '<p>Mine now</p>', name: 'Mine now', 'tp:happened': 'Mine now' };
    const claimed = { ...object, ...words, attributedTo: eve.uri, updated: LATER, 'tp:version': 2 };
    for (const type of ['Update', 'Create'])
      expect([type, await done(activity(type, claimed, eve), eve)]).toEqual([type, 'not-theirs']);
    expect(await row(table, object.id)).toEqual(before);
    expect(await done(activity('Update', { ...claimed, attributedTo: known.bob.uri }))).toBe('updated');
  });
});
