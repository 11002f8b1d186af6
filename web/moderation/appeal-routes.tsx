import { answerAppeal, answerInput } from '../../server/actions/appeal-suspension.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { type OpenAppeal, openAppeals } from '../../server/reads/suspension.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { AppealPage } from './appeal-page.tsx';

/** Deciding about the appeals of those who are suspended, for moderators and administrators who did not suspend them. */
export function appealRoutes(routes: Routes): void {
  routes.memberGet('/moderation/appeals/:id', async (visit) =>
    show(visit, await present(visit), freshForm(visit.frame.say)),
  );
  routes.memberPost('/moderation/appeals/:id', decide);
}

/** The appeal that the address names, if this moderator may decide it. @throws Refusal `not-found not-found` */
async function present({ web, viewer, ...visit }: MemberVisit): Promise<OpenAppeal> {
  const id = pathPart({ web, viewer, ...visit }, 'id');
  const appeal = (await openAppeals(web.ctx.db, viewer)).find(({ person }) => person.id === id);
  if (!appeal) throw new Refusal('not-found', 'not-found');
  return appeal;
}

function show({ frame }: MemberVisit, appeal: OpenAppeal, form: FormState): Outcome {
  const page = <AppealPage frame={frame} appeal={appeal} form={form} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

async function decide(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const appeal = await present(visit);
  const name = appeal.person.name || appeal.person.handle;
  if (typed(form, 'decision') === 'lift') {
    await answerAppeal(web.ctx, viewer.actorId, appeal.person.id, null);
    return done(frame.say('appeal.granted', { name }));
  }
  const sent = { answer: typed(form, 'answer') };
  const input = answerInput.safeParse(sent);
  if (!input.success) return show(visit, appeal, failedForm(frame.say, sent, input.error));
  await answerAppeal(web.ctx, viewer.actorId, appeal.person.id, input.data.answer);
  return done(frame.say('appeal.refused', { name }));
}

const done = (text: string): Outcome => ({ seeOther: paths.reports(), flash: { kind: 'ok', text } });
