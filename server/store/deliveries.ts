import { sql } from 'kysely';
import type { Carries } from '../domain/outgoing-event.ts';
import type { Db, Tx } from './db.ts';
import { notify } from './notify.ts';
import { together } from './together.ts';

/** An activity as it will be pushed: the bytes are made once. */
export interface NewActivity {
  uri: string;
  actorId: string;
  type: string;
  /** null: nothing of what it is about */
  carries: Carries | null;
  objectUri: string | null;
  body: string;
}

/**
 * Stores an activity and one delivery for each inbox, and wakes the hosts. Doing it twice changes nothing.
 * @param inboxes distinct inbox addresses with their hosts
 */
export async function enqueueDeliveries(
  tx: Tx,
  activity: NewActivity,
  inboxes: readonly { inbox: string; host: string }[],
): Promise<void> {
  await sql`
    insert into outgoing_activity (uri, actor_id, type, carries, object_uri, body)
    values (${activity.uri}, ${activity.actorId}, ${activity.type}, ${activity.carries}, ${activity.objectUri}, ${activity.body})
    on conflict (uri) do nothing`.execute(tx);
  // a text that was being written out while it was taken back
  if (activity.carries === 'removal' && activity.objectUri !== null) await cancelText(tx, activity.objectUri);
  if (inboxes.length === 0) return;
  await sql`
    insert into delivery (activity_id, inbox, host)
    select a.id, t.inbox, t.host
    from outgoing_activity a, unnest(${inboxes.map((to) => to.inbox)}::text[], ${inboxes.map((to) => to.host)}::text[]) as t(inbox, host)
    where a.uri = ${activity.uri}
    on conflict (activity_id, inbox) do nothing`.execute(tx);
  // in one order everywhere, so that two senders never wait for each other
  const hosts = [...new Set(inboxes.map((to) => to.host))].sort();
  await sql`
    insert into remote_host (host, due_at)
    select host, now() from unnest(${hosts}::text[]) as t(host) order by host
    on conflict (host) do update set due_at = case
      when remote_host.opened_at is null then least(remote_host.due_at, now())
      else coalesce(remote_host.due_at, now()) end`.execute(tx);
  await notify(tx, 'work', 'deliveries');
}

export interface LeasedHost {
  host: string;
  failures: number;
  /** seconds since its circuit opened, null while it is closed */
  openSeconds: number | null;
}

/**
 * Leases hosts for which something is due: from then on this owner alone sends to them, so each host's
 * deliveries go out in order. Times are the database's.
 */
export async function leaseHosts(
  db: Db,
  owner: string,
  limit: number,
  leaseSeconds: number,
): Promise<LeasedHost[]> {
  const result = await sql<LeasedHost>`
    update remote_host set lease_owner = ${owner}, lease_until = now() + ${leaseSeconds} * interval '1 second'
    where host in (
      select host from remote_host
      where due_at <= now() and (lease_until is null or lease_until < now())
      order by due_at limit ${limit} for update skip locked)
    returning host, failures, extract(epoch from now() - opened_at)::float8 as "openSeconds"`.execute(db);
  return result.rows;
}

/** Lengthens a lease. False when it was lost. */
export async function renewLease(
  db: Db,
  host: string,
  owner: string,
  leaseSeconds: number,
): Promise<boolean> {
  const result =
    await sql`update remote_host set lease_until = now() + ${leaseSeconds} * interval '1 second' where host = ${host} and lease_owner = ${owner}`.execute(
      db,
    );
  return result.numAffectedRows === 1n;
}

/** Frees every lease: only for a process that is known to be the only one. */
export async function freeAllLeases(db: Db): Promise<void> {
  await sql`update remote_host set lease_owner = null, lease_until = null where lease_until is not null`.execute(
    db,
  );
  await sql`update inbox_activity set lease_until = null where state = 'waiting' and lease_until is not null`.execute(
    db,
  );
}

export interface DueDelivery {
  id: string;
  activityId: string;
  inbox: string;
  attempts: number;
  /** since it was made */
  ageSeconds: number;
}

/**
 * The next deliveries of a leased host in order; those behind a delayed one of the same inbox wait for it.
 * Hosts that are asked about at the same time are one question.
 */
