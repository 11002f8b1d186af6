import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import type { ReceivedActor } from '../domain/received.ts';
import { actorById, saveRemoteActor } from '../store/actors.ts';
import type { Tx } from '../store/db.ts';
import {
  forgetTombstonesOf,
  hasAnythingHere,
  type KeyHistory,
  lockKeyHistory,
  type NextKey,
  saveKeyPrints,
  saveNextKey,
} from '../store/key-history.ts';
import { inTransaction } from '../store/tx.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { type Ctx, markStale } from './context.ts';
import { keyPrint } from './key-prints.ts';
import { markPersonStale } from './mark-person-stale.ts';
import { endIdentity, succeed } from './new-identity.ts';

/** How long a wholly new key waits for somebody to vouch for it. */
export const KEY_WAIT_MS = 3_600_000;

/**
 * Stores what is known of somebody elsewhere, cleaned. Their id here stays when they are known already.
 *
 * When their key has changed and nobody vouches for that, the document is not believed for an hour, and then it is of
 * somebody new: see docs/adr/0010-a-wholly-new-key-is-somebody-new.md. A document without a usable key leaves them the
 * one they have.
 * @param received fetched from its own host just now
 * @param vouched they said themselves that their profile has changed, signed by a key that was known
 * @returns the actor as known from now on: without the changes, while a new key waits
 */
export async function receiveActor(ctx: Ctx, received: ReceivedActor, vouched = false): Promise<Actor> {
  const now = ctx.clock.now();
  const clean = await inSlices(() => cleaned(received));
  return inTransaction(ctx.db, async (tx) => {
    const inner = { ...ctx, db: tx };
    const known = await lockKeyHistory(tx, received.uri);
    const print = received.keyPem === null ? null : keyPrint(received.keyPem);
    const verdict = known ? await judge(tx, known, print, vouched, now) : 'theirs';
    if (known && verdict === 'waits') {
      const { keyId: id, keyPem: pem } = received;
      const since = known.next && waitsAs(known.next, print) ? known.next.since : now;
      if (id && pem && print) await saveNextKey(tx, known.actorId, { id, pem, prints: [print], since }, now);
      const before = await actorById(tx, known.actorId);
      if (before) return before;
    }
    const followers =
      known && verdict === 'somebody-new' ? await endIdentity(inner, known.actorId, now) : null;
    // a document without a key says nothing of who they are
    const key = print === null ? { keyId: known?.keyId ?? null, keyPem: known?.keyPem ?? null } : {};
    const actor = await save(tx, { ...clean, ...key }, now);
    if (print !== null) await saveKeyPrints(tx, actor.id, [print]);
    if (verdict !== 'theirs') await forgetTombstonesOf(tx, received.uri);
    if (known && followers) await succeed(inner, known.actorId, actor, followers);
    const came = known && known.state !== actor.state && [known.state, actor.state].includes('suspended');
    if (came) await markPersonStale(tx, actor.id);
    else await markStale(tx, `actor:${actor.id}`);
    return actor;
  });
}

/**
 * Whose document this is. `theirs`: its first key is theirs, or they vouched for it; `waits`: the key is new, and it
 * is too early to say; `renewed`: the key is new, and nothing here is anybody's; `somebody-new`.
 * Further keys count for nothing: public keys are public, and anybody can let one of somebody else stand there.
 */
async function judge(
  tx: Tx,
  known: KeyHistory,
  print: string | null,
  vouched: boolean,
  now: Date,
): Promise<'theirs' | 'waits' | 'renewed' | 'somebody-new'> {
  // the key that is held; what else was noted may have stood beside it only
  const held = known.keyPem === null ? null : keyPrint(known.keyPem);
  const before = held === null ? known.prints : [held];
  if (vouched || print === null || before.length === 0 || before.includes(print)) return 'theirs';
  if (!(await hasAnythingHere(tx, known.actorId))) return 'renewed';
  const waited = known.next && waitsAs(known.next, print) ? now.getTime() - known.next.since.getTime() : 0;
  return waited >= KEY_WAIT_MS ? 'somebody-new' : 'waits';
}

/** Is this the key that waits? */
const waitsAs = (next: NextKey, print: string | null): boolean =>
  next.prints.length === 1 && next.prints[0] === print;

function cleaned(received: ReceivedActor): ReceivedActor {
  const fields = received.fields.map(({ name, valueHtml }) => ({
    name,
    valueHtml: cleanRemoteHtml(valueHtml),
  }));
  return { ...received, summaryHtml: cleanRemoteHtml(received.summaryHtml), fields };
}

function save(tx: Tx, received: ReceivedActor, now: Date): Promise<Actor> {
  return saveRemoteActor(
    tx,
    newId(now.getTime()),
    {
      ...received,
      state: received.suspended ? 'suspended' : received.movedTo ? 'moved' : 'active',
      publishedAt: received.publishedAt ?? now,
      fetchedAt: now,
    },
    now,
  );
}
