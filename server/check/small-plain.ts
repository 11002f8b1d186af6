import type { Place } from './markdown-table.ts';
import { numberSource, numberValue } from './number-words.ts';
import { first, pattern, type RuleLanguage } from './scan.ts';
import { CHILDREN, NOT_CHILDREN } from './small-words.ts';

type Language = Exclude<RuleLanguage, 'other'>;

const CHILD = `(?:${CHILDREN.source})`;
const KIND = `(?:[\\p{L}-]{2,24} ){0,2}?${CHILD}`;
const PERCENT = '\\d{1,3} ?%';

/** What only people do who learn: where “4 of the 6” names nobody. */
const LEARNED: Record<Language, string> = {
  en: "passed|improved|failed|spoke|answered|got (?:it|there)|succeeded|finished|managed|understood|struggled|agreed|mastered|progressed|could|can|did|didn[’']t|met",
  es: '(?:aprob|mejor|suspend|acert|respond|habl|particip|fall|termin|lo logr|lo consigui|entend|contest|progres|super)\\p{L}{1,6}',
  fr: '(?:ont|avaient) (?:\\p{L}{1,10} )?(?:réussi|progressé|échoué|répondu|parlé|participé|compris|terminé|validé)',
  de: '(?:haben |hatten )?(?:es )?(?:bestanden|geschafft|verstanden|gesprochen|geantwortet|verbessert|versagt)|schafften|bestanden',
  fi: 'paran(?:si|sivat|taa)|läpäisi(?:vät)?|onnistu(?:i|ivat)|vastasi(?:vat)?|osasi(?:vat)?|ymmärsi(?:vät)?|puhui(?:vat)?|pääsi(?:vät)?|edistyi(?:vät)?',
  zh: '及格|通过|进步|答对|做对|回答|发言|听懂|完成|达标|提高|合格|不及格|没过',
};

