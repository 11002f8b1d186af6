import { hanFirstNames } from './first-names.ts';
import {
  ACTS_AFTER,
  ADULT_AFTER,
  ADULT_BEFORE,
  BEFORE_NAME,
  BELONGS,
  KNOWN_IN_CHINESE,
  LINKS_BEFORE,
  LITTLE_NAMES,
  NOT_IN_NAMES,
  OTHER_NAMES,
  SURNAMES_ONE,
  SURNAMES_TWO,
  WORDS_LIKE_NAMES,
} from './han-words.ts';
import type { NamedPassage } from './names-latin.ts';

const words = (text: string) => new Set(text.trim().split(/\s+/));
const surnames = new Set(SURNAMES_ONE);
const doubleSurnames = words(SURNAMES_TWO);
const likeNames = words(WORDS_LIKE_NAMES);
const known = words(KNOWN_IN_CHINESE);
const never = new Set(NOT_IN_NAMES);
const littleNames = new Set(LITTLE_NAMES);
/** Given names of the list that are ordinary words too. */
const givenWords =
  words(`文静 美丽 国庆 国强 明月 明明 天天 海洋 建军 聪聪 洋洋 多多 安安 心心 一心 夏天 唯一 知行 自然 依然 依依 欣然 怡然 沛然 潇然 清扬 晨曦 启航 远航
  凯旋 奇奇 圆圆 甜甜 果果 豆豆 毛毛 牛牛 蛋蛋 可可 一帆 天成 文博 博文 博雅 小雨 小米 小北 小天 小阳 小雪 小林 小乐 小宝 小龙 小虎 小飞 小东 春梅 红梅 冬梅 雅静 静静 晨晨 露露 丹丹 淘淘 欢欢 壮壮 珍妮 若兰 明远 志远 知远 致远 建国 振华 华强`);
const HAN = /^\p{Script=Han}$/u;

interface Candidate {
  start: number;
  /** family name, or '' */
  family: string;
  given: string;
}

/**
 * Likely names of students in Chinese characters, by place.
 * @param people names that may stand in the text, as the author has them
 */
