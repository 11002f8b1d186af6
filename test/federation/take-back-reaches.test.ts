import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
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
});
