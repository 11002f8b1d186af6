import type { CheckContext, Finding } from './finding.ts';
import { withoutOtherNumbers } from './not-numbers.ts';
import { groupedNumber } from './phone-shapes.ts';
import { spelledNumbers } from './phone-words.ts';
import { anyOf, anyPart, first, pattern, type RuleLanguage, ruleLanguage } from './scan.ts';

/** Digits in groups, as people write numbers that ring: up to seven groups with a space, a dot, a hyphen, a slash, brackets. */
const CANDIDATE = pattern(
  '(?<![\\p{Script=Latin}\\d_#\\u0001])(?<!\\d[.,:/])(?:\\+|[(（]\\+?)?\\d{1,15}(?:(?:[)）] ?[-/]? ?|[ ]?[(（]|[-.–/ ]| [-–/] )\\d{1,12}[)）]?){0,7}(?![\\d_]|[.,:]\\d|\\p{Script=Latin}{2})',
);

/** Words of telephoning, in six languages. */
const RINGS = pattern(
  `(?:${anyOf([
    'calls?|called|calling|phones?|phoned|telephone|tel|ph|cell|cell ?phone|mobile|mob|text|texted|whatsapp|signal|sms|dial|ring|rang|fax|hotline|voicemail',
    'reach (?:me|us|him|her|them)|contact|number is|her number|his number|their number|my number|phone number',
    'teléfonos?|telefono|tfno|tlf|tel|móvil|movil|celular|cel|ll[aá]m(?:a|e|é|ar|ad|en|ame|anos|arme|arle|arla|arlo)|whats|guasap|contacto',
    'puh|puhelin\\p{L}{0,10}|puhelinnumero\\p{L}{0,6}|kännykkä\\p{L}{0,5}|numero on|soit(?:a|taa|in|ti|tiin|takaa)|gsm|tekstiviesti\\p{L}{0,4}|tavoittaa',
    'Telefon\\p{L}{0,8}|Tel|Fon|Handy\\p{L}{0,8}|Mobil\\p{L}{0,8}|anrufen|angerufen|erreichbar|Rufnummer|Nummer lautet|Festnetz',
    'téléphone|tél|portable|appel(?:er|ez|le)|joindre|joignable|numéro|fixe',
    'mobiltelefon|telefoon|telefone|celular|telefono|cellulare',
  ])}|${anyPart(['电话', '手机', '联系方式', '致电', '拨打', '热线', '微信', 'QQ', '传真', '短信', '号码'])})`,
);
/** Whose number would stand behind them. */
const FAMILY = pattern(
  `(?:${anyOf([
    'mother|father|mum|mom|dad|parents?|guardians?|grandmother|grandfather|grandma|grandpa|aunt|uncle|foster|family',
    'madre|padre|mamá|papá|abuel[oa]|tutor(?:a|es)?|familia',
    'äiti|äidin|isä|isän|huoltaja\\p{L}{0,4}|mummo|vaari',
    'Mutter|Vater|Mama|Papa|Eltern|Oma|Opa|Großmutter|Großvater|Familie',
    'mère|père|maman|papa|parents?|grand-mère|grand-père|famille',
  ])}|${anyPart(['妈妈', '爸爸', '母亲', '父亲', '家长', '奶奶', '爷爷', '外婆'])})`,
);
const QQ_OR_WECHAT = pattern(
  '(?:QQ ?(?:号码?|群)?|微信号?|weixin|wechat(?: id)?)[ ]?(?:是|为|[:：])? ?(?<id>[a-z_][\\w-]{5,19}|[1-9]\\d{4,11})(?![\\w.@])',
  'giu',
);
/** “Tel. 55 12 34” */
const LOCAL = pattern('(?:tel|telefon|teléfono|tél|téléphone|puh|puhelin|phone|电话)\\.?:? ?$', 'iu');
const GROUP = pattern('[(（]?\\+?\\d{1,15}[)）]?', 'gu');
const SENTENCES = pattern('[!?。！？]|\\n\\n|(?<=\\p{L}{4}|\\d{3})\\. ', 'u');
const NEAR = { before: 32, after: 20 };

