import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import type { Viewer } from '../domain/audience.ts';
import { isId } from '../domain/ids.ts';
import type { Reply } from '../domain/reply.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { replyById, toReply } from '../store/replies.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';

export interface ReplyCard {
  reply: Reply;
  author: Actor;
}

/** Something that was said and does not stand on this page, but is answered there. */
export interface AnsweredReply {
  uri: string;
  /** what it answers itself */
  inReplyTo: string;
  /** `elsewhere`: shown, on another page of the conversation */
  why: 'taken-back' | 'not-shown' | 'elsewhere';
  /** who said it; null where that is not told */
  name: string | null;
}

/** The conversation under a work or try, a page of it. */
export interface ThreadReplies {
  /** the oldest first */
  replies: ReplyCard[];
  answered: AnsweredReply[];
  /** only for those who decide: what waits */
  held: ReplyCard[];
  /** this viewer decides what is shown here: it is their work or try */
  decides: boolean;
  /** id of the first reply here when there are older ones, for `?before=` */
  older: string | null;
  /** the reply before which this page ends; null: it is the newest */
  before: string | null;
}

const PAGE = 100;

/**
 * What was said under a work or try that this viewer may read: the newest hundred, or those before a reply.
 * @param root whose thread it is
 * @param before id of a reply; anything that is no id means the newest
 */
export async function threadReplies(
  db: Db,
  viewer: Viewer,
  root: { uri: string; authorId: string; host: string | null },
  before = '',
): Promise<ThreadReplies> {
  const decides = root.host === null && viewer.kind === 'member' && viewer.actorId === root.authorId;
  const isOlder = isId(before);
  const [rows, waiting] = await Promise.all([
    repliesIn(db, root.uri, 'shown')
      .$if(isOlder, (query) =>
        query.where(
          sql<boolean>`(published_at, id) < (select last.published_at, last.id from reply last where last.id = ${before})`,
        ),
      )
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(PAGE + 1)
      .execute(),
    decides ? repliesIn(db, root.uri, 'held').orderBy('id').limit(PAGE).execute() : [],
  ]);
  const shown = rows.slice(0, PAGE).reverse().map(toReply);
  const held = waiting.map(toReply);
  const answered = await answeredBy(db, root.uri, shown);
  const people = await actorsByIds(
    db,
    [...shown, ...held, ...answered].map(({ authorId }) => authorId),
  );
  const cards = (replies: readonly Reply[]) =>
    replies.flatMap((reply) => {
      const author = people.get(reply.authorId);
      return author ? [{ reply, author }] : [];
    });
  return {
    replies: cards(shown),
    answered: answered.map(({ authorId, ...one }) => {
      const author = one.why === 'elsewhere' ? people.get(authorId) : undefined;
      return { ...one, name: author ? author.name || author.handle : null };
    }),
    held: cards(held),
    decides,
    older: rows.length > PAGE ? (shown[0]?.id ?? null) : null,
    before: isOlder ? before : null,
  };
}

/**
 * The page of a conversation on which a reply stands.
 * @returns for `before` of `threadReplies`: the id of the oldest reply that is newer than the page; empty for the newest
 * page, and when nothing of this name is shown there
 */
export async function pageOfReply(db: Db, rootUri: string, id: string): Promise<string> {
  if (!isId(id)) return '';
  const newer = repliesIn(db, rootUri, 'shown').where(
    sql<boolean>`(published_at, id) > (select this.published_at, this.id from reply this where this.id = ${id} and this.root_uri = ${rootUri} and this.state = 'shown')`,
  );
  const { count } = await newer
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const pages = Math.floor(Number(count) / PAGE);
  if (pages === 0) return '';
  const last = await newer
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .offset(pages * PAGE - 1)
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? '';
}

/** One reply under this work or try that somebody wants to answer. Null: there is none, or it is not shown. */
export async function answerable(db: Db, rootUri: string, id: string): Promise<ReplyCard | null> {
  const reply = isId(id) ? await replyById(db, id) : null;
  if (reply?.rootUri !== rootUri || reply.state !== 'shown') return null;
  const author = (await actorsByIds(db, [reply.authorId])).get(reply.authorId);
  return author && author.state !== 'suspended' ? { reply, author } : null;
}

function repliesIn(db: Db, rootUri: string, state: 'shown' | 'held') {
  return db
    .selectFrom('reply')
    .selectAll()
    .where('root_uri', '=', rootUri)
    .where('state', '=', state)
    .where(bySomebodyInGoodStanding('reply'));
}

/**
 * What these answer and is not among them: up to the next one that is shown, so that what hangs on something hidden
 * still finds its place.
 */
async function answeredBy(
  db: Db,
  rootUri: string,
  shown: readonly Reply[],
): Promise<(Omit<AnsweredReply, 'name'> & { authorId: string })[]> {
  const here = new Set([rootUri, ...shown.map(({ uri }) => uri)]);
  const missing = [...new Set(shown.map(({ inReplyTo }) => inReplyTo))].filter((uri) => !here.has(uri));
  if (missing.length === 0) return [];
  const { rows } = await sql<Omit<AnsweredReply, 'name'> & { authorId: string }>`
    with recursive above (uri, in_reply_to, author_id, why) as (
      select uri, in_reply_to, author_id, ${WHY} from reply
      where root_uri = ${rootUri} and uri = any(${missing}::text[])
      union
      select reply.uri, reply.in_reply_to, reply.author_id, ${WHY} from above join reply on reply.uri = above.in_reply_to
      where reply.root_uri = ${rootUri} and above.why <> 'elsewhere' and reply.uri <> all(${[...here]}::text[]))
    select uri, in_reply_to as "inReplyTo", author_id as "authorId", why from above`.execute(db);
  return rows;
}

const WHY = sql`case
  when reply.state = 'removed' then 'taken-back'
  when reply.state = 'shown' and ${bySomebodyInGoodStanding('reply')} then 'elsewhere'
  else 'not-shown' end`;
