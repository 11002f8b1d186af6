import { blockedServers } from '../../server/reads/blocked-servers.ts';
import { readDistrict } from '../../server/reads/district.ts';
import type { Routes } from '../http/visit.ts';
import { AboutPage } from './about-page.tsx';
import { FederationPage } from './federation-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { RulesPage } from './rules-page.tsx';
import { SafetyPage } from './safety-page.tsx';

/** Every page names the district. */
const tags = ['district'] as const;

/** What this place is: open to everybody, also before it is set up. */
export function aboutRoutes(routes: Routes): void {
  routes.get('/about', async ({ web, frame }) => {
    const district = await readDistrict(web.ctx.db);
    return { page: <AboutPage frame={frame} district={district} />, tags };
  });
  routes.get('/about/privacy', async ({ web, frame }) => {
    const district = await readDistrict(web.ctx.db);
    return { page: <PrivacyPage frame={frame} smallN={district?.smallN ?? 10} />, tags };
  });
  routes.get('/about/safety', async ({ web, frame }) => {
    const district = await readDistrict(web.ctx.db);
    return { page: <SafetyPage frame={frame} contact={district?.contactEmail ?? ''} />, tags };
  });
  routes.get('/about/federation', async ({ web, frame }) => {
    const [district, blocked] = await Promise.all([readDistrict(web.ctx.db), blockedServers(web.ctx.db)]);
    const shared = { frame, district, blocked, host: web.ctx.host };
    return { page: <FederationPage {...shared} />, tags };
  });
  routes.get('/about/rules', async ({ web, frame }) => {
    const district = await readDistrict(web.ctx.db);
    return { page: <RulesPage frame={frame} district={district} />, tags };
  });
}