/**
 * Telephone numbers (product, student check: patterns, incl. international formats): with `+` or `00`, with a dialling
 * code that begins with 0, in the groups that are usual in the text's language, and any 6 to 15 digits beside a word of
 * telephoning or a parent; also QQ and WeChat numbers. ISBN, dates, times, years, sums and pages are not asked about.
 * @param languages the text may be in any of these
 */
export function findPhones(
  text: string,
  context: CheckContext,
  languages: readonly string[] = [context.lang],
): Finding[] {
  const rules = languages.map(ruleLanguage);
  const found: Finding[] = [];
  const add = (start: number, end: number) =>
    found.push({ type: 'phone', severity: 'stop', start, end, text: text.slice(start, end), fix: '' });
  const bare = withoutOtherNumbers(text);
  for (const match of bare.matchAll(CANDIDATE)) {
    const place = numberIn(match[0], rules);
    const start = match.index + place.start;
    const end = match.index + place.end;
    if (
      place.shaped ||
      (mayRing(bare.slice(start, end), bare.slice(Math.max(0, start - 12), start)) &&
        isSaid(text, start, end))
    )
      add(start, end);
  }
  for (const match of text.matchAll(QQ_OR_WECHAT)) {
    const id = match.groups?.id ?? '';
    const start = match.index + match[0].length - id.length;
    if (/\d/.test(id)) add(start, start + id.length);
  }
  for (const { start, end } of spelledNumbers(text))
    if (isSaid(text, start, end) || /\p{Script=Han}/u.test(text.slice(start, end))) add(start, end);
  return found;
}

interface Place {
  start: number;
  end: number;
  /** its groups alone say that it rings */
  shaped: boolean;
}

/** The longest run of groups that has the shape of a number that rings: “Room 214 505-555-0143”; else all of it. */
function numberIn(written: string, rules: readonly RuleLanguage[]): Place {
  const groups = [...written.matchAll(GROUP)].map((group) => ({
    start: group.index,
    end: group.index + group[0].length,
  }));
  for (let length = groups.length; length > 0; length--)
    for (let i = 0; i + length <= groups.length; i++) {
      const { start } = groups[i] as Place;
      const { end } = groups[i + length - 1] as Place;
      if (rules.some((language) => groupedNumber(written.slice(start, end), language)))
        return { start, end, shaped: true };
    }
  const open = /^[(（][^)）]{1,40}$/.test(written) ? 1 : 0;
  return { start: open, end: written.replace(/[(（ ]{1,2}$/, '').length, shaped: false };
}

/** Enough digits, not only 0 and 1, and in few groups: a list of numbers does not ring. */
function mayRing(written: string, before: string): boolean {
  const digits = written.replace(/\D/g, '');
  const groups = written.match(/\d{1,15}/g) ?? [];
  if (digits.length < 6 || digits.length > 15 || /^[01]{1,15}$/.test(digits)) return false;
  const pairs = groups.every((group) => group.length === 2);
  if (pairs && groups.length === 3) return LOCAL.test(before);
  return pairs ? groups.length === 4 : groups.length <= 5 && groups.some((group) => group.length >= 3);
}

/** Words say that it rings: a word of telephoning in the same sentence, or a parent before seven digits. */
function isSaid(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - NEAR.before), start)
      .split(SENTENCES)
      .at(-1) ?? '';
  const after = text.slice(end, end + NEAR.after).split(/[.!?。！？\n]/)[0] ?? '';
  if (first(before, RINGS) || first(after, RINGS)) return true;
  return text.slice(start, end).replace(/\D/g, '').length >= 7 && first(before, FAMILY) !== null;
}
