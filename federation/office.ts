import type { Ctx } from '../server/actions/context.ts';
import type { Net } from '../server/net/net.ts';
import type { PublicCache } from '../server/reads/public-cache.ts';
import type { InboundLimits } from './inbound-limits.ts';
import type { KeyFetches } from './key-fetches.ts';
import type { Keys } from './keys.ts';
import type { Newcomers } from './newcomers.ts';
import type { RemoteDocuments } from './remote-documents.ts';

/** What every part of the post office works with; made once for a node. */
export interface Office {
  ctx: Ctx;
  net: Net;
  cache: PublicCache;
  keys: Keys;
  documents: RemoteDocuments;
  keyFetches: KeyFetches;
  newcomers: Newcomers;
  limits: InboundLimits;
  /** http and other ports are fine: tests and demo */
  allowPrivate: boolean;
}
