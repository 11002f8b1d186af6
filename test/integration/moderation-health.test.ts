import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { retryHost } from '../../server/store/dead-letters.ts';
import { enqueueDeliveries } from '../../server/store/deliveries.ts';
import { inTransaction } from '../../server/store/tx.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const AWAY = 'away.example';

describe('the health of what travels', () => {
  let node: TestDistrict;
  let peer: Peer;
  let priya: Visitor;
  let ruthId: string;

  beforeAll(async () => {
    [node, peer] = await Promise.all([openDistrict(), openPeer()]);
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    ruthId = await aTeacher(node.ctx, 'ruth');
    priya = await signedIn(node.origin, 'priya');
  });
  beforeEach(async () => {
    for (const table of ['outgoing_activity', 'remote_host', 'inbox_activity', 'domain_rule'] as const)
      await node.ctx.db.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await node?.stop();
    await peer?.close();
  });

  const health = async () => (await priya.get('/admin/health')).text;
  const deliveries = (host: string) =>
    node.ctx.db.selectFrom('delivery').selectAll().where('host', '=', host).orderBy('id').execute();

  let count = 0;
  /** A message for an inbox, that no worker takes before `due`. */
  async function letter(host: string, inbox: string, more: Record<string, unknown> = {}): Promise<void> {
    const uri = `${node.origin}/ap/test/${++count}`;
    const actor = await node.ctx.db
      .selectFrom('actor')
      .select('uri')
      .where('id', '=', ruthId)
      .executeTakeFirstOrThrow();
    const body = JSON.stringify({
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: uri,
      type: 'Like',
      actor: actor.uri,
      object: uri,
    });
    await inTransaction(node.ctx.db, async (tx) => {
      await enqueueDeliveries(
        tx,
        { uri, actorId: ruthId, type: 'Like', carries: null, objectUri: null, body },
        [{ inbox, host }],
      );
      await sql`update remote_host set due_at = now() + interval '1 hour' where host = ${host}`.execute(tx);
      await tx
        .updateTable('delivery')
        .set({ next_at: new Date(Date.now() + 3_600_000), ...more })
        .where('activity_id', '=', (eb) =>
          eb.selectFrom('outgoing_activity').select('id').where('uri', '=', uri),
        )
        .execute();
    });
  }
  const dead = {
    state: 'dead',
    finished_at: new Date(Date.now() - 86_400_000),
    created_at: new Date(Date.now() - 8 * 86_400_000),
  };

  test('nothing to say is said', async () => {
    const text = await health();
    expect(text).toContain('All quiet.');
    expect(text).not.toContain('Try again now');
  });

  test('a server that does not answer: since when, why, how much waits, when it is asked again', async () => {
    await letter(AWAY, `https://${AWAY}/inbox`);
    await letter(AWAY, `https://${AWAY}/inbox`);
    await node.ctx.db
      .updateTable('remote_host')
      .set({
        failures: 9,
        opened_at: new Date('2026-11-20T08:05:00Z'),
        last_success_at: new Date('2026-11-19T10:00:00Z'),
        last_error: 'their certificate has expired',
        due_at: new Date('2099-01-02T03:04:00Z'),
      })
      .where('host', '=', AWAY)
      .execute();
    const text = await health();
    for (const said of [
      AWAY,
      /No answer since November 20, 2026 at 8:05/,
      'The last attempt: their certificate has expired.',
      /It last answered on November 19, 2026/,
      '2 messages wait for it.',
      /It is asked again on January 2, 2099 at 3:04/,
    ])
      expect(text).toMatch(said);
    expect(text).not.toContain('All quiet.');
  });

  test('answers are told by their number, never by their words', async () => {
    await letter(AWAY, `https://${AWAY}/inbox`);
    for (const [error, said] of [
      ['HTTP 503 <h1>Buy now</h1>', 'their server has trouble of its own (answer 503)'],
      ['HTTP 403 Buy now', 'they did not let us in (answer 403)'],
      ['HTTP 410 Buy now', 'nobody is at that address any more (answer 410)'],
      ['HTTP 429 Buy now', 'they asked us to wait (answer 429)'],
      ['HTTP 422 Buy now', 'they did not take it (answer 422)'],
      [null, 'nothing more is known'],
    ] as const) {
      await node.ctx.db
        .updateTable('remote_host')
        .set({ failures: 2, last_error: error })
        .where('host', '=', AWAY)
        .execute();
      const text = await health();
      expect(text).toContain(`The last attempt: ${said}.`);
      expect(text).not.toContain('Buy now');
      expect(text).toContain('It failed 2 times in a row just now.');
      expect(text).toContain('It has never answered.');
    }
  });

  test('what was given up is counted for each server, and only of the last thirty days', async () => {
    await letter('one.example', 'https://one.example/inbox', {
      ...dead,
      last_error: 'their server cannot be found',
    });
    await letter('one.example', 'https://one.example/inbox', {
      ...dead,
      last_error: 'older',
      finished_at: new Date(Date.now() - 3 * 86_400_000),
    });
    await letter('old.example', 'https://old.example/inbox', {
      ...dead,
      finished_at: new Date(Date.now() - 31 * 86_400_000),
    });
    await letter('shut.example', 'https://shut.example/inbox', dead);
    await priya.post('/admin/rules/new', { domain: 'shut.example', severity: 'suspend', sure: 'yes' });
    // the page that says what was done names the server
    await priya.get('/admin/rules');
    const text = await health();
    expect(text).toMatch(/2 messages were given up, the last on [A-Z]/);
    expect(text).toContain('The last attempt: their server cannot be found.');
    expect(text).not.toContain('old.example');
    expect(text).not.toContain('shut.example');
    expect((await priya.post('/admin/health/try-again', { host: 'shut.example' })).status).toBe(409);
  });

  test('trying again sends it, in the old order, with seven new days', async () => {
    const inbox = `${peer.origin}/inbox`;
    await letter(peer.host, inbox, dead);
    await letter(peer.host, inbox, dead);
    await letter(peer.host, inbox);
    await node.ctx.db
      .updateTable('remote_host')
      .set({ failures: 8, opened_at: new Date(Date.now() - 7 * 86_400_000), last_error: 'x' })
      .where('host', '=', peer.host)
      .execute();
    expect(peer.seen).toEqual([]);
    expect((await priya.post('/admin/health/try-again', { host: peer.host })).location).toBe('/admin/health');
    await eventually('everything arrives', async () => peer.seen.length === 3);
    expect(peer.seen.map(({ activity }) => activity.id)).toEqual(
      [-2, -1, 0].map((back) => `${node.origin}/ap/test/${count + back}`),
    );
    await eventually('it is written down', async () =>
      (await deliveries(peer.host)).every((one) => one.state === 'delivered'),
    );
    expect(await health()).toContain(`${peer.host} is asked again now.`);
    expect(await health()).not.toContain(peer.host);
  });

  test('what came in and was not understood is counted', async () => {
    const row = {
      actor_uri: 'https://away.example/u',
      type: 'Like',
      order_key: 'x',
      body: '{}',
      finished_at: new Date(),
      outcome: 'x',
    };
    await node.ctx.db
      .insertInto('inbox_activity')
      .values([
        { ...row, uri: 'https://away.example/1', state: 'dead' },
        { ...row, uri: 'https://away.example/2', state: 'dead' },
        { ...row, uri: 'https://away.example/3', state: 'done' },
      ])
      .execute();
    await node.ctx.db
      .insertInto('inbox_activity')
      .values({
        ...row,
        uri: 'https://away.example/4',
        state: 'waiting',
        finished_at: null,
        due_at: new Date(Date.now() + 3_600_000),
      })
      .execute();
    const text = await health();
    expect(text).toContain('2 messages of the last thirty days could not be understood');
    expect(text).toContain('One message has come and is not read yet.');
    expect(text).not.toContain('All quiet.');
  });

  test('the store revives what is young enough, makes the host due, and leaves other hosts alone', async () => {
    await letter('one.example', 'https://one.example/inbox', dead);
    await letter('one.example', 'https://one.example/inbox', {
      ...dead,
      finished_at: new Date(Date.now() - 40 * 86_400_000),
    });
    await letter('one.example', 'https://one.example/inbox', { state: 'refused' });
    await letter('two.example', 'https://two.example/inbox', dead);
    const revived = await inTransaction(node.ctx.db, async (tx) => {
      const many = await retryHost(tx, 'one.example', new Date(Date.now() - 30 * 86_400_000));
      const hosts = await sql<{
        host: string;
        due: boolean;
      }>`select host, due_at <= now() as due from remote_host order by host`.execute(tx);
      expect(hosts.rows).toEqual([
        { host: 'one.example', due: true },
        { host: 'two.example', due: false },
      ]);
      return many;
    });
    expect(revived).toBe(1);
    const [first, ...others] = await deliveries('one.example');
    expect(first).toMatchObject({ state: 'waiting', finished_at: null });
    expect(Date.now() - (first?.created_at.getTime() ?? 0)).toBeLessThan(600_000);
    expect(others.map((one) => one.state)).toEqual(['dead', 'refused']);
    expect((await deliveries('two.example')).map((one) => one.state)).toEqual(['dead']);
  });
});
