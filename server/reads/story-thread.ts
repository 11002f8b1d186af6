import type { Actor } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import type { Reply } from '../domain/reply.ts';
import { actorsByIds } from '../store/actors.ts';
import { toAdaptation } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { toReply } from '../store/replies.ts';

export interface TryCard {
  adaptation: Adaptation;
  author: Actor;
  /** tries of this try, oldest first */
  tries: TryCard[];
}

export interface ReplyCard {
  reply: Reply;
  author: Actor;
}

export interface StoryThread {
  tries: TryCard[];
  /** how many there are in all, when more than are shown */
  triesTotal: number;
  replies: ReplyCard[];
  /** only for the author of the work: what waits for a decision */
  held: { tries: TryCard[]; replies: ReplyCard[] };
}

const TRIES_SHOWN = 30;
const REPLIES_SHOWN = 100;
const DEPTH = 5;

/** Everything under a work that this viewer may see: tries as a tree, oldest first, and the conversation. */
export async function storyThread(
  db: Db,
  viewer: Viewer,
  rootUri: string,
  ownerId: string,
): Promise<StoryThread> {
  const isOwner = viewer.kind === 'member' && viewer.actorId === ownerId;
  const found = await triesBelow(db, rootUri);
  const replyRows = await db
    .selectFrom('reply')
    .selectAll()
    .where('root_uri', '=', rootUri)
    .where('state', 'in', isOwner ? ['shown', 'held'] : ['shown'])
    .orderBy('id')
    .limit(REPLIES_SHOWN)
    .execute();
  const replies = replyRows.map(toReply);
  const authors = await actorsByIds(
    db,
    [...found, ...replies].map((thing) => thing.authorId),
  );
  const seen = found.filter(
    (one) => mayRead(viewer, readableBy(one, authors.get(one.authorId))) || (isOwner && one.state === 'held'),
  );
  const cards = new Map<string, TryCard>();
  for (const adaptation of seen) {
    const author = authors.get(adaptation.authorId);
    if (author && author.state !== 'suspended') cards.set(adaptation.uri, { adaptation, author, tries: [] });
  }
  const top: TryCard[] = [];
  const heldTries: TryCard[] = [];
  for (const card of cards.values()) {
    if (card.adaptation.state === 'held') heldTries.push(card);
    else (cards.get(card.adaptation.ofUri)?.tries ?? top).push(card);
  }
  const replyCards = replies.flatMap((reply) => {
    const author = authors.get(reply.authorId);
    return author && author.state !== 'suspended' ? [{ reply, author }] : [];
  });
  return {
    tries: top.slice(0, TRIES_SHOWN),
    triesTotal: top.length,
    replies: replyCards.filter((card) => card.reply.state === 'shown'),
    held: { tries: heldTries, replies: replyCards.filter((card) => card.reply.state === 'held') },
  };
}

/** The tries of a work and the tries of those, level by level, each level in one query. */
async function triesBelow(db: Db, rootUri: string): Promise<Adaptation[]> {
  const found: Adaptation[] = [];
  const known = new Set([rootUri]);
  let level = [rootUri];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const rows = await db
      .selectFrom('adaptation')
      .selectAll()
      .where('of_uri', 'in', level)
      .where('state', 'in', ['published', 'held'])
      .orderBy('id')
      .limit(500)
      .execute();
    const fresh = rows.filter((row) => !known.has(row.uri));
    for (const row of fresh) known.add(row.uri);
    found.push(...fresh.map(toAdaptation));
    level = fresh.map((row) => row.uri);
  }
  return found;
}
