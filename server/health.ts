import { Router } from 'express';
import { askDatabase, type Db } from './store/db.ts';
import { pendingMigrations } from './store/migrate.ts';

/** `/healthz`: this process runs. `/readyz`: its database answers and is migrated. */
export function healthRouter(db: Db): Router {
  const router = Router();
  router.use(['/healthz', '/readyz'], (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('alive\n'));
  router.get('/readyz', async (_request, response) => {
    try {
      await askDatabase(db);
      const pending = await pendingMigrations(db);
      if (pending.length === 0) return void response.type('text/plain').send('ready\n');
      response.status(503).type('text/plain').send('the database is not migrated\n');
    } catch {
      response.setHeader('retry-after', '10');
      response.status(503).type('text/plain').send('the database does not answer\n');
    }
  });
  return router;
}
