import { askForThreadLater } from '../../server/actions/backfill.ts';
import type { Ctx } from '../../server/actions/context.ts';
import { inEffect } from '../../server/actions/in-effect.ts';
import { knownHostFacts } from '../../server/actions/note-host.ts';
import { FEATURE } from '../../server/actions/place-for.ts';
import { receiveNote } from '../../server/actions/receive-note.ts';
import { receiveReply, threadOf } from '../../server/actions/receive-reply.ts';
import { receiveTry } from '../../server/actions/receive-try.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { hostOf } from '../../server/domain/handle.ts';
import type { Received, ReceivedNote } from '../../server/domain/received.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { isFollowed, isKnownHere, isWorkHere } from '../../server/reads/relevance.ts';
import { inSlices } from '../../server/text/in-slices.ts';
import { askNodeInfo } from '../nodeinfo-client.ts';
import type { Office } from '../office.ts';
import { receivedObject } from '../translate/received-object.ts';
import { postAsWork } from '../translate/received-post.ts';
import { isArticle, isRich, isTry } from '../translate/thread.ts';
import { authorOf, embeddedIn, idOf } from '../translate/wire.ts';
import { type Incoming, Later } from './handling.ts';

/**
 * Makes the object of a Create or Update ready: an object named by its address alone, or pushed thin by a node that
 * serves a richer one, is fetched from its own host. Replaces `json.object`.
 */
export async function completeObject(office: Office, incoming: Incoming): Promise<void> {
  const { json, actor } = incoming;
  const id = idOf(json.object);
  if (!id || !actor.host || hostOf(id) !== actor.host) return;
  const embedded = embeddedIn(json);
  if (embedded && isTry(embedded)) await askNodeInfo(office, actor.host);
  if (embedded && (isRich(embedded) || !(await servesRicher(office, actor.host, embedded)))) return;
  const fetched = await office.documents.fetchObject(id);
  if (fetched.kind === 'found') json.object = fetched.json;
  else if (fetched.kind === 'away' && !embedded) throw new Later(fetched.why);
}

async function servesRicher(office: Office, host: string, object: Record<string, unknown>): Promise<boolean> {
  if (!isArticle(object)) return false;
  const facts = await knownHostFacts(office.ctx, host);
  return facts?.features.includes(FEATURE) ?? false;
}

const ANSWERS_NOTHING = 'dropped: it answers nothing that is held here';
const TRIES_NOTHING = 'dropped: of something unknown here';

/** Was it dropped only because what it answers is not held here? */
export function lacksParent(outcome: string): boolean {
  return outcome === ANSWERS_NOTHING || outcome === TRIES_NOTHING;
}

/**
 * Stores an object that was fetched from its own host, by the same rules as what comes in a Create.
 * @param listed the server where its thread lives lists it
 * @returns what was done, or `dropped: …`
 */
export async function takeIn(
  office: Office,
  json: Record<string, unknown>,
  listed: boolean,
): Promise<string> {
  const authorUri = authorOf(json);
  const host = hostOf(idOf(json) ?? '');
  if (!authorUri || !host || hostOf(authorUri) !== host) return 'dropped: its address is on another host';
  if (!(await office.newcomers.admits(authorUri))) return 'dropped: too many strangers came with it';
  const author = await office.documents.actor(authorUri);
  if (!author || author.host === null || author.state === 'suspended' || author.state === 'gone')
    return 'dropped: its author is not known';
  await office.newcomers.letIn(host);
  if (isTry(json)) await askNodeInfo(office, host);
  try {
    return await inEffect(office.ctx, (ctx) => storeObject(ctx, author, json, { listed, isRead: true }));
  } catch (error) {
    if (error instanceof Refusal) return `dropped: ${error.say}`;
    throw error;
  }
}

/**
 * Stores what a Create, Update or boost brought, if it matters here (section 2.D of the contract, rule 53):
 * works in our terms; articles and posts of people who are followed; replies to what we hold.
 * @param how `listed`: the server where its thread lives lists it; `isRead`: its thread is being read already
 * @returns what was done, or `dropped: …`
 */
export async function storeObject(
  ctx: Ctx,
  author: Actor,
  json: unknown,
  how: { listed?: boolean; isRead?: boolean } = {},
): Promise<string> {
  const received = await inSlices(() => receivedObject(json, ctx.clock.now()));
  const refusal = whyNot(author, received);
  if (refusal !== null || !received) return `dropped: ${refusal}`;
  switch (received.type) {
    case 'work':
      if (
        received.kind === 'article' &&
        !(await isFollowed(ctx.db, author.id)) &&
        !(await isKnownHere(ctx.db, received.uri))
      )
        return 'dropped: nobody here follows them';
      return readLater(ctx, received.uri, await receiveWork(ctx, author, received), how);
    case 'try': {
      // a question is answered, not tried
      const asked = await threadOf(ctx, received.ofUri);
      if (asked?.isQuestion) {
        const answer = { ...received, type: 'note' as const, inReplyTo: received.ofUri, mentions: [] };
        return receiveReply(ctx, author, asked, answer, how.listed);
      }
      if (
        !(await isKnownHere(ctx.db, received.ofUri, ...received.lineage)) &&
        !(await isFollowed(ctx.db, author.id))
      )
        return TRIES_NOTHING;
      return readLater(ctx, received.uri, await receiveTry(ctx, author, received, how.listed), how);
    }
    case 'note': {
      const { inReplyTo } = received;
      const post = (await isWorkHere(ctx.db, received.uri)) ? postAsWork(received) : null;
      if (post) {
        await receiveNoteOfFollowed(ctx, author, received);
        return receiveWork(ctx, author, post);
      }
      const thread = inReplyTo ? await threadOf(ctx, inReplyTo) : null;
      if (thread && inReplyTo)
        return receiveReply(ctx, author, thread, { ...received, inReplyTo }, how.listed);
      return (await receiveNoteOfFollowed(ctx, author, received)) ?? ANSWERS_NOTHING;
    }
  }
}

/** Keeps a short post that begins a thread, of somebody who is followed here. @returns null for every other one */
async function receiveNoteOfFollowed(
  ctx: Ctx,
  author: Actor,
  received: ReceivedNote,
): Promise<string | null> {
  if (received.inReplyTo !== null || !(await isFollowed(ctx.db, author.id))) return null;
  return receiveNote(ctx, author, received);
}

/** A work or try that is new here may have been answered elsewhere: that is asked for in a while. */
async function readLater(
  ctx: Ctx,
  uri: string,
  outcome: string,
  { isRead = false }: { isRead?: boolean },
): Promise<string> {
  if (outcome === 'stored' && !isRead) await askForThreadLater(ctx, uri);
  return outcome;
}

/** The guards that hold for every object: it is its author's, from the author's host, and public. */
function whyNot(author: Actor, received: Received | null): string | null {
  if (!received) return 'not an object that is read here';
  if (hostOf(received.uri) !== author.host) return 'its address is on another host';
  if (received.authorUri !== author.uri) return 'it is somebody else’s';
  if (!received.isPublic) return 'it is not public';
  return null;
}
