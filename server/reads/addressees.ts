import type { Actor } from '../domain/actor.ts';
import { actorByUri } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { inboxesOfObject } from '../store/deliveries.ts';
import { followerInboxes } from '../store/follows.ts';
import { isSuspended, isUnder, readerInboxes, suspendedDomains } from '../store/hosts.ts';
import { inboxesThatKnow } from '../store/standing.ts';

/** Where something goes: an inbox elsewhere and its host. */
export interface Addressee {
  inbox: string;
  host: string;
}

/** Somebody, ours or from elsewhere, by id. */
export function actorOf(db: Db, uri: string): Promise<Actor | null> {
  return actorByUri(db, uri);
}

/** The actor that signs for the whole node, null before set-up. */
export async function instanceActorId(db: Db): Promise<string | null> {
  const row = await db.selectFrom('district').select('instance_actor_id').executeTakeFirst();
  return row?.instance_actor_id ?? null;
}

/** Is this the id of one of our actors (whose inbox can be posted to)? */
export async function isOurInbox(db: Db, actorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('actor')
    .select('id')
    .where('id', '=', actorId)
    .where('host', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export function isBlockedHost(db: Db, host: string): Promise<boolean> {
  return isSuspended(db, host);
}

/**
 * Everybody whom news of an object reaches, each inbox once: followers of the actors, people named in it,
 * and with `everSent` every inbox that ever got it and every server that fetched it. Blocked hosts are left out.
 */
export async function addressees(
  db: Db,
  to: { followersOf: readonly string[]; actors: readonly Actor[]; everSent?: string },
): Promise<Addressee[]> {
  const [followers, sent, readers, blocked] = await Promise.all([
    to.followersOf.length > 0 ? followerInboxes(db, to.followersOf) : [],
    to.everSent ? inboxesOfObject(db, to.everSent) : [],
    to.everSent ? readerInboxes(db, to.everSent) : [],
    suspendedDomains(db),
  ]);
  const named = to.actors.flatMap((actor) => {
    const inbox = actor.sharedInbox ?? actor.inbox;
    return actor.host !== null && inbox !== null && actor.state !== 'gone'
      ? [{ inbox, host: actor.host }]
      : [];
  });
  const all = new Map<string, Addressee>();
  for (const one of [...followers, ...named, ...sent, ...readers])
    if (!isUnder(one.host, blocked)) all.set(one.inbox, { inbox: one.inbox, host: one.host });
  return [...all.values()];
}

/**
 * Everybody who may have something of one of ours: their followers and the district's, every inbox that anything of
 * theirs ever went to, every server that fetched it. Each inbox once, blocked hosts left out.
 */
export async function whoKnows(db: Db, actorId: string): Promise<Addressee[]> {
  const [district, known, blocked] = await Promise.all([
    db.selectFrom('district').select('actor_id').executeTakeFirst(),
    inboxesThatKnow(db, actorId),
    suspendedDomains(db),
  ]);
  const followers = await followerInboxes(db, [actorId, ...(district ? [district.actor_id] : [])]);
  const all = new Map([...followers, ...known].map((one) => [one.inbox, one]));
  return [...all.values()].filter(({ host }) => !isUnder(host, blocked));
}

/** One inbox of every server that is known, for news that concerns them all. Blocked hosts are left out. */
export async function everyKnownInbox(db: Db): Promise<Addressee[]> {
  const [rows, blocked] = await Promise.all([
    db
      .selectFrom('actor')
      .select(['shared_inbox', 'inbox', 'host'])
      .distinctOn('host')
      .where('host', 'is not', null)
      .where('inbox', 'is not', null)
      .where('state', 'in', ['active', 'resting', 'moved'])
      .orderBy('host')
      .orderBy('shared_inbox')
      .execute(),
    suspendedDomains(db),
  ]);
  return rows.flatMap((row) => {
    const inbox = row.shared_inbox ?? row.inbox;
    return row.host !== null && inbox !== null && !isUnder(row.host, blocked)
      ? [{ inbox, host: row.host }]
      : [];
  });
}
