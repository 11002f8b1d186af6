import type { Actor } from '../domain/actor.ts';
import { isOwn, mayLeave } from '../domain/audience.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import { actorById } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Db, Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { followBetween } from '../store/follows.ts';
import {
  insertQuoteAuthorization,
  quoteAuthorizationByUri,
  revokeQuoteAuthorization,
} from '../store/quotes.ts';
import { inTransaction } from '../store/tx.ts';
import { workById, workByUri } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';

/**
 * Somebody elsewhere asks to quote a work of ours (FEP-044f). The author's policy answers: nobody unless they opened it.
 * @returns what was answered, `ignored` when it is no public work of ours
 */
export async function receiveQuoteRequest(
  ctx: Ctx & { db: Tx },
  from: Actor,
  request: { uri: string; workUri: string; quotingUri: string },
): Promise<'allowed' | 'refused' | 'ignored'> {
  const work = await workByUri(ctx.db, request.workUri);
  if (!work || work.host !== null || !mayLeave(work)) return 'ignored';
  const allowed = await mayQuote(ctx.db, work, from);
  const id = newId(ctx.clock.now().getTime());
  const uri = `${work.uri}/stamps/${id}`;
  const granted =
    allowed &&
    (await insertQuoteAuthorization(ctx.db, {
      id,
      uri,
      workId: work.id,
      requestUri: request.uri,
      quotingUri: request.quotingUri,
      quotingActorId: from.id,
    }));
  await emitEvent(ctx.db, {
    kind: 'quote-answered',
    authorId: work.authorId,
    requesterId: from.id,
    requestUri: request.uri,
    quotingUri: request.quotingUri,
    workUri: work.uri,
    stampUri: granted ? uri : null,
  });
  return granted ? 'allowed' : 'refused';
}

async function mayQuote(db: Db, work: Work, from: Actor): Promise<boolean> {
  if (await hasBlocked(db, work.authorId, from.id)) return false;
  if (work.quotePolicy === 'everyone') return true;
  return (
    work.quotePolicy === 'followers' &&
    (await followBetween(db, from.id, work.authorId))?.state === 'accepted'
  );
}

/**
 * Takes a permission to quote back.
 * @throws Refusal `not-found no-work` for everybody but the author
 */
export async function withdrawQuote(ctx: Ctx, actorId: string, stampUri: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const quote = await quoteAuthorizationByUri(tx, stampUri);
    const work = quote && (await workById(tx, quote.workId));
    if (!quote || !isOwn(work, actorId) || !(await actorById(tx, actorId)))
      throw new Refusal('not-found', 'no-work');
    const now = ctx.clock.now();
    if (!(await revokeQuoteAuthorization(tx, stampUri, now))) return;
    await emitEvent(tx, {
      kind: 'quote-withdrawn',
      authorId: actorId,
      stampUri,
      quotingActorId: quote.quotingActorId,
      at: now.toISOString(),
    });
    await markStale(tx, `object:${work.uri}`);
  });
}
