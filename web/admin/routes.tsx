import type { Routes } from '../http/visit.ts';
import { districtSettingsRoutes } from './district-routes.tsx';
import { healthRoutes } from './health-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { personRoutes } from './person-routes.tsx';
import { rulesRoutes } from './rules-routes.tsx';

/** Pages of administrators; for everybody else there is nothing at these addresses. */
export function adminRoutes(routes: Routes): void {
  peopleRoutes(routes);
  personRoutes(routes);
  rulesRoutes(routes);
  healthRoutes(routes);
  districtSettingsRoutes(routes);
}
