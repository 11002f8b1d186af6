/** A text as a reader sees it, and where each of its characters stands in the text as it was given. */
export interface Plain {
  text: string;
  /** of a passage of `text`, the passage of the text as given: from the first character through the last */
  passage: (start: number, end: number) => { start: number; end: number };
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/;
const DASH = /[\u2010\u2011\u2212\ufe63]/;
const MARKER = /[*_`~]/;
const WORD = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|amp|nbsp|commat|period|hyphen);/iy;
const NAMED: Record<string, string> = { amp: '&', nbsp: ' ', commat: '@', period: '.', hyphen: '-' };
/** A line that goes on with the one before it begins with none of these: list, quotation, heading, table, fence. */
const NEW_BLOCK = /[ \t]{0,8}(?:[-*+>#|\n]|\d{1,3}[.)][ \t]|```|~~~|-{3})/y;
/** Shorter lines are broken on purpose. */
const WRAPPED_LINE = 40;

/**
 * Takes away what Markdown, an editor or a phone's keyboard puts between the letters: emphasis, code marks and
 * backslashes, entities, soft hyphens, line breaks within a paragraph; full-width digits and letters become ordinary ones,
 * accents join their letter. Links keep their brackets and addresses. Each character that stays remembers where it stood.
 * @param given at most 64 Ki UTF-16 units of Markdown
 */
export function plainOf(given: string): Plain {
  const out: string[] = [];
  const from: number[] = [];
  const until: number[] = [];
  const put = (text: string, start: number, end: number) => {
    for (const unit of text.split('')) {
      out.push(unit);
      from.push(start);
      until.push(end);
    }
  };
  let lineStart = 0;
  for (let i = 0; i < given.length; i++) {
    const c = given[i] as string;
    if (c === '\n' || c === '\r') {
      const end = c === '\r' && given[i + 1] === '\n' ? i + 2 : i + 1;
      put(lineBreak(given, lineStart, i, end), i, end);
      lineStart = end;
      i = end - 1;
    } else if (INVISIBLE.test(c)) {
      // nothing to see
    } else if (MARKER.test(c) && !(WORD.test(given[i - 1] ?? '') && WORD.test(given[i + 1] ?? ''))) {
      if (loneMarker(given, i)) put(c, i, i + 1);
    } else if (c === '\\' && /[!-/:-@[-`{-~]/.test(given[i + 1] ?? '')) {
      put(given[i + 1] as string, i, i + 2);
      i++;
    } else if (c === '&' && entityAt(given, i)) {
      const { text, end } = entityAt(given, i) as { text: string; end: number };
      put(text, i, end);
      i = end - 1;
    } else {
      const joined = withAccent(c, given[i + 1]);
      put(joined ?? folded(c), i, joined ? i + 2 : i + 1);
      if (joined) i++;
    }
  }
  return {
    text: out.join(''),
    passage: (start, end) => {
      const first = from[start] ?? given.length;
      return withMarkers(given, first, end > start ? (until[end - 1] ?? given.length) : first);
    },
  };
}

/** A passage that begins or ends inside an emphasis takes the emphasis with it, so that no lone marker stays behind. */
function withMarkers(given: string, start: number, end: number): { start: number; end: number } {
  for (const marker of ['**', '__', '~~', '*', '_', '`']) {
    if (given.slice(start, end).split(marker).length % 2 === 1) continue;
    if (given.startsWith(marker, start - marker.length)) return { start: start - marker.length, end };
    if (given.startsWith(marker, end)) return { start, end: end + marker.length };
  }
  return { start, end };
}

/** A break within a paragraph is a space, between two Chinese characters nothing, all others stay. */
function lineBreak(given: string, lineStart: number, at: number, next: number): string {
  const line = given.slice(lineStart, at);
  NEW_BLOCK.lastIndex = next;
  if (line.length < WRAPPED_LINE / (HAN.test(line) ? 2 : 1) || /^[ \t]{0,8}[|#]/.test(line)) return '\n';
  if (given[next] === undefined || given[next] === '\r' || NEW_BLOCK.test(given)) return '\n';
  return HAN.test(given[at - 1] ?? '') && HAN.test(given[next] ?? '') ? '' : ' ';
}

/** A marker with a space on both sides is a star or a wave of its own, unless it begins a line of a list. */
function loneMarker(given: string, i: number): boolean {
  return given[i - 1] === ' ' && given[i + 1] === ' ' && /\S/.test(given.slice(Math.max(0, i - 3), i));
}

function entityAt(given: string, i: number): { text: string; end: number } | null {
  ENTITY.lastIndex = i;
  const match = ENTITY.exec(given);
  if (!match) return null;
  const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : null;
  const text =
    code === null
      ? NAMED[match[0].slice(1, -1).toLowerCase()]
      : code < 0x10ffff
        ? String.fromCodePoint(code)
        : '';
  return { text: text ?? '', end: ENTITY.lastIndex };
}

/** @returns the letter with the accent that follows it, as one character, if there is one */
function withAccent(c: string, next: string | undefined): string | null {
  if (next === undefined || next < '\u0300' || next > '\u036f') return null;
  const one = (c + next).normalize('NFC');
  return one.length === 1 ? one : null;
}

function folded(c: string): string {
  if (SPACE.test(c)) return ' ';
  if (DASH.test(c)) return '-';
  if (/[０-９Ａ-Ｚａ-ｚ＠．－＋＃]/.test(c)) return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  return c;
}
