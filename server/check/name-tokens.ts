/** A word of a text in Latin letters, and what stands before it. */
export interface Token {
  /** without a possessive “'s” behind it or an elided article before it */
  text: string;
  start: number;
  end: number;
  capital: boolean;
  /** written as names are: “Maya”, “DeShawn”, “O’Neal”, “Jean-Luc”, not “PostgreSQL” */
  nameLike: boolean;
  /** all of it in capitals, two letters or more */
  shouted: boolean;
  possessive: boolean;
  /** it begins a sentence, a line, a list item, a cell or a quotation, where a capital says nothing */
  first: boolean;
  /** what stands between the word before and this one, without the marks of emphasis */
  gap: string;
}

const WORD =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}]{0,40}(?:['’ʼ-]\p{Script=Latin}[\p{Script=Latin}\p{M}]{0,40}){0,4}/gu;
/** What is no prose: code, addresses, handles, where a link goes, tags. */
const NOT_PROSE =
  /```[^`]{0,4000}```|`[^`\n]{1,200}`|\]\([^)\n]{0,500}\)|<\/?[a-z][^>\n]{0,200}>|(?:https?:\/\/|www\.)[^\s)\]>]{1,500}|[\w.+-]{1,64}@[\w.-]{1,200}|(?<![\p{L}\p{N}])@[\w.-]{1,100}/giu;
const NAME_LIKE =
  /^(?:\p{Lu}\p{Ll}{0,2}['’]?)?\p{Lu}[\p{Ll}\p{M}]+(?:['’-](?:\p{Lu}['’])?\p{L}[\p{Ll}\p{M}]*)*$/u;
const ELIDED = /^(?:[ldjmtsncLDJMTSNC]|qu|Qu|jusqu|lorsqu|puisqu|Lorsqu|Puisqu)['’](?=\p{L})/u;
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|st|sr|sra|srta|dña|mme|mlle|m|nr|bzw|vs|etc|cf|ca|fr|hr|jr|ej|núm|vol|ed|eds|al|usw|inkl|evtl|esim|mm|ns|ts|eg|ie|approx|p|pp|s|u|z|d|h|a|b)$/i;
const ENDS_SENTENCE =
  /[.!?…:;|•]|\n[ \t]*\n|\n[ \t]*(?:[-*+#>|]|\d{1,3}[.)])|[“„«"‘»]\s*$|(?:^|\s)'$|[—–]\s*$/u;

/**
 * The words of a text that are prose, in order.
 * @param text Markdown, at most 64 KiB
 * @param french whether “l'”, “d'” and the like stand before words
 */
export function tokensOf(text: string, french: boolean): Token[] {
  const prose = text.replace(NOT_PROSE, (part) =>
    part.startsWith('](') ? `]${' '.repeat(part.length - 1)}` : ' '.repeat(part.length),
  );
  const tokens: Token[] = [];
  let before = 0;
  for (const match of prose.matchAll(WORD)) {
    let word = match[0];
    let start = match.index;
    const elided = french ? ELIDED.exec(word)?.[0] : undefined;
    if (elided) {
      start += elided.length;
      word = word.slice(elided.length);
    }
    const possessive = /['’]s$/i.test(word) && word.length > 3;
    if (possessive) word = word.slice(0, -2);
    const between = prose.slice(before, match.index).replace(/[*_~\\]+/g, '');
    const last = tokens.at(-1);
    const first = !elided && (last === undefined || begins(between, last, prose, before));
    const gap = !first && /^\s{1,4}$/.test(between) ? ' ' : between;
    tokens.push({
      text: word,
      start,
      end: start + word.length,
      capital: /^\p{Lu}/u.test(word),
      nameLike: NAME_LIKE.test(word),
      shouted: word.length > 1 && word === word.toUpperCase(),
      possessive,
      first,
      gap: elided ? ' ' : gap,
    });
    before = match.index + match[0].length;
  }
  return tokens;
}

function begins(gap: string, last: Token, prose: string, at: number): boolean {
  if (gap === ' ') return false;
  if (/^\.[ \t\n]/.test(gap) && !/\n[ \t]*\n/.test(gap) && !/[“„«"]/.test(gap)) {
    return !(ABBREVIATION.test(last.text) || (last.text.length === 1 && last.capital));
  }
  if (ENDS_SENTENCE.test(gap)) return true;
  return gap.includes('\n') && shortLine(prose, at);
}

/** Lines that end early were broken on purpose: a poem, a list without marks. */
function shortLine(prose: string, at: number): boolean {
  const line = prose.slice(prose.lastIndexOf('\n', at - 1) + 1, at);
  return line.length < 40;
}
