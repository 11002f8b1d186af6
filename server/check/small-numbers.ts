import type { About, CheckContext, Finding } from './finding.ts';
import type { Place } from './markdown-table.ts';
import { numberSource, numberValue } from './number-words.ts';
import { anyOf, first, pattern, type RuleLanguage, ruleLanguage } from './scan.ts';
import { sentenceOf } from './sentences.ts';
import { plainShares } from './small-plain.ts';
import { sampleSizes, tableCells } from './small-samples.ts';
import { CHILDREN, FEW_CHILDREN, NOT_CHILDREN } from './small-words.ts';

type Language = Exclude<RuleLanguage, 'other'>;

/** “Three of my four”: how large the group is, whose, and in which words. */
interface Share {
  some: number;
  of: number;
  /** `mine` (my, our) is said of children unless other words follow */
  whose: 'mine' | 'the' | 'none';
  start: number;
  end: number;
  /** the few words around the numbers in which the group is named */
  about: string;
  /** and only those behind them */
  behind: string;
  fix: string | null;
}

const MINE: Record<Language, string> = {
  en: anyOf(['my', 'our', "this year's", 'his', 'her']),
  es: anyOf(['mis', 'nuestros', 'nuestras', 'sus']),
  fr: anyOf(['mes', 'nos', 'ses']),
  de: anyOf(['meinen', 'meiner', 'unseren', 'unserer', 'seiner', 'ihrer']),
  fi: anyOf(['minun', 'meidän']),
  zh: '我的?|我们班?的?|咱们班?|我班的?|班上的?',
};
const THE: Record<Language, string> = {
  en: anyOf(['the', 'these', 'those', 'their', 'all']),
  es: anyOf(['los', 'las', 'estos', 'estas', 'esos', 'esas']),
  fr: anyOf(['les', 'ces', 'des']),
  de: anyOf(['den', 'der', 'diesen', 'dieser', 'allen', 'eurer']),
  fi: anyOf(['näistä', 'noista', 'niistä']),
  zh: '这|那|其中的?',
};
const whose = (language: Language) => `(?<whose>(?:(?:${MINE[language]}|${THE[language]}) ){0,2})`;
const CHILD = `(?<with>(?: ${CHILDREN.source})?)`;
const ELATIVE = anyOf([
  'yhdestä|kahdesta|kolmesta|neljästä|viidestä|kuudesta|seitsemästä|kahdeksasta|yhdeksästä|kymmenestä',
  'yhdestätoista|kahdestatoista|kolmestatoista|neljästätoista|viidestätoista',
]);

const PERCENT = '\\d{1,3} ?%';

