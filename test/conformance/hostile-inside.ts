import type { Row } from './row.ts';

/** What content, people and floods may try: inputs H34 to H66. */
export const INSIDE: readonly Row[] = [
  { n: 34, rule: 'polls without bounds', outOfScope: 'polls are read as plain posts' },
  {
    n: 35,
    rule: 'times out of this world become now or none',
    tests: ['what somebody who is known sends › from another time is of now, or of a time that can be'],
  },
  {
    n: 36,
    rule: 'only http and https addresses are kept',
    tests: ['what somebody who is known sends › leads to http and https addresses alone'],
  },
  {
    n: 37,
    rule: 'HTML of others is cleaned, and pages run no scripts of anybody',
    tests: [
      'a good signature gives no right to › leave marks in a page: what comes as HTML is cleaned',
      'the doors of the pages › browsers are told to load, frame and send nothing that is not ours',
      'what somebody who is known sends › in dangerous HTML keeps its words and loses the rest',
    ],
  },
  {
    n: 38,
    rule: 'HTML that would break the cleaner becomes plain text',
    tests: ['what somebody who is known sends › that would break or busy a parser is kept as words'],
  },
  {
    n: 39,
    rule: 'HTML that would keep a parser busy does not',
    tests: ['what somebody who is known sends › that would break or busy a parser is kept as words'],
  },
  {
    n: 40,
    rule: 'a link to elsewhere says where it leads and vouches for nothing',
    tests: ['pieces of pages › a link to elsewhere says where it leads and vouches for nothing'],
  },
  {
    n: 41,
    rule: 'names are cut, without direction overrides, and stand apart',
    tests: [
      'pieces of pages › names stand apart and initials come from their ends',
      'what somebody who is known sends › under a name that is endless or turned round is cut and straightened',
    ],
  },
  {
    n: 42,
    rule: 'pictures that are bombs',
    tests: [
      'a file is looked at before anything of it is decoded › %s is refused: %s',
      'what would burst › never reaches the decoder when its header says so',
      'what would burst › bursts in a process of its own, with bounded memory, when its header lies',
      'when somebody sends what would burst › it is refused, memory stays bounded, and pages go on',
    ],
  },
  {
    n: 43,
    rule: 'places in pictures are taken out',
    tests: [
      'a photo is taken in › as JPEG in three sizes, turned the right way up, with nothing that the camera wrote into it',
      'a photo in a story › is served as a JPEG that nothing can be read from or run in, and kept by caches',
      'photos on other servers › the picture of a person is seen with her name, changes and goes',
    ],
  },
  {
    n: 44,
    rule: 'a boost of something private is dropped',
    tests: [
      'what somebody who is known sends › that is private is not brought in by a boost, nor is what is private here boosted',
    ],
  },
  {
    n: 45,
    rule: 'nobody learns from an answer whether something private exists',
    tests: [
      'who may read what, where › a thing’s own addresses show it to those who may read it, and are not there for anybody else',
      'a Mastodon-shaped server › hears nothing of what stays in the district',
    ],
  },
  {
    n: 46,
    rule: 'what was shown to one server is not kept for another',
    tests: [
      'guarding oneself › in authorized-fetch mode documents are for signed requests of servers that are not blocked',
    ],
  },
  {
    n: 47,
    rule: 'nothing private leaks through any list or page',
    tests: ['who may read what, where › no list says a word that is not for them: %s'],
  },
  {
    n: 48,
    rule: 'somebody suspended elsewhere says nothing here, not by a boost either',
    tests: [
      'senders that are not what they say › somebody who is suspended says nothing, by themselves or by a boost',
      'somebody elsewhere whom their own server suspends › is not shown, gets nothing and says nothing, until their server says that it is over',
      'somebody elsewhere whom their own server suspends › can still take back what they said',
    ],
  },
  {
    n: 49,
    rule: 'a rule covers sub-domains and ports',
    tests: [
      'the name of a server › covers its sub-domains and ports, and nobody else',
      'nothing goes to a suspended server › nor to any name below it or port of it, by whatever way it would be reached',
      'senders that are not what they say › a rule about a domain holds for every port and name below it',
    ],
  },
  {
    n: 50,
    rule: 'false permissions to quote',
    outOfScope: 'quotes of others are not shown, so none needs to be believed',
  },
  { n: 51, rule: 'false author of a page', outOfScope: 'no cards are made of the pages of others' },
  {
    n: 52,
    rule: 'a Move to whoever does not name the source, too soon, or onwards is dropped',
    tests: [
      'guarding oneself › followers go along with somebody who moves, when both accounts say so',
      'senders that are not what they say › a second Move too soon, and a Move to somebody who has moved on, are dropped',
    ],
  },
  {
    n: 53,
    rule: 'a new key comes from the actor’s own host; a wholly new one makes a new identity',
    tests: [
      'a signature › by a key that its owner does not name is 401',
      'a wholly new key › that the old one vouches for is the same person’s',
      'a wholly new key › that stands beside the old one is new all the same: anybody can copy a public key',
      'a wholly new key › that nobody vouches for waits an hour: its sender is asked to come again, and nothing changes',
      'a wholly new key › after an hour is somebody new, who cannot touch what was written before',
      'a wholly new key › of somebody new is told to who followed and to the moderators',
      'a wholly new key › is not let in by a document that names no key for a while',
      'a wholly new key › nor when they were known before prints of keys were kept',
    ],
  },
  {
    n: 54,
    rule: 'bad signatures cause no flood of fetches',
    tests: ['a signature › by a new key is believed after one look; bad ones cause no flood of looks'],
  },
  {
    n: 55,
    rule: 'a flood of departures causes no fetch',
    tests: ['the door of the inbox › the departure of somebody unknown is 202, and nobody is asked about it'],
  },
  {
    n: 56,
    rule: 'a flood from one host, actor or address is 429, from many together 503; what waits is bounded',
    tests: [
      'senders that are not what they say › a flood from one host is 429 for that host, with a time to come back',
      'so much is taken › of one address, of whichever servers; an IPv6 network is one address',
      'so much is taken › of one server, however many people it says it has; other servers go on',
      'so much is taken › of one actor; their neighbours go on',
      'so much is taken › at the same time: some more wait in line, others are 503',
      'so much is taken › of what waits to be handled: of one server 429, in all 503, until it is handled',
      'so much is taken › of bodies that are still coming: more of that address is 503',
      'keys of strangers › are not asked for any more for an address after one that could not be had',
      'keys of strangers › are asked for four at a time for one address: a flood of bad ones leads to no more',
      'keys of strangers › are asked for so many at a time for all, some more wait, others come again',
    ],
  },
  {
    n: 57,
    rule: 'a visitor’s own word on its address does not count',
    tests: ['too many tries › what a visitor says of its own address does not count'],
  },
  {
    n: 58,
    rule: 'lists of followers are closed, and nothing is for followers only',
    tests: ['the actors of a node › followers and following are counted and not shown'],
  },
  {
    n: 59,
    rule: 'a false word on who follows drops nobody',
    tests: [
      'senders that are not what they say › a false word on who follows drops nobody, and nothing is fetched because of it',
    ],
  },
  {
    n: 60,
    rule: 'a delivery follows no redirect and waits for no one',
    tests: [
      'a delivery is never redirected (%i)',
      'time › a server that takes the request and says nothing is given up',
    ],
  },
  {
    n: 61,
    rule: 'reports are plain, short and merged',
    tests: [
      'guarding oneself › a report from elsewhere waits for the moderators, plain and merged',
      'senders that are not what they say › reports are cut and plain',
    ],
  },
  {
    n: 62,
    rule: 'no address of ours leads to another site',
    tests: [
      'the doors of the pages › the way back never leads to another site',
      'opening something on one’s own server › it never leads to another server than the one that was named',
    ],
  },
  {
    n: 63,
    rule: 'NUL, half characters and line breaks in headers do no harm',
    tests: [
      'the door of the inbox › NUL and half characters are taken out, not stumbled over',
      'what is not HTTP › headers that would smuggle in others are not sent',
    ],
  },
  {
    n: 64,
    rule: 'an actor whose inbox lies elsewhere is nobody',
    tests: [
      'senders that are not what they say › an actor whose inbox lies elsewhere is nobody; a shared inbox elsewhere is left out',
    ],
  },
  {
    n: 65,
    rule: 'two actors with one name stay two',
    tests: [
      'senders that are not what they say › two people of one name stay two; a new name or type is the same person',
    ],
  },
  {
    n: 66,
    rule: 'two nodes that ask each other for keys come to an end',
    tests: ['senders that are not what they say › two nodes that ask each other for keys come to an end'],
  },
];
