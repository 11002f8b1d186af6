import type { Mastodon } from './mastodon.ts';
import type { Account } from './mastodon-account.ts';
import { AS, type Json, type PeerActor, PUBLIC } from './peer-actor.ts';

/** What people on a Mastodon server send, in the shapes that it writes. */

const CONTEXT = [
  AS,
  {
    ostatus: 'http://ostatus.org#',
    atomUri: 'ostatus:atomUri',
    inReplyToAtomUri: 'ostatus:inReplyToAtomUri',
    conversation: 'ostatus:conversation',
    sensitive: 'as:sensitive',
    toot: 'http://joinmastodon.org/ns#',
    votersCount: 'toot:votersCount',
  },
];

let count = 1_000;

/** A reply with its mention; served at its id. */
export function aReply(
  server: Mastodon,
  by: PeerActor,
  to: { account: Account; uri: string },
  text: string,
): Json {
  const id = `${by.uri}/statuses/${++count}`;
  const { account } = to;
  const mention = `<span class="h-card" translate="no"><a href="${account.url}" class="u-url mention">@<span>${account.username}</span></a></span>`;
  const content = `<p>${mention} ${text}</p>`;
  const note = {
    id,
    type: 'Note',
    summary: null,
    inReplyTo: to.uri,
    // a minute ago, so that an edit a second later is not in the future
    published: wireNow(-60_000),
    url: `${server.origin}/@${by.name}/${count}`,
    attributedTo: by.uri,
    to: [PUBLIC],
    cc: [by.followers, account.uri],
    sensitive: false,
    atomUri: id,
    inReplyToAtomUri: to.uri,
    conversation: `tag:${server.host},2026-11-20:objectId=${count}:objectType=Conversation`,
    content,
    contentMap: { en: content },
    attachment: [],
    tag: [{ type: 'Mention', href: account.uri, name: `@${account.username}@${account.domain}` }],
    replies: {
      id: `${id}/replies`,
      type: 'Collection',
      first: { type: 'CollectionPage', next: `${id}/replies?page=true`, partOf: `${id}/replies`, items: [] },
    },
    likes: { id: `${id}/likes`, type: 'Collection', totalItems: 0 },
    shares: { id: `${id}/shares`, type: 'Collection', totalItems: 0 },
  };
  server.serve(id, { '@context': CONTEXT, ...note });
  return note;
}

/** A post of its own, served at its id and at its page. */
export function aPost(server: Mastodon, by: PeerActor, content: string, more: Json = {}): Json {
  const id = `${by.uri}/statuses/${++count}`;
  const note = {
    id,
    type: 'Note',
    summary: null,
    inReplyTo: null,
    published: wireNow(-60_000),
    url: `${server.origin}/@${by.name}/${count}`,
    attributedTo: by.uri,
    to: [PUBLIC],
    cc: [by.followers],
    sensitive: false,
    conversation: `tag:${server.host},2026-11-20:objectId=${count}:objectType=Conversation`,
    content,
    contentMap: { en: content },
    attachment: [],
    tag: [],
    ...more,
  };
  for (const address of [id, note.url]) server.serve(address, { '@context': CONTEXT, ...note });
  return note;
}

/** The activity around a note. */
export function create(note: Json): Json {
  const { attributedTo: actor, published, to, cc } = note;
  return {
    '@context': CONTEXT,
    id: `${note.id}/activity`,
    type: 'Create',
    actor,
    published,
    to,
    cc,
    object: note,
  };
}

/** An edit of a note, a second after it was written. */
export function edit(note: Json, content: string): Json {
  const updated = `${new Date(Date.parse(note.published) + 1_000).toISOString().slice(0, 19)}Z`;
  const { attributedTo: actor, to, cc } = note;
  const object = { ...note, content, contentMap: { en: content }, updated };
  const id = `${note.id}#updates/${Date.parse(updated)}`;
  return { '@context': CONTEXT, id, type: 'Update', actor, published: updated, to, cc, object };
}

export function remove(note: Json): Json {
  const object = { id: note.id, type: 'Tombstone', atomUri: note.id };
  return {
    '@context': CONTEXT,
    id: `${note.id}#delete`,
    type: 'Delete',
    actor: note.attributedTo,
    to: [PUBLIC],
    object,
  };
}

export function like(by: PeerActor, object: string): Json {
  return { '@context': AS, id: `${by.uri}#likes/${++count}`, type: 'Like', actor: by.uri, object };
}

export function boost(by: PeerActor, object: string, author: string): Json {
  const id = `${by.uri}/statuses/${++count}/activity`;
  const cc = [author, by.followers];
  return {
    '@context': AS,
    id,
    type: 'Announce',
    actor: by.uri,
    published: wireNow(),
    to: [PUBLIC],
    cc,
    object,
  };
}

/** Mastodon embeds what it takes back, without the context. */
export function undo({ '@context': context, ...object }: Json): Json {
  return { '@context': context, id: `${object.id}/undo`, type: 'Undo', actor: object.actor, object };
}

/** @param shift milliseconds */
export function wireNow(shift = 0): string {
  return `${new Date(Date.now() + shift).toISOString().slice(0, 19)}Z`;
}
