import { Refusal } from '../../server/domain/refusal.ts';
import { type LineageOf, lineagePage } from '../../server/reads/lineage-page.ts';
import { pathPart, whoOf } from '../http/asked.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { flatLineage } from '../stories/lineage-refs.ts';
import { LineagePage } from './lineage-page.tsx';

/** The whole way of an idea, from the page of any work or try on it. */
export function lineageRoutes(routes: Routes): void {
  routes.get('/@:who/tries/:id/lineage', (visit) => {
    const { handle, host } = whoOf(visit);
    const tryId = pathPart(visit, 'id');
    return show(visit, { tryId, handle, host }, paths.adaptation(handle, tryId, host));
  });
  routes.memberGet('/r/:id/lineage', (visit) => {
    const workId = pathPart(visit, 'id');
    return show(visit, { workId }, paths.remoteWork(workId));
  });
  routes.get('/@:who/:slug/lineage', (visit) => {
    const { handle, host } = whoOf(visit);
    if (host !== null) throw new Refusal('not-found', 'no-work');
    const slug = pathPart(visit, 'slug');
    return show(visit, { handle, slug }, paths.work(handle, slug));
  });
}

async function show(visit: Visit, of: LineageOf, back: string): Promise<Outcome> {
  const data = await lineagePage(visit.web.ctx.db, visit.viewer, of);
  const page = <LineagePage frame={visit.frame} data={data} back={back} />;
  if (visit.viewer.kind !== 'anonymous') return { page };
  const stops = flatLineage([data.origin]);
  const tags = stops.flatMap(({ node }) => [
    `object:${node.uri}`,
    ...(node.told ? [`actor:${node.told.author.id}`] : []),
  ]);
  return { page, tags: [...new Set([...tags, 'district'])] };
}
