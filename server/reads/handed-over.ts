import type { Actor } from '../domain/actor.ts';
import type { Viewer } from '../domain/audience.ts';
import { moderates } from '../domain/moderating.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorsByIds } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { toReply } from '../store/replies.ts';
import { workByUri } from '../store/works.ts';
import type { Told } from './lineage.ts';
import { outOfPlace } from './story-thread.ts';
import type { ReplyCard } from './thread-replies.ts';

/** A work or try whose author asked the moderators to look after what waits under it. */
export interface HandedOver {
  kind: 'work' | 'try';
  id: string;
  /** of a try: of what was tried */
  title: string;
  author: Actor;
  replies: ReplyCard[];
  /** tries, and stories that were built on it */
  told: Told[];
}

const WORKS = 50;
const UNDER_EACH = 100;

/**
 * What waits under the works and tries that their authors handed over, the oldest first. Nothing else that waits is seen by
 * anybody but its author.
 * @throws Refusal `not-found not-found` for everybody but moderators and administrators
 */
export async function handedOver(db: Db, viewer: Viewer): Promise<HandedOver[]> {
  if (!moderates(viewer)) throw new Refusal('not-found', 'not-found');
  const reports = await db
    .selectFrom('report')
    .select('about_uris')
    .where('state', '=', 'open')
    .where('reason', '=', 'busy')
    .orderBy('id')
    .limit(WORKS)
    .execute();
  const found = await Promise.all(reports.map(({ about_uris: [uri = ''] }) => under(db, viewer, uri)));
  return found.filter((one) => one !== null);
}

async function under(db: Db, viewer: Viewer, uri: string): Promise<HandedOver | null> {
  const work = await workByUri(db, uri);
  const root = work ?? (await adaptationByUri(db, uri));
  if (root?.host !== null || root.state !== 'published') return null;
  const [replyRows, { held }] = await Promise.all([
    db
      .selectFrom('reply')
      .selectAll()
      .where('root_uri', '=', uri)
      .where('state', '=', 'held')
      .orderBy('id')
      .limit(UNDER_EACH)
      .execute(),
    outOfPlace(db, viewer, uri),
  ]);
  const people = await actorsByIds(db, [root.authorId, ...replyRows.map((row) => row.author_id)]);
  const author = people.get(root.authorId);
  if (!author || author.state === 'suspended') return null;
  const by = (id: string) => {
    const actor = people.get(id);
    return actor && actor.state !== 'suspended' ? actor : null;
  };
  return {
    kind: work ? 'work' : 'try',
    id: root.id,
    title: 'title' in root ? root.title : root.ofTitle,
    author,
    replies: replyRows.flatMap((row) => {
      const from = by(row.author_id);
      return from ? [{ reply: toReply(row), author: from }] : [];
    }),
    told: held,
  };
}
