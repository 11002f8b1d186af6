import { createHash } from 'node:crypto';
import { objectUri } from '../domain/addresses.ts';
import { isOwn, mayLeave } from '../domain/audience.ts';
import { newId } from '../domain/ids.ts';
import type { Photo } from '../domain/photo.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { cleanLine } from '../domain/text-limits.ts';
import { publishable, type StoryInput, type Work } from '../domain/work.ts';
import { moveThread } from '../store/conversation.ts';
import type { Tx } from '../store/db.ts';
import { cancelText } from '../store/deliveries.ts';
import { emitEvent } from '../store/events.ts';
import { includePhotos, photosOfWork } from '../store/photos.ts';
import { insertTombstone, tombstoneOf } from '../store/tombstones.ts';
import { inTransaction } from '../store/tx.ts';
import { insertVersion, lockWork, updateWork, workById } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { linkToParents, type Published, photosInTheWay } from './publish-story.ts';
import { storyColumns } from './story-columns.ts';
import { storySubject } from './story-subject.ts';
import { type CheckAnswers, clearToLeave } from './student-check.ts';

/** What the author had before them when they said that they read it through. */
export interface SeenStory {
  /** when the story was changed last */
  at: Date | null;
  /** of the photos that waited beside it, as `photoSeen` names them */
  photos: readonly string[];
}

/** A photo with what is said of it, as somebody saw it. */
export const photoSeen = ({ token, alt }: Pick<Photo, 'token' | 'alt'>): string =>
  createHash('sha256').update(`${token}\n${alt}`).digest('base64url').slice(0, 16);

/**
 * Changes a published story: a new version, an `Update` for those who have it. Its address stays.
 * Widening the audience sends it out for the first time; narrowing takes it back everywhere else and keeps it inside.
 * @param changeNote what was corrected, in the author's words, at most 200 characters; may be empty
 * @param answers to the student check: every version is read through anew
 * @param seen with it nothing that came since is overwritten, and no photo goes out that its author has not seen
 * @throws Refusal `not-found`, `conflict not-published`, `conflict changed-meanwhile`
 */
export async function editStory(
  ctx: Ctx,
  actorId: string,
  workId: string,
  story: StoryInput,
  changeNote: string,
  answers: CheckAnswers,
  seen?: SeenStory,
): Promise<Published> {
  const problems = publishable(story);
  if (problems.length > 0) return { ok: false, problems };
  return inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    const isGone = work?.state === 'retracted' || work?.state === 'purged';
    if (!isOwn(work, actorId) || isGone || isQuestion(work)) throw new Refusal('not-found', 'no-work');
    if (work.state !== 'published' || work.url === null) throw new Refusal('conflict', 'not-published');
    if (seen && work.updatedAt?.getTime() !== seen.at?.getTime())
      throw new Refusal('conflict', 'changed-meanwhile');
    const waiting = (await photosOfWork(tx, workId)).filter(({ included }) => !included);
    if (seen && waiting.some((photo) => !seen.photos.includes(photoSeen(photo))))
      return { ok: false, problems: [{ field: 'attested', say: 'changed' }] };
    const unready = await photosInTheWay(tx, workId, story.audience);
    if (unready.length > 0) return { ok: false, problems: unready };
    const now = laterThan(ctx.clock.now(), work.updatedAt);
    const version = work.version + 1;
    const subject = { ...(await storySubject(tx, work, story, changeNote)), version };
    const still = await clearToLeave({ ...ctx, db: tx }, actorId, subject, answers, true);
    if (still) return { ok: false, problems: [], still };
    const wasOut = mayLeave(work);
    const isOut = mayLeave({ audience: story.audience, state: 'published' });
    if (wasOut && !isOut) await recall(tx, work, now);
    const uri = !wasOut && isOut ? await addressToGoOut(ctx, tx, work, now) : work.uri;
    await updateWork(tx, workId, {
      ...(await storyColumns(story)),
      uri,
      audience: story.audience,
      lineage: await linkToParents(
        tx,
        { uri, toldAt: work.publishedAt ?? now, authorId: work.authorId },
        story,
      ),
      version,
      change_note: cleanLine(changeNote, 200),
      updated_at: now,
      ...(!wasOut && isOut ? { published_at: now } : {}),
    });
    await includePhotos(tx, workId);
    if (wasOut && isOut) await emitEvent(tx, { kind: 'work-edited', workId, version });
    if (!wasOut && isOut) await emitEvent(tx, { kind: 'work-published', workId });
    const edited = await workById(tx, workId);
    if (edited) await insertVersion(tx, edited);
    await markStale(tx, `object:${work.uri}`, `actor:${actorId}`, 'district');
    return { ok: true, id: workId, uri, url: work.url };
  });
}

/** Takes the address back everywhere else. Inside, tries and replies go on hanging on it. */
async function recall(tx: Tx, work: Work, now: Date): Promise<void> {
  await cancelText(tx, work.uri);
  await insertTombstone(tx, { uri: work.uri, actorUri: null, was: work.kind, url: null }, now);
  await emitEvent(tx, { kind: 'work-taken-back', workId: work.id, uri: work.uri, at: now.toISOString() });
}

/** An address that was taken back is never used again: what goes out once more gets a new one, and takes its conversation along. */
async function addressToGoOut(ctx: Ctx, tx: Tx, work: Work, now: Date): Promise<string> {
  if (!(await tombstoneOf(tx, work.uri))) return work.uri;
  const uri = objectUri(ctx.origin, newId(now.getTime()));
  await moveThread(tx, work.uri, uri);
  return uri;
}

/** Receivers order edits by their time: each is at least a second later than the last (times on the wire have no fraction). */
export function laterThan(now: Date, last: Date | null): Date {
  const floor = last ? Math.floor(last.getTime() / 1000) * 1000 + 1000 : 0;
  return new Date(Math.max(now.getTime(), floor));
}
