import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { PHOTO_LIMITS } from '../../server/domain/photo.ts';
import { FIELDS, FORM_BYTES } from './form-body.ts';

/** A file as it came with a form, on a desk of `Media`. */
export interface SentPhoto {
  path: string;
  /** the media type that the browser told, '' when it told none */
  type: string;
}

export interface PhotoForm {
  /** null when none was chosen */
  photo: SentPhoto | null;
  /** the file had more bytes than a photo may have; it was read to its end and thrown away */
  tooBig: boolean;
}

/** Bytes that are read of one request, so that whoever sent a file that is somewhat too big gets a page that says so. */
const MOST_READ = 4 * PHOTO_LIMITS.bytes;

export const isMultipart = (request: Request): boolean =>
  /^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '');

/**
 * Reads a form that may hold one photo (`multipart/form-data`, RFC 7578). Call it once it is known who asks: nothing is
 * read before. The file goes to a folder as it comes; the fields become those of the request, as of any other form.
 * @param folder where the file is written; without it files are thrown away
 * @throws an error with status 413 or 400 for `errorPages`
 */
export async function readPhotoForm(request: Request, folder: string | null): Promise<PhotoForm> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_READ) throw withStatus(413);
  const parser = parserOf(request);
  const fields: [string, string][] = [];
  const found: PhotoForm = { photo: null, tooBig: false };
  const writing: Promise<void>[] = [];
  let size = 0;
  let read = 0;
  await new Promise<void>((done, fail) => {
    const giveUp = (error: Error) => {
      request.unpipe(parser);
      parser.destroy();
      fail(error);
      // the rest is read for nothing, so that the connection can be used again
      request.resume();
    };
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      size += Buffer.byteLength(name) + Buffer.byteLength(value);
      if (nameTruncated || valueTruncated || size > FORM_BYTES) giveUp(withStatus(413));
      else fields.push([name, value]);
    });
    parser.on('fieldsLimit', () => giveUp(withStatus(413)));
    parser.on('file', (_name, stream, { filename, mimeType }) => {
      if (folder === null || !filename) return stream.resume();
      const path = join(folder, 'sent');
      found.photo = { path, type: mimeType };
      stream.once('limit', () => {
        found.tooBig = true;
      });
      const written = pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      // awaited below, unless the form is given up before
      written.catch(() => undefined);
      writing.push(written);
    });
    parser.once('error', () => giveUp(withStatus(400)));
    parser.once('close', done);
    request.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read <= MOST_READ) return;
      giveUp(withStatus(413));
      if (read > 2 * MOST_READ) request.destroy();
    });
    request.once('close', () => {
      if (!request.complete) giveUp(Object.assign(new Error('the sender left'), { type: 'request.aborted' }));
    });
    request.pipe(parser);
  });
  await Promise.all(writing);
  request.body = asBody(fields);
  return found.tooBig ? { photo: null, tooBig: true } : found;
}

function parserOf(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fields: FIELDS,
        parts: FIELDS + 2,
        fieldNameSize: 100,
        fieldSize: FORM_BYTES,
        files: 1,
        fileSize: PHOTO_LIMITS.bytes + 1,
        headerPairs: 20,
      },
    });
  } catch {
    // no boundary, or none that makes sense
    throw withStatus(400);
  }
}

const withStatus = (status: number): Error => Object.assign(new Error(`form: ${status}`), { status });

/** As `express.urlencoded` gives it: a name that came more than once is a list. */
function asBody(fields: readonly [string, string][]): Record<string, string | string[]> {
  const body: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of fields) {
    const known = body[name];
    body[name] = known === undefined ? value : [known, value].flat();
  }
  return { ...body };
}
