import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { INBOUND_LIMITS } from '../../federation/inbound-limits.ts';
import { actorUri } from '../../server/domain/addresses.ts';
import { signedHeaders } from '../support/cavage.ts';
import { type Crowd, openCrowd } from '../support/crowd.ts';
import { aTeacher } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import type { PeerActor } from '../support/peer-actor.ts';

const DAY = 86_400;
const SLOW = { perSecond: 0.1, burst: 3 };
const [HERE, THERE] = ['203.0.113.7', '203.0.113.8'];

let crowd: Crowd;

afterEach(() => crowd?.stop());

/** Asserts the status and that the sender is told when to come again. @returns the seconds */
async function toldToWait(answer: Promise<Response>, status: number): Promise<number> {
  const { status: real, headers } = await answer;
  expect(real).toBe(status);
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  return seconds;
}

describe('so much is taken', () => {
  test('of one address, of whichever servers; an IPv6 network is one address', async () => {
    crowd = await openCrowd({ address: SLOW });
    const [ann, bob] = [crowd.somebody('one.example'), crowd.somebody('two.example')];
    for (const by of [ann, bob, ann]) expect(await crowd.status(by, HERE)).toBe(202);
    expect(await toldToWait(crowd.send(bob, HERE), 429)).toBe(10);
    expect(await crowd.status(bob, THERE)).toBe(202);
    for (const from of ['2001:db8:0:1::1', '2001:db8:0:1::2', '2001:db8:0:1:ffff:ffff:ffff:ffff'])
      expect(await crowd.status(ann, from)).toBe(202);
    await toldToWait(crowd.send(ann, '2001:db8:0:1::3'), 429);
    expect(await crowd.status(ann, '2001:db8:0:2::3')).toBe(202);
    // a proxy that does not say for whom it asks stands for everybody
    for (let n = 0; n < 5; n += 1) expect(await crowd.status(ann)).toBe(202);
    crowd.later(10);
    expect(await crowd.status(bob, HERE)).toBe(202);
  });

  test('of one actor; their neighbours go on', async () => {
    crowd = await openCrowd({ actor: SLOW });
    const [ann, bob] = [crowd.somebody('one.example', 'ann'), crowd.somebody('one.example', 'bob')];
    for (let n = 0; n < 3; n += 1) expect(await crowd.status(ann)).toBe(202);
    await toldToWait(crowd.send(ann), 429);
    expect(await crowd.status(bob)).toBe(202);
  });

  test('of one server, however many people it says it has; other servers go on', async () => {
    crowd = await openCrowd({ host: SLOW });
    const people = ['ann', 'bob', 'cem', 'dia'].map((name) => crowd.somebody('one.example', name));
    const [ann, bob, cem, dia] = people as [PeerActor, PeerActor, PeerActor, PeerActor];
    for (const by of [ann, bob, cem]) expect(await crowd.status(by)).toBe(202);
    await toldToWait(crowd.send(dia), 429);
    await toldToWait(crowd.send(ann), 429);
    expect(await crowd.status(crowd.somebody('two.example'))).toBe(202);
    crowd.later(10);
    expect(await crowd.status(dia)).toBe(202);
  });

  test('at the same time: some more wait in line, others are 503', async () => {
    crowd = await openCrowd({ atOnce: 1, inLine: 1 });
    const ann = crowd.somebody('one.example');
    expect(await crowd.status(ann)).toBe(202);
    const { db } = crowd.pine.ctx;
    let refused = 0;
    let answers: Promise<number>[] = [];
    await db.transaction().execute(async (tx) => {
      await sql`lock table inbox_activity in exclusive mode`.execute(tx);
      answers = Array.from({ length: 4 }, async () => {
        const { status, headers } = await crowd.send(ann);
        if (status === 503 && Number(headers.get('retry-after')) > 0) refused += 1;
        return status;
      });
      await eventually('two are told to come again', async () => refused === 2);
    });
    expect((await Promise.all(answers)).sort()).toEqual([202, 202, 503, 503]);
  });

  test('and who waits for a key is not in the way of others', async () => {
    crowd = await openCrowd({ atOnce: 1, inLine: 0 });
    const [ann, slow] = [crowd.somebody('one.example'), crowd.somebody('slow.example')];
    expect(await crowd.status(ann)).toBe(202);
    const { asking, answered } = holdBack(crowd, 'slow.example');
    const held = crowd.status(slow);
    await asking;
    expect(await crowd.status(ann)).toBe(202);
    answered();
    expect(await held).toBe(202);
  });

  test('of bodies that are still coming: more of that address is 503', async () => {
    crowd = await openCrowd({ heldBytesOfAddress: 1_000 });
    const ann = crowd.somebody('one.example');
    for (let n = 0; n < 3; n += 1) expect(await crowd.status(ann, HERE)).toBe(202);
    const url = new URL(`${crowd.pine.origin}/ap/inbox`);
    const headers = signedHeaders('POST', url, 'x'.repeat(2_000), ann.key);
    const lines = Object.entries({ host: url.host, ...headers, 'x-forwarded-for': HERE });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const socket = await eventually('it is held', async () => {
      const half = connect(Number(url.port), '127.0.0.1');
      half.write(`POST ${url.pathname} HTTP/1.1\r\n${head}content-length: 2000\r\n\r\n${'x'.repeat(950)}`);
      await sleep(100);
      if ((await crowd.status(ann, HERE)) === 503) return half;
      half.destroy();
      return null;
    });
    await toldToWait(crowd.send(ann, HERE), 503);
    expect(await crowd.status(ann, THERE)).toBe(202);
    socket.destroy();
    await eventually('it is let go', async () => (await crowd.status(ann, HERE)) === 202);
  });

  test('of what waits to be handled: of one server 429, in all 503, until it is handled', async () => {
    crowd = await openCrowd({ waitingOfHost: 3, waiting: 5 }, { role: 'web' });
    const people = ['one', 'two', 'three'].map((name) => crowd.somebody(`${name}.example`));
    const [ann, bob, eve] = people as [PeerActor, PeerActor, PeerActor];
    for (const by of [ann, ann, ann, bob]) expect(await crowd.status(by)).toBe(202);
    await toldToWait(crowd.send(ann), 429);
    expect(await crowd.status(bob)).toBe(202);
    await toldToWait(crowd.send(eve), 503);
    const { db } = crowd.pine.ctx;
    const waiting = await db.selectFrom('inbox_activity').select('state').execute();
    expect(waiting.map(({ state }) => state)).toEqual(Array(5).fill('waiting'));
    await db.updateTable('inbox_activity').set({ state: 'done', finished_at: new Date() }).execute();
    await eventually('there is room again', async () => (await crowd.status(eve)) === 202);
    expect(await crowd.status(ann)).toBe(202);
  });
});

