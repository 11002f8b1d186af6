import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Reply } from '../domain/reply.ts';
import type { Db } from './db.ts';
import type { ReplyTable } from './schema.ts';
import type { WireThreadColumns } from './schema-threads.ts';
import { isAnyOf, together } from './together.ts';

export function toReply(row: Omit<Selectable<ReplyTable>, 'raw' | keyof WireThreadColumns>): Reply {
  return {
    id: row.id,
    uri: row.uri,
    url: row.url,
    host: row.host,
    authorId: row.author_id,
    inReplyTo: row.in_reply_to,
    rootUri: row.root_uri,
    markdown: row.markdown,
    html: row.html,
    lang: row.lang,
    state: row.state as Reply['state'],
    countedAsTry: row.counted_as_try,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
  };
}

export async function replyById(db: Db, id: string): Promise<Reply | null> {
  const row = await db.selectFrom('reply').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toReply(row) : null;
}

export async function replyByUri(db: Db, uri: string): Promise<Reply | null> {
  return (await repliesByUri(db, uri)) ?? null;
}

/** Those of these addresses that are replies, in no order. */
export async function repliesByUris(db: Db, uris: readonly string[]): Promise<Reply[]> {
  if (uris.length === 0) return [];
  const rows = await db.selectFrom('reply').selectAll().where(isAnyOf('uri', uris)).execute();
  return rows.map(toReply);
}

const repliesByUri = together<string, Reply>(
  (uri) => uri,
  async (db, uris) => {
    const rows = await db.selectFrom('reply').selectAll().where(isAnyOf('uri', uris)).execute();
    return new Map(rows.map((row) => [row.uri, toReply(row)]));
  },
);

/** Stores a reply. @returns false when its uri is known already */
export async function insertReply(db: Db, row: Insertable<ReplyTable>): Promise<boolean> {
  return (await insertReplies(db, row)) ?? false;
}

const insertReplies = together<Insertable<ReplyTable>, true>(
  (row) => row.uri,
  async (db, rows) => {
    const stored = await db
      .insertInto('reply')
      .values(rows)
      .onConflict((conflict) => conflict.column('uri').doNothing())
      .returning('uri')
      .execute();
    return new Map(stored.map(({ uri }) => [uri, true]));
  },
);

export async function updateReply(db: Db, id: string, change: Updateable<ReplyTable>): Promise<void> {
  await db.updateTable('reply').set(change).where('id', '=', id).execute();
}

/** Has this author shown a reply of this person before? Then the next one need not wait. */
export async function wasShownBefore(db: Db, authorOfWorkId: string, replierId: string): Promise<boolean> {
  return (await shownBefore(db, { owner: authorOfWorkId, replier: replierId })) ?? false;
}

const shownBefore = together<{ owner: string; replier: string }, true>(
  ({ owner, replier }) => `${owner} ${replier}`,
  async (db, pairs) => {
    const found = await sql<{ key: string }>`
      select owner || ' ' || replier as key
      from unnest(${pairs.map((pair) => pair.owner)}::text[], ${pairs.map((pair) => pair.replier)}::text[]) as pair(owner, replier)
      where exists (
        select from reply join work on work.uri = reply.root_uri
        where work.author_id = owner and reply.author_id = replier and reply.state = 'shown')`.execute(db);
    return new Map(found.rows.map(({ key }) => [key, true]));
  },
);

/** Takes a reply back, its words included. @returns false when it was taken back already */
export async function removeReply(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('reply')
    .set({ state: 'removed', html: '', markdown: null })
    .where('id', '=', id)
    .where('state', '!=', 'removed')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
