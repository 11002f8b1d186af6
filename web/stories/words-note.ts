import { LIMITS } from '../../server/domain/text-limits.ts';
import type { Say } from '../kit/messages.ts';

const FEW = 150;
const LONG = 500;

/** How long a story is, in a friendly sentence: "340 words – just right". */
export function wordsNote(say: Say, words: number): string {
  if (words === 0) return say('words.none');
  if (words < FEW) return say('words.few', { count: words });
  if (words <= LONG) return say('words.right', { count: words });
  if (words <= LIMITS.words) return say('words.long', { count: words });
  return say('words.too-long', { count: words, limit: LIMITS.words });
}
