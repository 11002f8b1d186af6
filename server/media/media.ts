import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PHOTO_LIMITS, type PhotoBox, type PhotoFile } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import { DarkRoom } from './dark-room.ts';
import { lookAt } from './look-at.ts';
import { filesIn, type MediaFiles } from './media-files.ts';

/** A file that somebody sent, on a desk. `type` is the media type that was sent with it, '' when none was. */
export interface SentFile {
  path: string;
  type: string;
}

/** A place for the files of one request. What lies on it is never served, and goes with it. */
export interface Desk {
  path: string;
  clear(): Promise<void>;
}

/** A photo as it came out: every size as JPEG in sRGB, turned the right way up, without a byte of metadata. */
export interface TakenIn {
  /** of the largest size */
  width: number;
  height: number;
  blurhash: string;
  /** smallest first */
  files: (PhotoFile & { content: Buffer })[];
  /** the most memory that it took to decode it, in KiB */
  peakKib: number;
}

export interface Wish {
  /** the longest sides, smallest first */
  sizes: readonly number[];
  /** cut to a square around the middle */
  square?: boolean;
}

/** The photos of one node: taking them in, changing their pixels, keeping their bytes. */
export interface Media {
  files: MediaFiles;
  /** how many files were handed to the decoder so far */
  readonly decoded: number;
  desk(): Promise<Desk>;
  /**
   * Takes a photo in: what it is is looked at before anything is decoded, then it is written anew in every size.
   * The file that was sent is left where it is, for its desk to be cleared.
   * @throws Refusal `invalid photo-too-big` and as `lookAt`; `invalid photo-broken`, `unavailable photo-busy`
   */
  takeIn(sent: SentFile, wish: Wish): Promise<TakenIn>;
  /**
   * The same for a photo that was taken in before: covers parts of its pixels and keeps one part of it.
   * @param key its largest file
   * @throws Refusal `not-found no-photo` when the file is gone; `invalid photo-broken`, `unavailable photo-busy`
   */
  change(key: string, wish: Wish & { covers: readonly PhotoBox[]; crop: PhotoBox | null }): Promise<TakenIn>;
  /** Removes desks that a process left behind when it ended. @param before by the clock of the file system */
  clearDesks(before: Date): Promise<void>;
}

/** Within the data folder. */
export const MEDIA_FOLDER = 'media';
const DESKS = 'incoming';

/** @param folder where everything of it lies; made with the first photo */
export function openMedia(folder: string): Media {
  const files = filesIn(folder);
  const darkRoom = new DarkRoom();
  const desks = join(folder, DESKS);

  const desk = async (): Promise<Desk> => {
    await mkdir(desks, { recursive: true, mode: 0o700 });
    const path = await mkdtemp(join(desks, 'desk-'));
    return { path, clear: () => rm(path, { recursive: true, force: true }) };
  };

  const develop = async (
    file: string,
    wish: Wish & { covers?: readonly PhotoBox[]; crop?: PhotoBox | null },
  ): Promise<TakenIn> => {
    const { sizes, square = false, covers = [], crop = null } = wish;
    const out = await desk();
    try {
      const made = await darkRoom.develop({ file, folder: out.path, sizes, square, covers, crop });
      const content = await Promise.all(
        made.files.map(({ size }) => readFile(join(out.path, `${size}.jpg`))),
      );
      return {
        width: made.width,
        height: made.height,
        blurhash: made.blurhash,
        peakKib: made.peakKib,
        files: made.files.map((one, index) => describe(one, content[index] as Buffer)),
      };
    } finally {
      await out.clear();
    }
  };

  return {
    files,
    get decoded() {
      return darkRoom.begun;
    },
    desk,
    async takeIn({ path, type }, wish) {
      if ((await stat(path)).size > PHOTO_LIMITS.bytes) throw new Refusal('invalid', 'photo-too-big');
      await lookAt(await readFile(path), type);
      return develop(path, wish);
    },
    async change(key, wish) {
      const known = await files.open(key);
      if (!known) throw new Refusal('not-found', 'no-photo');
      const table = await desk();
      try {
        const file = join(table.path, 'photo');
        await writeFile(file, await buffer(known.stream));
        return await develop(file, wish);
      } finally {
        await table.clear();
      }
    },
    async clearDesks(before) {
      for (const name of await readdir(desks).catch(() => [])) {
        const path = join(desks, name);
        const found = await stat(path).catch(() => null);
        if (found && found.mtime < before) await rm(path, { recursive: true, force: true });
      }
    },
  };
}

function describe(
  made: { size: number; width: number; height: number },
  content: Buffer,
): TakenIn['files'][number] {
  const key = createHash('sha256').update(content).digest('hex');
  return { ...made, bytes: content.length, key, content };
}