/** Plain ways to say it, by language; `of` is the size of the group, `some` how many of it, when that is a number. */
const SHAPES: Record<Language, (n: string) => string[]> = {
  en: (n) => [
    `(?:my|our|the|a|one|this|that)(?: [\\p{L}-]{2,20}){0,3} (?:of|with) (?<of>${n})(?: ${KIND})?, (?:only |just |and )?(?<some>${n}|${PERCENT})(?= \\p{Ll})(?! (?:of|${NOT_CHILDREN.source}))`,
    `(?<some>${n})(?: [\\p{Ll}’']{2,14}){1,4},? out of (?:the |my |our )?(?<of>${n})(?= ${KIND}|[.,;]|$)`,
    `(?<some>${n}) of (?:the |my |our )?(?<of>${n}) (?:${LEARNED.en})(?!\\p{L})`,
    `(?<!\\p{L})(?:out )?of (?:the |my |our )?(?<of>${n}), (?:only |just )?(?<some>${n}) (?:${LEARNED.en})(?!\\p{L})`,
    `(?<of>${n}) ${KIND} (?:took|wrote|sat|did|tried) (?:it|(?:the|a) [\\p{L}-]{2,12})[, ]{1,2}(?:and|but) (?:only )?(?<some>${n}) (?:${LEARNED.en})(?!\\p{L})`,
  ],
  es: (n) => [
    `(?:mi|nuestro|el|un|este)(?: [\\p{L}-]{2,20}){0,2} de (?<of>${n})(?: ${KIND})?, (?:solo |sólo )?(?<some>${n}|${PERCENT})(?= \\p{Ll})(?! (?:de |${NOT_CHILDREN.source}))`,
    `(?:${LEARNED.es}) (?:solo |sólo )?(?<some>${n}) (?:de|sobre) (?:los |las |mis )?(?<of>${n})(?! (?:${NOT_CHILDREN.source}))`,
    `(?<some>${n}) de (?:los |las |mis )?(?<of>${n}) (?:${LEARNED.es})(?!\\p{L})`,
  ],
  fr: (n) => [
    `(?:mon|notre|le|un|ce)(?: [\\p{L}-]{2,20}){0,2} de (?<of>${n})(?: ${KIND})?, (?:seulement )?(?<some>${n}|${PERCENT})(?= \\p{Ll})(?! (?:de |${NOT_CHILDREN.source}))`,
    `(?<some>${n}) (?:sur|des|de mes|parmi les) (?<of>${n}) (?:${LEARNED.fr})(?!\\p{L})`,
  ],
  de: (n) => [
    `(?:meiner|unserer|der|einer|dieser)(?: [\\p{L}-]{2,20}){0,2} (?:von|mit|aus) (?<of>${n})(?: ${KIND})?,? (?:haben |hatten |konnten |schafften )?(?:nur )?(?<some>${n}|${PERCENT})(?= \\p{L})(?! (?:von|der|${NOT_CHILDREN.source}))`,
    `(?<some>${n}) (?:von|der|meiner|von den|aus) (?<of>${n}) (?:${LEARNED.de})(?!\\p{L})`,
    `(?<!\\p{L})(?<group>Dreier|Vierer|Fünfer|Sechser|Siebener|Achter|Neuner)gruppe (?:haben |hatten |schafften )?(?:nur )?(?<some>${n}|${PERCENT})(?! ?-)`,
  ],
  fi: (n) => [
    `(?<of>${n}) (?:[\\p{L}-]{2,20} ){0,2}?(?:[\\p{L}-]{0,14}oppilaasta(?:ni|mme)?|lapsesta|pojasta|tytöstä|opiskelijasta|nuoresta) (?:vain |jo |jopa )?(?<some>${n}|${PERCENT})(?! ?(?:${NOT_CHILDREN.source}))`,
    `(?<of>${n}) (?:oppilaan|lapsen|hengen|pojan|tytön) (?:[\\p{L}-]{0,12}ryhm|luok)\\p{L}{2,8},? (?:vain |jo )?(?<some>${n}|${PERCENT})(?= \\p{Ll})(?! (?:${NOT_CHILDREN.source}))`,
    `(?<of>\\d{1,2}):?st[aä] (?:vain |jo )?(?<some>${n}) (?:${LEARNED.fi})(?!\\p{L})`,
  ],
  zh: (n) => [
    `(?:小组|组里|本组|这组|那组|补习组|补习班|班里|全班|我班|一组|辅导组)(?:共|有|一共|总共|只有)? ?(?<of>${n}) ?(?:人|[名个位](?:学生|孩子|同学|男生|女生)?)[，,；](?:其中)?(?:只|仅)?有? ?(?<some>${n}|${PERCENT}) ?(?:[人名个位](?!老师|家长|问题|题|小组|步)|(?<=%))`,
    `(?<of>${n}) ?[名个位](?:新|差|外来)?(?:学生|孩子|同学|男生|女生|新生|插班生)(?:[中里])?[，,；](?:其中)?(?:只|仅)?有? ?(?<some>${n}|${PERCENT}) ?(?:[人名个位](?!老师|家长|问题|题|小组|步)|(?<=%))`,
    `${n}? ?(?<of>${n}) ?人[，,；](?:其中)?(?:只|仅)?有? ?(?<some>${n}) ?人(?:${LEARNED.zh})`,
    `(?<some>${n}) ?[名个位]?(?:学生|孩子|同学)?(?:${LEARNED.zh})(?:了)?[（(](?:共|一共|总共|全组) ?(?<of>${n}) ?[人名个位][）)]`,
  ],
};
/** The same in every language that has spaces. */
const ANYWHERE = (n: string) => [
  `(?<some>${n}) ${KIND} ?\\((?:out of|of|de los|de las|de|sur|von|aus|/) ?(?<of>${n})\\)`,
  `(?<of>${n}) ${KIND}[,;:]? (?:(?:and|but|of whom|y|el|et|dont|und|davon|joista|ja|only|solo|nur|vain) ){0,2}(?<some>${PERCENT})(?= (?!\\p{L}{0,3}(?:${NOT_CHILDREN.source}))\\p{L})`,
  `(?:three[- ]quarters|two[- ]thirds|a (?:third|quarter)|most|tres cuartos|la mayoría|les trois quarts|la plupart|drei Viertel|die meisten) (?:of|de|des|der) (?:the |my |our |los |las |mis |mes |les )?(?<of>${n}) ${KIND}`,
];
const SLASH = pattern(
  `(?<![\\d/.,:-])(?<some>\\d{1,2}) ?/ ?(?<of>\\d{1,2})(?![\\d/]|[.,]\\d)(?<link> ?(?:of (?:the |my |our )?|de (?:los |las |mis )?|des |de mes |der |meiner |von (?:den |meinen )?|的| ))(?<kind>(?:[\\p{L}-]{2,24} ){0,2}?)${CHILD}`,
);
/** “On 3/6 students came”, “grade 3/4 students”, “my 5/6 students” */
const NO_SHARE =
  /(?:^|[^\p{L}])(?:on|since|until|by|from|am|seit|bis|el|desde|le|depuis|grades?|years?|yr|ages?|klassen?|class|clase|classe|luokk?a\p{L}{0,3}|grado|curso|niveau|my|our|mis|nuestros|mes|nos|meine|unsere|the) ?$/iu;
