import { PHOTO_LIMITS } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';

export type PhotoType = 'jpeg' | 'png' | 'webp';

/** What a file says of itself before anything of it is decoded. */
export interface Looked {
  type: PhotoType;
  width: number;
  height: number;
}

/** Enough of a file to see what it is. */
const HEAD = 8_192;
/** Where other programs look for a second nature of a file. */
const ENDS = 65_557;

/**
 * Looks at a file that somebody sent: is it a photo of a kind that we take, and of a size that can be opened?
 * Reads the headers only; no pixel is decoded.
 * @param declared the media type that was sent with it; a wrong one is refused, none and a general one are not
 * @throws Refusal `invalid`: `photo-heic`, `photo-svg`, `photo-gif`, `photo-moving`, `photo-type`, `photo-lie`,
 *   `photo-two-files`, `photo-pixels`, `photo-broken`
 */
export async function lookAt(file: Buffer, declared: string): Promise<Looked> {
  const type = await typeOf(file);
  if (hasTwoNatures(file)) throw new Refusal('invalid', 'photo-two-files');
  const said = /^image\/(?:x-|p)?(jpeg|jpg|png|webp)$/
    .exec(declared.toLowerCase())?.[1]
    ?.replace('jpg', 'jpeg');
  const isUntold = declared === '' || declared === 'application/octet-stream';
  if (!isUntold && said !== type)
    throw new Refusal('invalid', 'photo-lie', { is: type === 'webp' ? 'WebP' : type.toUpperCase() });
  const size = { jpeg: jpegSize, png: pngSize, webp: webpSize }[type](file);
  if (!size || size.width < 1 || size.height < 1) throw new Refusal('invalid', 'photo-broken');
  const { width, height } = size;
  const most = PHOTO_LIMITS.pixels[type];
  if (width * height > most || Math.max(width, height) > PHOTO_LIMITS.side)
    throw new Refusal('invalid', 'photo-pixels', { width, height, millions: most / 1_000_000 });
  return { type, width, height };
}

async function typeOf(file: Buffer): Promise<PhotoType> {
  // 12 MB of memory, for whoever takes photos in
  const { fileTypeFromBuffer } = await import('file-type');
  const head = file.subarray(0, HEAD);
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? '';
  if (found === 'image/jpeg' || found === 'image/png' || found === 'image/webp')
    return found.slice('image/'.length) as PhotoType;
  if (/^image\/hei[cf]/.test(found)) throw new Refusal('invalid', 'photo-heic');
  if (found === 'image/gif') throw new Refusal('invalid', 'photo-gif');
  if (found === 'image/apng') throw new Refusal('invalid', 'photo-moving');
  if (/<svg[\s>]/i.test(head.toString('latin1'))) throw new Refusal('invalid', 'photo-svg');
  throw new Refusal('invalid', 'photo-type');
}

/** A photo that is also a page, a program, a PDF or an archive: nobody's camera makes those. */
function hasTwoNatures(file: Buffer): boolean {
  const ends = [file.subarray(0, ENDS), file.subarray(-ENDS)].map((part) => part.toString('latin1'));
  const markup = /<(?:script|html|svg|iframe|!doctype html|\?php)[\s>]/i;
  return (
    ends.some((text) => markup.test(text)) ||
    ends[0]?.slice(0, 1_024).includes('%PDF-') === true ||
    isArchive(file)
  );
}

/** The last record of a ZIP archive, where its own length says that the file ends (APPNOTE 4.3.16). */
function isArchive(file: Buffer): boolean {
  for (let at = file.length - 22; at >= Math.max(0, file.length - ENDS); at -= 1)
    if (file.readUInt32LE(at) === 0x06054b50 && at + 22 + file.readUInt16LE(at + 20) === file.length)
      return true;
  return false;
}

type Size = { width: number; height: number } | null;

/** The frame header (ITU T.81, B.2.2): the first of the markers C0 to CF that begins one. */
function jpegSize(file: Buffer): Size {
  let at = 2;
  while (at + 9 <= file.length) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    // the picture itself begins without a frame
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

/** IHDR comes first (PNG specification, 11.2.2). `acTL` before the picture makes it a moving one. */
function pngSize(file: Buffer): Size {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return null;
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const chunk = file.toString('latin1', at + 4, at + 8);
    if (chunk === 'acTL') throw new Refusal('invalid', 'photo-moving');
    if (chunk === 'IDAT' || chunk === 'IEND') break;
  }
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The three forms of the first chunk (RFC 9649, 2.5 to 2.7). */
function webpSize(file: Buffer): Size {
  if (file.length < 30) return null;
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8X':
      if (((file[20] as number) & 0x02) !== 0) throw new Refusal('invalid', 'photo-moving');
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}