export function hanNames(text: string, people: readonly string[]): NamedPassage[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const mayStand = people
    .filter((name) => /\p{Script=Han}/u.test(name))
    .flatMap((name) => name.match(/\p{Script=Han}+/gu) ?? []);
  const found = new Map<number, NamedPassage>();
  for (let i = 0; i < text.length; i++) {
    const candidate = candidateAt(text, i, mayStand);
    if (!candidate) continue;
    const name = candidate.family + candidate.given;
    found.set(i, {
      start: i,
      end: i + name.length,
      key: candidate.given.length > 1 ? candidate.given : name,
      ending: '',
    });
    i += name.length - 1;
  }
  for (const { 0: name, index } of text.matchAll(OTHER_NAMES)) {
    if (
      ACTS_AFTER.test(text.slice(index + name.length, index + name.length + 8)) ||
      BEFORE_NAME.test(text.slice(Math.max(0, index - 4), index))
    ) {
      found.set(index, { start: index, end: index + name.length, key: name, ending: '' });
    }
  }
  addRepeats(text, found, mayStand);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function candidateAt(text: string, i: number, mayStand: readonly string[]): Candidate | null {
  const one = text[i] as string;
  if (!HAN.test(one)) return null;
  const family = doubleSurnames.has(text.slice(i, i + 2))
    ? text.slice(i, i + 2)
    : surnames.has(one)
      ? one
      : '';
  if (family) {
    for (const length of [2, 1]) {
      const given = text.slice(i + family.length, i + family.length + length);
      if (isFullName(text, i, family, given, mayStand)) return { start: i, family, given };
    }
  }
  const given = text.slice(i, i + 2);
  if (one === '小' && littleOneSpeaks(text, i)) return { start: i, family: '', given };
  if (isNickname(text, i) && !mayStand.some((person) => person.includes(given)))
    return { start: i, family: '', given };
  const listed = hanFirstNames().has(given) || (one === '小' && littleNames.has(given[1] ?? ''));
  if (listed && isGivenName(text, i, given, mayStand)) return { start: i, family: '', given };
  return null;
}

/** With 小 before them a child’s name, whatever follows. */
const NICKNAMES = new Set(
  '明红华刚强丽芳燕杰峰涛伟辉斌勇玲霞萍娟敏倩慧婷莉雅涵轩萱晨哲睿琪怡欣瑶彤宇楠雯颖诺妮娜菲蕾薇琳萌鹏凯磊鑫豪',
);
/** “小明有5个苹果，小红有几个？” */
const WORD_PROBLEM =
  /(?:[\d一二三四五六七八九十两百]\s?(?:个|元|角|千米|公里|米|厘米|分钟|小时|本|支|颗|岁|只|斤|克|张|朵|块|条|道)[^。！？]{0,60}[。，]?[^。！？]{0,60}(?:多少|几))|应用题|课本|教材|题目|例题|这道题|一道题/u;

/** “小明一开始不愿意”: not in a problem of arithmetic. */
function isNickname(text: string, i: number): boolean {
  if (text[i] !== '小' || !NICKNAMES.has(text[i + 1] ?? '') || /^[小星]$/u.test(text[i + 2] ?? ''))
    return false;
  if (/[大最太较很更多少从细弱微矮渺胆缩减幼]$/u.test(text.slice(0, i))) return false;
  if (ADULT_AFTER.test(text.slice(i + 2, i + 6)) || ADULT_BEFORE.test(text.slice(Math.max(0, i - 4), i)))
    return false;
  const from = Math.max(text.lastIndexOf('。', i), text.lastIndexOf('\n', i), i - 120) + 1;
  return !WORD_PROBLEM.test(text.slice(from, i + 120).split('\n')[0] ?? '');
}

/** “小满问”: whoever is called “little” and speaks, if it is no animal and no part of a school. */
function littleOneSpeaks(text: string, i: number): boolean {
  if (
    !/^小(?![组学时声心说孩朋姑伙兔猫狗熊鸟鱼鸡鸭羊马猪牛虫花草树河山路船车队班员老师生王公人女男子弟妹哥姐区镇事步巧结明红])\p{Script=Han}(?:说|问|喊|回答|答道|写道|举手)/u.test(
      text.slice(i, i + 5),
    )
  )
    return false;
  return boundary(text.slice(Math.max(0, i - 4), i));
}

function isFullName(
  text: string,
  i: number,
  family: string,
  given: string,
  mayStand: readonly string[],
): boolean {
  const name = family + given;
  const end = i + name.length;
  if (![...given].every((c) => HAN.test(c)) || mayStand.some((person) => person.includes(name))) return false;
  if ([2, 3, 4].some((length) => known.has(text.slice(i, i + length)))) return false;
  const listed = given.length === 2 && hanFirstNames().has(given);
  if ([2, 3].some((length) => (length > 2 || !listed) && likeNames.has(text.slice(i, i + length))))
    return false;
  const before = text.slice(Math.max(0, i - 4), i);
  const after = text.slice(end, end + 8);
  if (ADULT_AFTER.test(given + after) || ADULT_AFTER.test(after) || ADULT_BEFORE.test(before)) return false;
  if (listed) return !givenWords.has(given) || acts(before, after);
  if ([...given].some((c) => never.has(c))) return false;
  if (BEFORE_NAME.test(before) && /^(?:[，。、；！？“”"（(的]|$|\s)/u.test(after)) return true;
  if (!boundary(before) || splitsWord(given, after)) return false;
  if (acts(before, after) || BELONGS.test(after) || inRow(text, i, end)) return true;
  return /[请让给问叫找帮]$/u.test(before) && /^[一两几三，。！？]/u.test(after);
}

function isGivenName(text: string, i: number, given: string, mayStand: readonly string[]): boolean {
  const end = i + given.length;
  const before = text.slice(Math.max(0, i - 4), i);
  const after = text.slice(end, end + 8);
  if (mayStand.some((person) => person.endsWith(given))) return false;
  if (ADULT_AFTER.test(after) || ADULT_BEFORE.test(before)) return false;
  if ([2, 3].some((length) => known.has(text.slice(i, i + length)))) return false;
  if (/^有\d|^有[一二两三四五六七八九十]/u.test(after)) return false;
  if (BEFORE_NAME.test(before) && !givenWords.has(given)) return true;
  if (givenWords.has(given))
    return boundary(before) && /^(?:同学|说|问|回答|举手|告诉|觉得|喊|写道|笑着说)/u.test(after);
  if (LINKS_BEFORE.test(before) || boundary(before))
    return acts(before, after) || /^[、和跟与的]/u.test(after) || LINKS_BEFORE.test(before);
  return false;
}

const boundary = (before: string): boolean =>
  before === '' ||
  /[^\p{Script=Han}]$/u.test(before) ||
  LINKS_BEFORE.test(before) ||
  BEFORE_NAME.test(before) ||
  /(?:后来|然后|只有|还有|今天|昨天|那天|这时|突然|忽然|结果|于是|因为|但是|可是|而|的|了|当|等|看见|看到)$/u.test(
    before,
  );
const acts = (before: string, after: string): boolean =>
  ACTS_AFTER.test(after) || (BEFORE_NAME.test(before) && /^[\p{P}\s的]/u.test(after));
/** “周杰、徐丽、何欣三个人”: others stand beside it whose names begin with a family name too. */
function inRow(text: string, start: number, end: number): boolean {
  const next = /^[、和与](\p{Script=Han}{2,3})(?=[、和与，。！？；三四五六七八九十几等都]|$)/u.exec(
    text.slice(end, end + 6),
  )?.[1];
  const before = /(?:^|[^\p{Script=Han}]|[和与])(\p{Script=Han}{2,3})[、和与]$/u.exec(
    text.slice(Math.max(0, start - 6), start),
  )?.[1];
  return [next, before].some((name) => name !== undefined && looksFull(name));
}

const looksFull = (name: string): boolean =>
  surnames.has(name[0] as string) &&
  ![...name.slice(1)].some((c) => never.has(c)) &&
  !likeNames.has(name) &&
  !likeNames.has(name.slice(0, 2)) &&
  !known.has(name);

/** “李明白了”: the last character belongs to the next word. */
const splitsWord = (given: string, after: string): boolean =>
  likeNames.has(`${given.at(-1)}${after[0] ?? ''}`);

/** Whoever was found once is found everywhere, with and without the family name. */
function addRepeats(text: string, found: Map<number, NamedPassage>, mayStand: readonly string[]): void {
  const keys = new Map<string, string>();
  const covered = new Uint8Array(text.length);
  for (const { start, end, key } of found.values()) {
    covered.fill(1, start, end);
    keys.set(text.slice(start, end), key);
    if (key.length > 1 && !givenWords.has(key)) keys.set(key, key);
  }
  const names = [...keys.keys()].sort((a, b) => b.length - a.length).slice(0, 200);
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (covered[at] || covered[end - 1] || ADULT_AFTER.test(text.slice(end, end + 4))) continue;
      if (mayStand.some((person) => person.endsWith(name))) continue;
      covered.fill(1, at, end);
      found.set(at, { start: at, end, key: keys.get(name) ?? name, ending: '' });
    }
  }
}
