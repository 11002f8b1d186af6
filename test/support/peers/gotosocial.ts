import { AS, asList } from '../peer-actor.ts';
import { lines, pageOf, plain } from './reading.ts';
import { AP_ACCEPT, AP_TYPES, COMMON_ACTIVITIES, hostOf, type Simulator, sees } from './simulator.ts';

/** What bluemonday keeps: headings, lists, tables' text; no pictures, no tables. */
const KEPT =
  'p br span a del s pre blockquote code b strong u i em ul ol li ruby rt rp h1 h2 h3 h4 h5 h6 details summary hr sub sup small'.split(
    ' ',
  );

/**
 * GoToSocial (1.4): takes an Article like a Note, whole; `summary` becomes the content warning, and the title is lost
 * behind it. Its own documents are for signed requests alone.
 */
export const gotosocial: Simulator = {
  name: 'GoToSocial',
  accept: AP_ACCEPT,
  deliveries: [
    {
      section: '2.D 43',
      says: 'content type application/activity+json without charset, or ld+json with the profile',
      holds: ({ contentType }) => contentType === AP_TYPES[0] || contentType === AP_TYPES[2],
    },
  ],
  served: [
    {
      section: '2.B 13',
      says: 'a document is labelled as ActivityPub',
      holds: ({ contentType }) => AP_TYPES.includes(contentType),
    },
    { section: '2.B 15', says: 'its id is the address', holds: ({ url, document }) => document.id === url },
  ],
  actors: [
    {
      section: '2.B 17',
      says: 'an actor has a name, an inbox, and a key on its own host that names it',
      holds: ({ id, preferredUsername, inbox, publicKey }) =>
        preferredUsername && inbox && publicKey.owner === id && hostOf(publicKey.id) === hostOf(id),
    },
  ],
  posts: [
    {
      section: '3 H2',
      says: 'the sender is the author, on the same host',
      holds: ({ object, actor }) => object.attributedTo === actor && hostOf(object.id) === hostOf(actor),
    },
    {
      section: '1.4',
      says: 'never updated before it was published',
      holds: ({ object }) => !object.updated || Date.parse(object.updated) >= Date.parse(object.published),
    },
    {
      section: '2.E 58',
      says: 'addressed to somebody',
      holds: ({ object }) => asList(object.to).length + asList(object.cc).length > 0,
    },
  ],
  activities: [
    ...COMMON_ACTIVITIES,
    {
      section: '2.B 16',
      says: 'ActivityStreams',
      holds: (activity) => asList(activity['@context']).includes(AS),
    },
  ],
  reads(object, _known, isEdit) {
    const { name = '', summary = '' } = object;
    return sees(isEdit ? 'the edited post' : object.inReplyTo ? 'a reply' : 'a post', {
      // as text; the title stands in only where there is no summary
      fold: plain(summary) || plain(name),
      text: lines(object.content ?? '', KEPT),
      link: pageOf(object),
      pictures: asList(object.attachment).flatMap((one) => (one.type === 'Link' ? [] : (one.url ?? []))),
    });
  },
};

/** How it answers a GET of something of its own (1.4 and 2.D 55): 401 without a signature. */
export function gotosocialAnswers(headers: Record<string, unknown>): 200 | 401 {
  return typeof headers.signature === 'string' ? 200 : 401;
}
