import { checkText, languagesOf } from './check-text.ts';
import type { CheckContext, Finding } from './finding.ts';

/** One of the texts of a work, try or reply. */
export interface CheckedText {
  /** the name of its field: `how`, `gist`, `changed` … */
  field: string;
  text: string;
  /** BCP 47, when it is not the language of the whole */
  lang?: string;
}

/** A finding with its place: `start` and `end` count in the field's own text. */
export interface Question extends Finding {
  field: string;
  /** what an answer to it is about, in words: another text that says the same gets the same answer, no other */
  answers: string;
}

/** what `checkText` looks at, in UTF-16 code units: longer texts are looked at field by field */
const TOGETHER = 60_000;
const GAP = '\n\n';
const OVERLAP = 1_000;

/**
 * The questions about all texts of one thing. Texts in one language, declared and likely, are looked at together, so that one student is
 * “Student A” in every field.
 */
export function questionsOf(texts: readonly CheckedText[], context: CheckContext): Question[] {
  return groups(texts, context.lang).flatMap(({ lang, parts }) => {
    const whole = parts.map(({ text }) => text).join(GAP);
    return placed(inPieces(whole, { ...context, lang }), parts);
  });
}

/** Drafts may be far too long: then they are looked at piece by piece, each beginning in the one before. */
function inPieces(text: string, context: CheckContext): Finding[] {
  if (text.length <= TOGETHER) return checkText(text, context);
  const found = new Map<string, Finding>();
  for (let from = 0; from < text.length; from += TOGETHER - OVERLAP)
    for (const finding of checkText(text.slice(from, from + TOGETHER), context)) {
      const start = finding.start + from;
      const { about } = finding;
      found.set(`${finding.type} ${start}`, {
        ...finding,
        start,
        end: finding.end + from,
        ...(about ? { about: { ...about, start: about.start + from, end: about.end + from } } : {}),
      });
    }
  return [...found.values()];
}

function groups(texts: readonly CheckedText[], lang: string): { lang: string; parts: CheckedText[] }[] {
  const made: { lang: string; looks: string; parts: CheckedText[]; size: number }[] = [];
  for (const part of texts) {
    if (part.text.trim() === '') continue;
    const own = part.lang ?? lang;
    // one field in another language than the rest must not go by the rules of the rest
    const [looks = own] = languagesOf(part.text, own);
    const size = part.text.length + GAP.length;
    const open = made.find(
      (group) => group.lang === own && group.looks === looks && group.size + size <= TOGETHER,
    );
    if (open) {
      open.parts.push(part);
      open.size += size;
    } else made.push({ lang: own, looks, parts: [part], size });
  }
  return made;
}

function placed(findings: readonly Finding[], parts: readonly CheckedText[]): Question[] {
  const questions: Question[] = [];
  let from = 0;
  for (const { field, text } of parts) {
    const to = from + text.length;
    for (const finding of findings)
      if (finding.start >= from && finding.start < to) {
        const here = (at: number) => Math.max(from, Math.min(at, to)) - from;
        const { start, end, about } = finding;
        const own = {
          ...finding,
          start: here(start),
          end: here(end),
          ...(about ? { about: { ...about, start: here(about.start), end: here(about.end) } } : {}),
        };
        questions.push({ ...own, field, answers: answersOf(own, text) });
      }
    from = to + GAP.length;
  }
  return questions;
}

/** The passage; where that says too little, with the words around it, so that its place among them counts too. */
function answersOf({ text, start, end, about }: Finding, whole: string): string {
  const words = about
    ? [whole.slice(about.start, start), whole.slice(start, end), whole.slice(end, about.end)]
    : [text];
  const plain = words.map((part) => part.trim().replace(/\s+/g, ' ').toLowerCase());
  return [...plain, ...(about?.column ? [about.column.toLowerCase()] : [])].join('\n');
}

/** A text with fixes put in. */
export interface Fixed {
  text: string;
  /** where words were taken out and none put in, in UTF-16 code units of the new text, in order */
  gaps: number[];
}

/**
 * Puts the one-tap fixes of questions into a text; what can only be mended by hand stays.
 * @param earlier gaps that the text has already: they move with it
 */
export function withFixes(
  text: string,
  questions: readonly Question[],
  earlier: readonly number[] = [],
): Fixed {
  const byPlace = questions.filter(({ fix }) => fix !== null).sort((a, b) => b.start - a.start);
  let mended = text;
  let gaps = [...earlier];
  for (const { start, end, fix } of byPlace) {
    const link = wholeLink(mended, start, fix, byPlace);
    const from = link?.from ?? start;
    const put = link?.label ?? fix ?? '';
    const isOut = fix === '' && !link;
    // nothing in its place: one of the two spaces around it goes too
    const to = isOut && /(?:^|\s)$/.test(mended.slice(0, start)) && mended[end] === ' ' ? end + 1 : end;
    const after = from + put.length;
    mended = mended.slice(0, from) + put + mended.slice(to);
    gaps = gaps.map((gap) => (gap >= to ? gap + after - to : Math.min(gap, after)));
    if (fix === '') gaps.push(after);
  }
  return { text: mended, gaps: [...new Set(gaps)].sort((a, b) => a - b) };
}

/** The address of a Markdown link goes: its words stay, without the brackets. */
function wholeLink(
  text: string,
  start: number,
  fix: string | null,
  others: readonly Question[],
): { from: number; label: string } | null {
  if (fix !== '' || text.slice(start - 1, start + 1) !== '](') return null;
  const from = text.lastIndexOf('[', start);
  const isAsked = others.some((one) => one.start >= from && one.start < start);
  return from < 0 || isAsked ? null : { from, label: text.slice(from + 1, start - 1) };
}
