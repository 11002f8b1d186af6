import { getLogger } from '@logtape/logtape';
import type { Request, Response } from 'express';
import { distantAddressKey } from '../server/domain/address-key.ts';
import { HeldBytes } from './held-bytes.ts';
import { Intake, type IntakeAnswer } from './intake.ts';
import type { Office } from './office.ts';
import { sendUnavailable } from './respond.ts';

const log = getLogger(['ajar', 'intake']);

const BODY_MAX = 1_048_576;

const NO_INBOX: IntakeAnswer = { status: 404, say: 'There is no such inbox.' };
const TOO_BIG: IntakeAnswer = { status: 413, say: 'At most 1 MiB, uncompressed.' };
const TOO_MUCH: IntakeAnswer = { status: 503, say: 'Too much at once. Please come again.', retryAfter: 30 };

/** Whose inbox a request is for: null for the shared one, undefined when there is nobody. */
export type WhoseInbox = (request: Request) => Promise<string | null | undefined>;

/** Makes the routes of inboxes; they share their limits. */
export function inboxRoutes(
  office: Office,
): (whose: WhoseInbox) => (request: Request, response: Response) => Promise<void> {
  const intake = new Intake(office);
  const held = new HeldBytes(office.limits);
  let warned = false;
  const sender = (request: Request): string | null => {
    const from = distantAddressKey(request.ip);
    if (from === null && !office.allowPrivate && !warned) {
      warned = true;
      log.warn('senders come from inside: with a proxy in front, TRUST_PROXY must say so');
    }
    return from;
  };
  return (whose) => async (request, response) => {
    const from = sender(request);
    const refusal = intake.atTheDoor(request, from);
    if (refusal) return send(request, response, refusal);
    const holding = { bytes: 0 };
    try {
      const body = await readBody(request, (bytes) => {
        if (!held.hold(bytes, from)) return false;
        holding.bytes += bytes;
        return true;
      });
      if (body === 'left') return;
      if (!Buffer.isBuffer(body)) return send(request, response, body);
      const id = await whose(request);
      send(request, response, id === undefined ? NO_INBOX : await intake.receive(request, body, id, from));
    } catch (error) {
      sendUnavailable(response, error);
    } finally {
      held.letGo(holding.bytes, from);
    }
  };
}

function send(request: Request, response: Response, answer: IntakeAnswer): void {
  // cut off by the deadline of bodies
  if (response.headersSent) return;
  if (!request.complete && !(Number(request.headers['content-length']) <= BODY_MAX))
    response.setHeader('connection', 'close');
  if (answer.retryAfter) response.setHeader('retry-after', answer.retryAfter);
  response.status(answer.status);
  if (answer.say) response.type('text/plain').send(answer.say);
  else response.end();
}

/**
 * Reads a request's body, counting bytes.
 * @param hold asked for each piece, whether it may be held
 * @returns an answer when it is too big or too much; `left` when the sender ended the connection
 */
function readBody(
  request: Request,
  hold: (bytes: number) => boolean,
): Promise<Buffer | IntakeAnswer | 'left'> {
  const { headers } = request;
  if (
    Number(headers['content-length'] ?? 0) > BODY_MAX ||
    (headers['content-encoding'] ?? 'identity') !== 'identity'
  )
    return Promise.resolve(TOO_BIG);
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const giveUp = (answer: IntakeAnswer) => {
      request.removeAllListeners('data');
      request.resume();
      done(answer);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_MAX) giveUp(TOO_BIG);
      else if (!hold(chunk.length)) giveUp(TOO_MUCH);
      else chunks.push(chunk);
    });
    request.on('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('error', () => done('left'));
    request.on('close', () => done('left'));
  });
}
