import type { Actor } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import type { Viewer } from '../domain/audience.ts';
import type { Reply } from '../domain/reply.ts';
import { actorsByIds } from '../store/actors.ts';
import { heldTries } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { toReply } from '../store/replies.ts';
import { type Likeness, type LineageBelow, lineageBelow } from './lineage.ts';

export interface TryCard {
  adaptation: Adaptation;
  author: Actor;
}

export interface ReplyCard {
  reply: Reply;
  author: Actor;
}

export interface StoryThread {
  /** how the idea went on from here: one page of it */
  lineage: LineageBelow;
  replies: ReplyCard[];
  /** only for the author of the work: what waits for a decision */
  held: { tries: TryCard[]; replies: ReplyCard[] };
}

/** Which page of the tries, and whose come first. */
export interface TriesShown {
  from?: number;
  like?: Likeness;
}

const REPLIES_SHOWN = 100;

/** Everything under a work that this viewer may see: the way it went, and the conversation. */
export async function storyThread(
  db: Db,
  viewer: Viewer,
  rootUri: string,
  ownerId: string,
  shown: TriesShown = {},
): Promise<StoryThread> {
  const isOwner = viewer.kind === 'member' && viewer.actorId === ownerId;
  const [lineage, waiting, replyRows] = await Promise.all([
    lineageBelow(db, viewer, rootUri, shown),
    isOwner ? heldTries(db, rootUri) : [],
    db
      .selectFrom('reply')
      .selectAll()
      .where('root_uri', '=', rootUri)
      .where('state', 'in', isOwner ? ['shown', 'held'] : ['shown'])
      .orderBy('id')
      .limit(REPLIES_SHOWN)
      .execute(),
  ]);
  const replies = replyRows.map(toReply);
  const authors = await actorsByIds(
    db,
    [...waiting, ...replies].map((thing) => thing.authorId),
  );
  const inGoodStanding = (id: string): Actor[] => {
    const author = authors.get(id);
    return author && author.state !== 'suspended' ? [author] : [];
  };
  const replyCards = replies.flatMap((reply) =>
    inGoodStanding(reply.authorId).map((author) => ({ reply, author })),
  );
  return {
    lineage,
    replies: replyCards.filter((card) => card.reply.state === 'shown'),
    held: {
      tries: waiting.flatMap((adaptation) =>
        inGoodStanding(adaptation.authorId).map((author) => ({ adaptation, author })),
      ),
      replies: replyCards.filter((card) => card.reply.state === 'held'),
    },
  };
}
