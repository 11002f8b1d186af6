import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Ctx } from '../../server/actions/context.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { createDistrict, type District } from '../../server/district.ts';
import { addresses, Peer } from '../faults/support/peer.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';

const SERVERS = 103;

describe('a node that was away for days', () => {
  let pine: TestDistrict;
  let elm: TestDistrict;
  let others: Peer;
  let ruth: string;
  let noah: string;
  /** the node that runs at the moment on the database and the address of Pine Hollow */
  let running: District;

  beforeAll(async () => {
    [pine, elm, others] = await Promise.all([
      openDistrict(),
      openDistrict('Elm Park', 'elmpark'),
      Peer.open(addresses(SERVERS)),
    ]);
    running = pine.district;
    [ruth, noah] = await Promise.all([aTeacher(pine.ctx, 'ruth'), aTeacher(elm.ctx, 'noah')]);
    const uri = `${pine.origin}/ap/actors/${ruth}`;
    await Promise.all(
      others.hosts.map((host) => others.follow(others.actor('bob', host), `${pine.origin}/ap/inbox`, uri)),
    );
    await followActor(pine.ctx, ruth, await pine.ctx.lookup.actor(`${elm.origin}/ap/actors/${noah}`));
    await eventually('Ruth follows Noah', async () => (await states(pine.ctx)).includes('accepted'));
  }, 120_000);
  afterAll(async () => {
    await running?.stop();
    await elm?.stop();
    await others?.close();
  });

  const states = async (ctx: Ctx) =>
    (await ctx.db.selectFrom('follow').select('state').where('follower_id', '=', ruth).execute()).map(
      ({ state }) => state,
    );

  /** Stops the node, as if that had been so long ago. */
  async function off(days: number): Promise<void> {
    await sql`update node_life set alive_at = alive_at - ${days} * interval '1 day'`.execute(running.ctx.db);
    await running.stop();
  }

  async function on(): Promise<void> {
    const { port, hostname } = new URL(pine.origin);
    running = await createDistrict({
      ...{ origin: pine.origin, port: Number(port), host: hostname, databaseUrl: pine.databaseUrl },
      ...{ dataDir: pine.dataDir, allowPrivateAddresses: true, role: 'all', smtpUrl: null, trustProxy: 0 },
    });
    await running.start();
    await eventually('it is noted that the node is up', async () => {
      const alive = await sql<{
        now: boolean;
      }>`select alive_at > now() - interval '1 hour' as now from node_life`.execute(running.ctx.db);
      return alive.rows[0]?.now;
    });
  }

  const awayFor = async (days: number) => {
    await off(days);
    await on();
  };
  const heard = () => others.arrivals.filter(({ type }) => type === 'Update');
  const events = () =>
    running.ctx.db
      .selectFrom('outgoing_event')
      .select(['payload', 'done_at', sql<boolean>`due_at > now() + interval '10 seconds'`.as('later')])
      .where('kind', '=', 'node-returned')
      .orderBy('id')
      .execute();

  /** Half a minute passes. */
  const secondPortion = async () => {
    await eventually('the second waits', async () => (await events()).some(({ later }) => later));
    await sql`update outgoing_event set due_at = now() where done_at is null`.execute(running.ctx.db);
  };

  test('says nothing after a day or two', async () => {
    await awayFor(2);
    expect(await events()).toEqual([]);
  });

  test('tells every known server, a portion at a time, by somebody whom it knows', async () => {
    await awayFor(4);
    await eventually('a first portion', async () => heard().length >= 99, 30);
    await eventually('the second waits', async () => (await events()).length === 2);
    const [first, second] = await events();
    expect([first?.done_at !== null, second?.done_at, second?.later]).toEqual([true, null, true]);
    await secondPortion();
    await eventually(
      'all have heard',
      async () => new Set(heard().map(({ host }) => host)).size === SERVERS,
      30,
    );
    await eventually('nothing more is to be said', async () =>
      (await events()).every(({ done_at }) => done_at !== null),
    );
    // once each, signed and spoken by the one whom they follow
    expect(heard()).toHaveLength(SERVERS);
    const ruthUri = `${pine.origin}/ap/actors/${ruth}`;
    for (const { json, headers } of heard()) {
      expect([json.actor, (json.object as { id: string }).id]).toEqual([ruthUri, ruthUri]);
      expect(headers.signature).toContain(`keyId="${ruthUri}#main-key"`);
    }
    // and a start soon after says nothing
    await awayFor(0);
    expect(await events()).toHaveLength(2);
  }, 90_000);

  test('gets at once what other districts have kept for it', async () => {
    await off(4);
    const { uri } = await publish(elm.ctx, noah, aStory({ title: 'While you were away' }));
    const host = new URL(pine.origin).host;
    await eventually('Elm Park tries in vain', async () => {
      const found = await sql<{
        n: number;
      }>`select count(*)::int as n from delivery where host = ${host} and attempts > 0 and state = 'waiting'`.execute(
        elm.ctx.db,
      );
      return (found.rows[0]?.n ?? 0) > 0;
    });
    // four days of failures later
    await sql`update delivery set next_at = now() + interval '6 hours' where host = ${host} and state = 'waiting'`.execute(
      elm.ctx.db,
    );
    await sql`
      update remote_host set failures = 200, opened_at = now() - interval '4 days', due_at = now() + interval '6 hours', lease_until = null, lease_owner = null
      where host = ${host}`.execute(elm.ctx.db);
    await on();
    await secondPortion();
    await eventually(
      'the story is there',
      async () =>
        (await running.ctx.db.selectFrom('work').select('id').where('uri', '=', uri).execute()).length === 1,
      30,
    );
  }, 90_000);
});
