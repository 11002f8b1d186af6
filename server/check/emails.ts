import type { CheckContext, Finding } from './finding.ts';
import { firstNames } from './first-names.ts';
import { foldedName } from './folded-name.ts';
import { anyOf, pattern } from './scan.ts';

/** Letters of any writing that puts spaces between words: Chinese may stand right before an address. */
const letters = (more: string) =>
  `[[\\p{L}\\p{M}\\p{N}${more}\\-]--[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}]]`;
const LOCAL = letters("._%+'’");
const LABEL = letters('_');
const DOTS = 'dot|punkt|punto|point|piste|ponto|点';
const SPELLED_DOT = `(?: {0,2}[\\(\\[\\{（【<] ?(?:${DOTS}|\\.) ?[\\)\\]\\}）】>] {0,2}| {1,2}(?:${DOTS}) {1,2}|点)`;
const SPELLED_AT =
  ' {0,2}(?:[\\(\\[\\{（【<] ?(?:at|ät|a|à|arroba|arobase|arrobase|chez|klammeraffe|miukumauku|kissanhäntä|艾特|圈a|@|æt) ?[\\)\\]\\}）】>]|艾特) {0,2}';
const ENDING = '(?:xn--[a-z0-9]{2,40}|[a-zà-ÿ]{2,24})';
const ANY_LABEL = '[\\p{L}\\p{M}\\p{N}\\-]';
const HAN_ENDING =
  '(?:中国|中國|公司|网络|網絡|公益|政务|商城|在线|中文网|网址|网站|集团|教育|移动|台湾|台灣|香港|新加坡|组织机构)';
const ANY_ENDING = `(?:${HAN_ENDING}|[\\p{sc=Cyrillic}]{2,10}(?![\\p{L}\\p{N}])|[\\p{sc=Greek}\\p{sc=Arabic}\\p{sc=Hebrew}\\p{sc=Devanagari}\\p{sc=Thai}\\p{sc=Hangul}][\\p{L}\\p{M}]{1,12}(?![\\p{L}\\p{N}])|${ENDING}(?!${LABEL}))`;
const ENDINGS =
  'com|org|net|edu|gov|info|school|eu|es|fi|de|fr|uk|cn|sg|mx|ar|co|cl|pe|uy|ec|au|ca|ie|ch|nl|se|dk|pl|pt|br';
const NAME = `(?<!${LOCAL}|@)${LOCAL}{1,64}(?:${SPELLED_DOT}${LOCAL}{1,40}){0,3}`;

