import { beforeAll, describe, expect, test } from '@jest/globals';
import { PHOTO_LIMITS } from '../../server/domain/photo.ts';
import type { Refusal } from '../../server/domain/refusal.ts';
import { lookAt } from '../../server/media/look-at.ts';
import { isMessageKey } from '../../web/kit/messages.ts';
import {
  EMPTY_ZIP,
  gif,
  heic,
  jpegAnd,
  jpegOf,
  movingWebp,
  pngClaiming,
  pngOf,
  svg,
  webpOf,
} from '../support/photos.ts';
import type { SentFile } from '../support/visitor.ts';

const look = (file: SentFile) => lookAt(Buffer.from(file.bytes), file.type);
const refusalOf = async (file: SentFile): Promise<string> =>
  look(file).then(
    () => 'taken',
    (error: Refusal) => error.say,
  );

describe('a file is looked at before anything of it is decoded', () => {
  test('the size stands in the header of all three kinds', async () => {
    for (const [make, type] of [
      [jpegOf, 'jpeg'],
      [pngOf, 'png'],
      [webpOf, 'webp'],
    ] as const)
      expect(await look(await make(321, 123))).toEqual({ type, width: 321, height: 123 });
  });

  let photo: SentFile;
  beforeAll(async () => {
    photo = await jpegOf(40, 30);
  });

  test.each<[what: string, say: string, file: () => SentFile | Promise<SentFile>]>([
    ['HEIC', 'photo-heic', heic],
    ['HEIC that says it is a JPEG', 'photo-heic', () => ({ ...heic(), type: 'image/jpeg' })],
    ['SVG with a script', 'photo-svg', svg],
    ['SVG that says it is a PNG', 'photo-svg', () => ({ ...svg(), type: 'image/png' })],
    ['GIF', 'photo-gif', gif],
    ['a moving PNG', 'photo-moving', () => pngClaiming(40, 30, Buffer.alloc(0), 'acTL')],
    ['a moving WebP', 'photo-moving', movingWebp],
    ['a PDF', 'photo-type', () => ({ ...photo, bytes: Buffer.from('%PDF-1.7\n1 0 obj') })],
    ['text', 'photo-type', () => ({ ...photo, bytes: Buffer.from('Dear colleagues') })],
    ['nothing', 'photo-type', () => ({ ...photo, bytes: Buffer.alloc(0) })],
    ['an ActivityPub document', 'photo-type', () => ({ ...photo, bytes: Buffer.from('{"type":"Person"}') })],
    [
      'a PNG that says it is a JPEG',
      'photo-lie',
      async () => ({ ...(await pngOf(9, 9)), type: 'image/jpeg' }),
    ],
    ['a JPEG that says it is a page', 'photo-lie', () => ({ ...photo, type: 'text/html' })],
    ['a photo that is a page too', 'photo-two-files', () => jpegAnd('<html><script>alert(1)</script>')],
    ['a photo that is a program too', 'photo-two-files', () => jpegAnd('<?php system($_GET[0]);')],
    ['a photo that is an archive too', 'photo-two-files', () => jpegAnd(EMPTY_ZIP)],
    ['one pixel wide and a million high', 'photo-pixels', () => pngClaiming(1, 1_000_000)],
    ['50,000 by 50,000 pixels', 'photo-pixels', () => pngClaiming(50_000, 50_000)],
    ['one pixel more than a PNG may have', 'photo-pixels', () => pngClaiming(5_001, 5_000)],
    ['no pixel at all', 'photo-broken', () => pngClaiming(0, 30)],
    [
      'a JPEG that ends before its size',
      'photo-broken',
      () => ({ ...photo, bytes: photo.bytes.subarray(0, 30) }),
    ],
  ])('%s is refused: %s', async (_what, say, file) => {
    expect(await refusalOf(await file())).toBe(say);
    expect(isMessageKey(`refusal.${say}`)).toBe(true);
  });

  test('a file whose kind the browser did not know is taken for what it is', async () => {
    for (const type of ['', 'application/octet-stream', 'image/jpg', 'image/pjpeg'])
      expect(await look({ ...photo, type })).toMatchObject({ type: 'jpeg' });
  });

  test('what telephones put behind a photo, a short film or a second picture, is no reason to refuse it', async () => {
    const film = Buffer.concat([
      Buffer.from('00000018', 'hex'),
      Buffer.from('ftypmp42'),
      Buffer.alloc(90_000, 7),
    ]);
    expect(await refusalOf(await jpegAnd(film))).toBe('taken');
    expect(await refusalOf(await jpegAnd(Buffer.from(photo.bytes)))).toBe('taken');
  });

  test('a photo as large as telephones take them is taken', async () => {
    const most = PHOTO_LIMITS.pixels.png;
    expect(await look(pngClaiming(5_000, most / 5_000))).toMatchObject({ width: 5_000 });
  });
});
