import type { Ctx } from '../server/actions/context.ts';
import { tellMoreServers } from '../server/actions/note-life.ts';
import type { OutgoingEvent } from '../server/domain/outgoing-event.ts';
import type { Addressee } from '../server/reads/addressees.ts';
import { instanceActorId } from '../server/reads/addressees.ts';
import { knownServers } from '../server/reads/known-servers.ts';
import { type Outgoing, outgoing } from './outgoing-activity.ts';
import { actorDocument } from './outgoing-documents.ts';
import { updateActor } from './translate/activity.ts';

/** servers told at a time */
const PORTION = 100;

/**
 * After a long absence every known server hears from this node: one signed `Update` of an actor of ours whom it knows,
 * since the word of somebody unknown is dropped unread. A server that had given this node up sends to it again.
 */
export async function signOfLife(
  ctx: Ctx,
  event: Extract<OutgoingEvent, { kind: 'node-returned' }>,
): Promise<Outgoing[]> {
  const { servers, next } = await knownServers(ctx.db, event.after, PORTION);
  await tellMoreServers(ctx, event, { next, told: servers.length });
  const instance = await instanceActorId(ctx.db);
  const byActor = new Map<string, Addressee[]>();
  for (const { host, inbox, actorId } of servers) {
    const speaker = actorId ?? instance;
    if (speaker) byActor.set(speaker, [...(byActor.get(speaker) ?? []), { inbox, host }]);
  }
  const sent: Outgoing[] = [];
  for (const [actorId, to] of byActor) {
    const document = await actorDocument(ctx, actorId);
    if (!document) continue;
    const { object, actor } = document;
    const update = updateActor({ id: object.id, followers: actor.followers }, object, new Date(event.at));
    sent.push(outgoing(update, actorId, object.id, to));
  }
  return sent;
}
