import { districtPage } from '../../server/reads/district-page.ts';
import { queryPart } from '../http/asked.ts';
import type { Routes } from '../http/visit.ts';
import { DistrictPage } from './district-page.tsx';

export function districtRoutes(routes: Routes): void {
  routes.get('/district', async (visit) => {
    const data = await districtPage(visit.web.ctx.db, visit.viewer, queryPart(visit, 'after') || undefined);
    const page = <DistrictPage frame={visit.frame} data={data} />;
    return visit.viewer.kind === 'anonymous' ? { page, tags: ['district'] } : { page };
  });
}
