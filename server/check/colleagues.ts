import type { CheckContext, Finding } from './finding.ts';
import { firstNames } from './first-names.ts';
import { foldedName } from './folded-name.ts';
import { COMMON_SURNAMES, KNOWN_IN_CHINESE, SURNAMES_TWO } from './han-words.ts';
import { places } from './name-contexts.ts';
import { exemptNames } from './name-exempt.ts';
import { finnishForms } from './names-finnish.ts';
import { type RuleLanguage, ruleLanguage } from './scan.ts';

const NAME =
  "\\p{Lu}[\\p{L}\\p{M}]{1,30}(?:-\\p{Lu}?[\\p{L}\\p{M}]{1,30}|['’]\\p{Lu}[\\p{L}\\p{M}]{1,30}){0,2}";
const NAMES = `${NAME}(?: (?:(?:de|del|de la|van|von|der|den|al) )?${NAME}){0,2}`;
const BEFORE = '(?<![\\p{L}\\p{N}])';

/** A title or calling and the name behind it; the passage is all of it, the name is the first group. */
const TITLED: Record<Exclude<RuleLanguage, 'zh'>, readonly RegExp[]> = {
  en: [
    new RegExp(`${BEFORE}(?:Mr|Mrs|Ms|Mx|Dr|Prof)\\.? (?:(?:Dr|Prof)\\.? )?(${NAMES})`, 'gu'),
    new RegExp(
      `${BEFORE}(?:Miss|Coach|Señora?|Sra?\\.|Professor|Principal|Assistant Principal|Vice Principal|Superintendent|Nurse|Officer|Madame|Monsieur|Frau|Herr) (${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}(?:[Mm]y|[Oo]ur|[Aa]) (?:[a-z-]{1,15} ){0,2}(?:colleague|co-?teacher|co-?worker|teaching partner|department head|head of department|principal|paraprofessional|librarian|teaching assistant|head ?teacher|mentor|counsell?or|coach),? (${NAMES})`,
      'gu',
    ),
  ],
  es: [
    new RegExp(
      `${BEFORE}(?:[Ee]l |[Ll]a |[Aa]l |[Dd]el )?(?:Sr|Sra|Srta|Dr|Dra|D|Dña|Prof|Profa|Lic|Ing|Mtro|Mtra)\\. (${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}(?:[Ee]l |[Ll]a |[Aa] la |[Aa]l |[Dd]el |[Dd]e la |[Mm]i )?(?:[Ss]eñor(?:a|ita)?|[Pp]rofesora?|[Mm]aestr[oa]|[Pp]rofe|[Dd]octora?|[Dd]irectora?|[Ss]ubdirectora?|[Oo]rientadora?|[Tt]utora?|[Cc]oordinadora?|[Ii]nspectora?|[Ss]eño|Miss) (${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}[Mm]i (?:compañer[oa]|colega|codocente|jef[ea] de departamento)(?: de [\\p{L}]{3,20}| de departamento| docente)?,? (${NAMES})`,
      'gu',
    ),
  ],
  fi: [
    new RegExp(
      `${BEFORE}(?:[Rr]ouva|[Hh]erra|[Nn]eiti|[Oo]pettaja(?:n|a|lle|lla|lta|ni)?|[Rr]ehtori(?:n|a|lle|lla|lta)?|[Aa]pulaisrehtori(?:n|a)?|[Tt]ohtori|[Kk]uraattori|[Tt]erveydenhoitaja|[Ee]rityisopettaja|[Ll]uokanopettaja|[Aa]ineenopettaja|[Mm]aisteri|[Oo]pe) (${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}(?:[Kk]ollega(?:ni|mme|n)?|[Tt]yökaveri(?:ni|mme)?|[Tt]yöpari(?:ni|mme)?|[Rr]innakkaisluokan opettaja),? (${NAMES})`,
      'gu',
    ),
  ],
  de: [
    new RegExp(
      `${BEFORE}(?:Frau|Herrn?|Fräulein) (?:(?:Dr|Prof|Mag)\\.(?: Dr\\.)? |Professor(?:in)? )?(${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}(?:(?:Dr|Prof|Mag)\\.(?: Dr\\.)?|Direktor(?:in)?|Rektor(?:in)?|Konrektor(?:in)?|Schulleiter(?:in)?) (${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}(?:[Mm]ein(?:e|er|em|en)?|[Uu]nser(?:e|er|em|en)?) (?:[\\p{L}]{1,15}(?:kollegin|kollege)|Kollegin|Kollege[n]?|Mentorin|Mentor|Referendarin|Referendar|Hausmeister(?:in)?|Schulleiter(?:in)?|Fachleiter(?:in)?),? (${NAMES})`,
      'gu',
    ),
  ],
  fr: [
    new RegExp(`${BEFORE}(?:Mme|Mlle|Mr|Dr|Pr)\\.? (${NAMES})`, 'gu'),
    new RegExp(`${BEFORE}M\\. (${NAMES})`, 'gu'),
    new RegExp(
      `${BEFORE}(?:[Mm]adame|[Mm]onsieur|[Mm]ademoiselle|[Mm]aîtresse|[Mm]aître|[Dd]octeur|[Pp]rofesseure?|[Pp]roviseure?|[Pp]rincipale?|[Dd]irect(?:eur|rice)|[Ii]nspect(?:eur|rice)) (${NAMES})`,
      'gu',
    ),
    new RegExp(
      `${BEFORE}(?:[Mm]on|[Mm]a|[Nn]otre) (?:collègue|binôme|documentaliste|tut(?:eur|rice)|co-enseignante?|AESH|ATSEM)(?: (?:de|d['’]) ?[\\p{L}]{3,20})?,? (?!AESH|ATSEM|CPE)(${NAMES})`,
      'gu',
    ),
  ],
  other: [new RegExp(`${BEFORE}(?:Mr|Mrs|Ms|Mx|Dr|Prof)\\.? (${NAMES})`, 'gu')],
};
const HAN_TITLED = new RegExp(
  `(?:${SURNAMES_TWO.trim().split(/\\s+/).join('|')}|[${COMMON_SURNAMES}])(?:[\\p{Script=Han}]{0,2}?)(?=(老师|主任|校长|教导|园长|书记|班主任))\\1`,
  'gu',
);
/** What stands before “老师” and is no family name: “高年级老师”, “任课老师”, “同组老师”. */
const NO_HAN_NAME =
  /^(?:任课|语文|数学|英语|全体|全校|所有|许多|各位|那位|这位|几位|一位|两位|本校|同组|同事|高年级|低年级|高中|初中|小学|年级|年轻|新|老|班|成熟|优秀|有经验|周围|时候|应该|当|和|都|让|跟|向|马上|常|明明|白|万|于是|从|金牌|单|任|关于|方|经|包括|师|华|别的|其他|连|全|席|符合|何|舒|成|强|计|相|管|解|来|游|保|原|应|明|安|平|边|项|商|陪|文|史|古|和|车|路)/u;
