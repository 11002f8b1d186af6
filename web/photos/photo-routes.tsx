import { addPhoto } from '../../server/actions/add-photo.ts';
import { answerPhoto } from '../../server/actions/answer-photo.ts';
import { movePhoto, removePhoto } from '../../server/actions/change-photos.ts';
import { coverPhoto } from '../../server/actions/cover-photo.ts';
import { type MarkedQuestion, StudentCheckRefusal } from '../../server/actions/student-check.ts';
import type { Photo, PhotoAnswers } from '../../server/domain/photo.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import type { Problem, Work } from '../../server/domain/work.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import { answersIn, CHECK_FIELD } from '../check/check-form.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, fieldId, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { keepText } from '../stories/keep-text.tsx';
import { COVERS, isDrawn, withoutBoxes } from './box-fields.tsx';
import { keepGaps } from './keep-gaps.ts';
import { photosOf } from './own-photos.ts';
import { PhotoPage, SEEN_PHOTO } from './photo-page.tsx';
import { NEW } from './photo-part.tsx';
import { type OwnPhotos, todo } from './photo-state.ts';
import { PhotosPage } from './photos-page.tsx';
import { readAnswers, readBoxes } from './read-photo.ts';
import { type Came, orProblem, withPhoto } from './take-photo.ts';

/** The photos of one's own stories. */
export function photoRoutes(routes: Routes): void {
  routes.memberGet('/write/story/:id/photos', async (visit) => photosPage(visit, await own(visit)));
  routes.memberUpload('/write/story/:id/photos', upload);
  routes.memberGet('/write/story/:id/photos/:photo', async (visit) => photoPage(visit, await one(visit)));
  routes.memberPost('/write/story/:id/photos/:photo', answer);
  routes.memberPost('/write/story/:id/photos/:photo/cover', cover);
  routes.memberPost('/write/story/:id/photos/:photo/move', async (visit) => {
    const work = await own(visit);
    const to = typed(visit.form, 'to') === 'earlier' ? 'earlier' : 'later';
    await movePhoto(visit.web.ctx, visit.viewer.actorId, work.id, pathPart(visit, 'photo'), to);
    return { seeOther: keepGaps(visit)(paths.photos(work.id)) };
  });
  routes.memberPost('/write/story/:id/photos/:photo/remove', async (visit) => {
    const work = await own(visit);
    await removePhoto(visit.web.ctx, visit.viewer.actorId, work.id, pathPart(visit, 'photo'));
    const flash = { kind: 'ok', text: visit.frame.say('photo.removed') } as const;
    return { seeOther: keepGaps(visit)(paths.photos(work.id)), flash };
  });
}

