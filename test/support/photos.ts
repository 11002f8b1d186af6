import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { SentFile } from './visitor.ts';

/** What a camera writes into its photos, each part with a word that stands nowhere else. */
export const CAMERA_WORDS = ['ZQCAMERA', 'ZQPLACE', 'ZQXMP'] as const;
/** 60° 10' 15" north: the bytes of the three fractions as EXIF has them */
const LATITUDE = '60/1 10/1 15/1';

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="ZQXMP"/></rdf:RDF></x:xmpmeta>`;

/** A picture with something in it: broad stripes, so that its sizes can be told from each other. */
export function stripes(width: number, height: number): Sharp {
  const stripe = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const shade = Math.floor(((at % width) / width) * 8) % 2 === 0 ? 40 : 200;
    stripe.fill(shade, at * 3, at * 3 + 3);
  }
  return sharp(stripe, { raw: { width, height, channels: 3 } });
}

const file = (bytes: Uint8Array, type: string, name: string): SentFile => ({ bytes, type, name });

/** As a telephone takes it: where, when, with what, lying on its side, in the colours of its screen. */
export async function cameraPhoto(width = 1_600, height = 1_200): Promise<SentFile> {
  const bytes = await stripes(width, height)
    .withExif({
      IFD0: { Make: 'ZQCAMERA', ImageDescription: 'ZQPLACE' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: LATITUDE,
        GPSLongitudeRef: 'E',
        GPSLongitude: '24/1 56/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withXmp(XMP)
    .jpeg({ quality: 90 })
    .toBuffer();
  return file(bytes, 'image/jpeg', 'IMG_0042.jpg');
}

export async function jpegOf(width: number, height: number): Promise<SentFile> {
  return file(await stripes(width, height).jpeg().toBuffer(), 'image/jpeg', 'photo.jpg');
}

export async function pngOf(width: number, height: number): Promise<SentFile> {
  return file(await stripes(width, height).png().toBuffer(), 'image/png', 'photo.png');
}

export async function webpOf(width: number, height: number): Promise<SentFile> {
  return file(await stripes(width, height).webp().toBuffer(), 'image/webp', 'photo.webp');
}

/** The beginning of a HEIC file: an ISO container that says so (ISO/IEC 23008-12). */
export function heic(): SentFile {
  const box = Buffer.alloc(4_096);
  box.writeUInt32BE(24, 0);
  box.write('ftypheic', 4, 'latin1');
  box.write('mif1heic', 16, 'latin1');
  return file(box, 'image/heic', 'IMG_0043.HEIC');
}

export function svg(): SentFile {
  const text = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
  return file(Buffer.from(text), 'image/svg+xml', 'drawing.svg');
}

export async function gif(): Promise<SentFile> {
  return file(await stripes(40, 30).gif().toBuffer(), 'image/gif', 'moving.gif');
}

/** A PNG whose header promises what it does not hold; any bytes may stand for its pixels. */
export function pngClaiming(width: number, height: number, pixels = Buffer.alloc(0), before = ''): SentFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(before ? [chunk(before, Buffer.from('0000000200000000', 'hex'))] : []),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return file(Buffer.concat(parts), 'image/png', 'large.png');
}

/** Some hundred kilobytes that unpack to as many megabytes as asked for. */
export function bombPixels(megabytes: number): Buffer<ArrayBuffer> {
  return Buffer.from(deflateSync(Buffer.alloc(megabytes * 1_048_576)));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A JPEG with something else behind its end. */
export async function jpegAnd(more: string | Buffer): Promise<SentFile> {
  const { bytes } = await jpegOf(400, 300);
  return file(Buffer.concat([bytes, Buffer.from(more)]), 'image/jpeg', 'both.jpg');
}

/** An archive with nothing in it (APPNOTE 4.3.16). */
export const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');

/** Two pictures in one WebP (RFC 9649, 2.7): only the header says so. */
export async function movingWebp(): Promise<SentFile> {
  const frames = await Promise.all(
    [stripes(40, 30), stripes(40, 30).negate()].map((one) => one.png().toBuffer()),
  );
  const bytes = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  return file(bytes, 'image/webp', 'moving.webp');
}

/** The markers of a JPEG in front of its pixels, with what they hold. */
export function jpegMarkers(bytes: Buffer): { marker: number; data: Buffer }[] {
  const found: { marker: number; data: Buffer }[] = [];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new Error(`no marker at ${at}`);
    const marker = bytes[at + 1] as number;
    const length = bytes.readUInt16BE(at + 2);
    found.push({ marker, data: bytes.subarray(at + 4, at + 2 + length) });
    if (marker === 0xda) return found;
    at += 2 + length;
  }
  return found;
}

/** Only what is needed to show the pixels: tables, the frame, the JFIF header; and nothing behind the end. */
export function metadataIn(bytes: Buffer): string[] {
  const needed = [0xdb, 0xc0, 0xc1, 0xc2, 0xc4, 0xdd, 0xda];
  const found = jpegMarkers(bytes)
    .filter(({ marker, data }) => !needed.includes(marker) && !(marker === 0xe0 && data.length <= 14))
    .map(({ marker, data }) => `marker ${marker.toString(16)} of ${data.length} bytes`);
  const text = bytes.toString('latin1');
  const words = [...CAMERA_WORDS, 'Exif', 'GPS', 'ICC_PROFILE', 'adobe', 'Photoshop', 'http'];
  found.push(...words.filter((word) => text.includes(word)));
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) found.push('something behind the end');
  return found;
}
