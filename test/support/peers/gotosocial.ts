import { asList } from '../peer-actor.ts';
import { ACTIVITIES, AUTHORS_OWN, BARE_TYPE, LABELLED, OWN_ID, WHOLE_ACTOR } from './common-rules.ts';
import { lines, pageOf, plain } from './reading.ts';
import { AP_ACCEPT, type Simulator, sees } from './simulator.ts';

/** What bluemonday keeps: headings, lists, details; of pictures nothing, of tables their text. */
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
  deliveries: [BARE_TYPE],
  served: [LABELLED, OWN_ID],
  actors: [WHOLE_ACTOR],
  posts: [
    AUTHORS_OWN,
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
  activities: ACTIVITIES,
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
