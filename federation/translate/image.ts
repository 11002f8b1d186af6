import { photoUrl } from '../../server/domain/addresses.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';

/**
 * A photo of ours as an `Image`: its largest size, a JPEG of at most 1,920 pixels and 2 MB. Its text stands in `name`
 * and in `summary`, since some servers read the one and some the other (contract, rules 22 and 72).
 * @param name the text where none was written, as for a picture of a person
 */
export function imageObject(photo: ShownPhoto, origin: string, name = '') {
  const largest = photo.files.at(-1);
  const text = photo.alt || name;
  return {
    type: 'Image',
    mediaType: 'image/jpeg',
    url: photoUrl(origin, photo.token, largest?.size ?? 0),
    name: text,
    summary: text,
    width: photo.width,
    height: photo.height,
    blurhash: photo.blurhash,
  };
}
