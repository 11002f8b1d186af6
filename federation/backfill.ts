import { getLogger } from '@logtape/logtape';
import { type LeasedBackfill, type SittingEnd, takePace } from '../server/actions/backfill.ts';
import { countListed } from '../server/actions/count-as-try.ts';
import { hostOf } from '../server/domain/handle.ts';
import type { Net } from '../server/net/net.ts';
import { countFromElsewhere, heldThing, listsBelow } from '../server/reads/held-things.ts';
import { Away, Sitting } from './backfill-sitting.ts';
import { addStep, newWalk, takeStep, type Walk } from './backfill-walk.ts';
import type { Office } from './office.ts';
import { RemoteDocuments } from './remote-documents.ts';

const log = getLogger(['ajar', 'backfill']);

const SITTING_MS = 20_000;
/** a server that did not answer is left alone for so long */
const AWAY_SECONDS = 60;
/** lists under things that are held already */
const LISTS = 50;

/** A host that must not be asked just now. */
class Wait extends Error {
  readonly host: string;
  readonly seconds: number;

  constructor(host: string, seconds: number) {
    super(`${host} is asked again in ${seconds} s`);
    this.host = host;
    this.seconds = seconds;
  }
}

/**
 * Reads on in a thread at other servers (rule 87 of the contract): the thing itself, what answers it as its host lists
 * it, and so on below, each thing from its own host and by the rules of the inbox. Stops where a host may not be asked
 * again yet, and goes on from there another time.
 */
export async function sit(
  office: Office,
  backfill: LeasedBackfill,
  isStopping: () => boolean,
): Promise<SittingEnd> {
  const { ctx } = office;
  const walk = (backfill.walk as Walk | null) ?? (await beginning(office, backfill));
  const start = await heldThing(ctx.db, backfill.uri);
  const host = start ? start.host : hostOf(backfill.uri);
  const sitting = new Sitting(pacedOffice(office, walk), backfill, walk, host);
  const waits = new Map<string, number>();
  const end = Date.now() + SITTING_MS;
  for (;;) {
    if (isStopping()) return { kind: 'stopped' };
    const step = takeStep(walk, (one) => waits.has(one));
    if (!step) break;
    try {
      const away = await sitting.take(step);
      if (away) waits.set(away, AWAY_SECONDS);
    } catch (error) {
      if (error instanceof Away) return { kind: 'failed', why: error.message };
      if (!(error instanceof Wait)) throw error;
      walk.todo.unshift(step);
      waits.set(error.host, error.seconds);
    }
    if (Date.now() > end) return { kind: 'goes-on', walk, seconds: 0 };
  }
  if (walk.todo.length > 0) return { kind: 'goes-on', walk, seconds: Math.min(...waits.values()) };
  if (walk.tries) await countListed(ctx, backfill.uri, walk.tries.named, walk.tries.isWhole);
  log.debug('{uri} was read with {requests} requests', { uri: backfill.uri, requests: walk.requests });
  return { kind: 'finished', outcome: `${walk.stored} new, ${walk.requests} requests` };
}

async function beginning({ ctx }: Office, { uri, whole }: LeasedBackfill): Promise<Walk> {
  const walk = newWalk(whole ? await countFromElsewhere(ctx.db, uri) : 0);
  // our own is not asked for; that it is known must not keep it from being fetched otherwise
  if (hostOf(uri) !== ctx.host) walk.todo.push({ kind: 'thing', url: uri, depth: 0 });
  walk.seen.push(uri);
  if (whole)
    for (const url of await listsBelow(ctx.db, uri, LISTS)) addStep(walk, { kind: 'list', url, depth: 1 });
  return walk;
}

/** The post office as a reading uses it: every request is counted, and none comes too soon after the last. */
function pacedOffice(office: Office, walk: Walk): Office {
  const get: Net['get'] = async (url, options) => {
    const host = hostOf(url) ?? '';
    const seconds = await takePace(office.ctx, host);
    if (seconds > 0) throw new Wait(host, seconds);
    walk.requests += 1;
    return office.net.get(url, options);
  };
  const net: Net = { ...office.net, get };
  return { ...office, net, documents: new RemoteDocuments(office.ctx, net, office.keys) };
}
