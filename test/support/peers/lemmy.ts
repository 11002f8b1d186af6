import { asList, type Json, PUBLIC } from '../peer-actor.ts';
import { ACTIVITIES, AUTHORS_OWN, LABELLED, OWN_ID, WHOLE_ACTOR, WITHIN_THE_HOUR } from './common-rules.ts';
import { lines, pageOf } from './reading.ts';
import { type Known, type Simulator, sees } from './simulator.ts';

const everybody = (object: Json) => [...asList(object.to), ...asList(object.cc)];

/**
 * Lemmy (1.4, 2.B 13, 2.H 92): posts live in communities. What names none of them is understood, and shown nowhere.
 */
export const lemmy: Simulator = {
  name: 'Lemmy',
  accept: 'application/activity+json',
  deliveries: [WITHIN_THE_HOUR],
  served: [LABELLED, OWN_ID],
  actors: [WHOLE_ACTOR],
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
    AUTHORS_OWN,
  ],
  activities: ACTIVITIES,
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
