import { Refusal } from '../../server/domain/refusal.ts';
import type { Problem } from '../../server/domain/work.ts';
import { formOf } from '../http/form-body.ts';
import { takeOne } from '../http/limits.ts';
import { isMultipart, readPhotoForm, type SentPhoto } from '../http/photo-form.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import { PHOTO } from './photo-field.tsx';

/** What came with a form: the photo, or why there is none to take. */
export type Came = { photo: SentPhoto } | { problem: Problem };

/**
 * Reads a form with a photo and hands it on; the file is gone when `take` is done, whatever came of it.
 * @param visit of somebody who may send a photo here: it is the first time that anything of the request is read
 */
export async function withPhoto(
  visit: MemberVisit,
  take: (visit: MemberVisit, came: Came) => Promise<Outcome>,
): Promise<Outcome> {
  const { request } = visit;
  // a form that was kept for somebody whose session had ended comes without its file
  if (!isMultipart(request)) return take(visit, { problem: { field: PHOTO, say: 'missing' } });
  await takeOne(visit, 'photo', visit.viewer.actorId);
  const desk = await visit.web.ctx.media.desk();
  try {
    const { photo, tooBig } = await readPhotoForm(request, desk.path);
    const read = { ...visit, form: formOf(request) };
    if (photo) return await take(read, { photo });
    return await take(read, { problem: { field: PHOTO, say: tooBig ? 'photo-too-big' : 'missing' } });
  } catch (error) {
    throw isFull(error) ? new Refusal('unavailable', 'photo-no-room') : error;
  } finally {
    await desk.clear();
  }
}

/** No room on the disk: the rest of the house goes on. */
const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((error as { code?: unknown } | null)?.code));

/** Runs what takes a photo in; what was refused of the file becomes a problem of its field. */
export async function orProblem<T>(take: () => Promise<T>): Promise<{ taken: T } | { problem: Problem }> {
  try {
    return { taken: await take() };
  } catch (error) {
    if (!(error instanceof Refusal) || !error.say.startsWith('photo-')) throw error;
    return { problem: { field: PHOTO, say: error.say } };
  }
}
