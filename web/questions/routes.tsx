import { askQuestion } from '../../server/actions/ask-question.ts';
import { changeQuestionState } from '../../server/actions/change-question-state.ts';
import { editQuestion } from '../../server/actions/edit-question.ts';
import { questionSubject } from '../../server/actions/question-columns.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { CALL_STATES } from '../../server/domain/vocabulary.ts';
import type { Work } from '../../server/domain/work.ts';
import { ownQuestion } from '../../server/reads/drafts.ts';
import { ownPerson } from '../../server/reads/own-person.ts';
import { questions } from '../../server/reads/questions.ts';
import { questionToAskAgain } from '../../server/reads/take-back-progress.ts';
import { askedIn } from '../check/asked-in.ts';
import { answersIn } from '../check/check-form.ts';
import { pathPart, queryPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { firstAudience } from '../stories/first-audience.ts';
import { workPath } from '../stories/refs.ts';
import { questionValues, readQuestion } from './question-fields.ts';
import { filterIn } from './question-filter.ts';
import { QuestionFormPage } from './question-form-page.tsx';
import { QuestionsPage } from './questions-page.tsx';

/** Open questions: the list, asking, asking in other words, saying how it stands. They are read where stories are. */
export function questionRoutes(routes: Routes): void {
  routes.get('/questions', list);
  routes.memberGet('/write/question', async (visit) => ({
    page: <QuestionFormPage frame={visit.frame} form={freshForm(visit.frame.say, await blank(visit))} />,
  }));
  routes.memberPost('/write/question', ask);
  routes.memberGet('/write/question/:id/edit', async (visit) => {
    const work = await own(visit);
    return editPage(visit, work, freshForm(visit.frame.say, questionValues(work)));
  });
  routes.memberPost('/write/question/:id/edit', edit);
  routes.memberPost('/write/question/:id/state', mark);
}

async function list(visit: Visit): Promise<Outcome> {
  const { frame, viewer, web } = visit;
  const read = filterIn(visit);
  const after = queryPart(visit, 'after');
  const data = await questions(web.ctx.db, viewer, read.filter, after);
  const page = <QuestionsPage frame={frame} read={read} page={data} />;
  if (read.problems.length > 0) return { page, status: 422 };
  // lists that are narrowed in one way or another are without number: they are not kept
  const isPlain = frame.path === paths.questions();
  return viewer.kind === 'anonymous' && isPlain ? { page, tags: ['district'] } : { page };
}

/** What the form begins with: what the asker teaches, words from a search, or a question that was taken back. */
async function blank(visit: MemberVisit): Promise<FormState['values']> {
  const { ctx } = visit.web;
  const again = queryPart(visit, 'again');
  if (again !== '')
    return questionValues(await questionToAskAgain(ctx.db, visit.viewer.actorId, again, ctx.clock.now()));
  const me = await ownPerson(ctx.db, visit.viewer.actorId);
  return {
    question: queryPart(visit, 'text').slice(0, LIMITS.question),
    lang: me.languages[0] ?? visit.frame.lang,
    subjects: me.subjects,
    ageMin: me.ageMin,
    ageMax: me.ageMax,
    audience: firstAudience(me) === 'everyone' ? 'everyone' : 'district',
  };
}

async function ask(visit: MemberVisit): Promise<Outcome> {
  const { say } = visit.frame;
  const page = (form: FormState, questions?: readonly MarkedQuestion[]) => ({
    page: <QuestionFormPage frame={visit.frame} form={form} questions={questions} />,
    status: 422,
  });
  const read = await passed(visit, null, page);
  if (!('input' in read)) return read;
  const { ctx } = visit.web;
  const asked = await askQuestion(ctx, visit.viewer.actorId, read.input, answersIn(visit.form));
  return { seeOther: asked.url.slice(ctx.origin.length), flash: { kind: 'ok', text: say('question.sent') } };
}

const own = (visit: MemberVisit): Promise<Work> =>
  ownQuestion(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

const pagePath = ({ frame }: MemberVisit, work: Work): string =>
  workPath(work, { handle: frame.viewer.handle, host: null });

function editPage(
  visit: MemberVisit,
  work: Work,
  form: FormState,
  questions?: readonly MarkedQuestion[],
): Outcome {
  const of = { work, path: pagePath(visit, work) };
  return { page: <QuestionFormPage frame={visit.frame} form={form} questions={questions} of={of} /> };
}

/** Saves other words for a question. Whom it asks stays as it was. */
async function edit(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  const read = await passed(visit, work, (form, questions) => ({
    ...editPage(visit, work, form, questions),
    status: 422,
  }));
  if (!('input' in read)) return read;
  await editQuestion(visit.web.ctx, visit.viewer.actorId, work.id, read.input, answersIn(visit.form));
  return {
    seeOther: pagePath(visit, work),
    flash: { kind: 'ok', text: visit.frame.say('edit.saved') },
  };
}

/**
 * What was sent, when it fits and the student check asks nothing more.
 * @param work the question that is asked in other words: whom it asks stays, and what was answered about it holds
 * @param again the form once more, with what is in the way
 */
async function passed(
  visit: MemberVisit,
  work: Work | null,
  again: (form: FormState, questions?: readonly MarkedQuestion[]) => Outcome,
): Promise<Outcome | Extract<ReturnType<typeof readQuestion>, { ok: true }>> {
  const { say } = visit.frame;
  const { actorId } = visit.viewer;
  const fixed: Visit['form'] = work === null ? {} : { audience: work.audience };
  const known = work === null ? {} : { id: work.id, version: work.version + 1 };
  const first = readQuestion({ ...visit.form, ...fixed });
  if (!first.ok) return again({ say, values: visit.form, problems: first.problems });
  const { form, asked } = await askedIn(visit, async (sent) => {
    const read = readQuestion({ ...sent, ...fixed });
    return { ...questionSubject(actorId, read.ok ? read.input : first.input), ...known };
  });
  if (asked) return again(asked.form, asked.questions);
  const read = readQuestion({ ...form, ...fixed });
  return read.ok ? read : again({ say, values: form, problems: read.problems });
}

async function mark(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  const state = CALL_STATES.find((one) => one === typed(visit.form, 'state')) ?? 'open';
  await changeQuestionState(visit.web.ctx, visit.viewer.actorId, work.id, state);
  return {
    seeOther: pagePath(visit, work),
    flash: { kind: 'ok', text: visit.frame.say(`question.marked.${state}`) },
  };
}
