import type { Actor } from '../domain/actor.ts';
import { mayLeave, mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import type { ShownPhoto } from '../domain/photo.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { TAKEN_BACK_FOR_STUDENT, wasShared } from '../domain/taken-back.ts';
import type { Work } from '../domain/work.ts';
import { actorById, actorsByIds, localActorByHandle } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { decisionAbout } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { openPlanOf } from '../store/planned-tries.ts';
import { tombstoneOf } from '../store/tombstones.ts';
import { authorIdsOf, readableOf, workById, workBySlug, workByUri } from '../store/works.ts';
import { type AuthorSide, authorSide } from './author-side.ts';
import { photosElsewhere, shownPhotos } from './photos.ts';
import { type QuoteOf, quotesOf } from './quotes-of.ts';
import { type StoryThread, storyThread, type TriesShown } from './story-thread.ts';

/** What a story was built on, as a line above its title. Without a title: taken back or not known here. */
export interface Parent {
  uri: string;
  title: string | null;
  url: string | null;
  author: Actor | null;
  /** everybody may know that the story came from it */
  leaves: boolean;
  /** it was asked: what was built on it is an answer; without a title the question was taken back */
  isQuestion?: boolean;
  /** a try: then the title is that of what was tried */
  isTry?: boolean;
  /** it was there for everybody, and its author has taken it back */
  isTakenBack?: boolean;
}

export interface StoryPage {
  work: Work;
  author: Actor;
  coAuthors: Actor[];
  isAuthor: boolean;
  builtOn: Parent[];
  thread: StoryThread;
  /** the reader means to try it */
  isPlanned: boolean;
  photos: ShownPhoto[];
  /** how many photos a work from elsewhere has: they are seen on its own page */
  photosElsewhere: number;
  /** only for its author: the posts elsewhere that may quote it */
  quotes: QuoteOf[];
  /** only for its author */
  authorSide: AuthorSide | null;
}

/**
 * A story of ours by its address.
 * @throws Refusal `not-found` when there is none or this viewer may not know of it;
 *   `gone taken-back` {name, date} when it was public and was taken back
 */
export async function storyPage(
  db: Db,
  viewer: Viewer,
  handle: string,
  slug: string,
  shown?: TriesShown,
): Promise<StoryPage> {
  const author = await localActorByHandle(db, handle);
  const work = author && (await workBySlug(db, author.id, slug));
  if (!author || !work) throw new Refusal('not-found', 'no-work');
  return pageOf(db, viewer, work, author, shown);
}

/**
 * A work from elsewhere by its id here. Signed-in readers only.
 * @throws Refusal as `storyPage`
 */
export async function remoteWorkPage(
  db: Db,
  viewer: Viewer,
  id: string,
  shown?: TriesShown,
): Promise<StoryPage> {
  const work = viewer.kind === 'member' ? await workById(db, id) : null;
  const author = work && work.host !== null ? await actorById(db, work.authorId) : null;
  if (!work || !author) throw new Refusal('not-found', 'no-work');
  return pageOf(db, viewer, work, author, shown);
}

async function pageOf(
  db: Db,
  viewer: Viewer,
  work: Work,
  author: Actor,
  shown?: TriesShown,
): Promise<StoryPage> {
  if (author.state === 'suspended') throw new Refusal('not-found', 'no-work');
  if (wasShared(work)) {
    const byModerator = await decisionAbout(db, work.uri, TAKEN_BACK_FOR_STUDENT);
    throw new Refusal('gone', byModerator ? 'taken-back-by-moderator' : 'taken-back', {
      name: author.name || author.handle,
      date: (work.retractedAt ?? new Date()).toISOString(),
    });
  }
  if (work.state !== 'published' || !mayRead(viewer, await readableOf(db, work)))
    throw new Refusal('not-found', 'no-work');
  const authorIds = await authorIdsOf(db, work);
  const isOurs = work.host === null;
  const wroteIt = isOurs && viewer.kind === 'member' && viewer.actorId === work.authorId;
  const [authors, builtOn, thread, photos, elsewhere, quotes, side, plan] = await Promise.all([
    actorsByIds(db, authorIds),
    Promise.all(work.builtOn.map((parent) => parentOf(db, viewer, parent.uri))),
    storyThread(db, viewer, work.uri, work.authorId, shown),
    isOurs ? shownPhotos(db, work.id) : [],
    isOurs ? 0 : photosElsewhere(db, work.id),
    wroteIt ? quotesOf(db, work.id) : [],
    wroteIt ? authorSide(db, work.uri) : null,
    viewer.kind === 'member' ? openPlanOf(db, viewer.actorId, work.uri) : null,
  ]);
  return {
    work,
    author,
    coAuthors: authorIds
      .filter((id) => id !== work.authorId)
      .flatMap((id) => authors.get(id) ?? [])
      .filter(({ state }) => state !== 'suspended'),
    isAuthor: viewer.kind === 'member' && authorIds.includes(viewer.actorId),
    builtOn,
    thread,
    isPlanned: plan !== null,
    photos,
    photosElsewhere: elsewhere,
    quotes,
    authorSide: side,
  };
}

/** A parent of a work or try as this viewer may see it. */
export async function parentOf(db: Db, viewer: Viewer, uri: string): Promise<Parent> {
  const closed = { uri, title: null, url: null, author: null, leaves: false };
  const work = await workByUri(db, uri);
  if (work) {
    const author = await actorById(db, work.authorId);
    if (!mayRead(viewer, await readableOf(db, work))) {
      const isTakenBack = wasShared(work) && author?.state !== 'suspended';
      return { ...closed, isTakenBack, isQuestion: isTakenBack && isQuestion(work) };
    }
    return {
      uri,
      title: work.title,
      url: work.host === null ? work.url : `/r/${work.id}`,
      author,
      leaves: mayLeave(work),
      isQuestion: isQuestion(work),
    };
  }
  const earlier = await adaptationByUri(db, uri);
  const author = earlier && (await actorById(db, earlier.authorId));
  if (author?.state === 'suspended') return closed;
  if (earlier && mayRead(viewer, readableBy(earlier, author)))
    return { uri, title: earlier.ofTitle, url: earlier.url, author, leaves: mayLeave(earlier), isTry: true };
  if (earlier) return { ...closed, isTakenBack: wasShared(earlier) };
  // not held here: its own address is all that is known
  return { ...closed, url: uri, leaves: true, isTakenBack: (await tombstoneOf(db, uri)) !== null };
}
