import { lacksOf, type Photo, type PhotoPolicy } from '../../server/domain/photo.ts';
import type { Audience } from '../../server/domain/vocabulary.ts';
import type { Say } from '../kit/messages.ts';

/** The photos of one own story, as the pages about them need them. */
export interface OwnPhotos {
  /** null: a story that is not kept yet */
  workId: string | null;
  isPublished: boolean;
  audience: Audience;
  photos: readonly Photo[];
  policy: PhotoPolicy;
}

/** For whom a photo is judged: a draft for nobody yet is judged as for colleagues. */
export const judgedFor = (audience: Audience): Audience => (audience === 'me' ? 'district' : audience);

/** What is still to be done about a photo, in sentences; empty when it may go where its story goes. */
export function todo(say: Say, photo: Photo, { audience, policy }: OwnPhotos): string[] {
  return lacksOf(photo, judgedFor(audience), policy).map((lack) => say(`photo.todo.${lack}`));
}

/** What stands for the picture where it cannot be seen. */
export const altOf = (say: Say, photo: Pick<Photo, 'alt'>, number: number): string =>
  photo.alt || say('photo.undescribed', { number });
