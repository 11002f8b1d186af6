// A process of its own: decodes one photo, writes it anew in each size, and ends. Nothing of the file that was sent is
// ever decoded in the process that serves pages: what bursts, bursts here, and its memory goes with it.
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { encode } from 'blurhash';
import sharp, { type Sharp } from 'sharp';
import { PHOTO_LIMITS, type PhotoBox } from '../domain/photo.ts';
import type { DarkRoomJob, DarkRoomResult } from './dark-room-job.ts';

/** Bytes of one file at most; a size that is larger is written again with less quality. */
const MOST_BYTES = 2_000_000;
const QUALITIES = [80, 65, 45, 25] as const;
const COVER = '#2b2b2b';
const WHITE = '#ffffff';
/** of the blurred stand-in: cells across and down, and the size of what it is made from */
const BLUR = { across: 4, down: 3, side: 32 } as const;

sharp.cache(false);
sharp.concurrency(1);
// of everything that the library can read, these three only
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
});

async function develop(job: DarkRoomJob): Promise<DarkRoomResult> {
  const largest = Math.max(...job.sizes);
  // the orientation that the camera noted becomes that of the pixels; colours become sRGB; metadata is not copied
  const opened = sharp(job.file, {
    limitInputPixels: PHOTO_LIMITS.pixels.jpeg,
    failOn: 'error',
    sequentialRead: true,
  })
    .autoOrient()
    .flatten({ background: WHITE })
    .resize({
      width: job.crop ? undefined : largest,
      height: job.crop ? undefined : largest,
      fit: job.square ? 'cover' : 'inside',
      withoutEnlargement: !job.square,
    });
  const first = await opened.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = first.info;
  const raw = { width, height, channels };
  const covered = await paint(sharp(first.data, { raw }), job, raw);
  const files = [];
  for (const size of job.sizes) {
    const smaller = job.sizes.filter((one) => one < size);
    if (smaller.some((one) => one >= Math.max(covered.width, covered.height))) continue;
    const made = await write(covered.picture, size, join(job.folder, `${size}.jpg`));
    files.push({ size, width: made.width, height: made.height });
  }
  const last = files.at(-1);
  return {
    width: last?.width ?? 0,
    height: last?.height ?? 0,
    blurhash: await blurred(covered.picture),
    files,
    peakKib: peakKib(),
  };
}

interface Size {
  width: number;
  height: number;
}

/** Covers first, then cuts: the boxes are in percent of the photo as it was. */
async function paint(picture: Sharp, job: DarkRoomJob, size: Size): Promise<Size & { picture: Sharp }> {
  if (job.covers.length === 0 && !job.crop) return { ...size, picture };
  const layers = job.covers.map((box) => {
    const { left, top, width, height } = pixelsOf(box, size);
    return { input: { create: { width, height, channels: 3 as const, background: COVER } }, left, top };
  });
  const cut = job.crop && pixelsOf(job.crop, size);
  const done = await picture.composite(layers).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = done.info;
  const whole = sharp(done.data, { raw: { width, height, channels } });
  if (!cut) return { width, height, picture: whole };
  const part = await whole.extract(cut).raw().toBuffer({ resolveWithObject: true });
  const raw = { width: part.info.width, height: part.info.height, channels: part.info.channels };
  return { width: raw.width, height: raw.height, picture: sharp(part.data, { raw }) };
}

/** Whole pixels, rounded outwards, within the photo. */
function pixelsOf(box: PhotoBox, { width, height }: Size) {
  const left = Math.min(Math.floor((box.x / 100) * width), width - 1);
  const top = Math.min(Math.floor((box.y / 100) * height), height - 1);
  const right = Math.min(Math.ceil(((box.x + box.width) / 100) * width), width);
  const bottom = Math.min(Math.ceil(((box.y + box.height) / 100) * height), height);
  return { left, top, width: Math.max(right - left, 1), height: Math.max(bottom - top, 1) };
}

async function write(picture: Sharp, size: number, path: string): Promise<Size> {
  for (const quality of QUALITIES) {
    const { size: bytes, ...made } = await picture
      .clone()
      .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: true })
      .toFile(path);
    if (bytes <= MOST_BYTES || quality === QUALITIES.at(-1)) return made;
  }
  throw new Error('no quality');
}

async function blurred(picture: Sharp): Promise<string> {
  const { data, info } = await picture
    .clone()
    .resize({ width: BLUR.side, height: BLUR.side, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return encode(new Uint8ClampedArray(data), info.width, info.height, BLUR.across, BLUR.down);
}

/** Linux knows the peak of this program alone; what every system tells may be that of the one that began it. */
function peakKib(): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

setPriority(10);
const job = JSON.parse(await text(process.stdin)) as DarkRoomJob;
process.stdout.write(JSON.stringify(await develop(job)));
