/** characters shown on each side of a passage, at most */
const AROUND = 60;

/**
 * What stands around a passage, cut between words and with an ellipsis where something is left out. Where there are no
 * spaces near, as in Chinese, it is cut between letters.
 * @param whole what is shown in any case: the sentences that the question is about
 */
export function around(
  text: string,
  start: number,
  end: number,
  whole: { start: number; end: number } = { start, end },
): { before: string; after: string } {
  const from = Math.max(0, Math.min(start - AROUND, whole.start));
  const to = Math.min(text.length, Math.max(end + AROUND, whole.end));
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: from === 0 ? before : `… ${from === whole.start ? before : before.replace(/^\S*\s+(?=\S)/u, '')}`,
    after:
      to === text.length ? after : `${to === whole.end ? after : after.replace(/(?<=\S)\s+\S*$/u, '')} …`,
  };
}
