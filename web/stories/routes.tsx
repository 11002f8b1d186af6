import type { Routes } from '../http/visit.ts';
import { autosaveRoutes } from './autosave-routes.ts';
import { busyRoutes } from './busy-routes.ts';
import { coAuthorsRoutes } from './co-authors-routes.tsx';
import { publishRoutes } from './publish-routes.tsx';
import { readingRoutes } from './reading-routes.tsx';
import { takenBackRoutes } from './taken-back-routes.tsx';
import { writingRoutes } from './writing-routes.tsx';

/** Stories: writing, reading and talking about them. The address of a story (`/@ruth/slug`) takes what no earlier route takes. */
export function storyRoutes(routes: Routes): void {
  autosaveRoutes(routes);
  writingRoutes(routes);
  publishRoutes(routes);
  takenBackRoutes(routes);
  coAuthorsRoutes(routes);
  busyRoutes(routes);
  readingRoutes(routes);
}
