import type { Place } from './markdown-table.ts';

/** how far a sentence is followed to each side, in UTF-16 units */
const FAR = 400;
const ENDS = /[.!?…]["”»)]?\s|[。！？]["”]?|\n/gu;

/** @returns the sentence, or the line, that a passage stands in: at most `FAR` units more on each side */
export function sentenceOf(text: string, start: number, end: number): Place {
  const from = Math.max(0, start - FAR);
  const before = [...text.slice(from, start).matchAll(ENDS)].at(-1);
  const behind = text.slice(end, end + FAR);
  const stop = behind.matchAll(ENDS).next().value;
  return {
    start: before ? from + before.index + before[0].length : from,
    end: end + (stop ? stop.index + stop[0].length : behind.length),
  };
}