const FIX: Record<RuleLanguage, string> = {
  en: 'a colleague',
  es: 'una persona del equipo docente',
  fi: 'eräs kollega',
  de: 'jemand aus dem Kollegium',
  fr: 'un ou une collègue',
  zh: '一位同事',
  other: 'a colleague',
};
/** Of books, history and films: “Dr Seuss”, “Mr Darcy”, “Frau Holle”. */
const FIGURES = new Set(
  'seuss dalloway dre king luther darcy bennet rochester hyde jekyll frankenstein who strange watson grinch fox toad potato bean rogers montessori curie piaget tulliver hyde birling collins elliot rosa keuner k holle holda sommer taschenbier luna quijote inquisidor president presidente virgen cocodrilo prosperi bovary seguin jourdain verdurin ibrahim hulot propre loyal dolittle wonka trunchbull honey dumbledore poppins doubtfire havisham micawber manette earth moon sun ocean earthquake spock house pickwick lovejoy burns chips'.split(
    ' ',
  ),
);
const NOT_A_NAME =
  /^(?:I|The|A|An|In|On|At|We|He|She|It|They|My|Our|And|But|Dr|Mr|Mrs|Ms|El|La|Los|Las|De|En|Que|Und|Aber|Der|Die|Das|Ich|Wir|Le|Les|Il|Elle|Nous|Ja|On|Hän|Lengua|Matemáticas|Educación|Música|Inglés|Tecnología|Historia|Ciencias|Deutsch|Mathe|Sport|English|Spanish|French|Math|Science|History|Chemistry|Biology|Physics|Art|Music)$/;

