import type { Ctx } from '../server/actions/context.ts';
import type { Net } from '../server/net/net.ts';
import type { PublicCache } from '../server/reads/public-cache.ts';
import type { Keys } from './keys.ts';
import type { RemoteDocuments } from './remote-documents.ts';

/** What every part of the post office works with; made once for a node. */
export interface Office {
  ctx: Ctx;
  net: Net;
  cache: PublicCache;
  keys: Keys;
  documents: RemoteDocuments;
  /** http and other ports are fine: tests and demo */
  allowPrivate: boolean;
}