/** @param n the source of a number in that language */
const SHARES: Record<Language, (n: string) => string> = {
  en: (n) =>
    `(?<some>${n}|${PERCENT}|${anyOf(['all', 'both', 'none', 'half', 'neither'])})${CHILD} (?:out )?of (?:just |only )?${whose('en')}(?:just |only )?(?<of>${n})`,
  es: (n) =>
    `(?<some>${n}|${PERCENT}|${anyOf(['ninguno', 'ninguna', 'la mitad', 'ambos', 'ambas'])})${CHILD} (?:de entre|de|sobre) ${whose('es')}(?<of>${n})`,
  fr: (n) =>
    `(?<some>${n}|${PERCENT}|${anyOf(['aucun', 'aucune', 'la moitié'])})${CHILD} (?:(?:de|sur|parmi|d'entre) |(?=des ))${whose('fr')}(?<of>${n})`,
  de: (n) =>
    `(?<some>${n}|${PERCENT}|${anyOf(['keine[rsnm]?', 'die Hälfte'])})${CHILD} (?:von |aus |(?=(?:der|meiner|unserer|dieser|seiner|ihrer|eurer) ))${whose('de')}(?<of>${n})`,
  fi: (n) =>
    `(?:(?<some>${n})${CHILD} ${whose('fi')}(?<of>${ELATIVE}|\\d{1,2}:?st[aä])|(?<of2>${ELATIVE}|\\d{1,2}:?st[aä])(?<with2>(?: [\\p{L}\\d-]{2,24}){1,3}) (?<some2>${n})(?![\\p{L}:]))`,
  zh: (n) =>
    `(?<whose>${MINE.zh}|${THE.zh})?(?<of>${n}) ?(?:[名个位]|人(?=[中里]))(?<with>[^，。；！？\\n\\d]{0,8}?)(?:(?:[中里]|之中|当中|里面)[，,]? ?(?:只有|仅有|就有|有)?|[，,] ?(?:只有|仅有|就有|其中有?)|只有|仅有|有(?=.{1,3}[名位人])) ?(?<some>${n}) ?[名个位人](?!组)`,
};
/** “Of my five newcomers, three”, “all four of my newcomers” */
const REVERSED: Partial<Record<Language, (n: string) => string>> = {
  en: (n) =>
    `(?:(?<![\\p{L}])(?:of|among|out of) ${whose('en')}(?<of>${n})(?<with2>[^.,!?;:\\n]{2,40}?)[, ] ?(?:only |just )?(?<some2>${n})(?! (?:${NOT_CHILDREN.source}))|(?:all|both|the)? ?(?<of2>${n}) of (?<whose2>${MINE.en})(?! ${n})(?<with>(?: [\\p{L}-]{2,24}){0,3}? ${CHILDREN.source}))`,
  es: (n) =>
    `(?<![\\p{L}])(?:de|entre) ${whose('es')}(?<of>${n})(?<with2>[^.,!?;:\\n]{2,40}?), ?(?:solo |sólo |únicamente )?(?<some2>${n})(?! (?:${NOT_CHILDREN.source}))`,
  fr: (n) =>
    `(?<![\\p{L}])(?:sur|parmi|de) ${whose('fr')}(?<of>${n})(?<with2>[^.,!?;:\\n]{2,40}?), ?(?:seulement |seuls? )?(?<some2>${n})(?! (?:${NOT_CHILDREN.source}))`,
  de: (n) =>
    `(?<![\\p{L}])(?:von|unter) ${whose('de')}(?<of>${n})(?<with2>[^.,!?;:\\n]{2,40}?) (?:haben |hatten |waren |konnten |sind )?(?:nur )?(?<some2>${n})(?! (?:${NOT_CHILDREN.source}))`,
};
const KIND = `(?<with2>(?: [\\p{L}-]{2,24}){0,3}? ${CHILDREN.source}(?: [\\p{L}-]{2,24}){0,2}?)`;
/** “Four newcomers; three of them …” */
const OF_THEM: Partial<Record<Language, (n: string) => string>> = {
  en: (n) =>
    `(?<of>${n})${KIND}[,;:.(]? {1,2}(?:and |but |only ){0,2}(?<some2>${n}) of (?:whom|them)(?!\\p{L})`,
  es: (n) =>
    `(?<of>${n})${KIND}[,;:.(]? {1,2}(?:y |pero |solo ){0,2}(?:(?:de los|de las) cuales |de ellos |de ellas )?(?<some2>${n})(?:(?<=(?:cuales|ellos|ellas) .{1,15})| de (?:ellos|ellas|los cuales|las cuales))(?!\\p{L})`,
  fr: (n) => `(?<of>${n})${KIND}[,;:(]? {1,2}dont (?:seulement )?(?<some2>${n})(?!\\p{L})`,
  de: (n) =>
    `(?<of>${n})${KIND}[,;:.(]? {1,2}(?:davon|von denen|von ihnen|wovon) (?:nur )?(?<some2>${n})(?!\\p{L})`,
  fi: (n) => `(?<of>${n})${KIND}[,;:.(]? {1,2}(?:joista|heistä) (?:vain )?(?<some2>${n})(?!\\p{L})`,
};
const BUILT = new Map<Language, RegExp[]>(
  (Object.keys(SHARES) as Language[]).map((language) => {
    const shapes = [SHARES[language], REVERSED[language], OF_THEM[language]].filter(
      (shape) => shape !== undefined,
    );
    return [language, shapes.map((shape) => pattern(shape(numberSource(language))))];
  }),
);
const OURS = new Map<Language, RegExp>(
  (Object.keys(MINE) as Language[]).map((language) => [language, pattern(MINE[language], 'iu')]),
);
const EACH = pattern(
  `(?:${anyOf([
    'each|every|per (?:group|table|team|pair)|groups? of|at a time',
    'cada|por (?:grupo|mesa|equipo)',
    'chaque|par (?:groupe|table|équipe|îlot)',
    'jede[rnms]?|pro (?:Gruppe|Tisch|Team)',
    'joka|jokai\\p{L}{2,6}|ryhmää kohti',
  ])}|每|各组)`,
  'iu',
);

const ONLY = pattern(
  `(?:${anyOf(['only|just|solo|sólo|solamente|nur|seule?|seulement|vain'])}|只有|仅有|就有)`,
  'iu',
);

/**
 * Small groups in prose (product, student check, step 6 of the small-cell algorithm): “3 of my 4 newcomers”, “n = 4”, and
 * rows of a Markdown table whose number of students is small. Asked about when the group is smaller than `smallN`.
 * “3 of the 5 questions”, “two of my four classes” are about other things.
 */