export async function dueDeliveries(db: Db, host: string, limit: number): Promise<DueDelivery[]> {
  return (await dueOfHosts(db, { host, limit })) ?? [];
}

const dueOfHosts = together<{ host: string; limit: number }, DueDelivery[]>(
  ({ host }) => host,
  async (db, asked) => {
    const found = await sql<DueDelivery & { host: string }>`
      select asked.host, due.* from unnest(${asked.map(({ host }) => host)}::text[], ${asked.map(({ limit }) => limit)}::int[]) as asked(host, most)
      cross join lateral (
        select id, activity_id as "activityId", inbox, attempts, extract(epoch from now() - created_at)::float8 as "ageSeconds" from delivery
        where delivery.host = asked.host and state = 'waiting' and next_at <= now()
          and inbox <> all (array(select inbox from delivery later where later.host = asked.host and state = 'waiting' and next_at > now()))
        order by id limit asked.most) due
      order by due.id`.execute(db);
    const due = new Map<string, DueDelivery[]>();
    for (const { host, ...one } of found.rows) {
      const others = due.get(host);
      if (others) others.push(one);
      else due.set(host, [one]);
    }
    return due;
  },
);

/** Bodies and senders of activities. */
export async function activityBodies(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { actorId: string; body: string; type: string }>> {
  const rows = await db
    .selectFrom('outgoing_activity')
    .select(['id', 'actor_id', 'body', 'type'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, { actorId: row.actor_id, body: row.body, type: row.type }]));
}

/** How a delivery ended. `later` waits `delaySeconds` before the next attempt. */
export type DeliveryResult =
  | { id: string; state: 'delivered'; status: number }
  | { id: string; state: 'refused' | 'dead'; status: number | null; error: string }
  | { id: string; state: 'waiting'; status: number | null; error: string; delaySeconds: number };

/** Writes down how deliveries ended, in one statement. */
export async function recordResults(db: Db, results: readonly DeliveryResult[]): Promise<void> {
  if (results.length === 0) return;
  await sql`
    update delivery d set
      state = r.state, attempts = d.attempts + 1, last_status = r.status, last_error = r.error,
      next_at = case when r.state = 'waiting' then now() + r.delay * interval '1 second' else d.next_at end,
      finished_at = case when r.state = 'waiting' then null else now() end
    from unnest(
      ${results.map((r) => r.id)}::bigint[], ${results.map((r) => r.state)}::text[], ${results.map((r) => r.status)}::int[],
      ${results.map((r) => ('error' in r ? r.error.slice(0, 300) : null))}::text[],
      ${results.map((r) => ('delaySeconds' in r ? r.delaySeconds : 0))}::float8[]
    ) as r(id, state, status, error, delay)
    where d.id = r.id and d.state = 'waiting'`.execute(db);
}

/** How it stands with a host after a round. */
export interface HostOutcome {
  success: boolean;
  failures: number;
  /** its circuit is open: since now, or still */
  open: boolean;
  error: string | null;
  /** circuit open: seconds until the next probe */
  probeInSeconds: number | null;
}

export interface ReleasedHost {
  host: string;
  /** null: nothing was sent */
  outcome: HostOutcome | null;
}

/** Gives leased hosts back, each due when its next delivery is (or its next probe). */
export async function releaseHosts(db: Db, owner: string, released: readonly ReleasedHost[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // lock first (in one order everywhere), look after: a delivery enqueued meanwhile is seen by the last statement
    const locked = await sql<{ host: string }>`
      select host from remote_host where host = any(${released.map(({ host }) => host)}::text[]) and lease_owner = ${owner}
      order by host for update`.execute(tx);
    const held = new Set(locked.rows.map(({ host }) => host));
    const ours = released.filter(({ host }) => held.has(host));
    const tried = ours.flatMap(({ host, outcome }) => (outcome ? [{ host, ...outcome }] : []));
    await sql`
      update remote_host h set failures = o.failures, last_error = o.error,
        opened_at = case when o.open then coalesce(h.opened_at, now()) end,
        last_success_at = case when o.success then now() else h.last_success_at end,
        last_failure_at = case when o.success then h.last_failure_at else now() end
      from unnest(
        ${tried.map((one) => one.host)}::text[], ${tried.map((one) => one.failures)}::int[], ${tried.map((one) => one.open)}::boolean[],
        ${tried.map((one) => one.error)}::text[], ${tried.map((one) => one.success)}::boolean[]
      ) as o(host, failures, open, error, success)
      where h.host = o.host`.execute(tx);
    await sql`
      update remote_host h set lease_owner = null, lease_until = null, due_at = (
        select case when o.probe is null then min(head.next_at) else greatest(min(head.next_at), now() + o.probe * interval '1 second') end
        from (select distinct on (inbox) next_at from delivery where delivery.host = o.host and state = 'waiting' order by inbox, id) head)
      from unnest(${ours.map((one) => one.host)}::text[], ${ours.map((one) => one.outcome?.probeInSeconds ?? null)}::float8[]) as o(host, probe)
      where h.host = o.host`.execute(tx);
  });
}

