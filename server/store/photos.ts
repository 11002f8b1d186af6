import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Photo, PhotoNames, PhotoPeople, PhotoPolicy } from '../domain/photo.ts';
import type { Db, Tx } from './db.ts';
import type { PhotoTable } from './schema-photos.ts';

function toPhoto(row: Selectable<PhotoTable>): Photo {
  return {
    id: row.id,
    ownerId: row.owner_id,
    workId: row.work_id,
    avatarOf: row.avatar_of,
    position: row.position,
    token: row.token,
    alt: row.alt,
    people: row.people as PhotoPeople | null,
    consent: row.consent,
    names: row.names as PhotoNames | null,
    covers: row.covers,
    included: row.included,
    blurhash: row.blurhash,
    width: row.width,
    height: row.height,
    files: row.files,
    createdAt: row.created_at,
  };
}

/** The photos of a work in their order. */
export async function photosOfWork(db: Db, workId: string): Promise<Photo[]> {
  const rows = await db
    .selectFrom('photo')
    .selectAll()
    .where('work_id', '=', workId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toPhoto);
}

export async function photoByToken(db: Db, token: string): Promise<Photo | null> {
  const row = await db.selectFrom('photo').selectAll().where('token', '=', token).executeTakeFirst();
  return row ? toPhoto(row) : null;
}

/** The picture of a person or of the district. */
export async function avatarOf(db: Db, actorId: string): Promise<Photo | null> {
  const row = await db.selectFrom('photo').selectAll().where('avatar_of', '=', actorId).executeTakeFirst();
  return row ? toPhoto(row) : null;
}

export async function insertPhoto(db: Db, row: Insertable<PhotoTable>): Promise<Photo> {
  return toPhoto(await db.insertInto('photo').values(row).returningAll().executeTakeFirstOrThrow());
}

export async function updatePhoto(db: Db, id: string, change: Updateable<PhotoTable>): Promise<void> {
  await db.updateTable('photo').set(change).where('id', '=', id).execute();
}

/** From now on readers of a work see all of its photos. */
export async function includePhotos(db: Db, workId: string): Promise<void> {
  await db.updateTable('photo').set({ included: true }).where('work_id', '=', workId).execute();
}

/** The photos of a work that was taken back go along with it into a new draft; nobody but its author sees them there. */
export async function movePhotos(db: Db, fromWorkId: string, toWorkId: string): Promise<void> {
  await db
    .updateTable('photo')
    .set({ work_id: toWorkId, included: false })
    .where('work_id', '=', fromWorkId)
    .execute();
}

/** What somebody added to stories of others is from now on their authors'. */
export async function handOverPhotos(tx: Tx, ownerId: string): Promise<void> {
  await tx
    .updateTable('photo')
    .from('work')
    .set((eb) => ({ owner_id: eb.ref('work.author_id') }))
    .whereRef('work.id', '=', 'photo.work_id')
    .where('photo.owner_id', '=', ownerId)
    .execute();
}

/** What the district lets out of its doors. */
export async function photoPolicy(db: Db): Promise<PhotoPolicy> {
  const row = await db.selectFrom('district').select('photo_policy').executeTakeFirst();
  return row?.photo_policy === 'with-consent' ? 'with-consent' : 'no-students';
}

/** Which photos: those of a work, of all that somebody wrote with their picture, one picture, or one photo. */
export type WhichPhotos =
  | { workId: string }
  | { writtenBy: string }
  | { avatarOf: string }
  | { id: string }
  /** whose work holds no text any more, and those that were never used and came before this time */
  | { unusedSince: Date };

/**
 * Removes photos. Nobody is shown them from the end of the transaction on; their files are named in `loose_file`,
 * for `freeFile`.
 * @returns the keys of their files
 */
export async function deletePhotos(tx: Tx, which: WhichPhotos, now: Date): Promise<string[]> {
  const rows = await tx
    .deleteFrom('photo')
    .where((eb) => {
      if ('workId' in which) return eb('work_id', '=', which.workId);
      if ('writtenBy' in which)
        return eb.or([
          eb('avatar_of', '=', which.writtenBy),
          eb.and([eb('work_id', 'is', null), eb('owner_id', '=', which.writtenBy)]),
          eb('work_id', 'in', eb.selectFrom('work').select('id').where('author_id', '=', which.writtenBy)),
        ]);
      if ('avatarOf' in which) return eb('avatar_of', '=', which.avatarOf);
      if ('id' in which) return eb('id', '=', which.id);
      return eb.or([
        eb.and([
          eb('work_id', 'is', null),
          eb('avatar_of', 'is', null),
          eb('created_at', '<', which.unusedSince),
        ]),
        eb('work_id', 'in', eb.selectFrom('work').select('id').where('state', '=', 'purged')),
      ]);
    })
    .returning('files')
    .execute();
  const keys = rows.flatMap(({ files }) => files.map(({ key }) => key));
  await nameLooseFiles(tx, keys, now);
  return keys;
}

/** Writes down files that may lie in the folder without a photo. */
export async function nameLooseFiles(db: Db, keys: readonly string[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await db
    .insertInto('loose_file')
    .values([...new Set(keys)].map((key) => ({ key, since: now })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ since: now }))
    .execute();
}

/** Files that were named before a time. At most 1,000. */
export async function looseFiles(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('loose_file')
    .select('key')
    .where('since', '<', before)
    .orderBy('since')
    .limit(1_000)
    .execute();
  return rows.map(({ key }) => key);
}

/**
 * Nobody else keeps or removes these files until the transaction ends: the same content may belong to another photo
 * that is just being taken in.
 */
export async function lockFiles(tx: Tx, keys: readonly string[]): Promise<void> {
  // always in the same order, so that two of them never wait for each other
  for (const key of [...new Set(keys)].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`media ${key}`}, 0))`.execute(tx);
}

/** Does a photo name this file? Ask under `lockFiles`. */
export async function isFileNamed(tx: Tx, key: string): Promise<boolean> {
  const found =
    await sql`select 1 from photo where files @> ${JSON.stringify([{ key }])}::jsonb limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** The file is gone, or belongs to a photo: it need not be remembered. */
export async function forgetLooseFile(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('loose_file').where('key', '=', key).execute();
}