const EACH =
  /(?<!\p{L})(?:each|every|cada|chaque|je|jede[rnms]?|joka|jokaise\p{L}{1,4}|per|pro)(?!\p{L})|每|各/iu;
const GERMAN_GROUPS = ['Dreier', 'Vierer', 'Fünfer', 'Sechser', 'Siebener', 'Achter', 'Neuner'];

const compiled = new Map<Language, RegExp[]>();
function shapesOf(language: Language): RegExp[] {
  const ready = compiled.get(language);
  if (ready) return ready;
  const n = numberSource(language);
  const sources = [...SHAPES[language](n), ...(language === 'zh' ? [] : ANYWHERE(n))];
  const made = sources.map((source) => pattern(source));
  compiled.set(language, made);
  return made;
}

/**
 * Small groups in plainer words than “3 of my 4”: “3/6 students”, “6 students, 50 % passed”, “in my group of 7, 5 improved”.
 * @param smallN the smallest number that may be shown
 */
export function* plainShares(text: string, language: Language, smallN: number): Generator<Place> {
  const fits = (of: number | null, some: number | null) =>
    of !== null && of > 1 && of < smallN && (some === null || some <= of);
  for (const match of shapesOf(language).flatMap((shape) => [...text.matchAll(shape)])) {
    const { of = '', some = '', group } = match.groups ?? {};
    const size = group ? GERMAN_GROUPS.indexOf(group) + 3 : numberValue(of, language);
    const part = some === '' || some.endsWith('%') ? null : numberValue(some, language);
    const around = text.slice(Math.max(0, match.index - 14), match.index) + match[0];
    if (!fits(size, part) || EACH.test(around)) continue;
    yield { start: match.index, end: match.index + match[0].length };
  }
  for (const match of text.matchAll(SLASH)) {
    const { some = '', of = '', link = '', kind = '' } = match.groups ?? {};
    const [part, size] = [Number(some), Number(of)];
    if (!fits(size, part) || part === 0 || first(kind, NOT_CHILDREN)) continue;
    // “2/3 of the students” is a share of a class of any size
    if ((link.trim() !== '' || /ista(?:ni|mme)?$/.test(match[0])) && size < 6 && isLowest(part, size))
      continue;
    if (NO_SHARE.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    yield { start: match.index, end: match.index + match[0].length };
  }
}

const isLowest = (part: number, size: number): boolean =>
  ![2, 3, 5].some((factor) => part % factor === 0 && size % factor === 0);
