import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addPhoto } from '../../server/actions/add-photo.ts';
import { answerPhoto } from '../../server/actions/answer-photo.ts';
import type { Ctx } from '../../server/actions/context.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { type PictureOf, setPicture } from '../../server/actions/set-picture.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { type Photo, photoAnswers } from '../../server/domain/photo.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { photosOfWork } from '../../server/store/photos.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from './district.ts';
import { jpegOf } from './photos.ts';
import { READ_THROUGH } from './read-through.ts';
import { type SentFile, signedIn, Visitor } from './visitor.ts';

/** What a teacher says of a photo in which nobody can be seen. */
export const ANSWERED = {
  alt: 'Three jars in a row; the water in the third one is blue.',
  people: 'none',
  names: 'no',
};

/** Where a photo of a test is. */
export type PhotoPlace =
  | 'draft'
  | 'everyone'
  | 'district'
  | 'me'
  | 'added later'
  | 'taken back'
  | 'discarded';

/** A story with one photo. @param answers what was said of it, everything when left out */
export async function photoIn(
  ctx: Ctx,
  author: string,
  place: PhotoPlace,
  photo?: SentFile,
  answers: Record<string, unknown> = ANSWERED,
): Promise<{ id: string; photo: Photo }> {
  const audience = place === 'district' || place === 'me' ? place : 'everyone';
  const story = aStory({ audience });
  const id = await saveDraft(ctx, author, story);
  const publish = async () => {
    const published = await publishStory(ctx, author, id, story, READ_THROUGH);
    if (!published.ok) throw new Error(`not publishable: ${JSON.stringify(published)}`);
  };
  if (place === 'added later') await publish();
  const { id: photoId } = await putPhoto(ctx, author, id, photo ?? (await jpegOf(500, 300)));
  const said = photoAnswers.parse({ alt: '', people: null, consent: false, names: null, ...answers });
  await answerPhoto(ctx, author, id, photoId, said);
  if (place !== 'draft' && place !== 'added later' && place !== 'discarded') await publish();
  const [kept] = await photosOfWork(ctx.db, id);
  if (place === 'taken back') await takeBackWork(ctx, author, id, 'mistake');
  if (place === 'discarded') await takeBackWork(ctx, author, id, 'changed-mind');
  return { id, photo: kept as Photo };
}

/** Publishes a story with a small photo for each text. */
export async function publishWithPhotos(
  ctx: Ctx,
  author: string,
  story: StoryInput,
  texts: readonly string[],
): Promise<{ id: string; uri: string; url: string; photos: Photo[] }> {
  const id = await saveDraft(ctx, author, story);
  const file = await jpegOf(60, 40);
  for (const alt of texts) {
    const photo = await putPhoto(ctx, author, id, file);
    await answerPhoto(ctx, author, id, photo.id, photoAnswers.parse({ ...ANSWERED, consent: false, alt }));
  }
  const published = await publishStory(ctx, author, id, story, READ_THROUGH);
  if (!published.ok) throw new Error(`not publishable: ${JSON.stringify(published)}`);
  return { ...published, photos: await photosOfWork(ctx.db, id) };
}

/** Sets a picture of somebody, or of the district, as its form does. */
export async function setPictureOf(ctx: Ctx, by: string, of: PictureOf, alt: string): Promise<void> {
  const shown = { people: 'adults', consent: false, names: 'no' } as const;
  await withFile(ctx, await jpegOf(500, 400), async (sent) => {
    const problems = await setPicture(ctx, by, of, sent, alt, shown);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  });
}

/** Puts a photo into an own story, as its form does. */
export async function putPhoto(ctx: Ctx, author: string, workId: string, photo: SentFile): Promise<Photo> {
  return withFile(ctx, photo, (sent) => addPhoto(ctx, author, workId, sent));
}

async function withFile<T>(
  ctx: Ctx,
  { bytes, type }: SentFile,
  take: (sent: { path: string; type: string }) => Promise<T>,
): Promise<T> {
  const desk = await ctx.media.desk();
  try {
    const path = join(desk.path, 'sent');
    await writeFile(path, bytes);
    return await take({ path, type });
  } finally {
    await desk.clear();
  }
}

/** A district with two teachers, one of them at her desk, and a clock that can be moved on. */
export interface PhotoScene {
  node: TestDistrict;
  ruth: string;
  marcus: string;
  /** ruth with her browser */
  at: Visitor;
  anybody: Visitor;
  later(days: number): void;
  photosIn(workId: string): Promise<Photo[]>;
  /** each status once */
  statuses(who: Visitor, paths: readonly string[]): Promise<number[]>;
  /** whether the files of photos lie in the folder: `[true]`, `[false]` or both */
  areFilesThere(photos: readonly Photo[]): Promise<boolean[]>;
}

export async function openPhotoScene(): Promise<PhotoScene> {
  let now = Date.now();
  const node = await openDistrict('Pine Hollow', 'pinehollow', { clock: { now: () => new Date(now) } });
  const [ruth, marcus] = await Promise.all([aTeacher(node.ctx, 'ruth'), aTeacher(node.ctx, 'marcus')]);
  return {
    node,
    ruth,
    marcus,
    at: await signedIn(node.origin, 'ruth'),
    anybody: new Visitor(node.origin),
    later(days) {
      now += days * 86_400_000;
    },
    photosIn: (id) => photosOfWork(node.ctx.db, id),
    statuses: async (who, paths) => once(paths.map(async (path) => (await who.get(path)).status)),
    areFilesThere: (photos) =>
      once(photos.flatMap(({ files }) => files.map(({ key }) => node.ctx.media.files.has(key)))),
  };
}

const once = async <T>(answers: Promise<T>[]): Promise<T[]> => [...new Set(await Promise.all(answers))];

/** Every address of some photos. */
export const addressesOf = (photos: readonly Photo[]): string[] =>
  photos.flatMap(({ token, files }) => files.map(({ size }) => `/media/${token}/${size}.jpg`));
