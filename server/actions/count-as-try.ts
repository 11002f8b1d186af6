import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Reply } from '../domain/reply.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db, Tx } from '../store/db.ts';
import { stateParents } from '../store/lineage.ts';
import { insertNotice, removeNotice } from '../store/notices.ts';
import { countNamed, lockReply, updateReply } from '../store/replies.ts';
import { inTransaction } from '../store/tx.ts';
import { workByUri } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { showReply } from './decide-reply.ts';
import { threadOwner } from './thread-owner.ts';
import { threadTags } from './thread-tags.ts';

/**
 * The author of a work or try says that a reply to it tells of a try, or that it does not after all. Its text stays as
 * it is; one that waited or was hidden is shown by being counted.
 * @throws Refusal `not-found no-work` for everybody else, for one's own replies, and for what answers a question
 */
export async function countAsTry(
  ctx: Ctx,
  actorId: string,
  replyId: string,
  counted: boolean,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const reply = await lockReply(tx, replyId);
    const isTheirs = reply !== null && (await threadOwner(tx, reply.rootUri)) === actorId;
    const root = isTheirs ? await workByUri(tx, reply.rootUri) : null;
    if (!isTheirs || (root && isQuestion(root)) || reply.state === 'removed' || reply.authorId === actorId)
      throw new Refusal('not-found', 'no-work');
    if (counted) await showReply(tx, reply);
    await updateReply(tx, replyId, { counted_as_try: counted });
    await keepCounted(tx, [{ ...reply, countedAsTry: counted }], actorId);
  });
}

/**
 * What another server names among the tries of a thing of its own counts as a try here too, as far as it is shown.
 * @param named the addresses in that list
 * @param isWhole the list was read to its end: then what it does not name counts no longer
 */
export async function countListed(
  ctx: Ctx,
  rootUri: string,
  named: readonly string[],
  isWhole: boolean,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const root = (await workByUri(tx, rootUri)) ?? (await adaptationByUri(tx, rootUri));
    if (!root || root.host === null || root.state !== 'published') return;
    await keepCounted(tx, await countNamed(tx, rootUri, named, isWhole), root.authorId);
  });
}

/** Keeps what follows from it: the step in the lineage, what is stale, a word to those of ours who said it. */
async function keepCounted(tx: Tx, replies: readonly Reply[], ownerId: string): Promise<void> {
  // side by side, so that one statement keeps what many say
  await Promise.all(
    replies.map(({ uri, rootUri, publishedAt, countedAsTry }) => {
      const parents = countedAsTry ? [{ uri: rootUri, relation: 'tried' as const }] : [];
      return stateParents(tx, { uri, toldAt: publishedAt, parents });
    }),
  );
  await Promise.all(
    replies.map(({ authorId, ...reply }) => tell(tx, { ...reply, personId: authorId, ownerId })),
  );
  const [first] = replies;
  if (first)
    await markStale(
      tx,
      'district',
      `actor:${ownerId}`,
      ...(await threadTags(tx, first.rootUri)),
      ...replies.map(({ uri }) => `object:${uri}` as const),
    );
}

async function tell(
  db: Db,
  told: { personId: string; ownerId: string; uri: string; rootUri: string; countedAsTry: boolean },
): Promise<void> {
  const person = await actorById(db, told.personId);
  if (person?.host !== null || person.kind !== 'person' || person.id === told.ownerId) return;
  const notice = { personId: person.id, kind: 'counted' as const, objectUri: told.uri };
  if (told.countedAsTry) await insertNotice(db, { ...notice, aboutUri: told.rootUri, fromId: told.ownerId });
  else await removeNotice(db, notice);
}