/** Hosts have shown that they live: their circuits close and everything that waits for them is due. */
export async function closeCircuits(db: Db, hosts: readonly string[]): Promise<void> {
  const closed = await sql<{ host: string }>`
    update remote_host set failures = 0, opened_at = null, due_at = case when due_at is null then null else now() end
    where host = any(${[...new Set(hosts)]}::text[]) and opened_at is not null returning host`.execute(db);
  if (closed.rows.length === 0) return;
  const names = closed.rows.map(({ host }) => host);
  await sql`
    update delivery set next_at = now()
    where host = any(${names}::text[]) and state = 'waiting' and next_at > now()`.execute(db);
  await notify(db, 'work', 'deliveries');
}

/** Finds hosts with waiting deliveries that nobody would wake (after a crash between two statements): makes them due. */
export async function mendQueue(db: Db): Promise<number> {
  const result = await sql`
    update remote_host h set due_at = now()
    where h.due_at is null and (h.lease_until is null or h.lease_until < now())
      and exists (select 1 from delivery d where d.host = h.host and d.state = 'waiting')`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

/** Deliveries that have waited for seven days become dead letters, which an administrator sees. @returns how many */
export async function buryOldDeliveries(db: Db): Promise<number> {
  const result = await sql`
    update delivery set state = 'dead', finished_at = now(), last_error = coalesce(last_error, 'no answer in seven days')
    where state = 'waiting' and created_at < now() - interval '7 days'`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

/**
 * What was taken back is not sent any more: waiting deliveries of its text end, and the text itself goes.
 * The rows stay, since everybody who may have it is asked to drop it.
 */
export async function cancelText(tx: Tx, objectUri: string): Promise<void> {
  await sql`
    update delivery d set state = 'refused', finished_at = now(), last_error = 'taken back before it was sent'
    from outgoing_activity a
    where a.id = d.activity_id and a.object_uri = ${objectUri} and a.carries in ('text', 'pointer') and d.state = 'waiting'`.execute(
    tx,
  );
  await sql`update outgoing_activity set body = '' where object_uri = ${objectUri} and carries = 'text'`.execute(
    tx,
  );
}

/** Has this node ever made anything for other servers? */
export async function anythingLeft(db: Db): Promise<boolean> {
  return (await db.selectFrom('outgoing_activity').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The activity that said that an object was taken back, null when none was made yet. */
export async function removalOf(db: Db, objectUri: string): Promise<NewActivity | null> {
  const carries = 'removal';
  const row = await db
    .selectFrom('outgoing_activity')
    .select(['uri', 'actor_id as actorId', 'type', 'object_uri as objectUri', 'body'])
    .where('object_uri', '=', objectUri)
    .where('carries', '=', carries)
    .executeTakeFirst();
  return row ? { ...row, carries } : null;
}

/** Every inbox that ever got (or will get) something about this object: a take-back goes there too. */
export async function inboxesOfObject(db: Db, objectUri: string): Promise<{ inbox: string; host: string }[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('outgoing_activity', 'outgoing_activity.id', 'delivery.activity_id')
    .select(['delivery.inbox', 'delivery.host'])
    .distinct()
    .where('outgoing_activity.object_uri', '=', objectUri)
    .execute();
}