describe('what was sent', () => {
  /** A Like of no matter that is some thousand bytes long. */
  const long = { content: 'x'.repeat(2_000) };

  test('waits up to so many bytes: of one server 429, in all 503, until it is handled', async () => {
    const bytes = { waitingBytesOfHost: 6_000, waitingBytes: 10_000 };
    crowd = await openCrowd(bytes, { role: 'web' });
    const people = ['one', 'two', 'three'].map((name) => crowd.somebody(`${name}.example`));
    const [ann, bob, eve] = people as [PeerActor, PeerActor, PeerActor];
    for (const by of [ann, ann, ann, bob]) expect((await crowd.send(by, null, long)).status).toBe(202);
    await toldToWait(crowd.send(ann), 429);
    expect((await crowd.send(bob, null, long)).status).toBe(202);
    await toldToWait(crowd.send(eve), 503);
    const { db } = crowd.pine.ctx;
    const done = { state: 'done', finished_at: new Date(), body: null } as const;
    await db.updateTable('inbox_activity').set(done).execute();
    await eventually('there is room again', async () => (await crowd.status(eve)) === 202);
    expect(await crowd.status(ann)).toBe(202);
  });

  test('is not kept once it was handled, whether it mattered or not; nor after a departure', async () => {
    crowd = await openCrowd();
    const ruth = await aTeacher(crowd.pine.ctx, 'ruth');
    const ann = crowd.somebody('one.example');
    const { db } = crowd.pine.ctx;
    const follow = { type: 'Follow', object: actorUri(crowd.pine.origin, ruth) };
    const departure = { type: 'Delete', object: ann.uri };
    for (const activity of [long, { ...follow, ...long }, { ...departure, ...long }])
      expect((await crowd.send(ann, null, activity)).status).toBe(202);
    const rows = await eventually('all are handled', async () => {
      const found = await db.selectFrom('inbox_activity').select(['state', 'body']).orderBy('id').execute();
      return found.every(({ state }) => state !== 'waiting') && found;
    });
    expect(rows).toEqual([
      { state: 'dropped', body: null },
      { state: 'done', body: null },
      { state: 'done', body: null },
    ]);
  });
});

