import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { type Arrival, addresses, type PeerAnswer, Peer as Servers } from '../faults/support/peer.ts';
import { shift, toNextAttempt, travel } from '../faults/support/travel.ts';
import { faultOf, type ReceivedRequest } from '../support/cavage.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { AS } from '../support/peer-actor.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn } from '../support/visitor.ts';

const isCreateOf = (one: Arrival, uri: string): boolean => one.type === 'Create' && one.object === uri;
const DAY = 86_400;
const WEEK = 7 * DAY;

/** Answers that may pass, with the seconds until the node comes again. */
const PASSING: [name: string, answer: PeerAnswer, seconds: number, requests: number][] = [
  ['500', { status: 500 }, 30, 1],
  ['503', { status: 503 }, 30, 1],
  ['408', { status: 408 }, 30, 1],
  // knocked at a second time with the other kind of signature
  ['401', { status: 401 }, 30, 2],
  ['429', { status: 429 }, 30, 1],
  ['429 with Retry-After', { status: 429, headers: { 'retry-after': '400' } }, 400, 1],
  ['503 with Retry-After', { status: 503, headers: { 'retry-after': '7200' } }, 7_200, 1],
  ['a cut connection', 'cut', 30, 1],
  ['silence', 'silence', 30, 1],
];
const FINAL = [400, 403, 404, 405, 410, 413, 422, 501, 301, 302];

