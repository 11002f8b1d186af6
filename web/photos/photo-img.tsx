import type { ShownPhoto } from '../../server/domain/photo.ts';
import { paths } from '../paths.ts';

interface PhotoImgProps {
  photo: ShownPhoto;
  alt: string;
  /** how wide it stands on the page in px at most: the smallest file that is enough is asked for */
  wide: number;
  /** as in HTML; without it only one file is offered */
  sizes?: string;
  class?: string;
}

/** A photo of ours. Its place is kept free until it comes, and it comes when somebody scrolls to it. */
export function PhotoImg({ photo, alt, wide, sizes, class: name }: PhotoImgProps) {
  const { token, files, width, height } = photo;
  const best = files.find((file) => file.width >= wide) ?? files.at(-1);
  const all = files.map((file) => `${paths.media(token, file.size)} ${file.width}w`).join(', ');
  return (
    <img
      class={name}
      src={paths.media(token, best?.size ?? 0)}
      srcset={sizes && files.length > 1 ? all : undefined}
      sizes={sizes && files.length > 1 ? sizes : undefined}
      width={width}
      height={height}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  );
}
