import { closeCircuits, enqueueDeliveries, removalOf } from '../store/deliveries.ts';
import {
  type HostFacts,
  hostFacts,
  isSuspended,
  noteReader,
  readerInboxes,
  saveHostFacts,
} from '../store/hosts.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { FEATURE } from './place-for.ts';

/** What is known of another server, null when it was never asked. */
export function knownHostFacts(ctx: Ctx, host: string): Promise<HostFacts | null> {
  return hostFacts(ctx.db, host);
}

/** Keeps what another server says of itself in its NodeInfo; its name when it is a district, as this node is. */
export async function noteHostFacts(
  ctx: Ctx,
  host: string,
  facts: { software: string | null; features: string[]; name: string | null },
): Promise<void> {
  const name = facts.features.includes(FEATURE) ? facts.name : null;
  await saveHostFacts(ctx.db, host, { ...facts, name });
}

/**
 * A server fetched something of ours with a signature: a take-back will reach it. When the take-back was sent before this
 * could be written down, it goes there now.
 */
export async function noteObjectReader(
  ctx: Ctx,
  objectUri: string,
  host: string,
  actorUri: string,
): Promise<void> {
  await noteReader(ctx.db, objectUri, host, actorUri);
  const sent = await removalOf(ctx.db, objectUri);
  if (!sent || (await isSuspended(ctx.db, host))) return;
  const theirs = (await readerInboxes(ctx.db, objectUri)).filter((reader) => reader.host === host);
  await inTransaction(ctx.db, (tx) => enqueueDeliveries(tx, sent, theirs));
}

/** Verified requests came from these servers: they live, so what waits for them is sent. */
export async function noteHostsAlive(ctx: Ctx, hosts: readonly string[]): Promise<void> {
  if (hosts.length > 0) await closeCircuits(ctx.db, hosts);
}
