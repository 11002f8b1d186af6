import { saveDraft } from '../../server/actions/save-draft.ts';
import { storySubject } from '../../server/actions/story-subject.ts';
import { answerQuestions, openQuestions } from '../../server/actions/student-check.ts';
import type { StoryInput, Work } from '../../server/domain/work.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import { answersIn, CHECK_FIELD, fixIn, mended } from '../check/check-form.ts';
import { StudentCheck } from '../check/questions.tsx';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import { type FormState, fieldId, freshForm, textIn } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { BackButton } from './back-button.tsx';
import { EditorPage } from './editor-page.tsx';
import { fieldPath, readStory, type StoryRead } from './story-fields.ts';
import { storyValues } from './story-values.ts';
import { WhoFields } from './who-fields.tsx';

/** Step 3: what the student check asks, who it is for, who may answer. */
export async function whoPage(
  visit: MemberVisit,
  id: string,
  story: StoryInput,
  sent?: FormState,
): Promise<Outcome> {
  const { frame, web, viewer } = visit;
  const { say } = frame;
  const form = sent ?? freshForm(say, storyValues(story));
  const work = await ownWork(web.ctx.db, viewer.actorId, id);
  const questions = await openQuestions(web.ctx, await storySubject(web.ctx.db, work, checkedFor(story)));
  const texts = freshForm(say, storyValues(story));
  const page = (
    <EditorPage
      frame={frame}
      form={form}
      step="who"
      action={paths.storyStep(id, 'who')}
      next={say('steps.who.next')}
      more={<BackButton say={say} />}
    >
      <StudentCheck
        form={form}
        questions={questions}
        textOf={(field) => textIn(texts, field)}
        linkTo={(field) => fieldPath(id, field)}
      />
      <WhoFields form={form} label={say('who.choose')} />
    </EditorPage>
  );
  return { page, ...(sent ? { status: 422 } : {}) };
}

/**
 * Keeps the answers to the student check. What is open holds the draft on this page; it can always be kept as it is.
 * @returns null when nothing holds it
 */
export async function afterCheck(visit: MemberVisit, work: Work, read: StoryRead): Promise<Outcome | null> {
  const { ctx } = visit.web;
  const { say } = visit.frame;
  const { story } = read;
  const subject = await storySubject(ctx.db, work, checkedFor(story));
  await answerQuestions(ctx, visit.viewer.actorId, subject, answersIn(visit.form).kept);
  const open = await openQuestions(ctx, subject);
  const fix = fixIn(visit.form);
  if (fix !== '') {
    const values = mended(freshForm(say, storyValues(story)), open, fix);
    const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asTyped(value)]));
    await saveDraft(ctx, visit.viewer.actorId, readStory(texts, story, ['tell', 'travel']).story, work.id);
    return { seeOther: `${paths.storyStep(work.id, 'who')}#${fieldId(CHECK_FIELD)}` };
  }
  const leaves = typed(visit.form, 'go') === 'next' && story.audience !== 'me';
  if (!leaves || open.length === 0) return null;
  const problems = [{ field: CHECK_FIELD, say: 'open' }, ...read.problems];
  return whoPage(visit, work.id, story, { say, values: read.values, problems });
}

/** A draft for nobody yet is checked as for colleagues: the answers are kept until it is for somebody. */
const checkedFor = (story: StoryInput): StoryInput =>
  story.audience === 'me' ? { ...story, audience: 'district' } : story;

const asTyped = (value: FormState['values'][string]): string | string[] =>
  Array.isArray(value) ? value.map(String) : String(value ?? '');
