import { editStory } from '../../server/actions/edit-story.ts';
import { storySubject } from '../../server/actions/story-subject.ts';
import { type MarkedQuestion, openQuestions } from '../../server/actions/student-check.ts';
import { TAKE_BACK_REASONS, takeBackWork } from '../../server/actions/take-back-work.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import type { StoryInput, Work } from '../../server/domain/work.ts';
import { draftsTogether } from '../../server/reads/co-authors.ts';
import { draftsOf, ownThing, ownWork } from '../../server/reads/drafts.ts';
import { takenBackBy } from '../../server/reads/take-back-progress.ts';
import { versionsOf } from '../../server/reads/work-versions.ts';
import { ATTESTED, answersIn, CHECK_FIELD, mended } from '../check/check-form.ts';
import { gapNotes } from '../check/gap-panel.tsx';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, freshForm, textIn } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { photosOf } from '../photos/own-photos.ts';
import { parentsOf, withLastingAddresses } from './built-on.ts';
import { ConflictPage } from './conflict-page.tsx';
import { DonePage } from './done-page.tsx';
import { draftRoutes } from './draft-routes.tsx';
import { EditPage, SEEN_PHOTOS } from './edit-page.tsx';
import { BASE, baseOf, type Conflict, mergeSent } from './merge-sent.ts';
import { workPath } from './refs.ts';
import { inPageOrder, readStory, STORY_PARTS, whatIsInTheWay } from './story-fields.ts';
import { isFree, storyOf, storyValues } from './story-values.ts';
import { DiscardPage, TakeBackPage } from './take-back-page.tsx';
import { VersionsPage } from './versions-page.tsx';
import { WritePage } from './write-page.tsx';

/** Writing: choosing, the three steps (draft-routes), publishing, changing and taking back. */
export function writingRoutes(routes: Routes): void {
  routes.memberGet('/write', async (visit) => {
    const { db, clock } = visit.web.ctx;
    const [drafts, together, takenBack] = await Promise.all([
      draftsOf(db, visit.viewer.actorId),
      draftsTogether(db, visit.viewer.actorId),
      takenBackBy(db, visit.viewer.actorId, clock.now()),
    ]);
    return { page: <WritePage {...{ frame: visit.frame, drafts, together, takenBack }} /> };
  });
  draftRoutes(routes, { show: showEditor, save: saveEdit });
  routes.memberGet('/write/story/:id/versions', async (visit) => {
    const work = await own(visit);
    if (work.state === 'draft') return { seeOther: paths.writeStory(work.id) };
    const versions = await versionsOf(visit.web.ctx.db, work.id);
    return { page: <VersionsPage frame={visit.frame} work={work} versions={versions} /> };
  });
  routes.memberGet('/write/story/:id/done', async (visit) => {
    const work = await own(visit);
    if (work.state === 'draft') return { seeOther: paths.preview(work.id) };
    return { page: <DonePage frame={visit.frame} work={work} path={pagePath(visit, work)} /> };
  });
  routes.memberGet('/write/story/:id/take-back', async (visit) => {
    const work = await ownOrAsked(visit);
    if (work.state === 'draft') return { page: <DiscardPage frame={visit.frame} work={work} /> };
    return takeBackPage(visit, work, freshForm(visit.frame.say));
  });
  routes.memberPost('/write/story/:id/take-back', takeBack);
  routes.memberPost('/write/story/:id/discard', discard);
}

