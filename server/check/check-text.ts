import type { CheckContext, Finding } from './finding.ts';

/** Everything that the rules find in a text, by place. */
export function checkText(_text: string, _context: CheckContext): Finding[] {
  return [];
}
