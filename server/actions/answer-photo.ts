import { lacksOf, type PhotoAnswers } from '../domain/photo.ts';
import type { Problem } from '../domain/work.ts';
import { photoPolicy, updatePhoto } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { lockOwnPhotos, photosChanged, theOne } from './change-photos.ts';
import type { Ctx } from './context.ts';
import { type CheckAnswers, NO_ANSWERS, PHOTO_TEXTS, requireClear } from './student-check.ts';

/**
 * Keeps what a teacher says of an own photo. Answers may be missing while nobody else sees the photo; what readers see
 * already stays whole, and its new text is checked for signs of a student.
 * @param said what was answered to the student check
 * @returns what is missing, empty when it was kept
 * @throws Refusal `not-found`; StudentCheckRefusal when something about the new text of a photo that readers see must still be
 * answered
 */
export async function answerPhoto(
  ctx: Ctx,
  actorId: string,
  workId: string,
  photoId: string,
  answers: PhotoAnswers,
  said: CheckAnswers = NO_ANSWERS,
): Promise<Problem[]> {
  // consent is about students who can be seen; said of anything else it means nothing
  const consent = answers.people === 'students' && answers.consent;
  return inTransaction(ctx.db, async (tx) => {
    const { work, photos } = await lockOwnPhotos(tx, actorId, workId);
    const photo = theOne(photos, photoId);
    if (photo.included) {
      const lacks = lacksOf({ ...answers, consent }, work.audience, await photoPolicy(tx));
      if (lacks.length > 0) return lacks.map((say) => ({ field: FIELDS[say], say }));
    }
    if (photo.included && answers.alt !== photo.alt)
      await requireClear(
        { ...ctx, db: tx },
        actorId,
        {
          id: work.id,
          version: work.version + 1,
          audience: work.audience,
          lang: work.lang,
          texts: [{ field: PHOTO_TEXTS, text: answers.alt }],
          people: [work.authorId],
        },
        said,
      );
    await updatePhoto(tx, photo.id, {
      alt: answers.alt,
      people: answers.people,
      consent,
      names: answers.names,
    });
    await photosChanged(ctx, tx, work, photo.included && answers.alt !== photo.alt);
    return [];
  });
}

/** The question that each lack belongs to. */
const FIELDS = {
  alt: 'alt',
  people: 'people',
  students: 'people',
  consent: 'consent',
  names: 'names',
  'names-there': 'names',
} as const;
