import { asList, PUBLIC } from '../peer-actor.ts';
import { lines, pageOf, pictures } from './reading.ts';
import { AP_TYPES, COMMON_ACTIVITIES, hostOf, type Simulator, sees } from './simulator.ts';

/** Pixelfed as of 2024 (1.4): Notes with pictures, and answers to what it holds. */
export const pixelfed: Simulator = {
  name: 'Pixelfed',
  accept: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  deliveries: [
    {
      section: '2.C 36',
      says: 'signed within the hour',
      holds: ({ signatureAgeSeconds }) => signatureAgeSeconds <= 3_600,
    },
  ],
  served: [
    {
      section: '2.B 13',
      says: 'a document is labelled as ActivityPub',
      holds: ({ contentType }) => AP_TYPES.includes(contentType),
    },
  ],
  actors: [
    {
      section: '2.B 17',
      says: 'an actor has a name, an inbox, an outbox and a key that names it',
      holds: ({ id, preferredUsername, inbox, outbox, publicKey }) =>
        preferredUsername && inbox && outbox && publicKey.owner === id,
    },
  ],
  posts: [
    {
      section: '1.4',
      says: 'attachment is a list',
      holds: ({ object }) => Array.isArray(object.attachment),
    },
    {
      section: '2.E 59',
      says: 'the full address of Public',
      holds: ({ object }) => [...asList(object.to), ...asList(object.cc)].includes(PUBLIC),
    },
    {
      section: '3 H2',
      says: 'the sender is the author, on the same host',
      holds: ({ object, actor }) => object.attributedTo === actor && hostOf(object.id) === hostOf(actor),
    },
  ],
  activities: COMMON_ACTIVITIES,
  reads(object, known, isEdit) {
    if (object.type !== 'Note') return sees('nothing: only Notes are shown there');
    const isReply = known.posts.has(object.inReplyTo);
    if (!isReply && pictures(object).length === 0)
      return sees('nothing: it has no picture and answers nothing that is held there');
    return sees(isEdit ? 'the edited post' : isReply ? 'a reply' : 'a post', {
      fold: object.summary ?? '',
      text: lines(object.content ?? '', 'all'),
      link: pageOf(object),
      pictures: pictures(object),
    });
  },
};
