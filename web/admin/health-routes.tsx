import { tryEventsAgain } from '../../server/actions/try-events-again.ts';
import { DEAD_LETTER_DAYS, tryHostAgain } from '../../server/actions/try-host-again.ts';
import { deliveryHealth } from '../../server/reads/delivery-health.ts';
import { typed } from '../http/asked.ts';
import type { Routes } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { forAdmins } from './for-admins.ts';
import { HealthPage } from './health-page.tsx';

/** How it stands with other servers. */
export function healthRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/health',
    forAdmins(async ({ web, frame }) => {
      const since = new Date(web.ctx.clock.now().getTime() - DEAD_LETTER_DAYS * 86_400_000);
      return { page: <HealthPage frame={frame} health={await deliveryHealth(web.ctx.db, since)} /> };
    }),
  );
  routes.memberPost(
    '/admin/health/events-again',
    forAdmins(async ({ web, viewer, frame }) => {
      await tryEventsAgain(web.ctx, viewer.actorId);
      return { seeOther: paths.health(), flash: { kind: 'ok', text: frame.say('health.unsent.again') } };
    }),
  );
  routes.memberPost(
    '/admin/health/try-again',
    forAdmins(async ({ web, viewer, frame, form }) => {
      const host = typed(form, 'host').slice(0, 260);
      await tryHostAgain(web.ctx, viewer.actorId, host);
      return {
        seeOther: paths.health(),
        flash: { kind: 'ok', text: frame.say('health.again.done', { host }) },
      };
    }),
  );
}
