import { sql } from 'kysely';
import type { OutgoingEvent } from '../domain/outgoing-event.ts';
import type { Tx } from './db.ts';

/** What a delivery that ended because its author was suspended says of itself. */
const HELD = 'its author was suspended before it was sent';

/** Texts of somebody of ours that wait to be sent, and the district's boosts of them, are not sent any more. */
export async function holdTexts(tx: Tx, actorId: string): Promise<void> {
  await sql`
    update delivery d set state = 'refused', finished_at = now(), last_error = ${HELD}
    from outgoing_activity a
    where a.id = d.activity_id and d.state = 'waiting' and (
      (a.actor_id = ${actorId} and a.carries in ('text', 'pointer') and a.object_uri <> (select uri from actor where id = ${actorId}))
      or (a.carries = 'pointer' and a.object_uri in (select uri from work where author_id = ${actorId})))`.execute(
    tx,
  );
}

/**
 * Forgets which deliveries were held, so that they can be made anew, and says what was cut off: public things whose
 * texts were on their way, or were shared or changed so late that they were not even written out.
 * @param since when the suspension began
 * @returns the events that send them; those who have them already get nothing twice
 */
export async function releaseTexts(tx: Tx, actorId: string, since: Date): Promise<OutgoingEvent[]> {
  const cut = await sql<{ uri: string }>`
    delete from delivery d using outgoing_activity a
    where a.id = d.activity_id and d.state = 'refused' and d.last_error = ${HELD}
      and (a.actor_id = ${actorId} or a.object_uri in (select uri from work where author_id = ${actorId}))
    returning a.object_uri as uri`.execute(tx);
  const uris = cut.rows.map(({ uri }) => uri);
  const from = new Date(since.getTime() - NOT_WRITTEN_MS);
  const things = await sql<{ kind: 'work' | 'try' | 'reply'; id: string; version: number }>`
    select 'work' as kind, id, version from work
    where author_id = ${actorId} and host is null and state = 'published' and audience = 'everyone'
      and (uri = any(${uris}::text[]) or updated_at > ${from})
    union all
    select 'try', id, version from adaptation
    where author_id = ${actorId} and host is null and state = 'published' and audience = 'everyone'
      and (uri = any(${uris}::text[]) or updated_at > ${from})
    union all
    select 'reply', id, 1 from reply
    where author_id = ${actorId} and host is null and state = 'shown'
      and (uri = any(${uris}::text[]) or published_at > ${from})
    order by id`.execute(tx);
  return things.rows.flatMap(eventsOf);
}

/** How long after a change its event may still wait to be written out. */
const NOT_WRITTEN_MS = 3_600_000;

function eventsOf(thing: { kind: 'work' | 'try' | 'reply'; id: string; version: number }): OutgoingEvent[] {
  const { kind, id, version } = thing;
  switch (kind) {
    case 'work':
      return [
        { kind: 'work-published', workId: id },
        ...(version > 1 ? [{ kind: 'work-edited' as const, workId: id, version }] : []),
      ];
    case 'try':
      return [
        { kind: 'try-published', tryId: id },
        ...(version > 1 ? [{ kind: 'try-edited' as const, tryId: id, version }] : []),
      ];
    case 'reply':
      return [{ kind: 'reply-published', replyId: id }];
  }
}
