import { asList, PUBLIC } from '../peer-actor.ts';
import { ACTIVITIES, AUTHORS_OWN, LABELLED, WHOLE_ACTOR, WITHIN_THE_HOUR } from './common-rules.ts';
import { lines, pageOf, pictures } from './reading.ts';
import { type Simulator, sees } from './simulator.ts';

/** Pixelfed as of 2024 (1.4): Notes with pictures, and answers to what it holds. */
export const pixelfed: Simulator = {
  name: 'Pixelfed',
  accept: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  deliveries: [WITHIN_THE_HOUR],
  served: [LABELLED],
  actors: [WHOLE_ACTOR],
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
    AUTHORS_OWN,
  ],
  activities: ACTIVITIES,
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
