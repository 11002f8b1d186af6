import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockActor, unblockActor } from '../../server/actions/block-actor.ts';
import { actorUri } from '../../server/domain/addresses.ts';
import { followBetween } from '../../server/store/follows.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { misskeyFollow, misskeyUnfollow } from '../support/misskey-follow.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';

describe('whoever stops following and follows again', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let ruth: string;
  let ruthUri: string;

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    ruthUri = actorUri(pine.origin, ruth);
  });

  afterAll(async () => {
    await pine?.stop();
    await peer?.close();
  });

  const send = async (by: PeerActor, activity: Json) =>
    expect((await peer.send(by, `${pine.origin}/ap/inbox`, activity)).status).toBe(202);
  const follows = async (by: PeerActor) =>
    (await followBetween(pine.ctx.db, (await pine.ctx.lookup.actor(by.uri)).id, ruth))?.state === 'accepted';
  const becomes = (by: PeerActor, state: boolean) =>
    eventually(`follows: ${state}`, async () => (await follows(by)) === state);
  const answers = (type: string, by: PeerActor) =>
    peer.of(type).filter(({ object }) => object.actor === by.uri);

  test.each([
    ['with the same id every time, as Misskey does', 'mika', (follow: Json) => follow],
    ['with no id at all', 'noor', ({ id: _, ...follow }: Json) => follow],
  ])('%s', async (_how, name, shaped) => {
    const by = peer.actor(name);
    const follow = shaped(misskeyFollow(by, ruthUri));
    for (const time of [1, 2, 3]) {
      await send(by, follow);
      await becomes(by, true);
      await eventually('an Accept of its own', async () => answers('Accept', by).length === time);
      await send(by, misskeyUnfollow(by, follow));
      await becomes(by, false);
    }
    expect(new Set(answers('Accept', by).map(({ id }) => id)).size).toBe(3);
  });

  test.each([
    ['who was refused', 'lev', (follow: Json) => follow],
    ['who was refused, with no id', 'omar', ({ id: _, ...follow }: Json) => follow],
  ])('%s', async (_who, name, shaped) => {
    const by = peer.actor(name);
    const known = await pine.ctx.lookup.actor(by.uri);
    await blockActor(pine.ctx, ruth, known);
    const follow = shaped(misskeyFollow(by, ruthUri));
    await send(by, follow);
    await eventually('a Reject', async () => answers('Reject', by).length === 1);
    await unblockActor(pine.ctx, ruth, known.id);
    await send(by, misskeyUnfollow(by, follow));
    await eventually('the Undo is handled', async () => {
      const rows = await pine.ctx.db
        .selectFrom('inbox_activity')
        .select('state')
        .where('actor_uri', '=', by.uri)
        .execute();
      return rows.length > 0 && rows.every(({ state }) => state !== 'waiting');
    });
    await send(by, follow);
    await becomes(by, true);
  });

  test('the answers to two Follows whose ids end alike have ids of their own', async () => {
    const ids = [];
    for (const name of ['ana', 'ben']) {
      const by = peer.actor(name);
      const follow = { ...misskeyFollow(by, ruthUri), id: `${by.uri}/follows/${'0'.repeat(60)}` };
      await send(by, follow);
      ids.push((await eventually('an Accept', async () => answers('Accept', by)[0])).id);
    }
    expect(ids[0]).not.toBe(ids[1]);
  });
});
