import type { Audience } from '../../server/domain/vocabulary.ts';
import { ownPhotos } from '../../server/reads/photos.ts';
import type { MemberVisit } from '../http/visit.ts';
import type { OwnPhotos } from './photo-state.ts';

/**
 * An own story's photos for its form and its pages.
 * @param workId null for a story that is not kept yet. Ask `ownWork` first
 */
export async function photosOf(
  { web }: MemberVisit,
  workId: string | null,
  audience: Audience,
  isPublished = false,
): Promise<OwnPhotos> {
  const known = workId === null ? null : await ownPhotos(web.ctx.db, workId);
  return {
    workId,
    isPublished,
    audience,
    photos: known?.photos ?? [],
    policy: known?.policy ?? 'no-students',
  };
}
