import type { Router } from 'express';
import type { Ctx, Lookup } from '../server/actions/context.ts';
import type { Net } from '../server/net/net.ts';
import type { PublicCache } from '../server/reads/public-cache.ts';
import { startBackfillWorker } from './backfill-worker.ts';
import { DELIVERY_PLACES, type DeliveryPlaces } from './delivery-places.ts';
import { startDeliveryWorker } from './delivery-worker.ts';
import { federationRouter } from './http.ts';
import { INBOUND_LIMITS, type InboundLimits } from './inbound-limits.ts';
import { startInboxWorker } from './inbox-worker.ts';
import { KeyFetches } from './key-fetches.ts';
import { Keys } from './keys.ts';
import { makeLookup } from './lookup.ts';
import { Newcomers } from './newcomers.ts';
import type { Office } from './office.ts';
import { startOutgoingWorker } from './outgoing-worker.ts';
import { RemoteDocuments } from './remote-documents.ts';
import type { Loop } from './worker-loop.ts';

/** The post office of a district: its door for other servers, and the workers behind it. */
export interface PostOffice {
  router: Router;
  lookup: Lookup;
  /** the node's context, with the lookup in it */
  ctx: Ctx;
  /** starts the workers */
  start(): void;
  /** a hint that something waits: `events`, `deliveries`, `inbox` or `backfill` */
  wake(what: string): void;
  stop(): Promise<void>;
}

export function openPostOffice(options: {
  ctx: Omit<Ctx, 'lookup'>;
  net: Net;
  cache: PublicCache;
  allowPrivate: boolean;
  /** other limits than usual, for tests */
  limits?: Partial<InboundLimits>;
  places?: Partial<DeliveryPlaces>;
}): PostOffice {
  const { net, cache, allowPrivate } = options;
  const keys = new Keys(options.ctx.db);
  // the lookup needs the documents and the documents need a context: the one thing made in two steps
  const ctx = options.ctx as Ctx;
  const documents = new RemoteDocuments(ctx, net, keys);
  ctx.lookup = makeLookup(ctx, net, documents, allowPrivate);
  const limits = { ...INBOUND_LIMITS, ...options.limits };
  const newcomers = new Newcomers(ctx, limits);
  const keyFetches = new KeyFetches(ctx, { keys, documents, newcomers }, limits);
  const office: Office = { ctx, net, cache, keys, documents, keyFetches, newcomers, limits, allowPrivate };
  let loops: Record<string, Loop> = {};
  return {
    router: federationRouter(office),
    lookup: ctx.lookup,
    ctx,
    start() {
      loops = {
        events: startOutgoingWorker(ctx),
        deliveries: startDeliveryWorker(office, { ...DELIVERY_PLACES, ...options.places }),
        inbox: startInboxWorker(office),
        backfill: startBackfillWorker(office),
      };
    },
    wake(what) {
      if (what === 'all') for (const loop of Object.values(loops)) loop.wake();
      else loops[what]?.wake();
    },
    async stop() {
      await Promise.all(Object.values(loops).map((loop) => loop.stop()));
      loops = {};
    },
  };
}