export function findSmallNumbers(text: string, context: CheckContext): Finding[] {
  const rule = ruleLanguage(context.lang);
  const language = rule === 'other' ? 'en' : rule;
  const found: Finding[] = [];
  const add = ({ start, end }: Place, fix: string | null, about: About = sentenceOf(text, start, end)) =>
    found.push({ type: 'small-cell', severity: 'ask', start, end, text: text.slice(start, end), fix, about });
  for (const share of sharesIn(text, language))
    if (share.of < context.smallN && isAsked(share, text, language)) add(share, share.fix);
  for (const place of plainShares(text, language, context.smallN))
    if (!found.some(({ start, end }) => start < place.end && place.start < end)) add(place, null);
  for (const place of sampleSizes(text, context.smallN)) add(place, null);
  for (const cell of tableCells(text, context.smallN)) add(cell, null, { ...cell.row, column: cell.column });
  return found;
}

function* sharesIn(text: string, language: Language): Generator<Share> {
  for (const match of (BUILT.get(language) ?? []).flatMap((shape) => [...text.matchAll(shape)])) {
    const groups = match.groups ?? {};
    const of = numberValue((groups.of ?? groups.of2 ?? '').replace(/(?<=\d):?st[aä]$/, ''), language);
    const some = groups.some ?? groups.some2 ?? '';
    const number = some.endsWith('%') ? null : numberValue(some, language);
    if (of === null || of < 2 || (number ?? 0) > of) continue;
    const own = (groups.whose || groups.whose2 || '').trim();
    const end = match.index + match[0].length;
    const behind = text.slice(end, end + 70).split(/[.!?;:\n。！？；]/)[0] ?? '';
    // “of my five newcomers, three”: the children are named in between
    const between = groups.some2 !== undefined && groups.of !== undefined;
    const after = between ? '' : language === 'zh' ? behind.slice(0, 8) : fewWords(behind);
    yield {
      some: number ?? of,
      of,
      whose: own === '' ? 'none' : !between && OURS.get(language)?.test(own) ? 'mine' : 'the',
      start: match.index,
      end,
      about: `${match[0].includes('人中') ? '学生' : inBrackets(text, match.index)} ${groups.with ?? groups.with2 ?? ''} ${after}`,
      behind: after,
      fix: asWritten(match[0], fixOf(language, match[0], groups.some ?? '', number, own)),
    };
  }
}

/** A capital stays one. */
function asWritten(passage: string, fix: string | null): string | null {
  return fix !== null && /^\p{Lu}/u.test(passage) ? fix.charAt(0).toUpperCase() + fix.slice(1) : fix;
}

/** “The newcomers (3 of 4)” */
function inBrackets(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 25), start);
  return /[(（:：] ?$/.test(before) ? before : '';
}

const fewWords = (behind: string) => /^(?: ?[^ ,()]{1,24}){0,5}/u.exec(behind)?.[0] ?? '';

/** “3 of my 4” → “some of my”; where grammar is not so simple, only by hand. */
function fixOf(
  language: Language,
  all: string,
  some: string,
  number: number | null,
  own: string,
): string | null {
  if (own === '' || !all.startsWith(`${some} `)) return null;
  if (language === 'en') return `${number === null ? some : 'some'} of ${own}`;
  if (number === null) return null;
  if (language === 'es') return `parte de ${own}`;
  if (language === 'fr') return own === 'des' ? 'une partie des' : `une partie de ${own}`;
  return language === 'de' ? `einige ${/ von /.test(all) ? 'von ' : ''}${own}` : null;
}

/** “Two of my three mistakes”: one of the next words is a noun, and no word for children is among them. */
function namesThings({ about, behind }: Share, language: Language): boolean {
  if (first(about, NOT_CHILDREN)) return true;
  const two = behind.trim().split(' ').slice(0, 2);
  const noun =
    language === 'de'
      ? /^\p{Lu}/u
      : language === 'fi' || language === 'zh'
        ? null
        : /\p{L}{3}(?<!er|or|eur|eus|ou)[sx]$/u;
  return noun !== null && two.some((word) => noun.test(word));
}

function isAsked(share: Share, text: string, language: Language): boolean {
  const few = first(share.about, FEW_CHILDREN);
  const children = few ?? first(share.about, CHILDREN);
  if (share.whose === 'mine') return children !== null || !namesThings(share, language);
  const before = text.slice(Math.max(0, share.start - 30), share.start);
  const after = text.slice(share.end, share.end + 40).split(/[.!?\n。]/)[0] ?? '';
  if (!children || EACH.test(before) || EACH.test(after)) return false;
  return share.some > 1 || few !== null || ONLY.test(before.slice(-10) + text.slice(share.start, share.end));
}
