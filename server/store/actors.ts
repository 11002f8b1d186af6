import type { Selectable } from 'kysely';
import type { Actor, ActorKind } from '../domain/actor.ts';
import type { Db } from './db.ts';
import type { ActorTable } from './schema.ts';
import { isAnyOf, together } from './together.ts';

/** What an actor is made of: all but the JSON as received, which is long and wanted by nobody. */
const COLUMNS = [
  ...['id', 'uri', 'kind', 'handle', 'host', 'name', 'summary_html', 'url', 'icon_url', 'fields', 'label'],
  ...['inbox', 'shared_inbox', 'outbox', 'followers', 'following', 'key_id', 'key_pem', 'manually_approves'],
  ...['discoverable', 'indexable', 'also_known_as', 'moved_to', 'attribution_domains', 'state'],
  ...['published_at', 'updated_at', 'fetched_at'],
] as const satisfies (keyof ActorTable)[];

export function toActor(row: Pick<Selectable<ActorTable>, (typeof COLUMNS)[number]>): Actor {
  return {
    id: row.id,
    uri: row.uri,
    kind: row.kind as ActorKind,
    handle: row.handle,
    host: row.host,
    name: row.name,
    summaryHtml: row.summary_html,
    url: row.url,
    inbox: row.inbox,
    sharedInbox: row.shared_inbox,
    outbox: row.outbox,
    followers: row.followers,
    following: row.following,
    iconUrl: row.icon_url,
    fields: row.fields,
    label: row.label,
    keyId: row.key_id,
    keyPem: row.key_pem,
    manuallyApproves: row.manually_approves,
    discoverable: row.discoverable,
    indexable: row.indexable,
    alsoKnownAs: row.also_known_as,
    movedTo: row.moved_to,
    attributionDomains: row.attribution_domains,
    state: row.state as Actor['state'],
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    fetchedAt: row.fetched_at,
  };
}

export async function actorByUri(db: Db, uri: string): Promise<Actor | null> {
  return (await byUri(db, uri)) ?? null;
}

const byUri = together<string, Actor>(
  (uri) => uri,
  async (db, uris) => {
    const rows = await db.selectFrom('actor').select(COLUMNS).where(isAnyOf('uri', uris)).execute();
    return new Map(rows.map((row) => [row.uri, toActor(row)]));
  },
);

export async function actorById(db: Db, id: string): Promise<Actor | null> {
  return (await byId(db, id)) ?? null;
}

const byId = together<string, Actor>(
  (id) => id,
  async (db, ids) => {
    const rows = await db.selectFrom('actor').select(COLUMNS).where(isAnyOf('id', ids)).execute();
    return new Map(rows.map((row) => [row.id, toActor(row)]));
  },
);

export async function actorsByIds(db: Db, ids: readonly string[]): Promise<Map<string, Actor>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('actor')
    .select(COLUMNS)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toActor(row)]));
}

/** One of ours by handle, whatever its case. */
export async function localActorByHandle(db: Db, handle: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('actor')
    .selectAll()
    .where('host', 'is', null)
    .where((eb) => eb(eb.fn<string>('lower', ['handle']), '=', handle.toLowerCase()))
    .executeTakeFirst();
  return row ? toActor(row) : null;
}

export async function remoteActorByHandle(db: Db, handle: string, host: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('actor')
    .selectAll()
    .where('host', '=', host)
    .where((eb) => eb(eb.fn<string>('lower', ['handle']), '=', handle.toLowerCase()))
    .where('state', '!=', 'gone')
    .orderBy('fetched_at', 'desc')
    .executeTakeFirst();
  return row ? toActor(row) : null;
}

/** The columns of an actor that change when it is written or fetched again. */
export type ActorChange = Omit<Actor, 'id' | 'publishedAt' | 'updatedAt' | 'fetchedAt' | 'label'> & {
  label?: string | null;
  publishedAt?: Date;
  fetchedAt?: Date | null;
  raw?: unknown;
};

function toRow(actor: ActorChange, now: Date) {
  return {
    uri: actor.uri,
    kind: actor.kind,
    handle: actor.handle,
    host: actor.host,
    name: actor.name,
    summary_html: actor.summaryHtml,
    url: actor.url,
    inbox: actor.inbox,
    shared_inbox: actor.sharedInbox,
    outbox: actor.outbox,
    followers: actor.followers,
    following: actor.following,
    icon_url: actor.iconUrl,
    fields: JSON.stringify(actor.fields),
    label: actor.label ?? null,
    key_id: actor.keyId,
    key_pem: actor.keyPem,
    manually_approves: actor.manuallyApproves,
    discoverable: actor.discoverable,
    indexable: actor.indexable,
    also_known_as: actor.alsoKnownAs,
    moved_to: actor.movedTo,
    attribution_domains: actor.attributionDomains,
    state: actor.state,
    updated_at: now,
    fetched_at: actor.fetchedAt ?? null,
    raw: actor.raw === undefined ? null : JSON.stringify(actor.raw),
  };
}

/** Stores a new actor of ours. @throws PostgreSQL 23505 when the handle is taken */
export async function insertActor(db: Db, id: string, actor: ActorChange, now: Date): Promise<void> {
  await db
    .insertInto('actor')
    .values({ id, ...toRow(actor, now), published_at: actor.publishedAt ?? now })
    .execute();
}

/** Stores what was learned of somebody elsewhere; the id is kept when they are known already. @returns the stored actor */
export async function saveRemoteActor(db: Db, id: string, actor: ActorChange, now: Date): Promise<Actor> {
  const row = toRow(actor, now);
  const saved = await db
    .insertInto('actor')
    .values({ id, ...row, published_at: actor.publishedAt ?? now })
    .onConflict((conflict) => conflict.column('uri').doUpdateSet(row).where('actor.host', 'is not', null))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toActor(saved);
}

export async function updateActor(
  db: Db,
  id: string,
  change: {
    name?: string;
    summaryHtml?: string;
    state?: Actor['state'];
    label?: string;
    discoverable?: boolean;
    indexable?: boolean;
    fields?: Actor['fields'];
    iconUrl?: string | null;
  },
  now: Date,
): Promise<void> {
  await db
    .updateTable('actor')
    .set({
      name: change.name,
      summary_html: change.summaryHtml,
      state: change.state,
      label: change.label,
      discoverable: change.discoverable,
      indexable: change.indexable,
      fields: change.fields && JSON.stringify(change.fields),
      icon_url: change.iconUrl,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
}

export async function renameActor(
  db: Db,
  id: string,
  to: { handle: string; name: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('actor')
    .set({ handle: to.handle, name: to.name, updated_at: now })
    .where('id', '=', id)
    .execute();
}
