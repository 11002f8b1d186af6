import type { Sender } from './senders.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const CONTEXT = [
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/v1',
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
const TEXT =
  'I tried the seven seconds with my ninth grade today. The first ten minutes were hard to bear, mostly for me, and ' +
  'then two students who had not said a word since August answered one after the other. How did you explain the timer ' +
  'to parents, and do you keep it on the table when a visitor sits in the room?';

/** Whom and what a note answers. */
export interface Answered {
  objectUri: string;
  authorUri: string;
  handle: string;
}

/**
 * A `Create` of a `Note` as Mastodon sends it, about 2.6 KB.
 * @param answered null: a post that answers nothing
 */
export function createNote(
  sender: Sender,
  number: string,
  answered: Answered | null,
): Record<string, unknown> {
  const id = `${sender.uri}/statuses/${number}`;
  const published = `${new Date().toISOString().slice(0, 19)}Z`;
  const mention = answered
    ? `<span class="h-card" translate="no"><a href="${answered.authorUri}" class="u-url mention">@<span>${answered.handle}</span></a></span> `
    : '';
  const content = `<p>${mention}${TEXT}</p>`;
  const cc = [`${sender.uri}/followers`, ...(answered ? [answered.authorUri] : [])];
  return {
    '@context': CONTEXT,
    id: `${id}/activity`,
    type: 'Create',
    actor: sender.uri,
    published,
    to: [PUBLIC],
    cc,
    object: {
      id,
      type: 'Note',
      summary: null,
      inReplyTo: answered?.objectUri ?? null,
      published,
      url: `http://${sender.host}/@teacher${sender.number}/${number}`,
      attributedTo: sender.uri,
      to: [PUBLIC],
      cc,
      sensitive: false,
      atomUri: id,
      inReplyToAtomUri: answered?.objectUri ?? null,
      conversation: `tag:${sender.host},2026-11-01:objectId=${number}:objectType=Conversation`,
      content,
      contentMap: { en: content },
      attachment: [],
      tag: answered ? [{ type: 'Mention', href: answered.authorUri, name: `@${answered.handle}` }] : [],
      replies: {
        id: `${id}/replies`,
        type: 'Collection',
        first: {
          type: 'CollectionPage',
          next: `${id}/replies?only_other_accounts=true&page=true`,
          partOf: `${id}/replies`,
          items: [],
        },
      },
      likes: { id: `${id}/likes`, type: 'Collection', totalItems: 0 },
      shares: { id: `${id}/shares`, type: 'Collection', totalItems: 0 },
    },
  };
}
