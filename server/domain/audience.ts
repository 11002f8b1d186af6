import type { Audience, Role } from './vocabulary.ts';

/** Who is asking. A `server` is a signed request from another node or a fediverse server. */
export type Viewer =
  | { kind: 'anonymous' }
  | { kind: 'member'; actorId: string; role: Role }
  | { kind: 'server'; host: string; actorUri: string };

/** What the permission question needs to know of a work, a try or a reply. */
export interface Readable {
  audience: Audience;
  state: string;
  /** the author and the confirmed co-authors */
  authorIds: readonly string[];
  /** its author is suspended, by this node or by their own: nobody reads it until that ends */
  suspended: boolean;
}

/** What the permission question needs of something that has one author: a try, a reply. */
export function readableBy(
  thing: { audience: Audience; state: string; authorId: string },
  author: { state: string } | null | undefined,
): Readable {
  const { audience, state, authorId } = thing;
  return { audience, state, authorIds: [authorId], suspended: !author || author.state === 'suspended' };
}

/**
 * May this viewer read this? The one place that answers it, for every page, feed, collection and document.
 * Administrators get no answer that other members do not get.
 */
export function mayRead(viewer: Viewer, thing: Readable): boolean {
  if (thing.suspended) return false;
  const isAuthor = viewer.kind === 'member' && thing.authorIds.includes(viewer.actorId);
  if (thing.state !== 'published') return isAuthor && ['draft', 'held', 'hidden'].includes(thing.state);
  switch (thing.audience) {
    case 'everyone':
      return true;
    case 'district':
      return viewer.kind === 'member';
    case 'me':
      return isAuthor;
    // groups and partner networks are not open yet: only the authors see such a work
    case 'group':
    case 'network':
      return isAuthor;
  }
}

/** Is this a member’s own: written here, by them? Only then may they change it, publish it or take it back. */
export function isOwn<T extends { host: string | null; authorId: string }>(
  thing: T | null | undefined,
  actorId: string,
): thing is T {
  return thing?.host === null && thing.authorId === actorId;
}

/** May this leave the node at all? Asked before anything is written for other servers. */
export function mayLeave(thing: { audience: Audience; state: string; suspended?: boolean }): boolean {
  return thing.state === 'published' && thing.audience === 'everyone' && thing.suspended !== true;
}
