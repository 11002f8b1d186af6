import { mayRead, type Viewer } from '../domain/audience.ts';
import type { Photo, PhotoFile, PhotoPolicy, ShownPhoto } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { avatarOf, photoByToken, photoPolicy, photosOfWork } from '../store/photos.ts';
import { readableOf, workById } from '../store/works.ts';

/** The photos that readers of a work see. Ask `mayRead` of the work first. */
export async function shownPhotos(db: Db, workId: string): Promise<ShownPhoto[]> {
  return (await photosOfWork(db, workId)).filter(({ included }) => included);
}

/** All photos of an own work with what was said of them, and what the district lets out. Ask `ownWork` first. */
export async function ownPhotos(db: Db, workId: string): Promise<{ photos: Photo[]; policy: PhotoPolicy }> {
  const [photos, policy] = await Promise.all([photosOfWork(db, workId), photoPolicy(db)]);
  return { photos, policy };
}

/** The picture of one of our people or of the district, null when there is none. */
export async function pictureOf(db: Db, actorId: string): Promise<Photo | null> {
  return avatarOf(db, actorId);
}

/** How many photos a work from elsewhere came with. */
export async function photosElsewhere(db: Db, workId: string): Promise<number> {
  const row = await db
    .selectFrom('work')
    .select('photos_elsewhere')
    .where('id', '=', workId)
    .executeTakeFirst();
  return row?.photos_elsewhere ?? 0;
}

export interface ServedPhoto {
  file: PhotoFile;
  /** anybody may have it */
  isPublic: boolean;
}

/**
 * One size of a photo for somebody who asks for it by its address. Pictures of people are for everybody, as their
 * profiles are; photos of a story are for those who may read the story; one that waits in it, for its authors.
 * @throws Refusal `not-found not-found` when there is none or this viewer may not see it: both look the same
 */
export async function servedPhoto(db: Db, viewer: Viewer, token: string, size: number): Promise<ServedPhoto> {
  const photo = /^[A-Za-z0-9_-]{22}$/.test(token) ? await photoByToken(db, token) : null;
  const file = photo?.files.find((one) => one.size === size);
  if (!photo || !file) throw new Refusal('not-found', 'not-found');
  if (photo.avatarOf !== null) {
    if ((await actorById(db, photo.avatarOf))?.state === 'suspended')
      throw new Refusal('not-found', 'not-found');
    return { file, isPublic: true };
  }
  const work = photo.workId === null ? null : await workById(db, photo.workId);
  const thing = work && (await readableOf(db, work));
  if (!thing || !mayRead(viewer, thing)) throw new Refusal('not-found', 'not-found');
  const isAuthor = viewer.kind === 'member' && thing.authorIds.includes(viewer.actorId);
  if (!photo.included && !isAuthor) throw new Refusal('not-found', 'not-found');
  return { file, isPublic: photo.included && mayRead({ kind: 'anonymous' }, thing) };
}
