import { isOwn } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import { localActorByHandle } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import { coAuthorsOf, confirmCoAuthor, insertCoAuthor, removeCoAuthor } from '../store/co-authors.ts';
import type { Tx } from '../store/db.ts';
import { insertNotice } from '../store/notices.ts';
import { inTransaction } from '../store/tx.ts';
import { lockWork, updateWork } from '../store/works.ts';
import type { Ctx } from './context.ts';

/** people who can be named beside the author */
const MOST = 6;

/**
 * Asks a colleague here to be co-author of a draft. They may read it from now on and change it once they say yes.
 * @param handle with or without `@`
 * @throws Refusal `not-found no-work`, `not-found no-person`, `conflict co-author-already`, `invalid co-authors-many`
 */
export async function inviteCoAuthor(
  ctx: Ctx,
  authorId: string,
  workId: string,
  handle: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const work = await ownDraft(tx, authorId, workId);
    const person = await localActorByHandle(tx, handle.trim().replace(/^@/, '').toLowerCase());
    if (person?.kind !== 'person' || person.state !== 'active' || (await hasBlocked(tx, person.id, authorId)))
      throw new Refusal('not-found', 'no-colleague');
    if (person.id === authorId) throw new Refusal('conflict', 'co-author-already');
    if ((await coAuthorsOf(tx, workId)).length >= MOST) throw new Refusal('invalid', 'co-authors-many');
    if (!(await insertCoAuthor(tx, workId, person.id))) throw new Refusal('conflict', 'co-author-already');
    await updateWork(tx, workId, { scheduled_at: null });
    await tell(tx, 'co-author-asked', work, person.id, authorId);
  });
}

/**
 * Says yes or no to being named as a co-author.
 * @throws Refusal `not-found no-work` for everybody who was not asked
 */
export async function answerCoAuthor(
  ctx: Ctx,
  actorId: string,
  workId: string,
  answer: 'yes' | 'no',
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    const asked = await coAuthorsOf(tx, workId);
    if (work?.state !== 'draft' || !asked.some(({ actor }) => actor.id === actorId))
      throw new Refusal('not-found', 'no-work');
    if (answer === 'yes') await confirmCoAuthor(tx, workId, actorId, ctx.clock.now());
    else await removeCoAuthor(tx, workId, actorId);
    // it was read through with other names on it
    await updateWork(tx, workId, { scheduled_at: null });
    await tell(tx, answer === 'yes' ? 'co-author-yes' : 'co-author-no', work, work.authorId, actorId);
  });
}

/**
 * Takes a co-author out of a draft again.
 * @throws Refusal `not-found no-work`
 */
export async function dropCoAuthor(
  ctx: Ctx,
  authorId: string,
  workId: string,
  coAuthorId: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await ownDraft(tx, authorId, workId);
    if (!(await removeCoAuthor(tx, workId, coAuthorId))) throw new Refusal('not-found', 'no-person');
    await updateWork(tx, workId, { scheduled_at: null });
  });
}

/** Only the author decides who is named; after publishing it stays. */
async function ownDraft(tx: Tx, authorId: string, workId: string): Promise<Work> {
  const work = await lockWork(tx, workId);
  if (!isOwn(work, authorId) || work.state !== 'draft') throw new Refusal('not-found', 'no-work');
  return work;
}

async function tell(
  tx: Tx,
  kind: 'co-author-asked' | 'co-author-yes' | 'co-author-no',
  work: Work,
  personId: string,
  fromId: string,
): Promise<void> {
  await insertNotice(tx, { personId, kind, aboutUri: work.uri, objectUri: `${work.uri}#${fromId}`, fromId });
}