const ADDRESSES = [
  `(?<!${LOCAL}|@)${LOCAL}{1,64} {0,2}@ {0,2}(?:${LABEL}{1,63}\\.){1,6}${ENDING}(?!${LABEL})`,
  `${NAME}${SPELLED_AT}(?:${LABEL}{1,63}(?:\\.|${SPELLED_DOT})){1,5}${ENDING}(?!${LABEL})`,
  // in words alone: the last is an ending that is no word, or there are three of them
  ...[
    ['at|ät', 'dot|punkt|piste'],
    ['arroba', 'punto|ponto'],
    ['arobase|arrobase|chez', 'point'],
  ].map(([at, dot]) => {
    const spelled = ` {1,2}(?:${dot}) {1,2}`;
    const more = `(?:\\.|${spelled})${LABEL}{1,40}`;
    return `${NAME} {1,2}(?:${at}) {1,2}${LABEL}{1,63}(?:(?:\\.${LABEL}{1,40}){0,2}${spelled}${LABEL}{1,40}(?:${more}){1,3}|${spelled}(?:${ENDINGS}))(?!${LABEL})`;
  }),
  `${NAME} {1,2}(?:ät|æt|arroba|arobase|arrobase|miukumauku) {1,2}(?:${LABEL}{1,63}\\.){1,5}${ENDING}(?!${LABEL})`,
  // “lee at gmail.com”: at other hosts people look, at these they have a box
  `${NAME} {1,2}(?:at|ät|arroba|arobase|chez) {1,2}(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|proton|protonmail|qq|163|126)\\.${ENDING}(?!${LABEL})`,
  `(?<!${LOCAL}|@)${LOCAL}{2,64}#(?:qq|vip\\.qq|163|126|139|189|gmail|outlook|hotmail|sina|foxmail|yeah)\\.(?:com|cn|net)`,
  // names of hosts in other writing: “ruth@школа.рф”, “zhaolin@学校.中国”, “张三@163.com”
  `(?<!${LOCAL}|@)${LOCAL}{1,64} {0,2}@ {0,2}(?:${ANY_LABEL}{1,63}\\.){1,6}${ANY_ENDING}`,
  `[\\p{sc=Han}]{2,3}@(?:${LABEL}{1,63}\\.){1,6}(?:${ENDING}(?!${LABEL})|${HAN_ENDING})`,
].map((source) => pattern(source, 'giv'));
/** “ann AT school.org”: only in capitals, “look at school.org” is about something else */
const SHOUTED = pattern(`${NAME} {1,2}(?:AT|ÄT) {1,2}(?:${LABEL}{1,63}\\.){1,5}[a-z]{2,24}`, 'gv');
/** “ruth at school.org”, with the word and a real dot: nearly as often somebody looks at a page */
const AT_HOST = pattern(
  `(?<name>${NAME}) {1,2}at {1,2}(?:${LABEL}{1,63}\\.){1,5}[a-z]{2,24}(?!${LABEL})`,
  'giv',
);
const WRITE_TO = pattern(
  `${anyOf([
    'e-?mails?|mail|write|reach|contact|address|correo|escrib\\p{L}{1,8}|courriel|mél|écri\\p{L}{1,6}|schreib\\p{L}{0,5}|kirjoita|sähköposti\\p{L}{0,6}|meili\\p{L}{0,4}|s-posti|laita viestiä',
  ])}[^.!?\\n]{0,30}$`,
  'iu',
);
/** Before “at” these look, meet and publish. */
const NO_LOCAL = pattern(
  `^${anyOf([
    'look(?:ed|ing|s)?|see|saw|seen|find|found|it|its|is|are|was|were|be|been|us|me|you|them|him|her|available|posted|online|more|page|site|website|here|info|articles?|videos?|resources?|free|download(?:ed|s)?|visit(?:ed)?|check(?:ed)?|start(?:ed)?|tests?|games?|slides|click(?:ed)?|play(?:ed)?|materials?|and|or|hosted|published|live|up|out|this|that|one|ones|blogs?|tools?|lessons?|guides?|register(?:ed)?|signed?|everything|all|back|works?|worked|taught|teach(?:es|er|ers|ing)?|students?|plans?|templates?|shared?|read|activit(?:y|ies)|maps?|data|now|then|there|start|arrived?|free|people|friends|colleagues|team|folks|someone|details|programs?|courses?|classes|work(?:ing)?|write|account|accounts',
  ])}$`,
  'iu',
);
const NOT_AN_ADDRESS = /\.(?:png|jpe?g|gif|svg|webp|pdf|mp[34]|css|js)$/i;

/**
 * E-mail addresses (product, student check: patterns), written as they are or so that machines do not find them:
 * “name (at) host”, “name at host dot org”, `name#qq.com`. A fediverse handle (`@ruth@host`) is not one.
 * @param context `emails`: addresses that may stand there
 */
export function findEmails(text: string, context: CheckContext): Finding[] {
  const own = new Set(context.emails.map(plainAddress));
  const found: Finding[] = [];
  for (const address of [...ADDRESSES, SHOUTED]) {
    for (const match of text.matchAll(address)) {
      const passage = match[0].replace(/[.'’-]{1,3}$/, '');
      if (own.has(plainAddress(passage)) || NOT_AN_ADDRESS.test(passage)) continue;
      const start = match.index + (/^[.'’-]{0,3}/.exec(passage)?.[0].length ?? 0);
      const end = match.index + passage.length;
      found.push({ type: 'email', severity: 'stop', start, end, text: text.slice(start, end), fix: '' });
    }
  }
  for (const match of text.matchAll(AT_HOST)) {
    const name = match.groups?.name ?? '';
    const isWritten = WRITE_TO.test(text.slice(Math.max(0, match.index - 50), match.index));
    const isAddress =
      /[\d._]/.test(name) || (name === name.toLowerCase() && firstNames().has(foldedName(name)));
    if (NO_LOCAL.test(name) || !(isWritten || isAddress) || own.has(plainAddress(match[0]))) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((one) => one.start < end && start < one.end)) continue;
    found.push({ type: 'email', severity: 'stop', start, end, text: match[0], fix: '' });
  }
  return found;
}

/** @returns `name@host` in small letters, whatever was written for the sign and the dots */
function plainAddress(written: string): string {
  return written
    .toLowerCase()
    .replace(pattern(`${SPELLED_AT}| {1,2}(?:at|ät|arroba|arobase|chez) {1,2}|#`, 'giv'), '@')
    .replace(pattern(SPELLED_DOT, 'giv'), '.')
    .replaceAll(' ', '');
}
