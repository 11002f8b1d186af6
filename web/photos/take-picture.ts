import {
  describePicture,
  type PictureOf,
  pictureWords,
  removePicture,
  setPicture,
} from '../../server/actions/set-picture.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { PHOTO_NAMES, PHOTO_PEOPLE, type PictureAnswers } from '../../server/domain/photo.ts';
import type { Problem } from '../../server/domain/work.ts';
import { readDistrict } from '../../server/reads/district.ts';
import { pictureOf } from '../../server/reads/photos.ts';
import { askedIn } from '../check/asked-in.ts';
import { answersIn } from '../check/check-form.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { type Came, orProblem, withPhoto } from './take-photo.ts';

/** The name of the box that says what can be seen. */
const ALT = 'pictureAlt';

/** Shows the page again, with what was wrong or what the student check asks about its words. */
type Again = (visit: MemberVisit, form: FormState, asked?: readonly MarkedQuestion[]) => Promise<Outcome>;

/**
 * Takes a picture of a person or of the district, or new words about the one that there is. Browsers do not send a file
 * twice: while something is asked about its words, the picture stands without them.
 */
export function takePicture(visit: MemberVisit, of: PictureOf, path: string, again: Again): Promise<Outcome> {
  return withPhoto(visit, async (read, came) => {
    const { web, viewer, frame } = read;
    const { say } = frame;
    const { form, asked } = await askedIn(read, (sent) =>
      pictureWords(web.ctx.db, viewer.actorId, typed(sent, ALT)),
    );
    const problems = await taken(read, of, came, asked ? null : typed(form, ALT));
    if (problems.length > 0) return again(read, { say, values: form, problems });
    const isNew = 'photo' in came;
    const flash = { kind: 'ok', text: say(isNew ? 'picture.saved' : 'picture.described') } as const;
    if (!asked) return { seeOther: path, flash };
    const told = isNew ? { ...read, frame: { ...frame, flash } } : read;
    return again(told, asked.form, asked.questions);
  });
}

/**
 * @param words null: something is asked about them first
 * @returns why nothing was taken, empty when something was
 */
async function taken(
  visit: MemberVisit,
  of: PictureOf,
  came: Came,
  words: string | null,
): Promise<Problem[]> {
  const { web, viewer } = visit;
  const { ctx } = web;
  const said = answersIn(visit.form);
  if ('photo' in came) {
    const done = await orProblem(() =>
      setPicture(ctx, viewer.actorId, of, came.photo, words ?? '', shownIn(visit.form), said),
    );
    return 'problem' in done ? [done.problem] : done.taken;
  }
  const whose = of === 'self' ? viewer.actorId : (await readDistrict(ctx.db))?.actor.id;
  const before = whose ? await pictureOf(ctx.db, whose) : null;
  if (came.problem.say !== 'missing' || !before || words === before.alt) return [came.problem];
  if (words !== null) await describePicture(ctx, viewer.actorId, of, words, said);
  return [];
}

/** What was chosen; what is none of the choices was not chosen. */
function shownIn(form: MemberVisit['form']): PictureAnswers {
  return {
    people: PHOTO_PEOPLE.find((who) => who === typed(form, 'people')) ?? null,
    consent: typed(form, 'consent') === 'yes',
    names: PHOTO_NAMES.find((answer) => answer === typed(form, 'names')) ?? null,
  };
}

export async function dropPicture(visit: MemberVisit, of: PictureOf, path: string): Promise<Outcome> {
  await removePicture(visit.web.ctx, visit.viewer.actorId, of);
  return { seeOther: path, flash: { kind: 'ok', text: visit.frame.say('picture.removed') } };
}
