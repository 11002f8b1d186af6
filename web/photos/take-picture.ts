import { type PictureOf, removePicture, setPicture } from '../../server/actions/set-picture.ts';
import type { Problem } from '../../server/domain/work.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { orProblem, withPhoto } from './take-photo.ts';

/**
 * Takes a picture of a person or of the district.
 * @param again shows the page with what was wrong with it
 */
export function takePicture(
  visit: MemberVisit,
  of: PictureOf,
  path: string,
  again: (visit: MemberVisit, form: FormState) => Promise<Outcome>,
): Promise<Outcome> {
  return withPhoto(visit, async (read, came) => {
    const { web, viewer, frame, form } = read;
    const failed = (problem: Problem) => again(read, { say: frame.say, values: form, problems: [problem] });
    if ('problem' in came) return failed(came.problem);
    const done = await orProblem(() =>
      setPicture(web.ctx, viewer.actorId, of, came.photo, typed(form, 'pictureAlt')),
    );
    if ('problem' in done) return failed(done.problem);
    return { seeOther: path, flash: { kind: 'ok', text: frame.say('picture.saved') } };
  });
}

export async function dropPicture(visit: MemberVisit, of: PictureOf, path: string): Promise<Outcome> {
  await removePicture(visit.web.ctx, visit.viewer.actorId, of);
  return { seeOther: path, flash: { kind: 'ok', text: visit.frame.say('picture.removed') } };
}
