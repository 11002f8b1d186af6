import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** An open file of the store. Whoever opens it reads it to its end or destroys it. */
export interface OpenFile {
  bytes: number;
  stream: Readable;
}

/**
 * Where the bytes of photos lie, by the SHA-256 of their content. The same content is kept once, so a key is removed
 * only when no photo names it any more.
 */
export interface MediaFiles {
  /** Keeps some content; does nothing when it is there already. It is whole, or not there. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** @returns null when there is no such file */
  open(key: string): Promise<OpenFile | null>;
  has(key: string): Promise<boolean>;
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
}

/** The store in a folder, which is made with the first file. */
export function filesIn(folder: string): MediaFiles {
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('not a key of a media file');
    return join(folder, key.slice(0, 2), `${key.slice(2)}.jpg`);
  };
  return {
    async put(key, content) {
      const path = pathOf(key);
      if (await isThere(path)) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomBytes(6).toString('hex')}`;
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    },
    async open(key) {
      const path = pathOf(key);
      const found = await stat(path).catch(orNull);
      return found && { bytes: found.size, stream: createReadStream(path) };
    },
    has: (key) => isThere(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
