import { hostOf } from '../../server/domain/handle.ts';
import type { WireThread } from '../../server/domain/received.ts';
import { idOf } from './wire.ts';

/** What servers write: an address, or a name such as `tag:social.example,2026-11-20:objectId=1:objectType=Conversation`. */
const CONVERSATION = /^(?:https?:\/\/|tag:|urn:)[^\s<>"'\\]{1,490}$/;

/**
 * How an object names its conversation: `context` (FEP-7888), `conversation` (as Mastodon writes it), and where its
 * `replies` are listed, if on its own host. What is no address, no name or too long is left out.
 */
export function wireThread(object: Record<string, unknown>): WireThread {
  const { conversation } = object;
  const replies = idOf(object.replies);
  return {
    context: idOf(object.context),
    conversation: typeof conversation === 'string' && CONVERSATION.test(conversation) ? conversation : null,
    replies: replies && hostOf(replies) === hostOf(idOf(object) ?? '') ? replies : null,
  };
}
