import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addresses, type PeerActor, Peer as Servers } from '../faults/support/peer.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';

const AWAY = '/things/';

describe('a server that keeps us waiting', () => {
  let known: KnownSender;
  let servers: Servers;
  let open: () => void = () => {};
  let asked: string[] = [];
  let count = 0;

  beforeAll(async () => {
    [known, servers] = await Promise.all([openKnownSender(), Servers.open(addresses(2))]);
  }, 60_000);
  afterEach(() => open());
  afterAll(async () => {
    await servers?.close();
    await known?.stop();
  });

  /** Nothing that is named by its address is answered until `open` is called. */
  function closeTheDoor(): void {
    asked = [];
    const opened = new Promise<void>((done) => {
      open = done;
    });
    servers.before = (_host, path) => {
      if (!path.startsWith(AWAY)) return null;
      asked.push(path);
      return opened;
    };
  }

  /** Five things that are only named; none of them is there. @returns the ids of the activities, in order */
  async function fiveNamed(by: PeerActor): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      count += 1;
      const id = `${by.uri}#create-${count}`;
      const object = `http://${by.host}${AWAY}${count}`;
      expect((await servers.send(by, known.inbox, { id, type: 'Create', object })).status).toBe(202);
      ids.push(id);
    }
    return ids;
  }

  const rowsOf = (by: PeerActor) =>
    known.pine.ctx.db
      .selectFrom('inbox_activity')
      .select(['uri', 'state', 'attempts', 'lease_until', 'finished_at'])
      .where('actor_uri', '=', by.uri)
      .where('type', '=', 'Create')
      .orderBy('id')
      .execute();

  test('delays nobody else’s, and nothing of its own overtakes what it said before', async () => {
    const stranger = servers.actor('stranger');
    closeTheDoor();
    const ids = await fiveNamed(stranger);
    const follow = { id: `${stranger.uri}#follow`, type: 'Follow', object: known.story.uri };
    await servers.send(stranger, known.inbox, follow);
    await eventually('the first question', async () => asked.length > 0);

    const note = known.aNote();
    expect(await known.status(known.creates(note))).toBe(202);
    await eventually(
      'the note of somebody who is followed',
      async () => (await known.holds(note.id)) === 1,
      5,
    );
    expect(asked).toHaveLength(1);
    expect((await rowsOf(stranger)).map(({ state }) => state)).toEqual(ids.map(() => 'waiting'));
    expect(await known.rows(follow.id)).toMatchObject([{ state: 'waiting' }]);

    open();
    await eventually('what came behind', async () => (await known.rows(follow.id))[0]?.state !== 'waiting');
    const rows = await rowsOf(stranger);
    expect(rows.map(({ uri, state }) => [uri, state])).toEqual(ids.map((id) => [id, 'dropped']));
  }, 30_000);

  test('is given some seconds; what it did not answer in time counts once, what waits behind that does not', async () => {
    const stranger = servers.actor('another', servers.hosts[1]);
    closeTheDoor();
    await fiveNamed(stranger);
    await eventually('the first question', async () => asked.length > 0);
    const rows = await eventually('it is put off', async () => {
      const found = await rowsOf(stranger);
      return found.every((one) => one.lease_until === null) && found[0]?.attempts === 1 && found;
    });
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['waiting', 1],
      ...Array.from({ length: 4 }, () => ['waiting', 0]),
    ]);
    expect(asked).toHaveLength(1);
  }, 30_000);
});
