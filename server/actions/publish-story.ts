import { workUrl } from '../domain/addresses.ts';
import { isOwn, mayLeave } from '../domain/audience.ts';
import { childLineage } from '../domain/lineage.ts';
import { photoProblems } from '../domain/photo.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { slugOf } from '../domain/slug.ts';
import { LIMITS } from '../domain/text-limits.ts';
import type { Audience } from '../domain/vocabulary.ts';
import { type Problem, publishable, type StoryInput, type Work } from '../domain/work.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import { coAuthorsOf } from '../store/co-authors.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { stateParents } from '../store/lineage.ts';
import { updatePerson } from '../store/people.ts';
import { includePhotos, photoPolicy, photosOfWork } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { freeSlug, insertVersion, lockWork, updateWork, workById, workByUri } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { storyColumns } from './story-columns.ts';
import { storySubject } from './story-subject.ts';
import { type CheckAnswers, clearToLeave, type StillOpen } from './student-check.ts';
import { tellOfStory } from './tell-of-story.ts';

export type Published =
  | { ok: true; id: string; uri: string; url: string }
  | { ok: false; problems: Problem[]; still?: StillOpen };

/**
 * Publishes a draft to its audience. Everything that must reach other servers is written in the same transaction.
 * @param answers to the student check; without them only what nobody has to be asked about is published
 * @param seen when the draft was changed last, as its author saw it: nothing goes out that they have not read
 * @returns the addresses, or what is missing or must still be answered
 * @throws Refusal `not-found`, `conflict already-published`, `conflict changed-meanwhile`
 */
export async function publishStory(
  ctx: Ctx,
  actorId: string,
  workId: string,
  story: StoryInput,
  answers: CheckAnswers,
  seen?: Date | null,
): Promise<Published> {
  return inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    if (!isOwn(work, actorId)) throw new Refusal('not-found', 'no-work');
    if (work.state !== 'draft') throw new Refusal('conflict', 'already-published');
    if (seen !== undefined && work.updatedAt?.getTime() !== seen?.getTime())
      throw new Refusal('conflict', 'changed-meanwhile');
    return publishLocked(ctx, tx, work, story, answers);
  });
}

/** The publishing of a draft that is locked already. */
export async function publishLocked(
  ctx: Ctx,
  tx: Tx,
  { id: workId, authorId: actorId, uri, ...work }: Work,
  story: StoryInput,
  answers: CheckAnswers,
): Promise<Published> {
  const problems = publishable(story);
  if (problems.length > 0) return { ok: false, problems };
  const author = await actorById(tx, actorId);
  if (!author || author.state === 'suspended') throw new Refusal('not-found', 'no-work');
  const unready = await photosInTheWay(tx, workId, story.audience);
  if (unready.length > 0) return { ok: false, problems: unready };
  if ((await coAuthorsOf(tx, workId)).some(({ confirmedAt }) => confirmedAt === null))
    return { ok: false, problems: [{ field: 'coAuthor', say: 'waiting' }] };
  const subject = await storySubject(tx, { ...work, id: workId, authorId: actorId, uri }, story);
  const still = await clearToLeave({ ...ctx, db: tx }, actorId, subject, answers, true);
  if (still) return { ok: false, problems: [], still };
  const now = ctx.clock.now();
  const slug = await freeSlug(tx, actorId, slugOf(story.title, workId));
  const url = workUrl(ctx.origin, author.handle, slug);
  const lineage = await linkToParents(tx, { uri, toldAt: now, authorId: actorId }, story);
  await updateWork(tx, workId, {
    ...(await storyColumns(story)),
    audience: story.audience,
    slug,
    url,
    lineage,
    state: 'published',
    published_at: now,
    updated_at: now,
    scheduled_at: null,
  });
  await includePhotos(tx, workId);
  await updatePerson(tx, actorId, { last_audience: story.audience });
  if (mayLeave({ audience: story.audience, state: 'published' }))
    await emitEvent(tx, { kind: 'work-published', workId });
  const published = await workById(tx, workId);
  if (published) await insertVersion(tx, published);
  await markStale(tx, `object:${uri}`, `actor:${actorId}`, 'district');
  return { ok: true, id: workId, uri, url };
}

/** What a work's photos still lack before this audience may see them. */
export async function photosInTheWay(tx: Tx, workId: string, audience: Audience): Promise<Problem[]> {
  return photoProblems(await photosOfWork(tx, workId), audience, await photoPolicy(tx));
}

/**
 * Writes what a story was built on, and tells those of whom it was. What stays inside the node is passed over: the
 * nearest of its ancestors that may be known takes its place in the lineage.
 * @returns its ancestors, origin first, public ones only
 */
export async function linkToParents(
  tx: Tx,
  child: { uri: string; toldAt: Date; authorId: string },
  story: Pick<StoryInput, 'builtOn' | 'audience'>,
): Promise<string[]> {
  const parents = await Promise.all(story.builtOn.map(({ uri }) => parentOf(tx, uri)));
  const steps = await Promise.all(
    parents
      .flatMap((parent) => [
        { ...parent, relation: parent.isQuestion ? ('answered' as const) : ('built-on' as const) },
        ...(parent.leaves || !parent.nearest ? [] : [{ ...parent.nearest, relation: 'built-on' as const }]),
      ])
      .map(async ({ uri, relation, authorId }) => ({
        uri,
        relation,
        state:
          authorId !== null && (await hasBlocked(tx, authorId, child.authorId))
            ? ('hidden' as const)
            : undefined,
      })),
  );
  await stateParents(tx, { ...child, parents: steps });
  for (const { uri, authorId, isQuestion } of parents)
    if (authorId !== null && story.audience !== 'me')
      await tellOfStory(tx, { uri, authorId, isQuestion }, child);
  const known = parents
    .map((parent) => (parent.leaves ? parent : parent.nearest))
    .find((one) => one !== null);
  return known ? childLineage(known, LIMITS.lineage) : [];
}

/** What a story may be built on: a work or a try, ours or from elsewhere, or something that is not held here. */
interface BuiltOn {
  uri: string;
  lineage: string[];
  /** null: not held here */
  authorId: string | null;
  leaves: boolean;
  isQuestion: boolean;
}

async function parentOf(tx: Tx, uri: string): Promise<BuiltOn & { nearest: BuiltOn | null }> {
  const parent = await builtOn(tx, uri);
  if (parent.leaves) return { ...parent, nearest: null };
  // a try of something public stays inside with it when it was told to colleagues alone
  const above = (await adaptationByUri(tx, uri))?.ofUri;
  for (const ancestor of [...(above ? [above] : []), ...parent.lineage.toReversed()]) {
    const nearest = await builtOn(tx, ancestor);
    if (nearest.leaves) return { ...parent, nearest };
  }
  return { ...parent, nearest: null };
}

async function builtOn(tx: Tx, uri: string): Promise<BuiltOn> {
  const work = await workByUri(tx, uri);
  const known = work ?? (await adaptationByUri(tx, uri));
  return {
    uri,
    lineage: known?.lineage ?? [],
    authorId: known?.authorId ?? null,
    leaves: known === null || known.host !== null || mayLeave(known),
    isQuestion: work !== null && isQuestion(work),
  };
}
