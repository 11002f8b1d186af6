import { mayThank, sayThanks, thanksInput } from '../../server/actions/say-thanks.ts';
import { replySubject } from '../../server/actions/write-reply.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { type Original, original } from '../../server/reads/original.ts';
import { thanksReceived } from '../../server/reads/thanks-received.ts';
import { askedIn } from '../check/asked-in.ts';
import { answersIn } from '../check/check-form.ts';
import { queryPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { tryPath, workPath } from '../stories/refs.ts';
import { replyLanguage } from '../stories/reply-language.ts';
import { ThanksPage } from './thanks-page.tsx';
import { ThanksReceivedPage } from './thanks-received-page.tsx';

/** Saying thank you for a story or a try, and what others thanked for. */
export function thanksRoutes(routes: Routes): void {
  routes.memberGet('/thanks', async (visit) => {
    const what = await thankable(visit, queryPart(visit, 'of'));
    const form = freshForm(visit.frame.say, { lang: await replyLanguage(visit, what.lang) });
    return { page: <ThanksPage frame={visit.frame} original={what} form={form} /> };
  });
  routes.memberPost('/thanks', send);
  routes.memberGet('/thanks/received', async (visit) => {
    const data = await thanksReceived(visit.web.ctx.db, visit.viewer.actorId, queryPart(visit, 'after'));
    return { page: <ThanksReceivedPage frame={visit.frame} data={data} /> };
  });
}

/** @throws Refusal when it may not be read, or when they may not thank for it */
async function thankable(visit: MemberVisit, of: string): Promise<Original> {
  const { ctx } = visit.web;
  const what = await original(ctx.db, visit.viewer, of);
  await mayThank(ctx, visit.viewer.actorId, what.uri);
  return what;
}

const thanksIn = (form: Visit['form']) =>
  thanksInput.safeParse({
    what: typed(form, 'what'),
    text: typed(form, 'text'),
    lang: typed(form, 'lang') || undefined,
  });

async function send(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const { say } = visit.frame;
  const { actorId } = visit.viewer;
  const what = await original(ctx.db, visit.viewer, typed(visit.form, 'of'));
  const again = (form: FormState, more = {}): Outcome => ({
    page: <ThanksPage frame={visit.frame} original={what} form={form} {...more} />,
    status: 422,
  });
  const first = thanksIn(visit.form);
  if (!first.success) return again(failedForm(say, visit.form, first.error));
  const { lang } = first.data;
  const { form, asked } = await askedIn(visit, (sent) =>
    replySubject(ctx.db, actorId, what.uri, { text: typed(sent, 'text'), lang }),
  );
  if (asked) return again(asked.form, { questions: asked.questions });
  // what the fixes left may be too short
  const read = thanksIn(form);
  if (!read.success) return again(failedForm(say, form, read.error));
  try {
    const said = await sayThanks(ctx, actorId, what.uri, read.data, answersIn(visit.form));
    const page = what.kind === 'work' ? workPath(what, what.author) : tryPath(what, what.author);
    const name = what.author.name || what.author.handle;
    return {
      seeOther: said.held ? page : `${page}#reply-${said.id}`,
      flash: { kind: 'ok', text: say(said.held ? 'thanks.sent.held' : 'thanks.sent', { name }) },
    };
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error;
    return again({ say, values: form, problems: [{ field: 'text', say: error.say }] });
  }
}
