import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import type { Viewer } from '../../server/domain/audience.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { servedPhoto } from '../../server/reads/photos.ts';
import { signedIn } from '../../server/reads/signed-in.ts';
import type { Web } from './visit.ts';

/** Nothing in a photo can run, wherever it is opened. */
const HARMLESS = "default-src 'none'; sandbox";
/** What is taken back is gone from caches between us and its readers within the minute that servers have (product 3.5), from a browser within five. */
const SHORTLY = 'public, max-age=300, s-maxage=60, must-revalidate';

/**
 * `/media/<token>/<size>.jpg`: the bytes of a photo for those who may see it. An address holds the same pixels for ever;
 * for whom it is can change, so only what everybody may see is kept by caches, and not for long.
 */
export function servePhoto(web: Web): RequestHandler {
  return async (request, response) => {
    const { token = '', file: name = '' } = request.params as Record<string, string>;
    const size = Number(/^(\d{2,4})\.jpg$/.exec(name)?.[1]);
    const viewer = await viewerOf(web, request.session?.actorId);
    const { file, isPublic } = await servedPhoto(web.ctx.db, viewer, token, size);
    const headers = headersOf(file.key, isPublic);
    if (request.headers['if-none-match']?.includes(headers.ETag))
      return void response.writeHead(304, headers).end();
    const opened = await web.ctx.media.files.open(file.key);
    if (!opened) throw new Refusal('not-found', 'not-found');
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'image/jpeg',
      'Content-Length': opened.bytes,
    });
    if (request.method === 'HEAD') {
      opened.stream.destroy();
      return void response.end();
    }
    // a reader who leaves is no trouble of ours
    await pipeline(opened.stream, response).catch(() => {
      opened.stream.destroy();
      response.destroy();
    });
  };
}

function headersOf(key: string, isPublic: boolean) {
  return {
    'Content-Security-Policy': HARMLESS,
    'Cache-Control': isPublic ? SHORTLY : 'private, no-store',
    // pages of other servers show what everybody may see; nobody else's may show the rest
    'Cross-Origin-Resource-Policy': isPublic ? 'cross-origin' : 'same-origin',
    'X-Robots-Tag': 'noindex',
    ETag: `"${key.slice(0, 32)}"`,
    Vary: 'Cookie',
  };
}

/** Who asks. Not `visitOf`: a picture must not take the message that waits for the next page. */
async function viewerOf(web: Web, actorId: string | undefined): Promise<Viewer> {
  const person = actorId === undefined ? null : await signedIn(web.ctx.db, actorId);
  return person ? { kind: 'member', actorId: person.actorId, role: person.role } : { kind: 'anonymous' };
}
