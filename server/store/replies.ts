import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Reply } from '../domain/reply.ts';
import type { Db } from './db.ts';
import type { ReplyTable } from './schema.ts';

export function toReply(row: Omit<Selectable<ReplyTable>, 'raw'>): Reply {
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
  const row = await db.selectFrom('reply').selectAll().where('uri', '=', uri).executeTakeFirst();
  return row ? toReply(row) : null;
}

/** Stores a reply. @returns false when its uri is known already */
export async function insertReply(db: Db, row: Insertable<ReplyTable>): Promise<boolean> {
  const result = await db
    .insertInto('reply')
    .values(row)
    .onConflict((conflict) => conflict.column('uri').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateReply(db: Db, id: string, change: Updateable<ReplyTable>): Promise<void> {
  await db.updateTable('reply').set(change).where('id', '=', id).execute();
}

/** Has this author shown a reply of this person before? Then the next one need not wait. */
export async function wasShownBefore(db: Db, authorOfWorkId: string, replierId: string): Promise<boolean> {
  const row = await db
    .selectFrom('reply')
    .innerJoin('work', 'work.uri', 'reply.root_uri')
    .select('reply.id')
    .where('work.author_id', '=', authorOfWorkId)
    .where('reply.author_id', '=', replierId)
    .where('reply.state', '=', 'shown')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