/**
 * Colleagues who are named without a link to their page: “Ms Adeyemi”, “Frau Petersen”, “王老师”. Not the author's names, nor
 * those whom the text cites or links to.
 * @param text plain text with Markdown's links in it, at most 64 KiB
 */
export function findColleagues(text: string, context: CheckContext): Finding[] {
  const language = ruleLanguage(context.lang);
  const { people, figures, lasts } = exemptNames(text, context.authors, language);
  const found: Finding[] = [];
  const add = (start: number, passage: string) => {
    if (insideLink(text, start)) return;
    found.push({
      type: 'colleague',
      severity: 'ask',
      start,
      end: start + passage.length,
      text: passage,
      fix: fixOf(language, passage),
    });
  };
  for (const pattern of language === 'zh' ? [] : TITLED[language]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] as string;
      if (language === 'fi' && /oll?ega|työ/i.test(match[0]) && !isFinnishName(name)) continue;
      const parts = name.split(/[ -]/).map(foldedName);
      if (
        parts.some((part) => people.has(part) || FIGURES.has(part)) ||
        NOT_A_NAME.test(name.split(' ')[0] as string)
      )
        continue;
      if (parts.some((part) => figures.has(part) && !firstNames().has(part))) continue;
      if (/^(?:Dr|Prof)/.test(match[0]) && parts.some((part) => lasts.has(part))) continue;
      add(match.index, match[0]);
    }
  }
  if (/\p{Script=Han}/u.test(text)) {
    for (const match of text.matchAll(HAN_TITLED)) {
      const name = match[0].slice(0, -(match[1] as string).length);
      const before = text.slice(Math.max(0, match.index - 1), match.index);
      if (KNOWN_IN_CHINESE.includes(name) && name.length > 1) continue;
      if (NO_HAN_NAME.test(match[0]) || context.authors.some((author) => author.includes(name))) continue;
      if (/[位名个的任代全本校组师]$/u.test(before) || [...people].some((person) => person.includes(name)))
        continue;
      add(match.index, match[0]);
    }
  }
  const byPlace = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return byPlace.filter(({ start }, i) => !byPlace.slice(0, i).some((other) => other.end > start));
}

/** “Kollegani Marja”, not “Kollegani Turusta”. */
function isFinnishName(name: string): boolean {
  const [first = ''] = name.split(' ');
  return finnishForms(first).some(
    ({ base }) => firstNames().has(foldedName(base)) && !places.has(foldedName(base)),
  );
}

/** Between “[” and “](”. */
function insideLink(text: string, start: number): boolean {
  const open = text.lastIndexOf('[', start);
  if (open < 0 || start - open > 120) return false;
  return /^\[[^\]\n]{0,200}\]\(/.test(text.slice(open, open + 204)) && !text.slice(open, start).includes(']');
}

function fixOf(language: RuleLanguage, passage: string): string {
  const fix = FIX[language];
  if (/^(?:A la|a la) /.test(passage)) return `a ${fix}`;
  if (/^(?:Al|al) /.test(passage)) return `a ${fix}`;
  if (/^(?:Del|del|De la|de la) /.test(passage)) return `de ${fix}`;
  return fix;
}
