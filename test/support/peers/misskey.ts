import { asList } from '../peer-actor.ts';
import { lines, pageOf } from './reading.ts';
import { AP_ACCEPT, AP_TYPES, COMMON_ACTIVITIES, hostOf, type Simulator, sees } from './simulator.ts';

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
    { section: '1.4', says: 'a document of at most 256 KiB', holds: ({ size }) => size <= 256 * KIB },
    {
      section: '2.B 15',
      says: 'its id is the address',
      holds: ({ url, document }) => document.id === url,
    },
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
    {
      section: '1.4',
      says: 'attributedTo is one string, the id of the sender',
      holds: ({ object, actor }) => typeof object.attributedTo === 'string' && object.attributedTo === actor,
    },
    {
      section: '3 H1',
      says: 'a post is on the host of its author',
      holds: ({ object, actor }) => hostOf(object.id) === hostOf(actor),
    },
    {
      section: '1.4',
      says: 'the page of a post is an https address',
      holds: ({ object }) => /^https:\/\//.test(pageOf(object)),
    },
  ],
  activities: COMMON_ACTIVITIES,
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
