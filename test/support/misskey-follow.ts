import { AS, type Json, type PeerActor } from './peer-actor.ts';

/** A Follow as Misskey writes it (ApRendererService.renderFollow): its id is the same every time. */
export function misskeyFollow(by: PeerActor, followedUri: string): Json {
  const id = `${new URL(by.uri).origin}/follows/${by.name}/${encodeURIComponent(followedUri)}`;
  return { '@context': AS, id, type: 'Follow', actor: by.uri, object: followedUri };
}

/** Its Undo, with the Follow in it. */
export function misskeyUnfollow(by: PeerActor, follow: Json): Json {
  const { '@context': _, ...object } = follow;
  const id = `${by.uri}/undo/${++count}`;
  return { '@context': AS, id, type: 'Undo', actor: by.uri, object, published: new Date().toISOString() };
}

let count = 0;
