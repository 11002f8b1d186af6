/** characters shown on each side of a passage, at most */
const AROUND = 60;

/**
 * What stands around a passage, cut between words and with an ellipsis where something is left out. Where there are no
 * spaces near, as in Chinese, it is cut between letters.
 */
export function around(text: string, start: number, end: number): { before: string; after: string } {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: from === 0 ? before : `… ${before.replace(/^\S*\s+(?=\S)/u, '')}`,
    after: to === text.length ? after : `${after.replace(/(?<=\S)\s+\S*$/u, '')} …`,
  };
}
