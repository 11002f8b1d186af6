import type { Account } from '../mastodon-account.ts';
import { statusOf } from '../mastodon-status.ts';
import { CONVERTED, SUPPORTED } from '../mastodon-text.ts';
import { AS, asList } from '../peer-actor.ts';
import { ACTIVITIES, LABELLED, OWN_ID } from './common-rules.ts';
import { AP_ACCEPT, hostOf, type Simulator, sees } from './simulator.ts';

const MIB = 1_048_576;

/**
 * Mastodon (1.1 to 1.3 and 2): an Article shows its title, its teaser and the address of its page, with a preview
 * card made from that page; a Note shows its content.
 */
export const mastodon: Simulator = {
  name: 'Mastodon',
  accept: AP_ACCEPT,
  deliveries: [
    { section: '1.1', says: 'a body of at most 1 MB', holds: ({ size }) => size <= MIB },
    {
      section: '2.C 36',
      says: 'signed at most five minutes and an hour before',
      holds: ({ signatureAgeSeconds }) => signatureAgeSeconds <= 3_900,
    },
  ],
  served: [
    LABELLED,
    OWN_ID,
    {
      section: '2.B 16',
      says: 'a document has the plain address of ActivityStreams as its context, or in it',
      holds: ({ document }) => asList(document['@context']).includes(AS),
    },
    { section: '1.1', says: 'at most 1 MB', holds: ({ size }) => size <= MIB },
  ],
  actors: [
    {
      section: '2.B 17',
      says: 'an actor has a name, an inbox, and an RSA key that names it as its owner',
      holds: ({ id, preferredUsername, inbox, publicKey }) =>
        preferredUsername &&
        URL.canParse(inbox) &&
        asList(publicKey)
          .slice(0, 10)
          .some((key) => key.owner === id && /^-----BEGIN PUBLIC KEY-----/.test(key.publicKeyPem)),
    },
    {
      section: '2.B 20',
      says: 'profile fields are a list',
      holds: ({ attachment }) => Array.isArray(attachment),
    },
    {
      section: '2.B 18',
      says: 'page and collections are on the host of the actor',
      holds: (actor) =>
        ['url', 'followers', 'following', 'outbox', 'featured'].every(
          (key) => !actor[key] || hostOf(actor[key]) === hostOf(actor.id),
        ),
    },
    {
      section: '2.B 25',
      says: 'attributionDomains stands in the whole profile (absent, it would be emptied)',
      holds: ({ attributionDomains }) => Array.isArray(attributionDomains),
    },
    {
      section: '2.A 4',
      says: 'letters, digits, dots, hyphens and underscores in names',
      holds: ({ preferredUsername }) => /^[a-z0-9_]+([.-]+[a-z0-9_]+)*$/i.test(preferredUsername),
    },
  ],
  posts: [
    {
      section: '1.1',
      says: 'a post is of a type that is supported or converted',
      holds: ({ object }) => [...SUPPORTED, ...CONVERTED].includes(object.type),
    },
    {
      section: '3 H1',
      says: 'a post is on the host of its author',
      holds: ({ object, actor }) => hostOf(object.id) === hostOf(actor),
    },
    {
      section: '3 H2',
      says: 'the sender is the author',
      holds: ({ object, actor }) => asList(object.attributedTo)[0] === actor,
    },
    {
      section: '2.F 106',
      says: 'times are RFC 3339',
      holds: ({ object }) => !Number.isNaN(Date.parse(object.published)),
    },
    {
      section: '1.1',
      says: 'a title and a teaser without markup: they are read as HTML',
      holds: ({ object }) =>
        object.type === 'Note' || !/<|&(?!\s)/.test(`${object.name ?? ''} ${object.summary ?? ''}`),
    },
    {
      section: '1.2',
      says: 'no link in the teaser: it would get the preview card',
      holds: ({ object }) => object.type === 'Note' || !/<a |https?:/i.test(object.summary ?? ''),
    },
  ],
  activities: [
    ...ACTIVITIES,
    {
      section: '2.F 74',
      says: 'an edit is strictly later than the post',
      holds: ({ type, object }) =>
        type !== 'Update' ||
        !object.attributedTo ||
        Date.parse(object.updated) > Date.parse(object.published),
    },
    {
      section: '1.1',
      says: 'what is pinned is named by its address, in the featured collection of the actor',
      holds: ({ type, actor, object, target }) =>
        !['Add', 'Remove'].includes(type) || (typeof object === 'string' && target === `${actor}/featured`),
    },
    {
      section: '2.I 99',
      says: 'a report holds at most 5,000 characters',
      holds: ({ type, content }) => type !== 'Flag' || content.length <= 5_000,
    },
  ],
  reads(object, _known, isEdit) {
    const status = statusOf(object, { followersUrl: '' } as Account);
    const isNote = object.type === 'Note';
    // 4.4 and older never make the text of an Article anew
    const edited = isNote ? 'the edited post' : 'the edited post, from version 4.5';
    return sees(isEdit ? edited : object.inReplyTo ? 'a reply' : 'a post', {
      title: isNote ? '' : (status.lines[0] ?? ''),
      fold: status.spoiler,
      text: isNote ? status.lines : status.lines.slice(1),
      link: status.url,
      pictures: status.media,
    });
  },
};
