import { tagPage } from '../../server/reads/tag-page.ts';
import { pathPart, queryPart } from '../http/asked.ts';
import type { Routes } from '../http/visit.ts';
import { TagPage } from './tag-page.tsx';

/** `/tags/:tag`: where the hashtags of our documents lead. */
export function tagRoutes(routes: Routes): void {
  routes.get('/tags/:tag', async (visit) => {
    const { frame, viewer } = visit;
    const data = await tagPage(visit.web.ctx.db, viewer, pathPart(visit, 'tag'), queryPart(visit, 'after'));
    const page = <TagPage frame={frame} data={data} />;
    // tags that nobody uses are without number: they are not kept
    if (viewer.kind !== 'anonymous' || data.works.length === 0) return { page };
    return { page, tags: data.works.map(({ uri }) => `object:${uri}`) };
  });
}
