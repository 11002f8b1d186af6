import type { Place } from './markdown-table.ts';

/** A name that stands in a text as one that is cited, and how. */
export interface Cited {
  name: string;
  place: Place;
  /**
   * `year`: with the year of a work, or “et al.”; `known`: only if nobody else is called so (“like Vygotsky”); `scholar`:
   * if it is the family name of somebody known, a first name or not (“according to Hattie”);
   * `byline`; `titled`: behind a title; `ruler`: “Henry VIII”, “Queen Victoria”; `linked`
   */
  as: 'year' | 'known' | 'scholar' | 'byline' | 'titled' | 'ruler' | 'linked';
}

const LETTERS = "[\\p{L}\\p{M}’'-]";
const CAPITALISED = `\\p{Lu}${LETTERS}{1,30}`;
const SEVERAL = `${CAPITALISED}(?:(?: & | and | y | und | et | ja |, | )${CAPITALISED}){0,4}`;
const FEW = `${CAPITALISED}(?: ${CAPITALISED}){0,2}`;
/** At least two words. */
const FULL = `${CAPITALISED}(?: ${CAPITALISED}){1,2}`;
const YEAR = '(?:1[6-9]|20)\\d\\d[a-z]?';
/** “By Thursday Jaylen …” is no byline. */
const WHEN =
  '(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Lunes|Martes|Miércoles|Jueves|Viernes|Sábado|Domingo|Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Janvier|Février|Mars|Avril|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|Christmas|Easter|Halloween|Ostern|Weihnachten)(?!\\p{L}))';
const BY =
  '(?:By|Photos?(?: by)?:?|Photo :|Von|Fotos?:?|Foto von|Por|Par|Photo de|Kuvat?:|Teksti:|Text(?:o|e)?:)';
/** Whose names go with a single letter: of others “Maya V” is a child. */
const RULERS =
  'Charles|Carlos|Karl|Kaarle|Louis|Luis|Ludwig|Henry|Heinrich|Henri|Enrique|Felipe|Philippe?|Elizabeth|Isabel|Elisabeth|James|Jakob|George|Georg|Edward|Richard|Otto|Friedrich|Wilhelm|Franz|François|Francis|Napoleon|Napoléon|Alfonso|Fernando|Ferdinand|Pius|Paul|Kustaa|Eerik|Juhana|Aleksanteri|Alexander|Alexandre|Nicholas|Nikolaus|Nikolai|Mary|Malcolm|Ramses|Xerxes|Darius|William|John|Juan';
const COMMON_TITLES =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Coach|Principal|Señora?|Sra?|Don|Doña|Frau|Herrn?|Mme|Madame|Monsieur|Mlle|Rouva|Herra';
const HIGH_TITLES =
  'President|Senator|Governor|Mayor|General|King|Queen|Prince|Princess|Emperor|Empress|Pope|Saint|St|Lord|Lady|Sir|Captain|Judge|Justice|Reverend|Presidente|Rey|Reina|Papa|San|Santa|König|Königin|Kaiser|Papst|Sankt|Roi|Reine|Président|Pape|Sainte|Kuningas|Kuningatar|Presidentti';

const PATTERNS: readonly [Cited['as'], RegExp][] = (
  [
    [
      'year',
      `\\((?:see |e\\.g\\. |vgl\\. |cf\\. |ver |voir |ks\\. )?(${SEVERAL})(?: et al\\.?)?,? ${YEAR}[^()]{0,60}\\)`,
    ],
    ['year', `(${SEVERAL})(?: et al\\.?)?(?:['’]s)? \\(${YEAR}[^()]{0,30}\\)`],
    ['year', `(${CAPITALISED}) et al\\b`],
    [
      'scholar',
      `(${CAPITALISED})(?:['’]s?)? (?:taxonomy|principles|hierarchy|stages|typology|mindset)(?!\\p{L})`,
    ],
    ['scholar', `(?:taxonomía|principios|pirámide) de (${CAPITALISED})`],
    ['scholar', `(?:taxonomie|principes|pyramide) (?:de |d['’])(${CAPITALISED})`],
    ['scholar', `(?:Taxonomie|Prinzipien|Pyramide) (?:von|nach|des) (${CAPITALISED})`],
    [
      'scholar',
      `(?<!\\p{L})(?:[Aa]ccording to|[Nn]ach|[Ll]aut|[Ss]elon|[Ss]egún|[Dd]['’]après) (${CAPITALISED})(?! \\p{Lu})`,
    ],
    ['scholar', `(?<!\\p{L})(\\p{Lu}${LETTERS}{1,30}?)n mukaan(?!\\p{L})`],
    ['known', `(${CAPITALISED})(?:['’]s?)? (?:theory|laws?|theorem|equation|pyramid)(?!\\p{L})`],
    ['known', `(?:teoría|ley|leyes|teorema|théorie|lois?|théorème) (?:de |d['’])(${CAPITALISED})`],
    ['known', `(?:Theorie|Gesetz|Satz) (?:von|nach|des) (${CAPITALISED})`],
    [
      'known',
      `(?<!\\p{L})(?:[Aa]ccording to|[Nn]ach|[Ll]aut|[Ss]elon|[Ss]egún|[Dd]['’]après|[Ff]ollowing|[Ll]ike|[Aa]s|[Ww]ie|[Cc]omo (?:dice|decía|escribe|señala|explica|recuerda|propone)|[Cc]omme (?:le |l['’])?(?:dit|disait|écrit|rappelle|explique|propose)|[Kk]uten) (${FEW})`,
    ],
    [
      'ruler',
      `(?<!\\p{L})(?:(${CAPITALISED}) (?:I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XI?V|XVI{0,3}|the (?:Great|First|Second|Third)|der Große|le Grand|el Grande)|(${RULERS}) (?:[VX]|I(?=[,.;)]| and | of )))(?!\\p{L})`,
    ],
    ['ruler', `(?<!\\p{L})(?:${HIGH_TITLES})\\.? (${FEW})`],
    ['titled', `(?<!\\p{L})(?:${COMMON_TITLES})\\.? (${FEW})`],
    ['byline', `(?<=^[ \\t*_>(-]{0,8})${BY} ${WHEN}(${FULL})(?=[ \\t*_.)]{0,6}$)`],
    ['byline', `(?<=(?:^|[.!?]) {0,2}[*_(]{0,3})${BY} ${WHEN}(${FULL})(?=,? \\(?${YEAR}(?!\\d))`],
    ['linked', `\\[(${CAPITALISED}(?:[ .]{1,2}${CAPITALISED}){0,3})\\]\\([^)\\n]{1,500}\\)`],
  ] as const
).map(([as, source]) => [as, new RegExp(source, 'gmu')]);

/**
 * Names that stand as those of people who are cited, credited, linked to or known by a title.
 * @param text Markdown
 */
export function* citedIn(text: string): Generator<Cited> {
  for (const [as, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].indexOf(name);
      // “Hattien”, “Millers”: with the ending that it has here
      const end = start + name.length;
      const ending = /^[\p{L}\p{M}]{0,4}/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
      yield { name, place: { start, end: end + ending }, as };
    }
}
