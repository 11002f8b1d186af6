import { join } from 'node:path';
import { getLogger } from '@logtape/logtape';
import express, { type Express } from 'express';
import type { DeliveryPlaces } from '../federation/delivery-places.ts';
import type { InboundLimits } from '../federation/inbound-limits.ts';
import { openPostOffice, type PostOffice } from '../federation/post-office.ts';
import { webApp } from '../web/app.tsx';
import { LIMIT_RULES } from '../web/http/limits.ts';
import { bestLanguage, sayIn } from '../web/kit/messages.ts';
import type { Ctx } from './actions/context.ts';
import { recheckWorks } from './actions/recheck-works.ts';
import { publishScheduled } from './actions/schedule-story.ts';
import { sendLetters } from './actions/send-letters.ts';
import { sweep } from './actions/sweep.ts';
import type { Config } from './config.ts';
import { type Clock, systemClock } from './domain/clock.ts';
import { healthRouter } from './health.ts';
import { type HttpServer, openHttpServer } from './http-server.ts';
import { type Schedules, startSchedules } from './jobs/schedules.ts';
import { openPost, type Post } from './mail/post.ts';
import { MEDIA_FOLDER, openMedia } from './media/media.ts';
import { type Net, type NetOptions, openNet } from './net/net.ts';
import { PublicCache } from './reads/public-cache.ts';
import { type OpenDatabase, openDb } from './store/db.ts';
import { freeAllLeases } from './store/deliveries.ts';
import { theDistrict } from './store/districts.ts';
import { type Channel, hearOwn, type Listener, listen } from './store/notify.ts';
import { rateLimits } from './store/rate-limits.ts';
import { nodeSecret } from './store/secrets.ts';
import { sessionStore } from './store/sessions.ts';

const log = getLogger(['ajar', 'district']);

/** How long a stop waits for other servers. */
const PATIENCE_MS = 5_000;

export interface DistrictOptions {
  clock?: Clock;
  net?: Partial<NetOptions>;
  /** other limits than usual for what comes from other servers, for tests */
  limits?: Partial<InboundLimits>;
  /** other bounds of deliveries than usual, for tests */
  places?: Partial<DeliveryPlaces>;
  /** how long a connection to the database may take to come, in ms; tests on a busy machine wait longer */
  connectMs?: number;
  /** true when no other process can be using this database: leases of a killed one are freed at once */
  sole?: boolean;
  /** nightly jobs; off in most tests */
  schedules?: boolean;
}

/** A running node: one district, one database, nothing shared with another one in the same process. */
export interface District {
  ctx: Ctx;
  app: Express;
  /** the pages, mounted in `app`; null for a worker */
  pages: Express | null;
  /** opens the port and starts the workers. @returns the port */
  start(): Promise<number>;
  /** finishes what is under way and stops */
  stop(): Promise<void>;
}

/**
 * Puts a district together from its parts.
 * @param config with the address of a migrated database
 */
export async function createDistrict(
  config: Config & { databaseUrl: string },
  options: DistrictOptions = {},
): Promise<District> {
  const database = openDb(config.databaseUrl, {
    max: 12,
    connectMs: options.connectMs,
    onError: (error) => log.warn('a database connection broke: {why}', { why: error.message }),
  });
  const net = openNet({
    userAgent: `Ajar/0.1 (+${config.origin})`,
    allowPrivateAddresses: config.allowPrivateAddresses,
    ...options.net,
  });
  const cache = new PublicCache();
  const base = {
    db: database.db,
    clock: options.clock ?? systemClock,
    origin: config.origin,
    host: new URL(config.origin).host,
    media: openMedia(join(config.dataDir, MEDIA_FOLDER)),
  };
  const office = openPostOffice({
    ctx: base,
    net,
    cache,
    allowPrivate: config.allowPrivateAddresses,
    limits: options.limits,
    places: options.places,
  });
  if (options.sole) await freeAllLeases(database.db);
  const { app, pages } = await httpApp(config, database, office, cache);
  const parts: Parts = { config, database, net, cache, office, app };
  return { ctx: office.ctx, app, pages, ...life(parts, options) };
}

interface Parts {
  config: Config & { databaseUrl: string };
  database: OpenDatabase;
  net: Net;
  cache: PublicCache;
  office: PostOffice;
  app: Express;
}

async function httpApp(
  config: Config,
  database: OpenDatabase,
  office: PostOffice,
  cache: PublicCache,
): Promise<{ app: Express; pages: Express | null }> {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.use(healthRouter(database.db));
  if (config.role === 'worker') return { app, pages: null };
  app.use(office.router);
  const https = config.origin.startsWith('https:');
  const pages = webApp({
    ctx: office.ctx,
    cache,
    limits: rateLimits(database.pool, LIMIT_RULES),
    sessions: sessionStore(database.pool),
    secret: await nodeSecret(database.db, 'session'),
    secureCookies: https,
    sendsLetters: config.smtpUrl !== null,
    demo: config.demo ?? false,
    trustProxy: config.trustProxy,
    // cookies know no ports: two districts on one machine need two names
    cookieName: https ? '__Host-ajar' : `ajar-${new URL(config.origin).port || 80}`,
  });
  app.use(pages);
  return { app, pages };
}

function life(parts: Parts, options: DistrictOptions): Pick<District, 'start' | 'stop'> {
  const { config, database, net, cache, office, app } = parts;
  let server: HttpServer | undefined;
  let hints: Listener | undefined;
  let schedules: Schedules | undefined;
  const post = config.smtpUrl ? openPost(config.smtpUrl) : null;
  const letters = async (by: Post) => {
    const district = await theDistrict(office.ctx.db);
    return sendLetters(office.ctx, by, sayIn(bestLanguage(district?.languages ?? [])));
  };
  const hear = (channel: Channel, payload: string) =>
    channel === 'changed' ? cache.markStale(payload) : office.wake(payload);
  const wakeAll = () => {
    cache.clear();
    office.wake('all');
  };
  return {
    async start() {
      hearOwn(database.db, hear);
      hints = listen(config.databaseUrl, hear, wakeAll);
      await hints.ready;
      server = openHttpServer(app);
      // first the port: if it is taken, nothing else has begun
      const port = await server.listen(config.port, config.host);
      if (config.role !== 'web') {
        office.start();
        if (options.schedules) {
          const failed = (error: unknown) =>
            log.error('jobs: {why}', { why: error instanceof Error ? error.message : 'unknown' });
          const nightly = [
            { name: 'sweep', cron: '17 2 * * *', run: () => sweep(office.ctx) },
            { name: 'recheck-works', cron: '47 * * * *', run: () => recheckWorks(office.ctx) },
            ...(post ? [{ name: 'letters', cron: '* * * * *', run: () => letters(post) }] : []),
            { name: 'publish-scheduled', cron: '* * * * *', run: () => publishScheduled(office.ctx, failed) },
          ];
          schedules = await startSchedules(config.databaseUrl, nightly, failed);
        }
      }
      return port;
    },
    async stop() {
      // what other servers have not answered by then is cut, and tried again later
      const cut = setTimeout(() => void net.close(), PATIENCE_MS);
      await Promise.all([server?.close(), schedules?.stop(), office.stop()]);
      clearTimeout(cut);
      await hints?.close();
      await net.close();
      post?.close();
      await database.close();
    },
  };
}
