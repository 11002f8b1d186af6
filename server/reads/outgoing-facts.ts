import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import type { Was } from '../domain/taken-back.ts';
import { actorById } from '../store/actors.ts';
import { adaptationById } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { ownDescendants } from '../store/lineage.ts';
import { replyById } from '../store/replies.ts';
import { reportById } from '../store/reports.ts';
import { workById } from '../store/works.ts';

/** The district's actor, null before set-up. */
export async function districtOf(db: Db): Promise<Actor | null> {
  return (await theDistrict(db))?.actor ?? null;
}

/** Both ends of a follow. */
export async function followParties(
  db: Db,
  followerId: string,
  followedId: string,
): Promise<{ follower: Actor; followed: Actor } | null> {
  const [follower, followed] = await Promise.all([actorById(db, followerId), actorById(db, followedId)]);
  return follower && followed ? { follower, followed } : null;
}

/** Who took a thing of ours back, what it was, and the addresses of what it answered: their servers have it as well. */
export async function deletedThing(
  db: Db,
  kind: 'work' | 'try' | 'reply',
  id: string,
): Promise<{ uri: string; author: Actor; relatedUris: string[]; was: Was } | null> {
  const find = { work: workById, try: adaptationById, reply: replyById }[kind];
  const thing = await find(db, id);
  const author = thing && (await actorById(db, thing.authorId));
  if (!thing || !author || author.host !== null) return null;
  const relatedUris = 'lineage' in thing ? thing.lineage : [thing.inReplyTo, thing.rootUri];
  const was = 'kind' in thing ? thing.kind : kind === 'try' ? 'try' : 'reply';
  return { uri: thing.uri, author, relatedUris, was };
}

/** Works and tries of ours that came from something and may leave, so many of the newest, the oldest of them first. */
export async function descendantsOf(db: Db, uri: string, most: number) {
  return (await ownDescendants(db, uri, most)).reverse();
}

/**
 * Did this ever leave? What never left is never spoken of outside. It has left once anything about it was made for other
 * servers, once one of them fetched it, and once it was to be sent: then its address was open to everybody.
 */
export async function everLeft(
  db: Db,
  kind: 'work' | 'try' | 'reply',
  id: string,
  uri: string,
): Promise<boolean> {
  const { rows } = await sql<{ wasOut: boolean }>`
    select exists (select from outgoing_activity where object_uri = ${uri})
      or exists (select from object_reader where object_uri = ${uri})
      or exists (select from outgoing_event where kind = ${`${kind}-published`} and payload ->> ${`${kind}Id`} = ${id}) as "wasOut"`.execute(
    db,
  );
  return rows[0]?.wasOut ?? false;
}

/** A report as another server may see it: what it is about and why, never who made it. */
export async function reportForWire(
  db: Db,
  id: string,
): Promise<{ about: string[]; text: string; target: Actor; instance: Actor } | null> {
  const [report, district] = await Promise.all([reportById(db, id), theDistrict(db)]);
  const target = report?.targetId ? await actorById(db, report.targetId) : null;
  if (!report || !district || !target || target.host === null) return null;
  return {
    about: [target.uri, ...report.aboutUris.filter((uri) => uri !== target.uri)],
    text: report.text,
    target,
    instance: district.instanceActor,
  };
}

/** Is something that this actor of ours sent still on its way, or not yet made? */
export async function stillTelling(db: Db, actorId: string): Promise<boolean> {
  const result = await sql<{ telling: boolean }>`
    select exists (select from outgoing_event where done_at is null and kind = 'account-closed' and payload ->> 'actorId' = ${actorId})
      or exists (select from delivery d join outgoing_activity a on a.id = d.activity_id where a.actor_id = ${actorId} and d.state = 'waiting') as telling`.execute(
    db,
  );
  return result.rows[0]?.telling ?? false;
}
