import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addresses, Peer as Servers } from '../faults/support/peer.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';

const STORIES = 20;
const SLOW = 3;
const SLOW_MS = 1_000;

describe('more slow servers than there are places for delivery', () => {
  let pine: TestDistrict;
  let servers: Servers;
  let ruth: string;

  beforeAll(async () => {
    const places = { places: 2, forSlow: 1, turnMs: 500, slowMs: SLOW_MS / 2 };
    [pine, servers] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow', { places }),
      Servers.open(addresses(SLOW + 1)),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    const inbox = `${pine.origin}/ap/inbox`;
    for (const host of servers.hosts)
      await servers.follow(servers.actor('follower', host), inbox, `${pine.origin}/ap/actors/${ruth}`);
  }, 60_000);
  afterAll(async () => {
    await pine?.stop();
    await servers?.close();
  });

  test('a quick one has everything while most of theirs still waits, and each of them has its turn', async () => {
    const quick = servers.hosts[SLOW] as string;
    servers.answer = ({ host }) => ({ status: 202, afterMs: host === quick ? 0 : SLOW_MS });
    const mark = servers.arrivals.length;
    for (let n = 0; n < STORIES; n += 1) await publish(pine.ctx, ruth, aStory({ title: `Story ${n}` }));
    const came = (host: string) =>
      servers.arrivals.slice(mark).filter((one) => one.type === 'Create' && one.host === host).length;
    await eventually('everything at the quick one', async () => came(quick) === STORIES, 60);
    const slow = servers.hosts.slice(0, SLOW);
    const atSlow = slow.reduce((sum, host) => sum + came(host), 0);
    expect(atSlow).toBeLessThan(STORIES);
    await eventually('a turn for each', async () => slow.every((host) => came(host) > 0), 30);
    expect(slow.every((host) => came(host) < STORIES)).toBe(true);
  }, 90_000);
});
