import type { Row } from './row.ts';

/** Finding people and their documents: rules 1 to 31. */
export const ACTOR_RULES: readonly Row[] = [
  {
    n: 1,
    rule: 'WebFinger answers acct: with 200, JRD and CORS',
    tests: ['finding a node and its people › WebFinger leads from the handle to the actor, and back'],
  },
  {
    n: 2,
    rule: 'WebFinger has a subject and a self link of the ActivityPub type',
    tests: ['finding a node and its people › WebFinger leads from the handle to the actor, and back'],
  },
  {
    n: 3,
    rule: 'self is the id byte for byte; the subject is canonical and in lower case',
    tests: [
      'finding a node and its people › WebFinger leads from the handle to the actor, and back',
      'finding a node and its people › in any case of letters, always with the same lower-case subject',
    ],
  },
  {
    n: 4,
    rule: 'handles are found in any case; new ones are a-z, 0-9 and _; people and district share one space',
    tests: [
      'finding a node and its people › in any case of letters, always with the same lower-case subject',
      'smaller rules of the wire › new handles are short, plain and given once, whoever has them',
    ],
  },
  {
    n: 5,
    rule: 'WebFinger answers for an id and for a page too, with the acct: subject',
    tests: ['finding a node and its people › by id, by page, for the district and for the node itself'],
  },
  {
    n: 6,
    rule: 'the instance actor is found by WebFinger',
    tests: [
      'finding a node and its people › by id, by page, for the district and for the node itself',
      'the actors of a node › are taken by a Mastodon-shaped server, round trip and all',
    ],
  },
  {
    n: 7,
    rule: 'unknown 404, gone 410, malformed 400, another host 404',
    tests: [
      'finding a node and its people › unknown people are 404, bad questions 400, people who are gone 410',
    ],
  },
  {
    n: 8,
    rule: 'WebFinger links the profile page and the page for following from elsewhere, with intents',
    tests: [
      'finding a node and its people › WebFinger leads from the handle to the actor, and back',
      'opening something on one’s own server › WebFinger of a teacher names the ways in, and they lead another node’s readers to what they saw',
      'opening something on one’s own server › an intent is taken before the older way, whichever attribute holds it',
    ],
  },
  {
    n: 9,
    rule: 'host-meta leads to WebFinger',
    tests: ['finding a node and its people › host-meta leads to WebFinger'],
  },
  {
    n: 10,
    rule: 'NodeInfo 2.0 and 2.1, small numbers of people rounded',
    tests: [
      'finding a node and its people › NodeInfo 2.0 and 2.1 say what this is, and round small numbers of people',
    ],
  },
  {
    n: 11,
    rule: 'FEDERATION.md says what is spoken here',
    tests: ['FEDERATION.md › it names every activity that is read and every term that is defined'],
  },
  {
    n: 12,
    rule: 'every actor has the webfinger property',
    tests: [
      'finding a node and its people › WebFinger leads from the handle to the actor, and back',
      'the actors of a node › have the shape that every server takes',
    ],
  },
  {
    n: 13,
    rule: 'ActivityPub for both of its Accept forms, with a content type that all take',
    tests: [
      'the actors of a node › are served at their ids, without redirect, to both ways of asking',
      'what is pushed is what is served › a page answers everybody else with HTML',
    ],
  },
  {
    n: 14,
    rule: 'Vary: Accept where two forms are served; pages link their ActivityPub form',
    tests: [
      'the actors of a node › are served at their ids, without redirect, to both ways of asking',
      'what is pushed is what is served › a page answers everybody else with HTML',
      'reading a story › its head tells other programs what it is',
      'guarding oneself › in authorized-fetch mode documents are for signed requests of servers that are not blocked',
    ],
  },
  {
    n: 15,
    rule: 'a document’s id is the address that was asked, without redirect',
    tests: [
      'the actors of a node › are served at their ids, without redirect, to both ways of asking',
      'a collection that is longer than a page › of replies says how many there are, and every page that it names is there',
    ],
  },
  {
    n: 16,
    rule: 'the ActivityStreams context by its name, all other terms inline',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'every document that a node emits › is JSON-LD in which every word has a meaning, with the network off',
    ],
  },
  {
    n: 17,
    rule: 'actors have id, type, preferredUsername, inbox and an RSA-2048 key of their own',
    tests: [
      'the actors of a node › have the shape that every server takes',
      'the actors of a node › have keys of RSA 2048, each their own',
    ],
  },
  {
    n: 18,
    rule: 'everything of an actor lies on one host',
    tests: ['the actors of a node › have the shape that every server takes'],
  },
  {
    n: 19,
    rule: 'outbox, followers and a shared inbox',
    tests: ['the actors of a node › have the shape that every server takes'],
  },
  {
    n: 20,
    rule: 'attachment and tag are lists even with one element',
    tests: [
      'the actors of a node › have the shape that every server takes',
      'a Mastodon-shaped server › shows a changed profile with every line of it',
    ],
  },
  {
    n: 21,
    rule: 'names, texts and lines of a profile stay far below what others take',
    tests: ['smaller rules of the wire › a profile is small'],
  },
  {
    n: 22,
    rule: 'icon and image with type, address and alternative text',
    tests: [
      'photos on other servers › the picture of a person is seen with her name, changes and goes',
      'photos on other servers › so is the district’s, which an administrator sets',
    ],
  },
  {
    n: 23,
    rule: 'every flag of an actor is written out, from what the person chose',
    tests: [
      'the actors of a node › have the shape that every server takes',
      'the actors of a node › somebody who does not wish to be found says so in every flag',
    ],
  },
  {
    n: 24,
    rule: 'who may be featured by others follows from the wish to be found',
    tests: [
      'the actors of a node › somebody who does not wish to be found says so in every flag',
      'smaller rules of the wire › who is found may be featured; who is not to be indexed says so in pages',
    ],
  },
  {
    n: 25,
    rule: 'a changed profile is sent as an Update of the whole actor',
    tests: ['a Mastodon-shaped server › shows a changed profile with every line of it'],
  },
  {
    n: 26,
    rule: 'somebody elsewhere may change the type of their actor',
    tests: [
      'senders that are not what they say › two people of one name stay two; a new name or type is the same person',
    ],
  },
  {
    n: 27,
    rule: 'followers and following: a number, and nobody named',
    tests: ['the actors of a node › followers and following are counted and not shown'],
  },
  {
    n: 28,
    rule: 'an outbox in pages; the best works in featured, for new followers',
    tests: [
      'the actors of a node › the outbox holds what is public, newest first, in pages',
      'the actors of a node › featured shows a newcomer the works that were tried most, as addresses',
    ],
  },
  {
    n: 29,
    rule: 'featured holds addresses on one page; Add and Remove follow its changes',
    tests: [
      'the actors of a node › featured shows a newcomer the works that were tried most, as addresses',
      'smaller rules of the wire › featured changes are sent as Add and Remove',
      'smaller rules of the wire › what is featured is what followers were told, when something is tried or taken back',
    ],
  },
  {
    n: 30,
    rule: 'featuredTags, a collection of hashtags',
    tests: [
      'links and subjects of a profile › featuredTags holds the subjects of public works as hashtags, each of which has a page',
    ],
  },
  {
    n: 31,
    rule: 'links of a profile are one anchor each, and the page they name links back with rel="me"',
    tests: [
      'links and subjects of a profile › the district’s page vouches for its people, who link to it',
      'links and subjects of a profile › a teacher’s own link gets its tick where both sides say so, whatever form it was kept in',
    ],
  },
];
