import { randomBytes } from 'node:crypto';
import { getLogger } from '@logtape/logtape';
import type { ErrorRequestHandler, Request } from 'express';
import { Refusal } from '../../server/domain/refusal.ts';
import { isDatabaseAway } from '../../server/reads/database-away.ts';
import type { Frame } from '../kit/frame.ts';
import { send } from './answer.ts';
import { type Problem, ProblemPage } from './problem-page.tsx';
import { OtherSite } from './same-origin.ts';
import type { Handler } from './visit.ts';
import type { Visitors } from './visitor.ts';

const log = getLogger(['ajar', 'web']);

/** The last handler: nothing is at this address. */
export const nothingHere: Handler = () => {
  throw new Refusal('not-found', 'not-found');
};

/** Turns whatever went wrong into a page, in one place. */
export function errorPages(visitors: Visitors): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error);
    if (problem === 'reader-left') return void response.destroy();
    if (problem.kind === 'bug' || problem.kind === 'away') logProblem(error, problem, request);
    // part of the answer is on its way: only ending the connection says that it is not whole
    if (response.headersSent) return next(error);
    const frame: Frame = response.locals.frame ?? visitors.bareFrame(request);
    if (problem.retryAfter) response.setHeader('Retry-After', problem.retryAfter);
    // the rest of what is being sent is not waited for
    if (problem.kind === 'too-large') response.setHeader('Connection', 'close');
    const page = <ProblemPage frame={frame} problem={problem} request={request} />;
    send(request, response, { page, status: problem.status });
  };
}

/** What an error means for the reader. */
function problemOf(error: unknown): Problem | 'reader-left' {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof OtherSite) return { kind: 'other-site', status: 403 };
  if (isDatabaseAway(error)) return { kind: 'away', status: 503, retryAfter: 30, reference: newReference() };
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (type === 'request.aborted') return 'reader-left';
  if (status === 413) return { kind: 'too-large', status: 413 };
  // an address that is not well-formed names nothing
  if (error instanceof URIError) return { kind: 'not-found', status: 404 };
  if (typeof status === 'number' && status >= 400 && status < 500) return { kind: 'unreadable', status };
  return { kind: 'bug', status: 500, reference: newReference() };
}

function refused(refusal: Refusal): Problem {
  switch (refusal.kind) {
    case 'not-found':
      return { kind: 'not-found', status: 404, refusal };
    case 'gone':
      return { kind: 'gone', status: 410, refusal };
    case 'not-allowed':
      return { kind: 'refused', status: 403, refusal };
    case 'conflict':
      return { kind: 'refused', status: 409, refusal };
    case 'invalid':
      return { kind: 'refused', status: 422, refusal };
    case 'too-many':
      return { kind: 'too-many', status: 429, refusal, retryAfter: Number(refusal.params.seconds ?? 300) };
    case 'unreachable':
      return { kind: 'not-answering', status: 503, refusal, retryAfter: 120 };
    case 'unavailable':
      if (refusal.say === 'not-set-up') return { kind: 'setting-up', status: 503, retryAfter: 600 };
      return { kind: 'unavailable', status: 503, refusal, retryAfter: 120 };
  }
}

/** Short enough to say over the telephone. */
const newReference = (): string => randomBytes(4).toString('hex');

/** The pattern of the address, never the address itself: it may name people or hold what they searched for. */
function logProblem(error: unknown, problem: Problem, request: Request): void {
  const { reference, status } = problem;
  const facts = { reference, status, method: request.method, route: String(request.route?.path ?? '') };
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  log.error('{method} {route} ended in {status}, reference {reference}', { ...facts, name, code, stack });
}
