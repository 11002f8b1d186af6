import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the body of a request may take to come, in milliseconds. */
export interface BodyDeadlines {
  /** for everything but forms with files */
  bodyMs: number;
  /** for `multipart/form-data`: photos over a slow line */
  uploadMs: number;
}

/**
 * A body that does not come whole in time is answered 408 and its connection closed. How long the answer takes does not
 * matter. Call the result for every request, before anything reads it.
 * Source: RFC 9110, 15.5.9
 */
export function bodyDeadline({
  bodyMs,
  uploadMs,
}: BodyDeadlines): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (!hasBody(request)) return;
    const timer = setTimeout(() => cut(request, response), isUpload(request) ? uploadMs : bodyMs);
    request.once('close', () => clearTimeout(timer));
  };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isUpload({ headers }: IncomingMessage): boolean {
  return /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');
}

function cut(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  // it was answered before its end, which was read on for nothing
  if (response.headersSent) return void request.socket.destroy();
  const headers = { connection: 'close', 'content-type': 'text/plain; charset=utf-8' };
  response.writeHead(408, headers).end('The request took too long to come.', () => request.socket.destroy());
}
