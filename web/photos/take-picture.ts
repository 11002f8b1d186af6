import type { ZodSafeParseResult } from 'zod';
import {
  altFrom,
  describePicture,
  type PictureOf,
  removePicture,
  setPicture,
} from '../../server/actions/set-picture.ts';
import type { CheckAnswers, CheckSubject, MarkedQuestion } from '../../server/actions/student-check.ts';
import { PHOTO_NAMES, PHOTO_PEOPLE, type PictureAnswers } from '../../server/domain/photo.ts';
import type { Problem } from '../../server/domain/work.ts';
import { readDistrict } from '../../server/reads/district.ts';
import { pictureOf } from '../../server/reads/photos.ts';
import { askedIn } from '../check/asked-in.ts';
import { answersIn } from '../check/check-form.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { PICTURE_ALT, REMOVE_PICTURE } from './picture-fields.tsx';
import { type Came, orProblem, withPhoto } from './take-photo.ts';

type Sent = Visit['form'];

/** A form that holds a picture beside what else is said of a person or of the district. */
interface WithPicture<T> {
  of: PictureOf;
  path: string;
  /** what the next page says */
  saved: string;
  read(form: Sent): ZodSafeParseResult<T>;
  /** what the student check reads of it, with `pictureTexts` */
  subjectOf(form: Sent, input: T): Promise<CheckSubject>;
  save(input: T, answers: CheckAnswers): Promise<void>;
  /** the page again, with what was wrong or what the student check asks */
  again(visit: MemberVisit, form: FormState, asked: readonly MarkedQuestion[]): Promise<Outcome>;
}

/** The words about a picture, as the student check takes them. */
export const pictureTexts = (form: Sent) => ({ [PICTURE_ALT]: altFrom(typed(form, PICTURE_ALT)) });

/**
 * Saves a form with a picture in it, all of it or nothing. Browsers do not send a file twice: while something else of
 * the form is open, a picture that is fine stands already, without its words.
 */
export function takeWithPicture<T>(visit: MemberVisit, page: WithPicture<T>): Promise<Outcome> {
  return withPhoto(visit, async (sent, came) => {
    const { frame } = sent;
    const first = page.read(sent.form);
    const { form, asked } = first.success
      ? await askedIn(sent, (typedIn) => page.subjectOf(typedIn, page.read(typedIn).data ?? first.data))
      : { form: sent.form, asked: null };
    const input = page.read(form);
    const isReady = input.success && !asked;
    const wrong = await pictureTaken(sent, page.of, came, isReady ? form : null);
    const news = 'photo' in came && wrong.length === 0 ? [frame.say('picture.saved')] : [];
    if (isReady && wrong.length === 0) {
      await page.save(input.data, answersIn(form));
      return { seeOther: page.path, flash: { kind: 'ok', text: [...news, page.saved].join(' ') } };
    }
    const failed = input.success
      ? (asked?.form ?? freshForm(frame.say, form))
      : failedForm(frame.say, form, input.error);
    const problems = [...failed.problems, ...wrong];
    const flash = news.length > 0 ? ({ kind: 'ok', text: news.join(' ') } as const) : frame.flash;
    return page.again(
      { ...sent, frame: { ...frame, flash } },
      { ...failed, problems },
      asked?.questions ?? [],
    );
  });
}

/**
 * @param form null: something of it is open, so that nothing but the file is taken
 * @returns why nothing was taken, empty when nothing was wrong
 */
async function pictureTaken(
  { web: { ctx }, viewer, form: sent }: MemberVisit,
  of: PictureOf,
  came: Came,
  form: Sent | null,
): Promise<Problem[]> {
  const words = form ? typed(form, PICTURE_ALT) : '';
  const said = answersIn(form ?? {});
  if ('photo' in came) {
    const done = await orProblem(() =>
      setPicture(ctx, viewer.actorId, of, came.photo, words, shownIn(sent), said),
    );
    return 'problem' in done ? [done.problem] : done.taken;
  }
  if (came.problem.say !== 'missing') return [came.problem];
  if (!form) return [];
  const whose = of === 'self' ? viewer.actorId : (await readDistrict(ctx.db))?.actor.id;
  const before = whose ? await pictureOf(ctx.db, whose) : null;
  // words about a picture that was not chosen
  if (!before) return words.trim() === '' ? [] : [came.problem];
  if (typed(form, REMOVE_PICTURE) === 'yes') await removePicture(ctx, viewer.actorId, of);
  else if (PICTURE_ALT in form && words !== before.alt)
    await describePicture(ctx, viewer.actorId, of, words, said);
  return [];
}

/** What was chosen; what is none of the choices was not chosen. */
function shownIn(form: Sent): PictureAnswers {
  return {
    people: PHOTO_PEOPLE.find((who) => who === typed(form, 'people')) ?? null,
    consent: typed(form, 'consent') === 'yes',
    names: PHOTO_NAMES.find((answer) => answer === typed(form, 'names')) ?? null,
  };
}
