import { search } from '../../server/reads/search.ts';
import { queryPart } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import type { NotFound } from '../stories/find-thing.ts';
import { wayTo } from './find.ts';
import { type Results, SearchPage } from './search-page.tsx';

const PAGES = 25;

/** `/search?q=`: a handle or an address leads to its page; anything else is looked for as words. */
export function searchRoutes(routes: Routes): void {
  routes.get('/search', async (visit) => {
    const q = queryPart(visit, 'q').replace(/\0/g, '').trim().slice(0, 500);
    if (q === '') return showSearch(visit, q, null);
    const way = await wayTo(visit, q);
    if (way !== null) return 'to' in way ? { seeOther: way.to } : showSearch(visit, q, null, way.say);
    if (visit.viewer.kind !== 'member') await takeOne(visit, 'search');
    const page = Math.min(PAGES, Math.max(1, Math.trunc(Number(queryPart(visit, 'page'))) || 1));
    return showSearch(visit, q, { ...(await search(visit.web.ctx.db, visit.viewer, q, page)), page });
  });
}

/** The page with what was found, or with a sentence why nothing was. */
export function showSearch({ frame }: Visit, q: string, results: Results | null, say?: NotFound): Outcome {
  const form = { ...freshForm(frame.say, { q }), problems: say ? [{ field: 'q', say }] : [] };
  return { page: <SearchPage frame={frame} form={form} q={q} results={results} />, status: say ? 422 : 200 };
}
