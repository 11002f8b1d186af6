import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { AVATAR_SIZES, STORY_SIZES } from '../../server/domain/photo.ts';
import type { Refusal } from '../../server/domain/refusal.ts';
import { type Media, openMedia, type TakenIn } from '../../server/media/media.ts';
import {
  bombPixels,
  CAMERA_WORDS,
  cameraPhoto,
  jpegOf,
  metadataIn,
  pngClaiming,
  pngOf,
  stripes,
  webpOf,
} from '../support/photos.ts';
import type { SentFile } from '../support/visitor.ts';

/** ms; every photo is a process of its own, which starts slowly while a machine has much else to do */
const SLOW = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'ajar-photos-'));
let media: Media;
let sent = 0;

beforeEach(() => {
  media = openMedia(join(folder, 'media'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function take(
  { bytes, type }: SentFile,
  wish = { sizes: STORY_SIZES as readonly number[] },
): Promise<TakenIn> {
  sent += 1;
  const path = join(folder, `sent-${sent}`);
  writeFileSync(path, bytes);
  return media.takeIn({ path, type }, wish);
}

const pixelAt = async (jpeg: Buffer, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
};

describe('a photo is taken in', () => {
  test(
    'as JPEG in three sizes, turned the right way up, with nothing that the camera wrote into it',
    async () => {
      const camera = await cameraPhoto(2_400, 1_800);
      const before = Buffer.from(camera.bytes).toString('latin1');
      for (const word of [...CAMERA_WORDS, 'ICC_PROFILE']) expect(before).toContain(word);
      const taken = await take(camera);
      // it lay on its side: what was broad is high
      expect(taken.files.map(({ size, width, height }) => [size, width, height])).toEqual([
        [480, 360, 480],
        [1_080, 810, 1_080],
        [1_920, 1_440, 1_920],
      ]);
      for (const { content, bytes } of taken.files) {
        expect(metadataIn(content)).toEqual([]);
        expect(bytes).toBe(content.length);
        expect(await sharp(content).metadata()).toMatchObject({
          format: 'jpeg',
          space: 'srgb',
          hasProfile: false,
        });
      }
      expect(taken.blurhash).toMatch(/^[\w#$%*+,\-./:;=?@[\]^{|}~]{28}$/);
    },
    SLOW,
  );

  test('what is small is not made larger; what is see-through gets white paper; PNG and WebP become JPEG too', async () => {
    const small = await take(await webpOf(700, 500));
    expect(small.files.map(({ size, width }) => [size, width])).toEqual([
      [480, 480],
      [1_080, 700],
    ]);
    expect((await take(await pngOf(200, 100))).files.map(({ size, width }) => [size, width])).toEqual([
      [480, 200],
    ]);
    const glass = await stripes(100, 100).ensureAlpha(0).png().toBuffer();
    const [file] = (await take({ bytes: glass, type: 'image/png', name: 'glass.png' })).files;
    expect(await pixelAt(file?.content as Buffer, 50, 50)).toEqual([255, 255, 255]);
  });

  test('the colours of a screen with more of them become those of every screen', async () => {
    const wide = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#00ff00' } })
      .withIccProfile('p3')
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const stored = await sharp(wide, { ignoreIcc: true }).raw().toBuffer();
    // the same green as it is written with the profile of the screen
    expect(stored[0]).toBeGreaterThan(100);
    const [file] = (await take({ bytes: wide, type: 'image/jpeg', name: 'wide.jpg' })).files;
    const [red = 255, green = 0] = await pixelAt(file?.content as Buffer, 30, 30);
    expect(red).toBeLessThan(30);
    expect(green).toBeGreaterThan(240);
  });

  test('a picture of a person is cut to a square', async () => {
    const taken = await media.takeIn(
      { path: await onDisk(await jpegOf(900, 500)), type: 'image/jpeg' },
      { sizes: AVATAR_SIZES, square: true },
    );
    expect(taken.files.map(({ width, height }) => [width, height])).toEqual([
      [120, 120],
      [400, 400],
    ]);
  });

  test(
    'even a picture of noise stays below 2 MB',
    async () => {
      const noise = await sharp({
        create: {
          width: 2_000,
          height: 2_000,
          channels: 3,
          background: '#888',
          noise: { type: 'gaussian', mean: 128, sigma: 90 },
        },
      })
        .jpeg({ quality: 95 })
        .toBuffer();
      for (const { bytes } of (await take({ bytes: noise, type: 'image/jpeg', name: 'noise.jpg' })).files)
        expect(bytes).toBeLessThanOrEqual(2_000_000);
    },
    SLOW,
  );

  async function onDisk({ bytes }: SentFile): Promise<string> {
    sent += 1;
    const path = join(folder, `sent-${sent}`);
    writeFileSync(path, bytes);
    return path;
  }
});

describe('what would burst', () => {
  const refusalOf = (file: SentFile) =>
    take(file).then(
      () => 'taken',
      (error: Refusal) => error.say,
    );

  test('never reaches the decoder when its header says so', async () => {
    for (const file of [
      pngClaiming(1, 50_000),
      pngClaiming(50_000, 50_000, bombPixels(64)),
      pngClaiming(50_000, 1),
    ])
      expect(await refusalOf(file)).toBe('photo-pixels');
    expect(media.decoded).toBe(0);
  });

  test(
    'bursts in a process of its own, with bounded memory, when its header lies',
    async () => {
      // 300 MB of zeros for a picture that says it has thirty pixels
      const zip = pngClaiming(6, 5, bombPixels(300));
      // and 25 million pixels as promised, all of them
      const whole = pngClaiming(5_000, 5_000, bombPixels(75));
      const before = process.memoryUsage().rss;
      const peaks: number[] = [];
      for (const file of [zip, whole]) {
        const answer = await take(file).then(
          (taken) => taken.peakKib,
          (error: Refusal) => error.say,
        );
        if (typeof answer === 'number') peaks.push(answer);
        else expect(answer).toBe('photo-broken');
      }
      expect(media.decoded).toBe(2);
      for (const peak of peaks) expect(peak).toBeLessThan(400 * 1_024);
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576);
    },
    SLOW,
  );

  test('cut off or damaged photos are refused in words, and leave nothing behind', async () => {
    const { bytes } = await jpegOf(800, 600);
    expect(
      await refusalOf({ bytes: bytes.subarray(0, bytes.length / 2), type: 'image/jpeg', name: 'half.jpg' }),
    ).toBe('photo-broken');
    expect(await refusalOf(pngClaiming(30, 20, Buffer.from('no pixels')))).toBe('photo-broken');
    expect(readdirSync(join(folder, 'media', 'incoming'))).toEqual([]);
  });

  test('a photo of more than 12 MB is refused', async () => {
    const large = Buffer.concat([Buffer.from((await jpegOf(40, 30)).bytes), Buffer.alloc(12 * 1_048_576)]);
    expect(await refusalOf({ bytes: large, type: 'image/jpeg', name: 'large.jpg' })).toBe('photo-too-big');
  });

  test(
    'too many at once wait, and more than that are sent away',
    async () => {
      const photo = await jpegOf(60, 40);
      const answers = await Promise.all(Array.from({ length: 12 }, () => refusalOf(photo)));
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(9);
      expect(answers.filter((answer) => answer === 'photo-busy')).toHaveLength(3);
    },
    SLOW,
  );
});

describe('covering', () => {
  const whole = { x: 0, y: 0, width: 100, height: 100 };

  async function kept(file: SentFile): Promise<string> {
    const taken = await take(file);
    for (const { key, content } of taken.files) await media.files.put(key, content);
    return taken.files.at(-1)?.key as string;
  }

  test('paints boxes into the pixels of every size', async () => {
    const key = await kept(await jpegOf(1_000, 800));
    const covers = [
      { x: 10, y: 10, width: 20, height: 30 },
      { x: 60, y: 0, width: 50, height: 10 },
    ];
    const changed = await media.change(key, { sizes: STORY_SIZES, covers, crop: null });
    expect(changed.files.map(({ width, height }) => [width, height])).toEqual([
      [480, 384],
      [1_000, 800],
    ]);
    for (const { width, height, content } of changed.files) {
      const at = (x: number, y: number) => pixelAt(content, Math.round(x * width), Math.round(y * height));
      for (const [x, y] of [
        [0.11, 0.11],
        [0.2, 0.25],
        [0.29, 0.39],
        [0.98, 0.02],
      ] as const)
        for (const channel of await at(x, y)) expect(Math.abs(channel - 0x2b)).toBeLessThan(12);
      // beside the box the stripes are as they were: light here
      expect((await at(0.44, 0.8))[0]).toBeGreaterThan(150);
      expect(metadataIn(content)).toEqual([]);
    }
  });

  test('keeps only a part, with the boxes where they were drawn', async () => {
    const key = await kept(await jpegOf(1_000, 800));
    const changed = await media.change(key, {
      sizes: STORY_SIZES,
      covers: [{ x: 50, y: 50, width: 10, height: 10 }],
      crop: { x: 50, y: 25, width: 25, height: 50 },
    });
    const file = changed.files.at(-1);
    expect([file?.width, file?.height]).toEqual([250, 400]);
    // the box lay in the middle of the photo: at the left edge of what was kept, half-way down
    for (const channel of await pixelAt(file?.content as Buffer, 10, 215))
      expect(Math.abs(channel - 0x2b)).toBeLessThan(12);
  });

  test('a box over everything leaves nothing to see', async () => {
    const key = await kept(await jpegOf(300, 200));
    const changed = await media.change(key, { sizes: STORY_SIZES, covers: [whole], crop: null });
    const { data } = await sharp(changed.files.at(-1)?.content).raw().toBuffer({ resolveWithObject: true });
    expect(data.filter((value) => value > 0x2b + 12)).toHaveLength(0);
  });

  test('a file that is gone cannot be covered', async () => {
    const gone = media.change('0'.repeat(64), { sizes: STORY_SIZES, covers: [whole], crop: null });
    await expect(gone).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the store of files', () => {
  const key = 'ab'.repeat(32);

  test('keeps content whole under its key, gives it back, removes it', async () => {
    const { files } = media;
    expect([await files.has(key), await files.open(key)]).toEqual([false, null]);
    await Promise.all([files.put(key, Buffer.from('one')), files.put(key, Buffer.from('one'))]);
    const opened = await files.open(key);
    expect(opened?.bytes).toBe(3);
    expect(await buffer(opened?.stream as NonNullable<typeof opened>['stream'])).toEqual(Buffer.from('one'));
    await files.remove(key);
    await files.remove(key);
    expect(await files.has(key)).toBe(false);
    expect(readdirSync(join(folder, 'media', 'ab'))).toEqual([]);
  });

  test.each(['../../etc/passwd', 'ab', `${key}/..`, ''])('takes no key that is none: %s', async (bad) => {
    await expect(media.files.put(bad, Buffer.from('x'))).rejects.toThrow('not a key');
  });

  test('desks that a process left behind are cleared, those in use are not', async () => {
    const desk = await media.desk();
    await media.clearDesks(new Date(Date.now() - 60_000));
    expect(readdirSync(join(folder, 'media', 'incoming'))).toHaveLength(1);
    await media.clearDesks(new Date(Date.now() + 60_000));
    expect(readdirSync(join(folder, 'media', 'incoming'))).toEqual([]);
    await desk.clear();
  });
});
