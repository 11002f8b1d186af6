import type { CheckedText } from '../check/questions.ts';
import type { TryInput } from '../domain/adaptation.ts';
import { objectUri, tryUrl } from '../domain/addresses.ts';
import { mayLeave, mayRead, readableBy } from '../domain/audience.ts';
import type { EvidenceTable } from '../domain/evidence-table.ts';
import { newId } from '../domain/ids.ts';
import { childLineage } from '../domain/lineage.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { TABLE_NAMES } from '../domain/table-names.ts';
import { wasShared } from '../domain/taken-back.ts';
import { LIMITS } from '../domain/text-limits.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri, insertAdaptation } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Db } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { stateParents } from '../store/lineage.ts';
import { insertNotice } from '../store/notices.ts';
import { closePlans, plannedTitle } from '../store/planned-tries.ts';
import { inTransaction } from '../store/tx.ts';
import { readableOf, workByUri } from '../store/works.ts';
import { askForThread } from './backfill.ts';
import { type Ctx, markStale } from './context.ts';
import { toldEnough } from './place-for.ts';
import { type CheckAnswers, type CheckSubject, requireClear } from './student-check.ts';
import { tryColumns } from './try-columns.ts';

/** What can be tried: a work or somebody's try, ours or from elsewhere. */
export interface Triable {
  uri: string;
  title: string;
  authorId: string;
  lineage: string[];
  mayLeave: boolean;
}

/**
 * Finds what is to be tried.
 * @throws Refusal `not-found no-work` when it does not exist or this person may not read it;
 * a question is answered, not tried. What was taken back can still be told of by whoever had planned to try it
 */
export async function triable(db: Db, actorId: string, uri: string): Promise<Triable> {
  const viewer = { kind: 'member', actorId, role: 'member' } as const;
  const work = await workByUri(db, uri);
  if (work && !isQuestion(work) && mayRead(viewer, await readableOf(db, work))) {
    return {
      uri,
      title: work.title,
      authorId: work.authorId,
      lineage: work.lineage,
      mayLeave: mayLeave(work),
    };
  }
  const planned = work && !isQuestion(work) && wasShared(work) ? await plannedTitle(db, actorId, uri) : null;
  if (work && planned !== null)
    return { uri, title: planned, authorId: work.authorId, lineage: work.lineage, mayLeave: true };
  const earlier = await adaptationByUri(db, uri);
  if (earlier && mayRead(viewer, readableBy(earlier, await actorById(db, earlier.authorId)))) {
    return {
      uri,
      title: earlier.ofTitle,
      authorId: earlier.authorId,
      lineage: earlier.lineage,
      mayLeave: mayLeave(earlier),
    };
  }
  throw new Refusal('not-found', 'no-work');
}

/**
 * Tells back what happened when somebody's idea was tried. A try of a work that stays inside stays inside too.
 * @returns the try's id and addresses
 * @param answers to the student check
 * @throws Refusal `not-found no-work`, `not-allowed replies-closed`, `conflict tries-today`; StudentCheckRefusal when
 *   something must still be answered
 */
export async function reportTry(
  ctx: Ctx,
  actorId: string,
  ofUri: string,
  input: TryInput,
  answers?: CheckAnswers,
): Promise<{ id: string; uri: string; url: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const [author, parent] = await Promise.all([actorById(tx, actorId), triable(tx, actorId, ofUri)]);
    if (!author) throw new Refusal('not-found', 'no-work');
    // the same words as where no replies are taken: a block is not told to the blocked
    if (await hasBlocked(tx, parent.authorId, actorId)) throw new Refusal('not-allowed', 'replies-closed');
    if (await toldEnough({ ...ctx, db: tx }, actorId, parent.authorId))
      throw new Refusal('conflict', 'tries-today');
    const now = ctx.clock.now();
    const id = newId(now.getTime());
    const uri = objectUri(ctx.origin, id);
    const url = tryUrl(ctx.origin, author.handle, id);
    const audience = input.audience === 'everyone' && !parent.mayLeave ? 'district' : input.audience;
    const people = [actorId, parent.authorId];
    const subject = { id, version: 1, ...trySubject(input), audience, people };
    await requireClear({ ...ctx, db: tx }, actorId, subject, answers);
    await insertAdaptation(tx, {
      id,
      uri,
      url,
      host: null,
      author_id: actorId,
      of_uri: ofUri,
      of_title: parent.title,
      ...tryColumns(input, parent.title),
      audience,
      lineage: childLineage(parent, LIMITS.lineage),
      state: 'published',
      created_at: now,
      published_at: now,
      updated_at: now,
    });
    await stateParents(tx, { uri, toldAt: now, parents: [{ uri: ofUri, relation: 'tried' }] });
    await closePlans(tx, actorId, ofUri);
    await askForThread({ ...ctx, db: tx }, ofUri);
    await tellAuthor(tx, parent, uri, actorId, audience);
    if (mayLeave({ audience, state: 'published' })) await emitEvent(tx, { kind: 'try-published', tryId: id });
    await markStale(
      tx,
      `object:${ofUri}`,
      `object:${uri}`,
      `actor:${actorId}`,
      `actor:${parent.authorId}`,
      'district',
    );
    return { id, uri, url };
  });
}

async function tellAuthor(
  db: Db,
  parent: Triable,
  tryUri: string,
  fromId: string,
  audience: string,
): Promise<void> {
  if (parent.authorId === fromId || audience === 'me') return;
  const author = await actorById(db, parent.authorId);
  if (author?.host === null && author.kind === 'person' && !(await hasBlocked(db, author.id, fromId))) {
    await insertNotice(db, {
      personId: author.id,
      kind: 'tried',
      aboutUri: parent.uri,
      objectUri: tryUri,
      fromId,
    });
  }
}

/** What the student check looks at in a try. */
export function trySubject(input: TryInput): Pick<CheckSubject, 'audience' | 'lang' | 'texts' | 'tables'> {
  return { audience: input.audience, lang: input.lang, texts: tryTexts(input), tables: input.evidence };
}

/** Every word of a try that others would see, by field. */
function tryTexts(input: TryInput): CheckedText[] {
  const fields = ['context', 'changed', 'kept', 'happened', 'tip'] as const;
  return [
    ...fields.map((field) => ({ field, text: input[field] })),
    ...input.gistOther.map(({ lang, text }) => ({ field: 'gistOther', text, lang })),
    ...input.evidence.flatMap(tableTexts),
  ];
}

/** The words of a table, by the names that its boxes have in the form. */
function tableTexts({ caption, columns, rows }: EvidenceTable): CheckedText[] {
  return [
    { field: TABLE_NAMES.caption, text: caption },
    ...columns.map(({ name }, c) => ({ field: TABLE_NAMES.column(c), text: name })),
    ...rows.flatMap(({ cells }, r) =>
      cells.flatMap((text, c) =>
        columns[c]?.type === 'label' && text ? [{ field: TABLE_NAMES.cell(r, c), text: String(text) }] : [],
      ),
    ),
  ];
}
