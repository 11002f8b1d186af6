import { asList } from '../peer-actor.ts';
import { ACTIVITIES, AUTHORS_OWN, LABELLED, OWN_ID, WITHIN_THE_HOUR } from './common-rules.ts';
import { lines, pageOf } from './reading.ts';
import { AP_ACCEPT, hostOf, type Simulator, sees } from './simulator.ts';

const KIB = 1_024;
const TEXT_MAX = 8_192;
const PICTURES = ['Audio', 'Document', 'Image', 'Page', 'Video'];

/**
 * Misskey and its forks (1.4): an Article becomes a note with its title in brackets; `summary` is the content warning
 * as it stands, tags and all; posts are never made anew by an Update.
 */
export const misskey: Simulator = {
  name: 'Misskey',
  accept: AP_ACCEPT,
  deliveries: [
    { section: '1.4', says: 'a body of at most 64 KiB', holds: ({ size }) => size <= 64 * KIB },
    WITHIN_THE_HOUR,
  ],
  served: [
    LABELLED,
    { section: '1.4', says: 'a document of at most 256 KiB', holds: ({ size }) => size <= 256 * KIB },
    OWN_ID,
  ],
  actors: [
    {
      section: '2.B 18',
      says: 'inbox, outbox, collections, key and page are on the host of the actor',
      holds: (actor) =>
        ['inbox', 'outbox', 'followers', 'following', 'featured', 'url'].every(
          (key) => !actor[key] || hostOf(actor[key]) === hostOf(actor.id),
        ) && hostOf(actor.publicKey.id) === hostOf(actor.id),
    },
    {
      section: '2.B 19',
      says: 'an actor has an inbox and an outbox',
      holds: ({ inbox, outbox }) => URL.canParse(inbox) && URL.canParse(outbox),
    },
    {
      section: '2.A 4',
      says: 'a name of at most 128 letters, digits, dots, hyphens and underscores',
      holds: ({ preferredUsername }) =>
        /^\w([\w-.]*\w)?$/.test(preferredUsername) && preferredUsername.length <= 128,
    },
  ],
  posts: [
    AUTHORS_OWN,
    {
      section: '1.4',
      says: 'the page of a post is an https address',
      holds: ({ object }) => /^https:\/\//.test(pageOf(object)),
    },
  ],
  activities: ACTIVITIES,
  reads(object, _known, isEdit) {
    if (isEdit) return sees('nothing: edits of posts are not read');
    // cut before the title and the address are put around it
    const text = lines(object.content ?? '', 'all')
      .join('\n')
      .slice(0, TEXT_MAX);
    const isNote = object.type === 'Note';
    return sees(object.inReplyTo ? 'a reply' : 'a post', {
      title: isNote || !object.name ? '' : `【${object.name}】`,
      fold: object.summary ?? '',
      text: text.split('\n').filter(Boolean),
      link: pageOf(object),
      pictures: asList(object.attachment).flatMap((one) =>
        PICTURES.includes(one.type) && /^https:\/\//.test(String(one.url)) ? [one.url] : [],
      ),
    });
  },
};
