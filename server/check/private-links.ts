import type { CheckContext, Finding } from './finding.ts';
import { PRIVATE_HOSTS, PUBLIC_HOSTS, TELLING_NAMES } from './private-hosts.ts';
import { pattern } from './scan.ts';

const LABEL = '[a-z\\d](?:[a-z\\d-]{0,62})';
const PATH = '[^\\s<>"“”\'’|\\\\，。；、！？（）》】\\p{Script=Han}]{1,2000}';
const LINK = pattern(
  `(?<![\\w@.-])(?:https?://|//)?(?<host>(?:${LABEL}\\.){1,6}[a-z]{2,24})(?::\\d{2,5})?(?<path>[/?#]${PATH})`,
);
const BY_HOST = new Map<string, string[]>();
for (const entry of PRIVATE_HOSTS) {
  const [host = '', ...path] = entry.split('/');
  BY_HOST.set(host, [...(BY_HOST.get(host) ?? []), path.length > 0 ? `/${path.join('/')}` : '/']);
}

/**
 * Links to private documents (product, student check: Drive, OneDrive, Classroom and LMS hosts), bare, in angle brackets
 * or in Markdown. The passage of a Markdown link is its address with the brackets, so that the words stay.
 * The front page of a service is no document.
 */
export function findPrivateLinks(text: string, _context: CheckContext): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(LINK)) {
    const { host = '', path = '' } = match.groups ?? {};
    const own = inBrackets(match[0]);
    if (!isPrivate(host.toLowerCase(), path)) continue;
    const end = match.index + own.length;
    const wrapped = text[match.index - 1] === '<' && text[end] === '>';
    const inMarkdown = text.slice(Math.max(0, match.index - 2), match.index) === '](' && closing(text, end);
    const from = match.index - (wrapped || inMarkdown ? 1 : 0);
    const to = wrapped ? end + 1 : inMarkdown ? inMarkdown : end;
    found.push({
      type: 'private-link',
      severity: 'ask',
      start: from,
      end: to,
      text: text.slice(from, to),
      fix: '',
    });
  }
  return found;
}

function isPrivate(host: string, path: string): boolean {
  if (PUBLIC_HOSTS.has(host) || path.replace(/^[/?#]/, '').length < 2) return false;
  const labels = host.split('.');
  for (let i = 0; i < labels.length - 1; i++) {
    const paths = BY_HOST.get(labels.slice(i).join('.'));
    if (paths?.some((begin) => begin === '/' || path.startsWith(begin))) return true;
  }
  return labels.slice(0, -2).some((label) => TELLING_NAMES.has(label)) || /^\/moodle\//i.test(path);
}

/** A bracket or full stop behind an address belongs to the sentence. */
function inBrackets(link: string): string {
  let own = link.replace(/[.,;:!?*_`]{1,5}$/, '');
  while (own.endsWith(')') && own.split(')').length > own.split('(').length)
    own = own.slice(0, -1).replace(/[.,;]$/, '');
  return own;
}

/** @returns the place after `)` of a Markdown link whose address ends at `end`, with its title; 0 when there is none */
function closing(text: string, end: number): number {
  const rest = /^(?: {1,3}["'(][^"')\n]{0,200}["')])?\)/.exec(text.slice(end, end + 220));
  return rest ? end + rest[0].length : 0;
}
