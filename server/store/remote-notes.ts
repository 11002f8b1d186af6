import { sql } from 'kysely';
import { newId } from '../domain/ids.ts';
import type { Db } from './db.ts';
import { together } from './together.ts';

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
  return (await saveNotes(db, note)) ?? false;
}

const saveNotes = together<NewRemoteNote, true>(
  (note) => note.uri,
  async (db, notes) => {
    const saved = await db
      .insertInto('remote_note')
      .values(
        notes.map((note) => ({
          id: newId(note.now.getTime()),
          uri: note.uri,
          url: note.url,
          author_id: note.authorId,
          html: note.html,
          lang: note.lang,
          published_at: note.publishedAt,
          updated_at: note.updatedAt,
          fetched_at: note.now,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .column('uri')
          .doUpdateSet((eb) => ({
            html: eb.ref('excluded.html'),
            lang: eb.ref('excluded.lang'),
            updated_at: eb.ref('excluded.updated_at'),
          }))
          .where(
            sql<boolean>`remote_note.author_id = excluded.author_id and excluded.updated_at > coalesce(remote_note.updated_at, remote_note.published_at)`,
          ),
      )
      .returning('uri')
      .execute();
    return new Map(saved.map(({ uri }) => [uri, true]));
  },
);

/** Removes a post: only its author's. */
export async function removeRemoteNote(db: Db, uri: string, authorId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('remote_note')
    .where('uri', '=', uri)
    .where('author_id', '=', authorId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
