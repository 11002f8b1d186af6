import { moderates } from '../domain/moderating.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { handOverOf, tellOfDecision } from '../store/held.ts';
import { personById } from '../store/people.ts';
import type { Ctx } from './context.ts';
import { threadOwner } from './thread-owner.ts';

/** Who decides about something under a work or try: its author, or a moderator in their place. */
interface Decider {
  ownerId: string;
  /** with a moderator: the report by which it was handed over */
  reportId: string | null;
}

/**
 * Whether somebody decides about what stands or waits under a work or try. Only the author of one of ours does, and
 * about what waits also moderators and administrators, while the author has asked them to.
 * @returns null when they do not
 */
export async function deciderOf(
  db: Db,
  actorId: string,
  rootUri: string,
  isHeld: boolean,
): Promise<Decider | null> {
  const ownerId = await threadOwner(db, rootUri);
  if (ownerId === null) return null;
  if (ownerId === actorId) return { ownerId, reportId: null };
  const report = isHeld ? await handOverOf(db, rootUri) : null;
  if (!report) return null;
  const person = await personById(db, actorId);
  return moderates(person) ? { ownerId, reportId: report.id } : null;
}

/** What a moderator decided is written down, and the author is told. */
export async function noteDecision(
  ctx: Ctx,
  actorId: string,
  { ownerId, reportId }: Decider,
  about: { uri: string; rootUri: string },
  decision: 'show' | 'hide',
): Promise<void> {
  if (reportId === null) return;
  await insertAuditEntry(ctx.db, {
    actorId,
    action: `held-${decision}`,
    about: about.uri,
    data: { reportId },
  });
  const told = { personId: ownerId, workUri: about.rootUri, reportId };
  await tellOfDecision(ctx.db, told, decision, ctx.clock.now());
}