describe('what could not be delivered', () => {
  /** how far the clock of the node is moved on, in seconds; the rows of its queue become older with it */
  let moved = 0;
  let pine: TestDistrict;
  let peer: Peer;
  let servers: Servers;
  let ruth: string;
  let tom: string;
  const now = () => new Date(Date.now() + moved * 1000);

  beforeAll(async () => {
    const clock = { now };
    [pine, peer, servers] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow', { clock, net: { limits: { headersMs: 1_500 } } }),
      openPeer(),
      Servers.open(addresses(PASSING.length + FINAL.length + 1)),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    tom = await aTeacher(pine.ctx, 'tom');
    // as long as the clock is right
    const bob = peer.actor('bob');
    const follow = { type: 'Follow', actor: bob.uri, object: uriOf(ruth) };
    await peer.send(bob, inbox(), { '@context': AS, id: `${bob.uri}#follow`, ...follow });
    await eventually('the yes', async () => peer.of('Accept')[0]);
    const follows = (name: string, host: string, whom: string, own = false) =>
      servers.follow(servers.actor(name, host, own), inbox(), uriOf(whom));
    await Promise.all([
      ...passing().flatMap((host) => [follows('one', host, ruth), follows('two', host, ruth)]),
      ...final().map((host) => follows('three', host, tom)),
      follows('deaf', half(), ruth),
      follows('other', half(), tom, true),
    ]);
  }, 60_000);
  afterAll(async () => {
    await pine?.stop();
    await peer?.close();
    await servers?.close();
  });

  const passing = () => servers.hosts.slice(0, PASSING.length);
  const final = () => servers.hosts.slice(PASSING.length, -1);
  /** a server of which one inbox works */
  const half = () => servers.hosts.at(-1) as string;
  const uriOf = (id: string) => `${pine.origin}/ap/actors/${id}`;
  const inbox = () => `${pine.origin}/ap/inbox`;
  const rows = (host: string, object: string) =>
    pine.ctx.db
      .selectFrom('delivery')
      .innerJoin('outgoing_activity', 'outgoing_activity.id', 'delivery.activity_id')
      .select(['delivery.state', 'delivery.inbox', 'delivery.attempts', 'delivery.last_error'])
      .where('delivery.host', '=', host)
      .where('outgoing_activity.type', '=', 'Create')
      .where('outgoing_activity.object_uri', '=', object)
      .execute();
  const settled = (host: string, object: string, state: string) =>
    eventually(`${state} at ${host}`, async () => {
      const found = await rows(host, object);
      return found.length > 0 && found.every((one) => one.state === state) && found;
    });
  /** Lets time pass until the node tries a host again. */
  const again = async (host: string) => {
    const seconds = await toNextAttempt(pine, host);
    moved += seconds;
    return seconds;
  };

  test('is signed anew when it is sent again, hours later', async () => {
    const came: { request: ReceivedRequest; at: Date }[] = [];
    peer.answer = (request) => {
      if (!request.body.includes('"type":"Create"')) return null;
      came.push({ request, at: now() });
      return came.length === 1 ? 503 : 202;
    };
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Signed twice' }));
    await eventually('a failure', async () => (await rows(peer.host, uri))[0]?.attempts === 1);
    moved += 3 * 3_600;
    await shift(pine, peer.host, 3 * 3_600);
    await eventually('a second attempt', async () => came.length === 2);

    const [first, second] = came as [(typeof came)[0], (typeof came)[0]];
    const { publicKeyPem } = (await (await peer.get(uriOf(ruth))).json()).publicKey;
    expect(faultOf(first.request, publicKeyPem, first.at)).toBeNull();
    expect(faultOf(second.request, publicKeyPem, second.at)).toBeNull();
    // kept as it was signed it would not be believed any more
    expect(faultOf(first.request, publicKeyPem, second.at)).toBe('the date is out of the window');
    expect(second.request.headers.signature).not.toBe(first.request.headers.signature);
    expect(second.request.body.equals(first.request.body)).toBe(true);
  });

  test('comes again after half a minute, then less and less often for a week, then an administrator reads of it', async () => {
    const host = half();
    servers.answer = (one) => ({ status: one.host === host && one.path === '/inbox' ? 500 : 202 });
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Heard at last?' }));
    const tries = () => servers.arrivals.filter((one) => one.host === host && isCreateOf(one, uri));
    let passed = 0;
    const gaps: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      await eventually(`attempt ${attempt}`, async () => tries().length === attempt);
      // from when it came: what is seen of it here is later than what the sender counts from
      const cameAt = tries().at(-1)?.at ?? 0;
      const [row] = await eventually('it is written down', async () => {
        const found = await rows(host, uri);
        return found[0]?.attempts === attempt && found;
      });
      if (row?.state !== 'waiting') break;
      // the server takes other things meanwhile: it is this inbox that has trouble
      const told = await publish(pine.ctx, tom, aStory({ title: `Meanwhile ${attempt}` }));
      await settled(host, told.uri, 'delivered');
      const skipped = await again(host);
      gaps.push(skipped + (Date.now() - cameAt) / 1000);
      passed += skipped;
    }
    for (const [index, delay] of [30, 120, 300, 600, 3_600, 14_400, 43_200, 43_200, 43_200].entries()) {
      expect(gaps[index]).toBeGreaterThanOrEqual(delay);
      expect(gaps[index]).toBeLessThan(delay * 1.1 + 10);
    }
    expect(passed).toBeGreaterThan(WEEK - 60);
    expect(passed).toBeLessThan(WEEK + DAY);
    expect(await rows(host, uri)).toMatchObject([
      { state: 'dead', last_error: expect.stringMatching(/^HTTP 500/) },
    ]);

    await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    const { text } = await (await signedIn(pine.origin, 'priya')).get('/admin/health');
    expect(text).toMatch(new RegExp(`${host}[^]*were given up`));
    expect(text).toContain('The last attempt: their server has trouble of its own (answer 500).');
  }, 120_000);

  test('waits alone when its server answers others: only what is said about the same thing waits behind it', async () => {
    const host = half();
    servers.answer = () => ({ status: 202 });
    const shown = await publish(pine.ctx, ruth, aStory({ title: 'To be taken back' }));
    await settled(host, shown.uri, 'delivered');
    const refused = await publish(pine.ctx, ruth, aStory({ title: 'Not to be read there' }));
    let heals = false;
    servers.answer = (one) => ({
      status: !heals && one.host === host && one.object === refused.uri ? 500 : 202,
    });
    const mark = servers.arrivals.length;
    const came = (type: string, uri: string) =>
      servers.arrivals
        .slice(mark)
        .filter(
          (one) => one.host === host && one.path === '/inbox' && one.type === type && one.object === uri,
        );
    await editStory(pine.ctx, ruth, refused.id, aStory({ title: 'Not to be read either' }), '', READ_THROUGH);
    await takeBackWork(pine.ctx, ruth, shown.id, 'student');
    const attempted = (times: number) =>
      eventually(`failure ${times}`, async () => (await rows(host, refused.uri))[0]?.attempts === times);
    await attempted(1);
    await again(host);
    await attempted(2);
    // a few times may be chance
    expect(came('Delete', shown.uri)).toEqual([]);
    await again(host);
    await attempted(3);
    await eventually('the take-back', async () => came('Delete', shown.uri).length === 1);
    const later = await publish(pine.ctx, ruth, aStory({ title: 'Written later' }));
    await settled(host, later.uri, 'delivered');
    expect(came('Update', refused.uri)).toEqual([]);

    heals = true;
    await again(host);
    await eventually('the edit', async () => came('Update', refused.uri).length === 1);
    expect(came('Create', refused.uri)).toHaveLength(4);
  }, 60_000);

  test('comes again when the trouble may pass: when the server asks for, else soon; and arrives once', async () => {
    const hosts = passing();
    const bad = new Map(PASSING.map(([, answer], index) => [hosts[index] as string, answer]));
    servers.answer = ({ host }) => bad.get(host) ?? { status: 202 };
    const mark = servers.arrivals.length;
    const { uri } = await publish(pine.ctx, ruth, aStory({ title: 'Again' }));
    const came = (host: string) =>
      servers.arrivals.slice(mark).filter((one) => one.host === host && isCreateOf(one, uri)).length;
    for (const [index, [name, , seconds, requests]] of PASSING.entries()) {
      const host = hosts[index] as string;
      await eventually(`a failure by ${name}`, async () => (await rows(host, uri))[0]?.attempts === 1);
      expect([name, await rows(host, uri)]).toMatchObject([name, [{ state: 'waiting' }]]);
      // two people there, one request
      expect([name, came(host)]).toEqual([name, requests]);
      bad.delete(host);
      const waited = await again(host);
      expect([name, waited > seconds - 20 && waited <= seconds * 1.1]).toEqual([name, true]);
      await settled(host, uri, 'delivered');
      expect([name, came(host)]).toEqual([name, requests + 1]);
    }
  }, 60_000);

  test('does not come again when it was refused, not in a week', async () => {
    const hosts = final();
    const refusing = new Map(hosts.map((host, index) => [host, FINAL[index] as number]));
    servers.answer = ({ host }) => ({
      status: refusing.get(host) ?? 202,
      headers: { location: '/elsewhere' },
    });
    const mark = servers.arrivals.length;
    const { uri } = await publish(pine.ctx, tom, aStory({ title: 'Unwanted' }));
    for (const host of hosts) await settled(host, uri, 'refused');
    for (const host of hosts) expect(await travel(pine, host, WEEK)).toEqual([]);
    for (const [host, status] of refusing) {
      const seen = servers.arrivals.slice(mark).filter((one) => one.host === host && isCreateOf(one, uri));
      expect([status, seen.map(({ path }) => path)]).toEqual([status, ['/inbox']]);
    }
  }, 60_000);
});
