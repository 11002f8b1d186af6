import { storySubject, storyTexts } from '../../server/actions/story-subject.ts';
import { answerQuestions, type MarkedQuestion, openQuestions } from '../../server/actions/student-check.ts';
import type { StoryInput, Work } from '../../server/domain/work.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import { answersIn, CHECK_FIELD, mended } from '../check/check-form.ts';
import { GapPanel } from '../check/gap-panel.tsx';
import type { Gap } from '../check/gaps.ts';
import { OwnNames } from '../check/own-names.tsx';
import { StudentCheck } from '../check/questions.tsx';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import { type FormState, freshForm, textIn } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { BackButton } from './back-button.tsx';
import { BOX_LABELS } from './conflict-page.tsx';
import { carried, gapsOf } from './draft-gaps.ts';
import { EditorPage } from './editor-page.tsx';
import { fieldPath, readStory, type StoryRead } from './story-fields.ts';
import { storyValues } from './story-values.ts';
import { WhoFields } from './who-fields.tsx';

/**
 * Step 3: what the student check asks, who it is for, who may answer.
 * @param found gaps that the fixes left in the story; without it those that the page before told
 */
export async function whoPage(
  visit: MemberVisit,
  id: string,
  story: StoryInput,
  sent?: FormState,
  found?: readonly Gap[],
): Promise<Outcome> {
  const { frame, web, viewer } = visit;
  const { say } = frame;
  const form = sent ?? freshForm(say, storyValues(story));
  const work = await ownWork(web.ctx.db, viewer.actorId, id);
  const questions = await openQuestions(web.ctx, await storySubject(web.ctx.db, work, checkedFor(story)));
  const texts = freshForm(say, storyValues(story));
  const gaps = found ?? gapsOf(visit, texts);
  const textOf = (field: string) => textIn(texts, field);
  const linkTo = (field: string) => fieldPath(id, field);
  const page = (
    <EditorPage
      frame={frame}
      form={form}
      step="who"
      gaps={carried(gaps, texts)}
      action={paths.storyStep(id, 'who')}
      next={say('steps.who.next')}
      more={<BackButton say={say} />}
    >
      <StudentCheck {...{ form, questions, textOf, linkTo }} />
      <GapPanel {...{ say, gaps, textOf, linkTo }} />
      <OwnNames frame={frame} texts={ownTexts(say, story)} />
      <WhoFields form={form} label={say('who.choose')} />
    </EditorPage>
  );
  return { page, ...(sent ? { status: 422 } : {}) };
}

/** A draft after the student check was answered. */
interface Checked {
  story: StoryInput;
  open: MarkedQuestion[];
  gaps: Gap[];
}

/** Keeps the answers to the student check. @returns the draft with the fixes put in, to be saved, and what is still open */
export async function mendedByCheck(visit: MemberVisit, work: Work, story: StoryInput): Promise<Checked> {
  const { ctx } = visit.web;
  const { say } = visit.frame;
  const subject = await storySubject(ctx.db, work, checkedFor(story));
  const { kept, ...fixes } = answersIn(visit.form);
  await answerQuestions(ctx, visit.viewer.actorId, subject, kept);
  const open = await openQuestions(ctx, subject);
  const before = freshForm(say, storyValues(story));
  const earlier = gapsOf(visit, before);
  const { texts: better, gaps } = mended(before, open, fixes, earlier);
  if (Object.keys(better).length === 0) return { story, open, gaps };
  const values = Object.entries({ ...storyValues(story), ...better });
  const texts = Object.fromEntries(values.map(([name, value]) => [name, asTyped(value)]));
  const read = readStory({ ...texts, builtOn: '' }, story, ['tell', 'travel']).story;
  const fixed = { ...read, builtOn: story.builtOn };
  const left = await openQuestions(ctx, await storySubject(ctx.db, work, checkedFor(fixed)));
  return { story: fixed, open: left, gaps };
}

/**
 * What is open holds the draft on this page; it is kept as it is by now.
 * @returns null when nothing holds it
 */
export async function heldByCheck(
  visit: MemberVisit,
  work: Work,
  read: StoryRead,
  { story, open, gaps }: Checked,
): Promise<Outcome | null> {
  const { say } = visit.frame;
  const leaves = typed(visit.form, 'go') === 'next' && story.audience !== 'me';
  if (!leaves || open.length === 0) return null;
  const problems = [{ field: CHECK_FIELD, say: 'open' }, ...read.problems];
  return whoPage(visit, work.id, story, { say, values: read.values, problems }, gaps);
}

/** A draft for nobody yet is checked as for colleagues: the answers are kept until it is for somebody. */
const checkedFor = (story: StoryInput): StoryInput =>
  story.audience === 'me' ? { ...story, audience: 'district' } : story;

/** The words of a draft with the names of their boxes. */
const ownTexts = (say: FormState['say'], story: StoryInput) =>
  storyTexts(story)
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => ({ label: say(BOX_LABELS[field] ?? 'prompt.unknown'), text }));

const asTyped = (value: FormState['values'][string]): string | string[] =>
  Array.isArray(value) ? value.map(String) : String(value ?? '');
