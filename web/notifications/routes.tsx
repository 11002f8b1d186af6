import { markNoticesRead } from '../../server/actions/mark-notices-read.ts';
import { isId } from '../../server/domain/ids.ts';
import { CONCERNS } from '../../server/domain/telling.ts';
import { noticePage } from '../../server/reads/notices.ts';
import { queryPart, typed } from '../http/asked.ts';
import { localPath } from '../http/local-path.ts';
import type { Routes } from '../http/visit.ts';
import { NotificationsPage } from './notifications-page.tsx';

export function notificationRoutes(routes: Routes): void {
  routes.memberGet('/notifications', async (visit) => {
    const concern = concernIn(queryPart(visit, 'about'));
    const before = idIn(queryPart(visit, 'after'));
    const page = await noticePage(visit.web.ctx.db, visit.viewer.actorId, { concern, before });
    return { page: <NotificationsPage frame={visit.frame} page={page} concern={concern ?? null} /> };
  });
  routes.memberPost('/notifications/read', async ({ web, viewer, form }) => {
    await markNoticesRead(web.ctx, viewer.actorId, {
      concern: concernIn(typed(form, 'concern')),
      aboutUri: typed(form, 'about') || undefined,
      upTo: idIn(typed(form, 'upTo')),
    });
    return { seeOther: localPath(typed(form, 'back')) };
  });
}

const concernIn = (text: string) => CONCERNS.find((one) => one === text);
const idIn = (text: string) => (isId(text) ? text : undefined);
