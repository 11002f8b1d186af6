import type { Row } from './row.ts';

const GROUPS = 'there are no groups in this version; the district boosts its teachers instead';

/** Threads, taking back, moving and guarding oneself: rules 83 to 110. */
export const CARE_RULES: readonly Row[] = [
  {
    n: 83,
    rule: 'one inReplyTo; conversation and context are those of the thread',
    tests: [
      'an answer and its conversation › has the names that the conversation has there, as Mastodon and NodeBB write them',
      'an answer and its conversation › has our name under a story of ours, whatever the one who is answered says',
      'an answer and its conversation › takes no name that is none, is endless, or is one of ours',
    ],
  },
  {
    n: 84,
    rule: 'replies are a collection with its first page embedded',
    tests: [
      'people on a Mastodon-shaped server › a reply waits for the author and appears when she shows it',
      'a collection that is longer than a page › of replies says how many there are, and every page that it names is there',
      'a collection that is longer than a page › of a whole conversation too',
    ],
  },
  {
    n: 85,
    rule: 'a hundred and more replies stand on the first page',
    tests: [
      'smaller rules of the wire › a hundred and more replies stand on the first page, and a thread says what it is',
    ],
  },
  {
    n: 86,
    rule: 'the context collection lists the thread and says whose it is',
    tests: [
      'an answer and its conversation › stands in the collection of a story of ours, which says whose it is',
      'people on a Mastodon-shaped server › an answer to an answer finds its thread',
    ],
  },
  {
    n: 87,
    rule: 'replies elsewhere are asked for, within bounds',
    tests: [
      'what was answered at other servers › stands under the story as soon as somebody opens it: from every server, as it is shown there',
      'what was answered at other servers › is not asked for again for some hours, however often it is opened',
      'what was answered at other servers › includes what was said below a word under a story of ours',
      'a thread that is read at another server › asks one server ten times and then waits; a hundred requests end it',
      'a thread that is read at another server › brings two hundred replies and no more',
      'a thread that is read at another server › goes down twenty levels and no further',
      'a thread that is read at another server › leads up to a story of ours, when one of ours is spoken to below something that never came',
    ],
  },
  ...[88, 89, 90, 91, 92, 93].map((n) => ({
    n,
    rule: [
      'a story in a group mentions the group',
      'a group announces what its members send, in two forms',
      'what a group announces can be fetched',
      'a group announces only what a member may post',
      'audience, moderators and featured of a group',
      'what moderators remove is announced as removed',
    ][n - 88] as string,
    outOfScope: GROUPS,
  })),
  {
    n: 94,
    rule: 'a take-back reaches every server that ever got or fetched it; its address is then 410',
    tests: [
      'a Mastodon-shaped server › drops a story that is taken back, told once, and does not get it again',
      'a take-back reaches a server where nobody follows the author › when it fetched the story by the address of its %s',
    ],
  },
  {
    n: 95,
    rule: 'trouble of ours is 503, never 404 or 410',
    tests: [
      'while the database is away › everything else is 503, also what is not there: nobody deletes a copy because of us',
      'while the database is away › what was seen before is served as it was',
    ],
  },
  {
    n: 96,
    rule: 'a closed account is told everywhere, keeps its key until then, and its name for ever',
    tests: [
      'guarding oneself › a closed account is gone everywhere: told, 410, and its name never given again',
    ],
  },
  {
    n: 97,
    rule: 'somebody who is suspended for a while is marked so, and comes back',
    tests: [
      'somebody of ours who is suspended for a while › is marked so, with a bare profile, and everybody who has anything of theirs is told',
      'somebody of ours who is suspended for a while › shares nothing: 403 where a 404 would drop copies for good, 404 on pages, empty collections',
      'somebody of ours who is suspended for a while › is back when it is lifted, here and there',
      'somebody of ours who is suspended for a while › sends nothing meanwhile, by a slow server or a timetable; what was cut off comes when it is over',
      'who may read what somebody shared who is suspended › its pages are not there, for ActivityPub it is kept back, what was gone stays gone',
      'who may read what somebody shared who is suspended › no list says a word of it, to anybody',
      'somebody who is suspended › is out at once, and sees one page only',
    ],
  },
  {
    n: 98,
    rule: 'an incoming Move counts when both accounts name each other (sending one is for a later version)',
    tests: [
      'guarding oneself › followers go along with somebody who moves, when both accounts say so',
      'guarding oneself › a move waits while the %s server is away',
      'guarding oneself › nobody follows whom they have blocked, by themselves or because somebody moves',
    ],
  },
  {
    n: 99,
    rule: 'reports come from the node, not from a person; incoming ones wait for the moderators',
    tests: [
      'guarding oneself › a report that is passed on comes from the node, and does not name the reporter',
      'guarding oneself › a report from elsewhere waits for the moderators, plain and merged',
    ],
  },
  {
    n: 100,
    rule: 'rules about servers: suspend and silence, lists as CSV',
    tests: [
      'a rule about a server › ends follows, hides people, and lets nothing in or out',
      'nothing goes to a suspended server › nor to any name below it or port of it, by whatever way it would be reached',
      'a rule about a server › that silences lets in and shows nothing by itself',
      'lists of rules › go out as a file and come back the same',
    ],
  },
  {
    n: 101,
    rule: 'in authorized-fetch mode documents need a signature, the instance actor does not',
    tests: [
      'guarding oneself › in authorized-fetch mode documents are for signed requests of servers that are not blocked',
    ],
  },
  {
    n: 102,
    rule: 'the instance actor is an Application named by the host, and signs fetches and reports',
    tests: [
      'the actors of a node › are a person, an organization and an application',
      'guarding oneself › a report that is passed on comes from the node, and does not name the reporter',
    ],
  },
  {
    n: 103,
    rule: 'ids say nothing of names; somebody elsewhere who is renamed stays the same person',
    tests: [
      'every document that a node emits › has an address that says nothing of who it is about',
      'senders that are not what they say › two people of one name stay two; a new name or type is the same person',
    ],
  },
  {
    n: 104,
    rule: 'a host, an actor or an address that sends too much gets 429 and Retry-After',
    tests: [
      'senders that are not what they say › a flood from one host is 429 for that host, with a time to come back',
      'so much is taken › of one address, of whichever servers; an IPv6 network is one address',
      'so much is taken › of one server, however many people it says it has; other servers go on',
      'so much is taken › of one actor; their neighbours go on',
    ],
  },
  {
    n: 105,
    rule: 'documents have an ETag and may be kept for a while',
    tests: [
      'what is pushed is what is served › an answer that is known already is not sent again',
      'pages for everybody › a page comes with an ETag, and not again to those who have it',
    ],
  },
  {
    n: 106,
    rule: 'times are RFC 3339 in UTC',
    tests: ['every document that a node emits › has the shape that every server takes'],
  },
  {
    n: 107,
    rule: 'clean UTF-8 without NUL, out and in',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'the door of the inbox › NUL and half characters are taken out, not stumbled over',
    ],
  },
  {
    n: 108,
    rule: 'search obeys who may be found',
    tests: [
      'searching › what others wrote is found with their consent alone, and by members alone',
      'searching › people are found by a part of the name: those who wish it, and for members those elsewhere who do',
      'consent to being searched › of the object counts before that of its author; absent is no word at all',
    ],
  },
  {
    n: 109,
    rule: 'pages of people who do not wish to be indexed say noindex',
    tests: [
      'reading a story › a student teacher’s story is not for search engines',
      'smaller rules of the wire › who is found may be featured; who is not to be indexed says so in pages',
    ],
  },
  {
    n: 110,
    rule: 'WebFinger, NodeInfo, actors and objects may be read from any page',
    tests: [
      'finding a node and its people › WebFinger leads from the handle to the actor, and back',
      'finding a node and its people › NodeInfo 2.0 and 2.1 say what this is, and round small numbers of people',
      'the actors of a node › are served at their ids, without redirect, to both ways of asking',
      'what is pushed is what is served › an answer that is known already is not sent again',
    ],
  },
];