describe('keys of strangers', () => {
  test('are not asked for any more for an address after one that could not be had', async () => {
    crowd = await openCrowd();
    const [known, good] = [crowd.somebody('one.example'), crowd.somebody('two.example')];
    expect(await crowd.status(known, HERE)).toBe(202);
    const nobody = crowd.somebody('three.example');
    crowd.peer.actors.clear();
    expect(await crowd.status(nobody, HERE)).toBe(401);
    expect(await toldToWait(crowd.send(good, HERE), 503)).toBeGreaterThan(200);
    expect(crowd.asked(good)).toBe(0);
    expect(await crowd.status(known, HERE)).toBe(202);
    crowd.peer.actors.set('good', good);
    expect(await crowd.status(crowd.somebody('two.example', 'bob'), THERE)).toBe(202);
    crowd.later(300);
    expect(await crowd.status(good, HERE)).toBe(202);
  });

  test('nor after a signature that a fetched key does not bear out', async () => {
    crowd = await openCrowd();
    const [victim, good] = [crowd.somebody('one.example'), crowd.somebody('two.example')];
    const forger = { ...victim, key: { ...good.key, id: victim.key.id } };
    expect(await crowd.status(forger, HERE)).toBe(401);
    expect(crowd.asked(victim)).toBe(1);
    await toldToWait(crowd.send(good, HERE), 503);
    expect(crowd.asked(good)).toBe(0);
    // whose name was used takes no harm
    expect(await crowd.status(victim, THERE)).toBe(202);
  });

  test('are looked at anew so often for one address, whoever is named', async () => {
    crowd = await openCrowd({ newKeys: SLOW });
    const people = Array.from({ length: 5 }, (_, n) => crowd.somebody('one.example', `known${n}`));
    for (const one of people) expect(await crowd.status(one, THERE)).toBe(202);
    const { key } = crowd.somebody('two.example');
    const forged = people.map((one) => ({ ...one, key: { ...key, id: one.key.id } }));
    const statuses: number[] = [];
    for (const one of forged) statuses.push(await crowd.status(one, HERE));
    expect(statuses).toEqual([401, 401, 401, 503, 503]);
    expect(people.map(crowd.asked)).toEqual([2, 2, 2, 1, 1]);
  });

  test('are asked for four at a time for one address: a flood of bad ones leads to no more', async () => {
    crowd = await openCrowd();
    const strangers = Array.from({ length: 16 }, (_, n) => crowd.somebody(`s${n}.example`, `${n}`));
    crowd.peer.actors.clear();
    const flood = await Promise.all(strangers.map((one) => crowd.status(one, HERE)));
    expect(flood.filter((status) => status !== 401 && status !== 503)).toEqual([]);
    const asked = crowd.peer.requests.filter((one) => one.startsWith('GET'));
    expect(asked.length).toBeLessThanOrEqual(INBOUND_LIMITS.keysAtOnceOfAddress);
  });

  test('are asked for so many at a time for all, some more wait, others come again', async () => {
    crowd = await openCrowd({ keysAtOnce: 3, keysInLine: 4 });
    let asking = 0;
    let goOn = () => {};
    const answer = new Promise<void>((done) => {
      goOn = done;
    });
    crowd.onAsk = async () => {
      asking += 1;
      await answer;
    };
    const strangers = Array.from({ length: 16 }, (_, n) => crowd.somebody(`t${n}.example`, `${n}`));
    let refused = 0;
    const answers = strangers.map(async (one, n) => {
      const { status } = await crowd.send(one, `203.0.113.${n + 10}`);
      if (status === 503) refused += 1;
      return status;
    });
    await eventually('nine are told to come again', async () => refused === 9);
    expect(asking).toBe(3);
    goOn();
    expect((await Promise.all(answers)).filter((status) => status === 202)).toHaveLength(7);
  });
});

