import { PUBLIC } from '../peer-actor.ts';
import { ACTIVITIES, AUTHORS_OWN, LABELLED, WHOLE_ACTOR } from './common-rules.ts';
import { lines, pageOf } from './reading.ts';
import { type Simulator, sees } from './simulator.ts';

/** BookWyrm (1.4): shows posts about books, and answers to what it holds. Everything else is understood and left. */
export const bookwyrm: Simulator = {
  name: 'BookWyrm',
  accept:
    'application/json, application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"; charset=utf-8',
  deliveries: [
    {
      section: '1.4',
      says: 'signed at most 300 seconds before',
      holds: ({ signatureAgeSeconds }) => signatureAgeSeconds <= 300,
    },
  ],
  served: [LABELLED],
  actors: [WHOLE_ACTOR],
  posts: [
    {
      section: '1.4',
      says: 'public is: to is a list of nothing but the full address of Public',
      holds: ({ object }) => JSON.stringify(object.to) === JSON.stringify([PUBLIC]),
    },
    AUTHORS_OWN,
  ],
  activities: ACTIVITIES,
  reads(object, known, isEdit) {
    if (object.type !== 'Note' || !known.posts.has(object.inReplyTo))
      return sees('nothing: it is not about a book and answers nothing that is held there');
    return sees(isEdit ? 'the edited post' : 'a reply', {
      fold: object.summary ?? '',
      text: lines(object.content ?? '', 'all'),
      link: pageOf(object),
    });
  },
};
