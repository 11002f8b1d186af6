import { REPLY_POLICIES } from '../../server/domain/reply.ts';
import { cleanLine, cleanText, LIMITS } from '../../server/domain/text-limits.ts';
import { CLASS_SIZES, FOCUSES, LICENCES, OPEN_AUDIENCES, SUBJECTS } from '../../server/domain/vocabulary.ts';
import {
  type Problem,
  publishable,
  QUOTE_POLICIES,
  type StoryInput,
  storyInput,
} from '../../server/domain/work.ts';
import { chosen, typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { oneOf, SECTIONS, storyValues } from './story-values.ts';

/** The three pages of the editor; the page for editing something published has them all. */
export const STORY_PARTS = ['tell', 'travel', 'who'] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

/** What can be wrong, in the order of the pages. */
const FIELDS: Readonly<Record<StoryPart, readonly string[]>> = {
  tell: ['title', ...SECTIONS, 'sections', 'photos'],
  travel: [
    ...['gist', 'subjects', 'ages', 'ageMin', 'ageMax', 'levelLabel', 'classSize', 'focus', 'whyItMatters'],
    ...['madePossibleBy', 'lang', 'gistOtherLang', 'gistOther', 'tags', 'builtOn', 'licence'],
  ],
  who: ['audience', 'replyPolicy', 'quotePolicy', 'changeNote'],
};
const IN_ORDER = Object.values(FIELDS).flat();

/** What is kept of a text that is too long, as a multiple of its limit: a draft loses nothing that anybody types. */
const ROOM = 10;

export interface StoryRead {
  /** can be kept as a draft as it is, even where it breaks a rule */
  story: StoryInput;
  /** what does not fit, in the order of the pages; nothing about what is merely missing */
  problems: Problem[];
  /** for showing the form again, exactly as typed */
  values: FormState['values'];
}

/**
 * Reads a sent form of the editor.
 * @param before the draft so far: fields of other parts stay as they are
 * @param parts which parts the form held
 */
export function readStory(form: Visit['form'], before: StoryInput, parts: readonly StoryPart[]): StoryRead {
  const story = { ...before };
  const problems: Problem[] = [];
  if (parts.includes('tell')) readTell(form, story);
  if (parts.includes('travel')) problems.push(...readTravel(form, story));
  if (parts.includes('who')) {
    story.audience = oneOf(OPEN_AUDIENCES, typed(form, 'audience')) ?? before.audience;
    story.replyPolicy = oneOf(REPLY_POLICIES, typed(form, 'replyPolicy')) ?? before.replyPolicy;
    story.quotePolicy = oneOf(QUOTE_POLICIES, typed(form, 'quotePolicy')) ?? before.quotePolicy;
  }
  for (const problem of misfits(story))
    if (!problems.some(({ field }) => field === problem.field)) problems.push(problem);
  return {
    story,
    problems: inPageOrder(problems.filter((problem) => parts.includes(partOf(problem.field)))),
    values: { ...storyValues(story), ...form },
  };
}

/** What a story breaks of the rules that hold for drafts too: one problem to a field. */
function misfits(story: StoryInput): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of storyInput.safeParse(story).error?.issues ?? []) {
    const field = fieldOf(story, issue.path);
    if (!problems.has(field))
      problems.set(field, { field, say: /^[a-z-]+$/.test(issue.message) ? issue.message : 'unknown' });
  }
  if (story.gistOther.some(({ lang }) => lang === ''))
    problems.set('gistOther', { field: 'gistOther', say: 'no-language' });
  return [...problems.values()];
}

/** Everything that stands between a story and its readers: what does not fit and what is missing. */
export function whatIsInTheWay(story: StoryInput): Problem[] {
  const isFree = story.sections.some(({ key }) => key === 'free');
  const missing = publishable(story).map((problem) =>
    isFree && problem.field === 'how' ? { ...problem, field: 'free' } : problem,
  );
  const wrong = misfits(story);
  const more = missing.filter(({ field }) => !wrong.some((problem) => problem.field === field));
  return inPageOrder([...wrong, ...more]);
}

/** The fields of a page of the editor. */
export const fieldsOf = (part: StoryPart): readonly string[] => FIELDS[part];