const own = (visit: MemberVisit): Promise<Work> =>
  ownWork(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

const photosOfWork = (visit: MemberVisit, work: Work): Promise<OwnPhotos> =>
  photosOf(visit, work.id, work.audience, work.state === 'published');

interface One {
  work: Work;
  own: OwnPhotos;
  photo: Photo;
}

async function one(visit: MemberVisit): Promise<One> {
  const work = await own(visit);
  const photos = await photosOfWork(visit, work);
  const photo = photos.photos.find(({ id }) => id === pathPart(visit, 'photo'));
  if (!photo) throw new Refusal('not-found', 'no-photo');
  return { work, own: photos, photo };
}

async function photosPage(visit: MemberVisit, work: Work, problem?: Problem): Promise<Outcome> {
  const { frame } = visit;
  const form = { ...freshForm(frame.say), problems: problem ? [problem] : [] };
  const own = await photosOfWork(visit, work);
  const page = <PhotosPage {...{ frame, work, own, form }} keep={keepGaps(visit)} />;
  return problem ? { page, status: 422 } : { page };
}

/** One more photo. From the form of a draft the text comes along and is kept first, whatever becomes of the photo. */
async function upload(visit: MemberVisit): Promise<Outcome> {
  const isNew = pathPart(visit, 'id') === NEW;
  const known = isNew ? null : await own(visit);
  return withPhoto(visit, async (read, came) => {
    const withText = isNew || (known?.state === 'draft' && read.form.part !== undefined);
    const kept = withText ? await keepText(read, known) : (known as Work).id;
    if (typeof kept !== 'string') return kept;
    const work = await ownWork(read.web.ctx.db, read.viewer.actorId, kept);
    return add(read, work, came);
  });
}

async function add(visit: MemberVisit, work: Work, came: Came): Promise<Outcome> {
  if ('problem' in came) return photosPage(visit, work, came.problem);
  const done = await orProblem(() => addPhoto(visit.web.ctx, visit.viewer.actorId, work.id, came.photo));
  if ('problem' in done) return photosPage(visit, work, done.problem);
  return { seeOther: keepGaps(visit)(paths.photo(work.id, done.taken.id)) };
}

interface Sent {
  form: FormState;
  /** of the student check */
  questions?: MarkedQuestion[];
}

function photoPage(visit: MemberVisit, { work, own: photos, photo }: One, sent?: Sent): Outcome {
  const { frame } = visit;
  const { alt, people, names, consent } = photo;
  const form = sent?.form ?? freshForm(frame.say, { alt, people, names, consent: consent ? 'yes' : '' });
  const questions = sent?.questions ?? [];
  const page = <PhotoPage {...{ frame, work, own: photos, photo, form, questions }} keep={keepGaps(visit)} />;
  return form.problems.length > 0 ? { page, status: 422 } : { page };
}

async function answer(visit: MemberVisit): Promise<Outcome> {
  const which = await one(visit);
  const { say } = visit.frame;
  const go = typed(visit.form, 'go');
  if (go === 'empty') return photoPage(visit, which, { form: freshForm(say, withoutBoxes(visit.form)) });
  const { problems, questions, kept } = await keepAnswers(visit, which);
  // a box that is drawn covers nothing yet: nobody goes on from here and believes that it does
  if (isDrawn(visit.form)) problems.push({ field: COVERS[0], say: 'not-covered' });
  if (!kept || problems.length > 0)
    return photoPage(visit, which, { form: { say, values: visit.form, problems }, questions });
  const open = todo(say, { ...which.photo, ...kept }, which.own);
  return {
    seeOther: keepGaps(visit)(onward(which.work, go)),
    flash: { kind: 'ok', text: say(open.length === 0 ? 'photo.saved' : 'photo.saved.open') },
  };
}

/** Where the answers lead: on with the story, back to its text, or to its other photos. */
function onward({ id }: Work, go: string): string {
  if (go === 'next') return paths.storyStep(id, 'help-it-travel');
  return go === 'story' ? `${paths.writeStory(id)}#${fieldId('photos')}` : paths.photos(id);
}

interface Kept {
  /** null when something does not fit or must be answered first */
  kept: PhotoAnswers | null;
  problems: Problem[];
  questions: MarkedQuestion[];
}

/** Its words are checked with what was answered; the open questions stand on the page of the photo, about its own field. */
async function keepAnswers({ web, viewer, form }: MemberVisit, { work, photo }: One): Promise<Kept> {
  const read = readAnswers(form);
  if (!read.ok) return { kept: null, problems: read.problems, questions: [] };
  try {
    const said = answersIn(form);
    const problems = await answerPhoto(web.ctx, viewer.actorId, work.id, photo.id, read.value, said);
    return { kept: problems.length > 0 ? null : read.value, problems, questions: [] };
  } catch (error) {
    if (!(error instanceof StudentCheckRefusal)) throw error;
    const questions = error.questions.map((question) => ({ ...question, field: 'alt' }));
    const mustGo = questions.some(({ severity }) => severity === 'stop');
    const problem = mustGo ? { field: 'alt', say: 'student' } : { field: CHECK_FIELD, say: 'open' };
    return { kept: null, problems: [problem], questions };
  }
}

/**
 * Covers at once, whatever is still to be answered: what nobody should see goes first. The answers that came along are
 * kept where they can be, and stay in the form where not.
 */
async function cover(visit: MemberVisit): Promise<Outcome> {
  const which = await one(visit);
  const { say } = visit.frame;
  const { work, photo } = which;
  const again = (problems: Problem[]) =>
    photoPage(visit, which, { form: { say, values: visit.form, problems } });
  const read = readBoxes(visit.form);
  if (!read.ok) return again(read.problems);
  // the page was sent twice, or shows a picture that there is no more
  const seen = typed(visit.form, SEEN_PHOTO);
  if (seen !== '' && seen !== photo.token) return again([{ field: COVERS[0], say: 'photo-changed' }]);
  await coverPhoto(visit.web.ctx, visit.viewer.actorId, work.id, photo.id, read.value);
  const flash = { kind: 'ok', text: say('box.done') } as const;
  const done = { seeOther: keepGaps(visit)(paths.photo(work.id, photo.id)), flash };
  // boxes alone say nothing of what was answered
  if (visit.form.alt === undefined) return done;
  const { kept, problems, questions } = await keepAnswers(visit, which);
  if (kept) return done;
  const form = { say, values: withoutBoxes(visit.form), problems };
  const told = { ...visit, frame: { ...visit.frame, flash } };
  return photoPage(told, await one(visit), { form, questions });
}
