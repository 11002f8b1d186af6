import type { ChildWords } from './child-words/child-words.ts';
import { GERMAN } from './child-words/de.ts';
import { ENGLISH } from './child-words/en.ts';
import { SPANISH } from './child-words/es.ts';
import { FINNISH } from './child-words/fi.ts';
import { FRENCH } from './child-words/fr.ts';
import { CHINESE } from './child-words/zh.ts';
import type { About, CheckContext, Finding } from './finding.ts';
import { likelyLanguage } from './guess-language.ts';
import { findNames } from './names.ts';
import { ruleLanguage } from './scan.ts';

const PACKS = { en: ENGLISH, es: SPANISH, fi: FINNISH, de: GERMAN, fr: FRENCH, zh: CHINESE };

interface Part {
  text: string;
  start: number;
}

/**
 * One child whom the words around could make known: a single student and, in the same sentence or in the next ones that go
 * on about the same child, an illness, a plan for support, a family’s trouble, flight, faith, police and the like.
 * Groups (“students with dyslexia”) are no findings, nor is a single child without such a word.
 * @param text Markdown or plain, at most 64 KiB; a paragraph ends at an empty line, a heading or a list item
 */
export function findOneChild(text: string, context: CheckContext): Finding[] {
  const language = ruleLanguage(context.lang);
  // a text in a seventh language, or in too few words to tell, may use the words of any of the six
  if (language === 'other' || likelyLanguage(text) === null)
    return Object.values(PACKS).flatMap((words) => childrenIn(text, words, context));
  return childrenIn(text, PACKS[language], context);
}

