import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { noteObjectReader } from '../../server/actions/note-host.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { takeEventLock } from '../../server/store/events.ts';
import { readerInboxes } from '../../server/store/hosts.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';

describe('a take-back reaches a server where nobody follows the author', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let ruth: string;

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), peer?.close()]);
  });

  test.each(['id', 'page'] as const)('when it fetched the story by the address of its %s', async (by) => {
    const { id, uri, url } = await publish(pine.ctx, ruth, aStory());
    expect((await peer.get(by === 'id' ? uri : url)).status).toBe(200);
    await eventually('the reader is noted', async () => (await readerInboxes(pine.ctx.db, uri)).length > 0);
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    const taken = () => peer.of('Delete').find(({ object }) => object.id === uri);
    expect(await eventually('the take-back', async () => taken())).toMatchObject({
      actor: `${pine.origin}/ap/actors/${ruth}`,
    });
  });

  const isNoted = (uri: string) => async () => (await readerInboxes(pine.ctx.db, uri)).length > 0;
  const deleteOf = (uri: string) => async () => peer.of('Delete').find(({ object }) => object.id === uri);

  test('when it fetched the story before anything was made of it', async () => {
    // whoever holds this lock makes the activities: until it is given back nobody does
    const held = await pine.ctx.db.startTransaction().execute();
    await eventually('nobody makes any', () => takeEventLock(held));
    const { id, uri } = await publish(pine.ctx, ruth, aStory());
    expect((await peer.get(uri)).status).toBe(200);
    await eventually('the reader is noted', isNoted(uri));
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    await held.rollback().execute();
    expect(await eventually('the take-back', deleteOf(uri))).toBeDefined();
    expect(peer.of('Create').filter(({ object }) => object.id === uri)).toEqual([]);
  });

  test('when the fetch is written down after the take-back was sent', async () => {
    const { uri: other } = await publish(pine.ctx, ruth, aStory({ title: 'Another one' }));
    expect((await peer.get(other)).status).toBe(200);
    await eventually('the server is known', isNoted(other));
    const { id, uri } = await publish(pine.ctx, ruth, aStory({ title: 'Soon gone' }));
    await takeBackWork(pine.ctx, ruth, id, 'mistake');
    await eventually('the take-back is made', () =>
      pine.ctx.db
        .selectFrom('outgoing_activity')
        .select('id')
        .where('object_uri', '=', uri)
        .where('type', '=', 'Delete')
        .executeTakeFirst(),
    );
    await noteObjectReader(pine.ctx, uri, peer.host, peer.instance.uri);
    expect(await eventually('the take-back', deleteOf(uri))).toBeDefined();
  });

  test('not when there was nothing to fetch: it is not told that there was something', async () => {
    const inside = await publish(pine.ctx, ruth, aStory({ title: 'Inside', audience: 'district' }));
    const open = await publish(pine.ctx, ruth, aStory({ title: 'Outside' }));
    expect((await peer.get(inside.uri)).status).toBe(404);
    expect((await peer.get(open.uri)).status).toBe(200);
    await eventually('the reader is noted', isNoted(open.uri));
    expect(await readerInboxes(pine.ctx.db, inside.uri)).toEqual([]);
  });
});
