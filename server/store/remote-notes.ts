import { sql } from 'kysely';
import { newId } from '../domain/ids.ts';
import type { Db } from './db.ts';

export interface NewRemoteNote {
  authorId: string;
  uri: string;
  url: string | null;
  html: string;
  lang: string;
  publishedAt: Date;
  updatedAt: Date | null;
  now: Date;
}

/** Stores a short post, or its newer text. @returns false when nothing changed or it belongs to somebody else */
export async function saveRemoteNote(db: Db, note: NewRemoteNote): Promise<boolean> {
  const result = await sql`
    insert into remote_note (id, uri, url, author_id, html, lang, published_at, updated_at, fetched_at)
    values (${newId(note.now.getTime())}, ${note.uri}, ${note.url}, ${note.authorId}, ${note.html}, ${note.lang}, ${note.publishedAt}, ${note.updatedAt}, ${note.now})
    on conflict (uri) do update set html = excluded.html, lang = excluded.lang, updated_at = excluded.updated_at
      where remote_note.author_id = excluded.author_id and excluded.updated_at > coalesce(remote_note.updated_at, remote_note.published_at)`.execute(
    db,
  );
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** Removes a post: only its author's. */
export async function removeRemoteNote(db: Db, uri: string, authorId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('remote_note')
    .where('uri', '=', uri)
    .where('author_id', '=', authorId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