function childrenIn(text: string, words: ChildWords, context: CheckContext): Finding[] {
  let names: Finding[] | undefined;
  const named = () => (names ??= findNames(text, context));
  const found = new Map<number, ChildFinding>();
  for (const paragraph of paragraphs(text)) {
    const sentences = sentencesOf(paragraph);
    sentences.forEach((sentence, i) => {
      for (const matter of matters(sentence, words)) {
        const child = childOf(sentences, i, matter, words, named);
        if (!child) continue;
        // whatever else is said of the same child belongs to the same answer
        const known = found.get(child.start) ?? child;
        found.set(child.start, { ...known, about: together(known.about, child.about) });
      }
    });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function paragraphs(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n[ \t]*(?:\n|(?=[-*+#>|]|\d{1,3}[.)]))/g)) {
    parts.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  parts.push({ text: text.slice(start), start });
  return parts.filter((part) => part.text.trim() !== '');
}

function sentencesOf({ text, start }: Part): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?:[.!?…]["”»)]?\s{1,4}(?=["“„«(¿¡\p{Lu}\d])|[。！？]["”]?)/gu)) {
    const end = match.index + match[0].length;
    parts.push({ text: text.slice(from, end), start: start + from });
    from = end;
  }
  parts.push({ text: text.slice(from), start: start + from });
  return parts;
}

/** His or her own matters are not a topic. */
const OWN =
  /(?<!\p{L})(?:his|her|their|su|sus|seine?\p{L}?\p{L}?|ihre?\p{L}?|son|sa|ses|hänen|\p{L}+nsa|\p{L}+nsä)(?!\p{L})|[他她]/iu;

/** Somebody of a book, not of the class. */
const FICTION =
  /(?<!\p{L})(?:in|im|en|dans|kuvassa) (?:(?:the|a|an|our|this|der|dem|einem|einer|diesem|le|la|l['’]|un|une|ce|cet|el|una|este) ?)?(?:novel|book|story|film|movie|poem|play|text|picture book|chapter|roman|buch|geschichte|film|text|gedicht|livre|histoire|album|conte|récit|novela|libro|cuento|película|texto|poema)(?!\p{L})|(?<!\p{L})(?:kirjassa|tarinassa|romaanissa|elokuvassa|novellissa|sadussa|tekstissä)|课文里|故事里|书里|小说里|电影里|文章里/iu;
/** Finnish: “luki kirjaa pakolaisista”. */
const ABOUT_FINNISH =
  /(?<!\p{L})(?:lu[ek]\p{L}{0,6}|kirja\p{L}{0,4}|puhu\p{L}{0,5}|kertoi|kysyi|esitelmä\p{L}{0,3}|artikkeli\p{L}{0,4})(?: \p{L}{1,15}){0,3} $/iu;

/** A finding with the sentences that are about the child. */
type ChildFinding = Finding & { about: About };

const together = (a: About, b: About): About => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

interface Matter {
  at: number;
  text: string;
}

/** The private matters of a sentence that are not a group’s. */
function matters({ text }: Part, words: ChildWords): Matter[] {
  if (FICTION.test(text)) return [];
  const found: Matter[] = [];
  for (const match of text.matchAll(words.private)) found.push({ at: match.index, text: match[0] });
  for (const match of text.matchAll(words.ofTheirs)) {
    if (has(words.theirs, text.slice(Math.max(0, match.index - 40), match.index + match[0].length))) {
      if (has(words.one, text) || has(words.goesOn, text)) found.push({ at: match.index, text: match[0] });
    } else if (besideChild(text, match, words)) found.push({ at: match.index, text: match[0] });
  }
  return found.filter(({ at, text: matter }) => {
    const before = text.slice(Math.max(0, at - 90), at);
    if (/st[aä]$/.test(matter) && ABOUT_FINNISH.test(before)) return false;
    const topic = words.topic.exec(before);
    return !ofGroup(before.slice(-45), words) && !(topic && !OWN.test(topic[0]));
  });
}

/** “a Muslim boy”, “un chico musulmán”: the word stands right before the child, or right behind. */
function besideChild(text: string, { index, 0: matter }: RegExpExecArray, words: ChildWords): boolean {
  const end = index + matter.length;
  return [...text.matchAll(words.one)].some((child) => {
    const last = child.index + child[0].length;
    if (last <= index) return /^ ?(?:(?:muy|très|sehr|tosi) )?$/.test(text.slice(last, index));
    return (
      child.index <= index &&
      end <= last &&
      /^ ?(?:[\p{L}-]{1,15} )?[\p{L}-]{0,20}$/u.test(text.slice(end, last))
    );
  });
}

/** “students with”, right before, and no single child in between. */
function ofGroup(before: string, words: ChildWords): boolean {
  const group = [...before.matchAll(words.several)].at(-1);
  if (!group) return false;
  const after = before.slice(group.index + group[0].length);
  const single = [...before.matchAll(words.one)].at(-1);
  return (
    (single === undefined || single.index + single[0].length < group.index) &&
    !/[.;:,，。；]/u.test(after) &&
    after.split(/\s+/).length < 6
  );
}

/** The child that a matter is about: in its sentence, or before in a paragraph that goes on about the same child. */
function childOf(
  sentences: readonly Part[],
  i: number,
  matter: Matter,
  words: ChildWords,
  names: () => readonly Finding[],
): ChildFinding | null {
  const sentence = sentences[i] as Part;
  const from = (first: Part): About => ({ start: first.start, end: sentence.start + sentence.text.length });
  const own = nearest([...sentence.text.matchAll(words.one)], matter.at);
  if (own) return finding(sentence.start + own.index, own[0], words.fix, from(sentence));
  const named = names().find(
    ({ start }) => start >= sentence.start && start < sentence.start + sentence.text.length,
  );
  if (named) return finding(sentence.start + matter.at, matter.text, null, from(sentence));
  if (!has(words.goesOn, sentence.text)) return null;
  for (let j = i - 1; j >= 0 && i - j <= 3; j--) {
    const before = sentences[j] as Part;
    const child = [...before.text.matchAll(words.one)].at(-1);
    if (child) return finding(before.start + child.index, child[0], words.fix, from(before));
    const someone = names().some(
      ({ start }) => start >= before.start && start < before.start + before.text.length,
    );
    if (someone) return finding(sentence.start + matter.at, matter.text, null, from(before));
  }
  return null;
}

function nearest(matches: readonly RegExpExecArray[], at: number): RegExpExecArray | undefined {
  const before = matches.filter((match) => match.index < at).at(-1);
  return before ?? matches[0];
}

function has(words: RegExp, text: string): boolean {
  words.lastIndex = 0;
  const found = words.test(text);
  words.lastIndex = 0;
  return found;
}

/** Finnish: in “Luokallani on poika” only “poika” is replaced. */
const IN_MY_CLASS =
  /^(?:luok\p{L}{1,10}|ryhm\p{L}{1,10}|on|oli|minun|meidän) (?:\p{L}{1,20} ){0,2}(?=oppila|opiskel|poik|poja|tyt|laps|lasta|nuor)/iu;

function finding(at: number, whole: string, fix: string | null, about: About): ChildFinding {
  const lead = fix === null ? 0 : (IN_MY_CLASS.exec(whole)?.[0].length ?? 0);
  const start = at + lead;
  const text = whole.slice(lead);
  const opens = fix !== null && /^\p{Lu}/u.test(text);
  return {
    type: 'one-child',
    severity: 'ask',
    start,
    end: start + text.length,
    text,
    fix: opens && fix ? fix.charAt(0).toUpperCase() + fix.slice(1) : fix,
    about,
  };
}
