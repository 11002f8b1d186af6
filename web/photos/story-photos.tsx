import type { ShownPhoto } from '../../server/domain/photo.ts';
import { PhotoImg } from './photo-img.tsx';

/** The column of a story is 37 rem wide at most (tokens.css). */
const COLUMN = '(min-width: 40rem) 37rem, 94vw';

/** The photos of a story under its text, in its author's order. */
export function StoryPhotos({ photos, lang }: { photos: readonly ShownPhoto[]; lang: string }) {
  if (photos.length === 0) return null;
  return (
    <div class="photos">
      {photos.map((photo) => (
        <figure key={photo.id} lang={lang}>
          <PhotoImg photo={photo} alt={photo.alt} wide={1_080} sizes={COLUMN} />
        </figure>
      ))}
    </div>
  );
}
