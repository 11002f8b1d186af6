import type { Actor } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { adaptationById } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { tombstoneOf } from '../store/tombstones.ts';
import { type AuthorSide, authorSide } from './author-side.ts';
import { type Parent, parentOf } from './story-page.ts';
import { type StoryThread, storyThread, type TriesShown } from './story-thread.ts';

export interface TryPage {
  adaptation: Adaptation;
  author: Actor;
  isAuthor: boolean;
  /** what was tried */
  of: Parent;
  thread: StoryThread;
  /** only for its author */
  authorSide: AuthorSide | null;
}

/**
 * A try by its id and its author's handle; those from elsewhere for signed-in readers only.
 * @throws Refusal `not-found no-work` when there is none or this viewer may not know of it;
 *   `gone taken-back` {name, date} when it was public and was taken back
 */
export async function tryPage(
  db: Db,
  viewer: Viewer,
  handle: string,
  host: string | null,
  id: string,
  shown?: TriesShown,
): Promise<TryPage> {
  const adaptation = await adaptationById(db, id);
  const author = adaptation && (await actorById(db, adaptation.authorId));
  if (!adaptation || !author || author.host !== host || author.handle.toLowerCase() !== handle.toLowerCase())
    throw new Refusal('not-found', 'no-work');
  if (author.state === 'suspended' || (host !== null && viewer.kind !== 'member'))
    throw new Refusal('not-found', 'no-work');
  if (adaptation.state === 'withdrawn' && adaptation.audience === 'everyone') {
    const at =
      (await tombstoneOf(db, adaptation.uri))?.deletedAt ?? adaptation.updatedAt ?? adaptation.createdAt;
    throw new Refusal('gone', 'taken-back', { name: author.name || author.handle, date: at.toISOString() });
  }
  if (!mayRead(viewer, readableBy(adaptation, author))) throw new Refusal('not-found', 'no-work');
  const isAuthor = viewer.kind === 'member' && viewer.actorId === author.id;
  const [of, thread, side] = await Promise.all([
    parentOf(db, viewer, adaptation.ofUri),
    storyThread(db, viewer, adaptation.uri, author.id, shown),
    isAuthor ? authorSide(db, adaptation.uri) : null,
  ]);
  return {
    adaptation,
    author,
    isAuthor,
    // the title as remembered, should the original be gone
    of: { ...of, title: of.title ?? (adaptation.ofTitle || null) },
    thread,
    authorSide: side,
  };
}
