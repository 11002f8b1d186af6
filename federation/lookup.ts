import type { Ctx, Lookup } from '../server/actions/context.ts';
import { inEffect } from '../server/actions/in-effect.ts';
import { threadOf } from '../server/actions/receive-reply.ts';
import { receiveTry } from '../server/actions/receive-try.ts';
import { receiveWork } from '../server/actions/receive-work.ts';
import type { Actor } from '../server/domain/actor.ts';
import type { FoundObject } from '../server/domain/found-object.ts';
import { type Handle, hostOf, parseHandle } from '../server/domain/handle.ts';
import type { Received, ReceivedNote } from '../server/domain/received.ts';
import { Refusal } from '../server/domain/refusal.ts';
import type { Net } from '../server/net/net.ts';
import { actorOf } from '../server/reads/addressees.ts';
import { knownObject } from '../server/reads/known-object.ts';
import { isWorkHere } from '../server/reads/relevance.ts';
import { actorByResource } from '../server/reads/wire-addresses.ts';
import { askNodeInfo } from './nodeinfo-client.ts';
import { ownServerOf } from './own-server.ts';
import type { RemoteDocuments } from './remote-documents.ts';
import { receivedActor } from './translate/received-actor.ts';
import { receivedObject } from './translate/received-object.ts';
import { postAsWork } from './translate/received-post.ts';
import { idOf } from './translate/wire.ts';
import { type Asker, askWebfinger } from './webfinger-client.ts';

const SELF_TYPES = [
  'application/activity+json',
  'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
];

/** Finding people and works elsewhere, for pages and actions. */
export function makeLookup(
  ctx: Omit<Ctx, 'lookup'>,
  net: Net,
  documents: RemoteDocuments,
  allowPrivate: boolean,
): Lookup {
  // the context becomes whole with this lookup
  const asker: Asker = { ctx: ctx as Ctx, net, allowPrivate };

  async function byHandle(handle: Handle): Promise<Actor> {
    const resource = `acct:${handle.user}@${handle.host}`;
    if (handle.host === ctx.host)
      return required(await actorByResource(ctx.db, resource, ctx.origin, ctx.host));
    const found = await askWebfinger(asker, handle.host, resource);
    const self = found.links.find(
      (link) => link.rel === 'self' && link.href && SELF_TYPES.includes(link.type ?? ''),
    )?.href;
    if (!self) throw new Refusal('not-found', 'no-such-person', { handle: `@${handle.user}@${handle.host}` });
    const actor = await documents.actor(self, 60_000);
    if (!actor) throw new Refusal('unreachable', 'person-away', { host: handle.host });
    // the handle must lead back to the actor: its own host says who it is
    if (
      actor.handle.toLowerCase() !== handle.user.toLowerCase() &&
      found.subject?.toLowerCase() !== `acct:${actor.handle}@${handle.host}`.toLowerCase()
    ) {
      throw new Refusal('not-found', 'no-such-person', { handle: `@${handle.user}@${handle.host}` });
    }
    return actor;
  }

  async function actor(text: string): Promise<Actor> {
    const handle = parseHandle(text);
    const found = handle ? await byHandle(handle) : await byAddress(text);
    if (found.host !== null) await askNodeInfo(asker, found.host);
    return found;
  }

  async function byAddress(text: string): Promise<Actor> {
    const address = asAddress(text);
    const known =
      (await actorOf(ctx.db, address)) ??
      (hostOf(address) === ctx.host ? await actorByResource(ctx.db, address, ctx.origin, ctx.host) : null);
    if (known?.host === null || hostOf(address) === ctx.host) return required(known);
    const fetched = await documents.fetchObject(address);
    const received = fetched.kind === 'found' ? receivedActor(fetched.json, ctx.clock.now()) : null;
    if (!received) throw missing(fetched.kind, address);
    return required(await documents.actor(received.uri, 60_000));
  }

  async function object(address: string, anew = false): Promise<FoundObject> {
    const url = asAddress(address);
    const known = await knownObject(ctx.db, url);
    if (known && !anew) return known;
    if (hostOf(url) === ctx.host) throw new Refusal('not-found', 'no-work');
    const fetched = await documents.fetchObject(url);
    if (fetched.kind === 'gone' && known) throw new Refusal('not-found', 'gone-there');
    if (fetched.kind !== 'found') throw missing(fetched.kind, url);
    const received = receivedObject(fetched.json, ctx.clock.now());
    if (!received?.isPublic || hostOf(received.authorUri) !== hostOf(received.uri))
      throw new Refusal('not-found', 'no-work');
    const author = await documents.actor(idOf(received.authorUri) ?? '');
    if (!author) throw new Refusal('unreachable', 'person-away', { host: hostOf(url) ?? '' });
    if (author.host !== null) await askNodeInfo(asker, author.host);
    const uri = await inEffect({ ...ctx, lookup }, (inner) => keep(inner, author, received));
    return required(await knownObject(ctx.db, uri));
  }

  const lookup: Lookup = { actor, object, ownServer: ownServerOf(asker) };
  return lookup;
}

/** Keeps what somebody here asked for by its address. @returns the address of the work or try that it leads to */
async function keep(ctx: Ctx, author: Actor, received: Received): Promise<string> {
  if (received.type === 'work') await receiveWork(ctx, author, received);
  else if (received.type === 'try') await receiveTry(ctx, author, received, true);
  else return keepPost(ctx, author, received);
  return received.uri;
}

/** A post of its own is kept as a work; what is said in a conversation that is held here leads to what that is about. */
async function keepPost(ctx: Ctx, author: Actor, received: ReceivedNote): Promise<string> {
  const { uri, inReplyTo } = received;
  if (!(await isWorkHere(ctx.db, uri))) {
    const thread = (await threadOf(ctx, uri)) ?? (inReplyTo === null ? null : await threadOf(ctx, inReplyTo));
    if (thread) return thread.rootUri;
  }
  const post = postAsWork(received);
  if (!post) throw new Refusal('not-found', 'not-a-work');
  await receiveWork(ctx, author, post);
  return uri;
}

function asAddress(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > 2_048 || !hostOf(trimmed)) throw new Refusal('invalid', 'not-an-address');
  return trimmed;
}

function missing(kind: 'found' | 'gone' | 'refused' | 'away', address: string): Refusal {
  return kind === 'away'
    ? new Refusal('unreachable', 'person-away', { host: hostOf(address) ?? '' })
    : new Refusal('not-found', 'nothing-at-address');
}

function required<T>(found: T | null): T {
  if (found === null) throw new Refusal('not-found', 'nothing-at-address');
  return found;
}
