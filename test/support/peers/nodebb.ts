import {
  ACTIVITIES,
  AUTHORS_OWN,
  BARE_TYPE,
  LABELLED,
  WHOLE_ACTOR,
  WITHIN_THE_HOUR,
} from './common-rules.ts';
import { lines, pageOf, pictures, plain } from './reading.ts';
import { AP_ACCEPT, type Simulator, sees } from './simulator.ts';

const COLLECTIONS = ['Collection', 'CollectionPage', 'OrderedCollection', 'OrderedCollectionPage'];

/** NodeBB (1.4, 2.G 86): a forum. An Article opens a topic under its title; `context` leads to the whole thread. */
export const nodebb: Simulator = {
  name: 'NodeBB',
  accept: AP_ACCEPT,
  deliveries: [BARE_TYPE, WITHIN_THE_HOUR],
  served: [
    LABELLED,
    {
      section: '2.G 86',
      says: 'a thread is a collection of addresses or posts',
      holds: ({ url, document }) =>
        !url.endsWith('/context') ||
        (COLLECTIONS.includes(document.type) && Array.isArray(document.orderedItems ?? document.items)),
    },
  ],
  actors: [WHOLE_ACTOR],
  posts: [
    {
      section: '1.4',
      says: 'a Note, Page, Article, Question or Video',
      holds: ({ object }) => ['Note', 'Page', 'Article', 'Question', 'Video'].includes(object.type),
    },
    AUTHORS_OWN,
  ],
  activities: ACTIVITIES,
  reads(object, _known, isEdit) {
    const text = lines(object.content ?? '', 'all');
    const made = object.inReplyTo ? 'a reply' : 'a topic';
    return sees(isEdit ? 'the edited post' : made, {
      title: object.inReplyTo ? '' : object.name || plain(object.content ?? '').slice(0, 64),
      text,
      link: pageOf(object),
      pictures: [...pictures(object), ...(object.image?.url ? [object.image.url] : [])],
    });
  },
};
