import { stopLetters, wantLetters } from '../../server/actions/send-letters.ts';
import { wantsLetters } from '../../server/reads/own-person.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { Routes } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { MailPage, StopMailPage } from './mail-page.tsx';

/** Which letters one wants, and the way out of them that every letter names. */
export function mailRoutes(routes: Routes): void {
  routes.memberGet('/settings/mail', async ({ web, frame, viewer }) => {
    const wanted = await wantsLetters(web.ctx.db, viewer.actorId);
    const form = freshForm(frame.say, { mailTried: wanted ? 'yes' : '' });
    return { page: <MailPage frame={frame} form={form} sendsLetters={web.sendsLetters} /> };
  });
  routes.memberPost('/settings/mail', async ({ web, frame, viewer, form }) => {
    await wantLetters(web.ctx, viewer.actorId, typed(form, 'mailTried') === 'yes');
    return { seeOther: paths.settings('mail'), flash: { kind: 'ok', text: frame.say('mail.saved') } };
  });
  routes.get('/mail/stop/:token', (visit) => ({
    page: <StopMailPage frame={visit.frame} action={paths.stopMail(pathPart(visit, 'token'))} />,
  }));
  routes.post('/mail/stop/:token', async (visit) => {
    await stopLetters(visit.web.ctx, pathPart(visit, 'token'));
    return { page: <StopMailPage frame={visit.frame} action={null} /> };
  });
}
