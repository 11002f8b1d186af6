import type { Routes } from '../http/visit.ts';
import { joinRoutes } from './join-routes.tsx';
import { leaveRoutes } from './leave-routes.tsx';
import { mailRoutes } from './mail-routes.tsx';
import { safetyRoutes } from './safety-routes.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { suspendedRoutes } from './suspended-routes.tsx';

/** Joining, signing in and out, settings. */
export function accountRoutes(routes: Routes): void {
  signInRoutes(routes);
  joinRoutes(routes);
  settingsRoutes(routes);
  safetyRoutes(routes);
  leaveRoutes(routes);
  mailRoutes(routes);
  suspendedRoutes(routes);
}
