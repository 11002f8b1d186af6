import { z } from 'zod';
import { passwordInput } from '../../server/actions/add-person.ts';
import { changeProfile, profileInput } from '../../server/actions/change-profile.ts';
import { ownWords } from '../../server/actions/own-words.ts';
import { changePassword } from '../../server/actions/sign-in.ts';
import { signOutElsewhere } from '../../server/actions/sign-out-elsewhere.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { ownPerson } from '../../server/reads/own-person.ts';
import { pictureOf } from '../../server/reads/photos.ts';
import { typed } from '../http/asked.ts';
import { giveBackOne, takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { PICTURE_ALT } from '../photos/picture-fields.tsx';
import { pictureTexts, takeWithPicture } from '../photos/take-picture.ts';
import { AccountPage } from './account-page.tsx';
import { passwordProblems, profileSent, withProblems } from './person-form.ts';
import { YouPage } from './you-page.tsx';

/** What people decide about themselves. */
export function settingsRoutes(routes: Routes): void {
  routes.memberGet('/settings', () => ({ seeOther: paths.settings('you') }));
  routes.memberGet('/settings/you', (visit) => showYou(visit));
  routes.memberUpload('/settings/you', changeYou);
  routes.memberGet('/settings/account', (visit) => showAccount(visit, freshForm(visit.frame.say)));
  routes.memberPost('/settings/account/password', setPassword);
  routes.memberPost('/settings/account/sign-out-elsewhere', async ({ web, viewer, frame, request }) => {
    const count = await signOutElsewhere(web.ctx, viewer.actorId, request.sessionID);
    const text = frame.say('account.elsewhere.done', { count });
    return { seeOther: paths.settings('account'), flash: { kind: 'ok', text } };
  });
}

/** @param sent what did not pass, and what the student check asks about it */
async function showYou(
  { web, viewer, frame }: MemberVisit,
  sent?: FormState,
  asked: readonly MarkedQuestion[] = [],
): Promise<Outcome> {
  const [me, picture] = await Promise.all([
    ownPerson(web.ctx.db, viewer.actorId),
    pictureOf(web.ctx.db, viewer.actorId),
  ]);
  const { bio, subjects, ageMin, ageMax } = me;
  const now = { name: me.actor.name, bio, subjects, ageMin, ageMax, [PICTURE_ALT]: picture?.alt };
  const page = <YouPage {...{ frame, picture, asked }} form={sent ?? freshForm(frame.say, now)} />;
  return sent ? { page, status: 422 } : { page };
}

function changeYou(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame } = visit;
  return takeWithPicture(visit, {
    of: 'self',
    path: paths.settings('you'),
    saved: frame.say('you.saved'),
    read: (form) => profileInput.safeParse(profileSent(form)),
    subjectOf: (form, { bio }) => ownWords(web.ctx.db, viewer.actorId, { bio, ...pictureTexts(form) }),
    save: (input, answers) => changeProfile(web.ctx, viewer.actorId, input, answers),
    again: showYou,
  });
}

async function showAccount({ web, viewer, frame }: MemberVisit, form: FormState): Promise<Outcome> {
  const { email } = await ownPerson(web.ctx.db, viewer.actorId);
  const page = <AccountPage frame={frame} form={form} host={web.ctx.host} email={email} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

const newPasswordInput = z.object({
  currentPassword: z.string().min(1, 'missing').max(1_000, 'wrong'),
  newPassword: passwordInput,
});

async function setPassword(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form, request } = visit;
  const input = newPasswordInput.safeParse({
    currentPassword: typed(form, 'currentPassword'),
    newPassword: typed(form, 'newPassword'),
  });
  const differing = passwordProblems(form, 'newPassword');
  if (!input.success || differing.length > 0) {
    const failed = failedForm(frame.say, {}, input.error ?? { issues: [] });
    return showAccount(visit, withProblems(failed, differing));
  }
  await takeOne(visit, 'password', viewer.actorId);
  try {
    await changePassword(
      web.ctx,
      viewer.actorId,
      input.data.currentPassword,
      input.data.newPassword,
      request.sessionID,
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.say !== 'wrong-password') throw error;
    return showAccount(
      visit,
      withProblems(freshForm(frame.say), [{ field: 'currentPassword', say: 'wrong' }]),
    );
  }
  await giveBackOne(visit, 'password', viewer.actorId);
  return {
    seeOther: paths.settings('account'),
    flash: { kind: 'ok', text: frame.say('account.password.done') },
  };
}
