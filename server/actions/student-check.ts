import { createHmac } from 'node:crypto';
import { RULES_VERSION } from '../check/finding.ts';
import { type CheckedText, type Question, questionsOf } from '../check/questions.ts';
import { type TableFix, tableQuestions } from '../check/small-table.ts';
import { type Edit, textTableQuestions } from '../check/text-table-questions.ts';
import type { EvidenceTable } from '../domain/evidence-table.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { tryWords } from '../domain/try-words.ts';
import { AUDIENCES, type Audience } from '../domain/vocabulary.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { insertPrivacyCheck, keptMarks } from '../store/privacy-checks.ts';
import { nodeSecret } from '../store/secrets.ts';
import { tableMarkdown } from '../text/table-text.ts';
import type { Ctx } from './context.ts';

/** A question of the student check, with its mark: what the answer is kept under instead of the passage. */
export interface MarkedQuestion extends Question {
  mark: string;
  /** of a table: what one press can do about it */
  tableFixes?: readonly TableFix[];
  /** of a table in a text: what each of them does to the text */
  edits?: Partial<Record<TableFix, Edit[]>>;
}

/** What the author answered. */
export interface CheckAnswers {
  /** “I have read this through. A parent could not tell which child I mean.” */
  attested: boolean;
  /** marks of the questions that the author has looked at and leaves as they are */
  kept: readonly string[];
}

/** The field of the texts that say what is in the photos of a story. */
export const PHOTO_TEXTS = 'photos';

export const NO_ANSWERS: CheckAnswers = { attested: false, kept: [] };

/** What is checked, and for whom it is. */
export interface CheckSubject {
  /** the id of the work, try or reply, or of the person whose own words they are */
  id: string;
  version: number;
  audience: Audience;
  /** BCP 47 */
  lang: string;
  texts: readonly CheckedText[];
  tables?: readonly EvidenceTable[];
  /** ids of everybody who may be named in it: author, co-authors, authors of what it builds on */
  people: readonly string[];
  /** what somebody says of themselves: their own addresses and birthday are their own choice, so they are asked */
  ofSelf?: boolean;
}

/** What people may say of themselves, and must not say of a student. */
const OWN_CHOICE: readonly string[] = ['email', 'phone', 'birth-date'];

/** Why something cannot be shown to anybody yet. */
export interface StillOpen {
  questions: MarkedQuestion[];
  /** the author has not said that it was read through */
  unread: boolean;
}

/** A try or a reply cannot be sent before its questions are answered. */
export class StudentCheckRefusal extends Refusal {
  readonly questions: readonly MarkedQuestion[];
  constructor(questions: readonly MarkedQuestion[]) {
    super('invalid', 'student-check');
    this.questions = questions;
  }
}

/**
 * The questions about a text before it is shown to an audience, each with its mark. Inside the district small numbers
 * are asked about instead of stopped, since colleagues may hold them.
 */
export async function studentCheck(
  db: Db,
  subject: Omit<CheckSubject, 'id' | 'version'>,
): Promise<MarkedQuestion[]> {
  if (subject.audience === 'me') return [];
  const [district, people, secret] = await Promise.all([
    theDistrict(db),
    actorsByIds(db, subject.people),
    nodeSecret(db, 'student-check'),
  ]);
  const smallN = district?.smallN ?? 10;
  const found = questionsOf(subject.texts, {
    lang: subject.lang,
    authors: [...people.values()].flatMap(({ name, handle }) => [name, handle].filter((word) => word !== '')),
    emails: [],
    smallN,
    idPatterns: district?.idPatterns ?? [],
  });
  const written = textTableQuestions(subject.texts, smallN, {
    wholeClass: tryWords(subject.lang).wholeClass,
    write: (table) => tableMarkdown(table, subject.lang),
  });
  const isWithin = (one: Question) =>
    one.type === 'small-cell' &&
    written.some(({ field, start, end }) => field === one.field && start <= one.start && one.end <= end);
  const others = found.filter((one) => !isWithin(one));
  const questions = [...tableQuestions(subject.tables ?? [], smallN), ...written, ...others];
  const inside = subject.audience !== 'everyone' && subject.audience !== 'network';
  const mayStay = (type: string) =>
    subject.ofSelf ? OWN_CHOICE.includes(type) : inside && type === 'small-cell';
  return questions.map((question) => ({
    ...question,
    // the text of a photo is mended on the page of the photo
    ...(question.field === PHOTO_TEXTS ? { fix: null, tableFixes: undefined, edits: undefined } : {}),
    severity: mayStay(question.type) ? 'ask' : question.severity,
    mark: markOf(secret, question),
  }));
}

