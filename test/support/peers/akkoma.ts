import { asList } from '../peer-actor.ts';
import { ACTIVITIES, AUTHORS_OWN, LABELLED, OWN_ID, WHOLE_ACTOR, WITHIN_THE_HOUR } from './common-rules.ts';
import { lines, pageOf, pictures } from './reading.ts';
import { type Simulator, sees } from './simulator.ts';

/**
 * Akkoma and Pleroma (1.4): an Article goes through the same door as a Note, whole; `summary` is the subject, as it
 * stands. That some of their front ends show `name` is not counted on.
 */
export const akkoma: Simulator = {
  name: 'Akkoma, Pleroma',
  accept: 'application/activity+json',
  deliveries: [WITHIN_THE_HOUR],
  served: [LABELLED, OWN_ID],
  actors: [WHOLE_ACTOR],
  posts: [
    {
      section: '1.4',
      says: 'an Article, a Note or a Page',
      holds: ({ object }) => ['Article', 'Note', 'Page'].includes(object.type),
    },
    AUTHORS_OWN,
    {
      section: '1.4',
      says: 'url is a string or one Link (Pleroma takes no list)',
      holds: ({ object }) =>
        typeof object.url === 'string' ||
        (!Array.isArray(object.url) && typeof object.url?.href === 'string'),
    },
    {
      section: '1.4',
      says: 'to and cc are there',
      holds: ({ object }) => object.to !== undefined && object.cc !== undefined,
    },
    {
      section: '1.4',
      says: 'a subject is a string',
      holds: ({ object }) => ['string', 'undefined'].includes(typeof object.summary),
    },
    {
      section: '1.4',
      says: 'an attachment has an address',
      holds: ({ object }) => pictures(object).length === asList(object.attachment).length,
    },
  ],
  activities: ACTIVITIES,
  reads(object, _known, isEdit) {
    return sees(isEdit ? 'the edited post' : object.inReplyTo ? 'a reply' : 'a post', {
      fold: object.summary ?? '',
      text: lines(object.content ?? '', 'all'),
      link: pageOf(object),
      pictures: pictures(object),
    });
  },
};