/** The page of the editor where a field is. */
export function partOf(field: string): StoryPart {
  return STORY_PARTS.find((part) => FIELDS[part].includes(field)) ?? 'travel';
}

/** The page of a draft where a field can be changed. */
export function fieldPath(id: string, field: string): string {
  if (field === 'coAuthor') return paths.coAuthors(id);
  if (field === 'photos') return paths.photos(id);
  const part = partOf(field);
  if (part === 'tell') return paths.writeStory(id);
  return paths.storyStep(id, part === 'who' ? 'who' : 'help-it-travel');
}

/** The order in which somebody goes through the pages. */
export function inPageOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((one, other) => IN_ORDER.indexOf(one.field) - IN_ORDER.indexOf(other.field));
}

function readTell(form: Visit['form'], story: StoryInput): void {
  story.title = line(typed(form, 'title'), LIMITS.title);
  story.sections = SECTIONS.flatMap((key) => {
    const markdown = block(typed(form, key), LIMITS.section);
    return markdown === '' ? [] : [{ key, markdown }];
  });
}

function readTravel(form: Visit['form'], story: StoryInput): Problem[] {
  const problems: Problem[] = [];
  const age = (field: 'ageMin' | 'ageMax') => {
    const text = typed(form, field).normalize('NFKC').trim();
    if (text === '') return null;
    const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= 0 && number <= 99) return number;
    problems.push({ field, say: Number.isNaN(number) ? 'not-a-number' : 'age-range' });
    return null;
  };
  story.gist = line(typed(form, 'gist'), LIMITS.gist);
  story.subjects = SUBJECTS.filter((subject) => chosen(form, 'subjects').includes(subject));
  story.focus = FOCUSES.filter((focus) => chosen(form, 'focus').includes(focus));
  story.ageMin = age('ageMin');
  story.ageMax = age('ageMax');
  if (story.ageMin !== null && story.ageMax !== null && story.ageMin > story.ageMax)
    problems.push({ field: 'ages', say: 'order' });
  story.levelLabel = line(typed(form, 'levelLabel'), LIMITS.levelLabel);
  story.classSize = oneOf(CLASS_SIZES, typed(form, 'classSize')) ?? null;
  story.lang = languageIn(typed(form, 'lang')) ?? story.lang;
  story.whyItMatters = line(typed(form, 'whyItMatters'), LIMITS.whyItMatters);
  story.madePossibleBy = line(typed(form, 'madePossibleBy'), LIMITS.madePossibleBy);
  story.tags = tagsIn(typed(form, 'tags'));
  story.licence = oneOf(LICENCES, typed(form, 'licence')) ?? story.licence;
  story.builtOn = addressesIn(typed(form, 'builtOn')).map(
    (uri) => story.builtOn.find((one) => one.uri === uri) ?? { uri },
  );
  const other = line(typed(form, 'gistOther'), LIMITS.gist);
  const lang = languageIn(typed(form, 'gistOtherLang')) ?? '';
  story.gistOther = [...(other === '' ? [] : [{ lang, text: other }]), ...story.gistOther.slice(1)];
  return problems;
}

/** The words of a field of tags: parted by spaces or commas, without `#`, each once. */
export function tagsIn(text: string): string[] {
  const words = text.split(/[\s,;]+/).map((word) => cleanLine(word.replace(/^#+/, ''), LIMITS.tag * ROOM));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, LIMITS.tags * ROOM);
}

function addressesIn(text: string): string[] {
  const addresses = text.split(/\s+/).map((address) => cleanLine(address, LIMITS.url));
  return [...new Set(addresses.filter((address) => address !== ''))].slice(0, 20);
}

/** A language tag (BCP 47) as a form sends it, null when it is none. */
export function languageIn(text: string): string | null {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) && text.length <= 20 ? text : null;
}

const line = (text: string, limit: number): string => cleanLine(text, limit * ROOM);
const block = (text: string, limit: number): string =>
  cleanText(text.replace(/\r\n?/g, '\n').trim(), limit * ROOM);

function fieldOf(story: StoryInput, path: readonly PropertyKey[]): string {
  const [field, index] = path;
  if (field === 'sections' && typeof index === 'number') return story.sections[index]?.key ?? 'sections';
  return String(field ?? 'form');
}
