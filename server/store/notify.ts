import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import type { Db } from './db.ts';
import { together } from './together.ts';

/**
 * Hints between processes over LISTEN/NOTIFY. Polling is the truth: a lost hint costs seconds, never data.
 * `work` wakes a worker (payload: `events`, `deliveries`, `inbox`), `changed` names a cache tag that is stale.
 */
export type Channel = 'work' | 'changed';

/** The call that sends a hint, as a part of another statement. */
export function hint(channel: Channel, payload: string): RawBuilder<string> {
  return sql`pg_notify(${`ajar_${channel}`}, ${payload})::text`;
}

type Hint = readonly [Channel, string];
type OnHint = (...hint: Hint) => void;

/** who hears at once what this process itself has done, by database */
const hearers = new WeakMap<Db, OnHint>();
/** what an open transaction will tell */
const untold = new WeakMap<Db, Hint[]>();

/** Sends a hint when the surrounding transaction commits. */
export async function notify(db: Db, channel: Channel, payload: string): Promise<void> {
  await send(db, [`ajar_${channel}`, payload]);
  if (db.isTransaction) untold.set(db, [...hintsIn(db), [channel, payload]]);
  else tellOwn(db, [[channel, payload]]);
}

/** What was hinted at in an open transaction. */
export function hintsIn(tx: Db): readonly Hint[] {
  return untold.get(tx) ?? [];
}

/** Tells this process at once what it has committed. */
export function tellOwn(db: Db, hints: readonly Hint[]): void {
  const hear = hearers.get(db);
  if (hear) for (const hint of hints) hear(...hint);
}

/** Hears at once, without a way through the database, what this process commits to it. */
export function hearOwn(db: Db, onHint: OnHint): void {
  hearers.set(db, onHint);
}

const send = together<[string, string], never>(
  (hint) => hint.join(' '),
  async (db, hints) => {
    const [channels, payloads] = [hints.map(([channel]) => channel), hints.map(([, payload]) => payload)];
    await sql`select pg_notify(channel, payload) from unnest(${channels}::text[], ${payloads}::text[]) as hint(channel, payload)`.execute(
      db,
    );
    return new Map<string, never>();
  },
);

export interface Listener {
  /** the first attempt to connect has ended: hints come from now on (or later, if the database is away) */
  ready: Promise<void>;
  close(): Promise<void>;
}

/** Listens until closed; reconnects by itself (and then calls `onReconnect`, since hints were missed). */
export function listen(
  url: string,
  onHint: (channel: Channel, payload: string) => void,
  onReconnect: () => void,
): Listener {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let first = true;
  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'ajar-listen',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client = next;
    next.on('notification', (message) =>
      onHint(message.channel.slice('ajar_'.length) as Channel, message.payload ?? ''),
    );
    next.on('error', retry);
    next.on('end', retry);
    try {
      await next.connect();
      await next.query('listen ajar_work; listen ajar_changed');
      if (!first) onReconnect();
      first = false;
    } catch {
      retry();
    }
  };
  const retry = () => {
    if (closed || timer) return;
    client?.removeAllListeners('end');
    client?.end().catch(() => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      if (!closed) void connect();
    }, 1_000);
  };
  return {
    ready: connect(),
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
