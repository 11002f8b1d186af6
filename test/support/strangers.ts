import type { Ctx } from '../../server/actions/context.ts';
import { receiveActor } from '../../server/actions/receive-actor.ts';
import { receiveReply, threadOf } from '../../server/actions/receive-reply.ts';
import type { Actor } from '../../server/domain/actor.ts';
import type { ReceivedActor, ReceivedTry, ReceivedWork } from '../../server/domain/received.ts';

const HOST = 'stranger.example';

/** Somebody on a server that no test plays, as that server would describe them. */
export function strangerNamed(handle: string): ReceivedActor {
  const uri = `https://${HOST}/users/${handle}`;
  return {
    uri,
    kind: 'person',
    handle,
    host: HOST,
    name: handle.charAt(0).toUpperCase() + handle.slice(1),
    summaryHtml: '',
    url: null,
    inbox: `${uri}/inbox`,
    sharedInbox: null,
    outbox: null,
    followers: null,
    following: null,
    iconUrl: null,
    fields: [],
    label: null,
    keyId: null,
    keyPem: null,
    manuallyApproves: false,
    discoverable: true,
    indexable: true,
    alsoKnownAs: [],
    movedTo: null,
    attributionDomains: [],
    suspended: false,
    publishedAt: null,
    raw: {},
  };
}

export function aStranger(ctx: Ctx, handle: string, more: Partial<ReceivedActor> = {}): Promise<Actor> {
  return receiveActor(ctx, { ...strangerNamed(handle), ...more });
}

/** Something that they say under a work, try or reply of ours. @returns its address, and what became of it */
export async function saysUnder(
  ctx: Ctx,
  author: Actor,
  inReplyTo: string,
  text: string,
): Promise<{ uri: string; outcome: string }> {
  const thread = await threadOf(ctx, inReplyTo);
  if (!thread) throw new Error(`nothing is answered at ${inReplyTo}`);
  const uri = `${author.uri}/notes/${crypto.randomUUID()}`;
  const outcome = await receiveReply(ctx, author, thread, {
    type: 'note',
    uri,
    url: null,
    authorUri: author.uri,
    lang: 'en',
    publishedAt: ctx.clock.now(),
    updatedAt: null,
    lineage: [],
    isPublic: true,
    raw: {},
    contentHtml: `<p>${text}</p>`,
    inReplyTo,
    mentions: [],
  });
  return { uri, outcome };
}

/** A work of theirs, as it would arrive. */
export function aWorkOf(author: Actor, title: string, more: Partial<ReceivedWork> = {}): ReceivedWork {
  return {
    type: 'work',
    uri: `https://${HOST}/works/${encodeURIComponent(title)}`,
    url: null,
    authorUri: author.uri,
    lang: 'en',
    publishedAt: new Date('2026-03-01T09:00:00Z'),
    updatedAt: null,
    lineage: [],
    isPublic: true,
    raw: {},
    contentHtml: '<p>What they did.</p>',
    kind: 'practice-story',
    title,
    gist: 'What they found.',
    gistOther: [],
    sections: [],
    subjects: [],
    focus: [],
    tags: [],
    ageMin: null,
    ageMax: null,
    levelLabel: '',
    classSize: null,
    whyItMatters: '',
    madePossibleBy: '',
    licence: 'cc-by',
    builtOn: [],
    version: 1,
    changeNote: '',
    ...more,
  };
}

/** A try of theirs, as it would arrive. */
export function aTryOf(author: Actor, ofUri: string, more: Partial<ReceivedTry> = {}): ReceivedTry {
  return {
    type: 'try',
    uri: `${author.uri}/tries/${crypto.randomUUID()}`,
    url: null,
    authorUri: author.uri,
    lang: 'en',
    publishedAt: new Date('2026-11-02T09:00:00Z'),
    updatedAt: null,
    lineage: [],
    isPublic: true,
    raw: {},
    contentHtml: '<p>I tried it.</p>',
    ofUri,
    context: '',
    changed: '',
    kept: '',
    happened: 'I tried it.',
    verdict: 'worked',
    tip: '',
    evidence: [],
    gistOther: [],
    subjects: [],
    ageMin: null,
    ageMax: null,
    ...more,
  };
}