function markOf(secret: string, { type, answers }: Question): string {
  return createHmac('sha256', secret).update(`${type}\n${answers}`).digest('base64url').slice(0, 16);
}

/** The audiences whose answers count for one: it and every wider one. */
const asWide = (audience: Audience): readonly Audience[] => AUDIENCES.slice(AUDIENCES.indexOf(audience));

/**
 * The one gate that every word passes before anybody but its author sees it: published, edited, scheduled, told back,
 * answered, or said of oneself, from a page or the command line. Keeps what was asked and answered, never the passages.
 * @param whole a work is read through and confirmed each time; tries and replies only answer what is asked
 * @returns null when nothing is in the way
 */
export async function clearToLeave(
  ctx: Ctx,
  actorId: string,
  subject: CheckSubject,
  answers: CheckAnswers,
  whole: boolean,
): Promise<StillOpen | null> {
  if (subject.audience === 'me') return null;
  const [found, earlier] = await Promise.all([
    studentCheck(ctx.db, subject),
    keptMarks(ctx.db, subject.id, asWide(subject.audience)),
  ]);
  const isKept = ({ severity, mark }: MarkedQuestion) =>
    severity === 'ask' && (answers.kept.includes(mark) || earlier.has(mark));
  const open = found.filter((question) => !isKept(question));
  const unread = whole && !answers.attested;
  if (open.length > 0 || unread) return { questions: open, unread };
  // a profile is saved over and over: only what was answered is kept of it
  if (found.length > 0 || !subject.ofSelf) await keepAnswers(ctx, actorId, subject, found, whole);
  return null;
}

/**
 * The gate for tries, replies and what people say of themselves.
 * @throws StudentCheckRefusal
 */
export async function requireClear(
  ctx: Ctx,
  actorId: string,
  subject: CheckSubject,
  answers: CheckAnswers = NO_ANSWERS,
): Promise<void> {
  const still = await clearToLeave(ctx, actorId, subject, answers, false);
  if (still) throw new StudentCheckRefusal(still.questions);
}

async function keepAnswers(
  ctx: Ctx,
  actorId: string,
  { id, version, audience }: Pick<CheckSubject, 'id' | 'version' | 'audience'>,
  kept: readonly MarkedQuestion[],
  attested: boolean,
): Promise<void> {
  const now = ctx.clock.now();
  await insertPrivacyCheck(ctx.db, {
    id: newId(now.getTime()),
    thingId: id,
    version,
    rulesVersion: RULES_VERSION,
    findings: kept.map(({ type, severity, field, mark }) => ({
      type,
      severity,
      field,
      choice: 'kept',
      mark,
      audience,
    })),
    attestedAt: attested ? now : null,
    attestedBy: attested ? actorId : null,
  });
}

/**
 * Keeps what the author answered on the page of the check, before the work is published.
 * @param kept marks of the questions that are left as they are
 */
export async function answerQuestions(
  ctx: Ctx,
  actorId: string,
  subject: CheckSubject,
  kept: readonly string[],
): Promise<void> {
  const found = await studentCheck(ctx.db, subject);
  const answered = found.filter(({ severity, mark }) => severity === 'ask' && kept.includes(mark));
  if (answered.length > 0) await keepAnswers(ctx, actorId, subject, answered, false);
}

/** The questions about a draft that are still to be answered. */
export async function openQuestions(ctx: Ctx, subject: CheckSubject): Promise<MarkedQuestion[]> {
  const [found, earlier] = await Promise.all([
    studentCheck(ctx.db, subject),
    keptMarks(ctx.db, subject.id, asWide(subject.audience)),
  ]);
  return found.filter(({ severity, mark }) => severity === 'stop' || !earlier.has(mark));
}
