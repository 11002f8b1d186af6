import { asList, type Json, PUBLIC } from '../peer-actor.ts';
import { lines, pageOf } from './reading.ts';
import { AP_TYPES, COMMON_ACTIVITIES, hostOf, type Known, type Simulator, sees } from './simulator.ts';

const everybody = (object: Json) => [...asList(object.to), ...asList(object.cc)];

/**
 * Lemmy (1.4, 2.B 13, 2.H 92): posts live in communities. What names none of them is understood, and shown nowhere.
 */
export const lemmy: Simulator = {
  name: 'Lemmy',
  accept: 'application/activity+json',
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
      says: 'one of exactly three content types',
      holds: ({ contentType }) => AP_TYPES.includes(contentType),
    },
    {
      section: '2.B 15',
      says: 'its id is the address where it was found',
      holds: ({ url, document }) => document.id === url,
    },
  ],
  actors: [
    {
      section: '2.H 92',
      says: 'an actor has a name, an inbox, an outbox and a key',
      holds: ({ preferredUsername, inbox, outbox, publicKey }) =>
        preferredUsername && URL.canParse(inbox) && URL.canParse(outbox) && publicKey.publicKeyPem,
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
      says: 'to and cc are lists, with the full address of Public',
      holds: ({ object }) =>
        Array.isArray(object.to) && Array.isArray(object.cc) && everybody(object).includes(PUBLIC),
    },
    {
      section: '1.4',
      says: 'attributedTo is one string, the sender',
      holds: ({ object, actor }) => typeof object.attributedTo === 'string' && object.attributedTo === actor,
    },
    {
      section: '3 H1',
      says: 'a post is on the host of its author',
      holds: ({ object, actor }) => hostOf(object.id) === hostOf(actor),
    },
  ],
  activities: COMMON_ACTIVITIES,
  reads(object, known) {
    if (object.inReplyTo)
      return known.posts.has(object.inReplyTo)
        ? sees('a comment', { text: lines(object.content ?? '', 'all'), link: pageOf(object) })
        : sees('nothing: it answers nothing that is held there');
    const inCommunity = [...everybody(object), object.audience].some((one) => isCommunity(one, known));
    if (!inCommunity) return sees('nothing: it names no community');
    const [first] = asList(object.attachment);
    return sees('a post', {
      title: object.name ?? '',
      text: lines(object.content ?? '', 'all'),
      link: first?.href ?? first?.url ?? pageOf(object),
    });
  },
};

/** A community that the server holds is among what it knows. */
function isCommunity(address: unknown, known: Known): boolean {
  return typeof address === 'string' && known.posts.has(address);
}