const own = (visit: MemberVisit): Promise<Work> =>
  ownWork(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

const ownOrAsked = (visit: MemberVisit): Promise<Work> =>
  ownThing(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

const pagePath = ({ frame }: MemberVisit, work: Work): string =>
  workPath(work, { handle: frame.viewer.handle, host: null });

async function showEditor(
  visit: MemberVisit,
  work: Work,
  sent?: FormState,
  questions: readonly MarkedQuestion[] = [],
): Promise<Outcome> {
  const story = storyOf(work);
  const form = sent ?? freshForm(visit.frame.say, storyValues(story));
  const page = (
    <EditPage
      frame={visit.frame}
      work={work}
      path={pagePath(visit, work)}
      form={form}
      free={isFree(story)}
      questions={questions}
      base={typed(visit.form, BASE) || wholeBase(story)}
      builtOn={await parentsOf(visit, work.builtOn)}
      photos={await photosOf(visit, work.id, story.audience, true)}
    />
  );
  return sent ? { page, status: 422 } : { page };
}

/** A published story is changed in one go, so it must be whole each time. */
async function saveEdit(visit: MemberVisit, work: Work): Promise<Outcome> {
  const { say } = visit.frame;
  const before = storyOf(work);
  const parts = STORY_PARTS.filter((part) => visit.form[MARKS[part]] !== undefined);
  const merged = mergeAll(visit.form, before);
  if (merged.conflicts.length > 0) return bothVersions(visit, work, merged);
  const read = readStory(merged.form, before, parts);
  // a page of the draft was still open somewhere: nothing is published from there without a look at the whole
  if (parts.length < STORY_PARTS.length) {
    return showEditor(visit, work, {
      say,
      values: read.values,
      problems: [{ field: 'title', say: 'published-meanwhile' }],
    });
  }
  const note = typed(visit.form, 'changeNote').trim();
  const problems = [...read.problems];
  if ([...note].length > NOTE) problems.push({ field: 'changeNote', say: 'too-long' });
  const wrongAge = problems.some(({ field }) => field === 'ageMin' || field === 'ageMax');
  for (const problem of whatIsInTheWay(read.story)) {
    const known =
      problems.some(({ field }) => field === problem.field) || (problem.field === 'ages' && wrongAge);
    if (!known) problems.push(problem);
  }
  if (problems.length > 0)
    return showEditor(visit, work, { say, values: read.values, problems: inPageOrder(problems) });
  const story = await withLastingAddresses(visit, read.story, before, work.uri);
  const { ctx } = visit.web;
  const answers = answersIn(visit.form);
  const found = await openQuestions(ctx, await storySubject(ctx.db, work, story, note));
  // places count in the words as they are kept
  const checked = freshForm(say, { ...storyValues(story), changeNote: note });
  const { texts: fixes, gaps } = mended(checked, found, answers);
  const values = { ...read.values, ...fixes };
  const better = withTexts(story, { ...merged.form, ...fixes });
  const said = fixes.changeNote ?? note;
  const result = await editStory(ctx, visit.viewer.actorId, work.id, better, said, answers, {
    at: work.updatedAt,
    photos: typed(visit.form, SEEN_PHOTOS).split(' '),
  });
  if (!result.ok) {
    const open = result.still?.questions ?? [];
    const asked = open.length > 0 ? [{ field: CHECK_FIELD, say: 'open' }] : [];
    const unread = result.still?.unread ? [{ field: ATTESTED, say: 'missing' }] : [];
    const problems = [...asked, ...result.problems, ...unread];
    const notes = gapNotes({ say, gaps, textOf: (field) => textIn({ ...checked, values }, field) });
    return showEditor(visit, work, { say, values, problems, notes }, open);
  }
  const narrowed = before.audience === 'everyone' && story.audience !== 'everyone';
  return {
    seeOther: narrowed ? paths.whereItHasGot(work.id) : pagePath(visit, work),
    flash: { kind: 'ok', text: say('edit.saved') },
  };
}

/** Everything on the page for changing what is published, put together with what is published by now. */
function mergeAll(sent: MemberVisit['form'], now: StoryInput): ReturnType<typeof mergeSent> {
  const conflicts: Conflict[] = [];
  let form = { ...sent };
  for (const part of ['tell', 'travel'] as const) {
    const merged = mergeSent(form, now, part);
    form = merged.form;
    conflicts.push(...merged.conflicts);
  }
  return { form, conflicts, kept: [] };
}

/** It was changed on another device meanwhile. What is read through is what comes of the choice. */
function bothVersions(
  { frame }: MemberVisit,
  work: Work,
  { form: { attested: _, ...form }, conflicts }: ReturnType<typeof mergeSent>,
): Outcome {
  const [id, action] = [work.id, paths.writeStory(work.id)];
  const base = wholeBase(storyOf(work));
  return { page: <ConflictPage {...{ frame, id, action, form, base, conflicts }} />, status: 409 };
}

const wholeBase = (story: StoryInput): string => [baseOf(story, 'tell'), baseOf(story, 'travel')].join(' ');

/** A story with the words of a form; everything else as it is. */
function withTexts(story: StoryInput, form: MemberVisit['form']): StoryInput {
  const read = readStory({ ...form, builtOn: '' }, story, ['tell', 'travel']).story;
  return { ...read, builtOn: story.builtOn };
}

const NOTE = LIMITS.whyItMatters;
/** a field that each part of the editor always sends */
const MARKS = { tell: 'title', travel: 'gist', who: 'audience' } as const;

function takeBackPage(visit: MemberVisit, work: Work, form: FormState): Outcome {
  const page = <TakeBackPage frame={visit.frame} work={work} path={pagePath(visit, work)} form={form} />;
  return form.problems.length > 0 ? { page, status: 422 } : { page };
}

async function takeBack(visit: MemberVisit): Promise<Outcome> {
  const work = await ownOrAsked(visit);
  if (work.state === 'draft') return { seeOther: paths.takeBack(work.id) };
  const reason = TAKE_BACK_REASONS.find((one) => one === typed(visit.form, 'reason'));
  if (!reason) {
    const problems = [{ field: 'reason', say: 'missing' }];
    return takeBackPage(visit, work, { say: visit.frame.say, values: visit.form, problems });
  }
  await takeBackWork(visit.web.ctx, visit.viewer.actorId, work.id, reason);
  const text = visit.frame.say(work.audience === 'everyone' ? 'take-back.done.everyone' : 'take-back.done');
  return { seeOther: paths.whereItHasGot(work.id), flash: { kind: 'ok', text } };
}

async function discard(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  // what is published is taken back with a reason, on its own page
  if (work.state !== 'draft') return { seeOther: paths.takeBack(work.id) };
  await takeBackWork(visit.web.ctx, visit.viewer.actorId, work.id, 'changed-mind');
  return { seeOther: paths.write(), flash: { kind: 'ok', text: visit.frame.say('discard.done') } };
}