describe('strangers without end', () => {
  test('on new servers under one domain: ten a day, and those that are known go on', async () => {
    crowd = await openCrowd();
    const hosts = Array.from({ length: 12 }, (_, n) => crowd.somebody(`n${n}.flood.example`));
    const [known] = hosts as [PeerActor];
    for (const one of hosts.slice(0, 10)) expect(await crowd.status(one)).toBe(202);
    await toldToWait(crowd.send(hosts[10] as PeerActor), 429);
    expect(crowd.asked(hosts[10] as PeerActor)).toBe(0);
    expect(await crowd.status(known)).toBe(202);
    expect(await crowd.status(crowd.somebody('n0.flood.example', 'bob'))).toBe(202);
    // names that everybody may have below a public suffix are domains of their own
    for (const host of ['flood2.example', 'a.co.uk', 'b.co.uk', 'a.github.io', 'b.github.io'])
      expect([host, await crowd.status(crowd.somebody(host))]).toEqual([host, 202]);
    crowd.later(DAY + 1);
    expect(await crowd.status(hosts[11] as PeerActor)).toBe(202);
  });

  test('who only use the names of servers take no places from those that are there', async () => {
    crowd = await openCrowd({ newHosts: 2 });
    const liar = crowd.somebody('liar.example');
    const all = Array.from({ length: 9 }, (_, n) => crowd.somebody(`n${n}.shared.example`));
    const under = (n: number) => all[n] as PeerActor;
    const signedByLiar = (one: PeerActor) => ({ ...one, key: { ...liar.key, id: one.key.id } });
    // names of nobody, and of people who did not sign
    for (let n = 0; n < 6; n += 1) {
      const one = under(n);
      if (n < 3) crowd.peer.actors.delete(`/n${n}.shared.example/ann`);
      for (let again = 0; again < 2; again += 1)
        expect(await crowd.status(signedByLiar(one), `198.51.100.${2 * n + again}`)).toBe(401);
      expect([n, crowd.asked(one)]).toEqual([n, 1]);
    }
    const stored = await crowd.pine.ctx.db
      .selectFrom('actor')
      .select('uri')
      .where('host', 'like', '%.shared.example%')
      .execute();
    expect(stored).toEqual([]);
    // those who did sign: two, as many as there are places
    expect(await crowd.status(under(6), THERE)).toBe(202);
    expect(await crowd.status(signedByLiar(under(7)), '198.51.100.20')).toBe(401);
    expect(await crowd.status(under(5), THERE)).toBe(202);
    await toldToWait(crowd.send(under(8), THERE), 429);
  });

  test('on one server: so many a day, more once it has been known for a day', async () => {
    crowd = await openCrowd({ newActorsOfNewHost: 2, newActors: 3 });
    const statuses = async (...names: string[]) => {
      const all: number[] = [];
      for (const name of names) all.push(await crowd.status(crowd.somebody('many.example', name)));
      return all;
    };
    expect(await statuses('a', 'b', 'c')).toEqual([202, 202, 429]);
    expect(await crowd.status(crowd.somebody('other.example'))).toBe(202);
    crowd.later(DAY + 1);
    expect(await statuses('d', 'e', 'f', 'g')).toEqual([202, 202, 202, 429]);
  });

  test('named by somebody who is known: they are not asked for either', async () => {
    crowd = await openCrowd({ newHosts: 1 });
    const ann = crowd.somebody('one.example');
    expect(await crowd.status(ann)).toBe(202);
    const first = crowd.somebody('n1.flood.example');
    const second = crowd.somebody('n2.flood.example');
    for (const [n, target] of [first, second].entries()) {
      const id = `${ann.uri}#move/${n}`;
      await crowd.send(ann, null, { id, type: 'Move', object: ann.uri, target: target.uri });
      await eventually('the move is handled', async () => {
        const rows = await crowd.pine.ctx.db
          .selectFrom('inbox_activity')
          .select('state')
          .where('uri', '=', id)
          .execute();
        return rows[0] !== undefined && rows[0].state !== 'waiting';
      });
    }
    expect([crowd.asked(first), crowd.asked(second)]).toEqual([1, 0]);
  });
});

/** Lets the node wait for a host. @returns a promise that it asks, and what lets it go on */
function holdBack(on: Crowd, host: string): { asking: Promise<void>; answered: () => void } {
  let asks = () => {};
  let answered = () => {};
  const asking = new Promise<void>((done) => {
    asks = done;
  });
  const answer = new Promise<void>((done) => {
    answered = done;
  });
  on.onAsk = async (one) => {
    if (one !== host) return;
    asks();
    await answer;
  };
  return { asking, answered };
}
