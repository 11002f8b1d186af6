import type { Actor } from '../domain/actor.ts';
import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Reply } from '../domain/reply.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { replyById } from '../store/replies.ts';
import { tombstoneOf } from '../store/tombstones.ts';
import { readableOf, workByUri } from '../store/works.ts';
import { type Parent, parentOf } from './story-page.ts';

export interface ReplyPage {
  reply: Reply;
  author: Actor;
  isAuthor: boolean;
  /** this viewer wrote what it hangs on, and decides whether it is shown and whether it counts as a try */
  decides: boolean;
  /** the story or try that the conversation is about */
  root: Parent;
  /** may everybody read it? Else it is for members, or held */
  isPublic: boolean;
}

/**
 * One reply by its id and its author's handle; those from elsewhere for signed-in readers only.
 * @throws Refusal `not-found no-work`, `gone taken-back` {name, date}
 */
export async function replyPage(
  db: Db,
  viewer: Viewer,
  handle: string,
  host: string | null,
  id: string,
): Promise<ReplyPage> {
  const reply = await replyById(db, id);
  const author = reply && (await actorById(db, reply.authorId));
  if (!reply || !author || author.host !== host || author.handle.toLowerCase() !== handle.toLowerCase())
    throw new Refusal('not-found', 'no-work');
  if (author.state === 'suspended' || (host !== null && viewer.kind !== 'member'))
    throw new Refusal('not-found', 'no-work');
  const root = await rootOf(db, reply.rootUri);
  if (!root || !mayRead(viewer, root)) throw new Refusal('not-found', 'no-work');
  const me = viewer.kind === 'member' ? viewer.actorId : null;
  if (reply.state === 'removed') {
    const at = (await tombstoneOf(db, reply.uri))?.deletedAt ?? reply.publishedAt;
    throw new Refusal('gone', 'taken-back', { name: author.name || author.handle, date: at.toISOString() });
  }
  const isAuthor = me === author.id;
  const decides = me !== null && root.authorIds[0] === me;
  if (reply.state !== 'shown' && !isAuthor && !decides) throw new Refusal('not-found', 'no-work');
  return {
    reply,
    author,
    isAuthor,
    decides,
    root: await parentOf(db, viewer, reply.rootUri),
    isPublic: reply.state === 'shown' && root.audience === 'everyone',
  };
}

async function rootOf(db: Db, uri: string) {
  const work = await workByUri(db, uri);
  if (work) return readableOf(db, work);
  const adaptation = await adaptationByUri(db, uri);
  return adaptation && readableBy(adaptation, await actorById(db, adaptation.authorId));
}
