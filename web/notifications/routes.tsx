import { markNoticesRead } from '../../server/actions/mark-notices-read.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { typed } from '../http/asked.ts';
import { localPath } from '../http/local-path.ts';
import type { Routes } from '../http/visit.ts';
import { NotificationsPage } from './notifications-page.tsx';

const MOST = 60;

export function notificationRoutes(routes: Routes): void {
  routes.memberGet('/notifications', async (visit) => {
    const notices = await noticesOf(visit.web.ctx.db, visit.viewer.actorId, MOST);
    return { page: <NotificationsPage frame={visit.frame} notices={notices} /> };
  });
  routes.memberPost('/notifications/read', async (visit) => {
    await markNoticesRead(visit.web.ctx, visit.viewer.actorId);
    return { seeOther: localPath(typed(visit.form, 'back')) };
  });
}
