import type { Say } from './messages.ts';

/**
 * Why a delivery did not arrive, in words that read well after "The last attempt:". Our own network client says it in
 * words already; of an answer only its status is told, never the text that the other server sent.
 */
export function causeWords(say: Say, cause: string | null): string {
  if (!cause) return say('cause.unknown');
  const status = Number(/^HTTP (\d{3})\b/.exec(cause)?.[1] ?? 0);
  if (status === 0) return cause;
  if (status === 401 || status === 403) return say('cause.not-let-in', { status });
  if (status === 404 || status === 410) return say('cause.nobody-there', { status });
  if (status === 408 || status === 429) return say('cause.too-busy', { status });
  return status >= 500 ? say('cause.their-trouble', { status }) : say('cause.refused', { status });
}
