import type { Row } from './row.ts';

const PHOTOS = 'comes with photos';
const NO_TEST = 'no test of it';

/** Hostile and bad inputs, in the order of the federation contract, and what must come of them. */
export const HOSTILE: readonly Row[] = [
  {
    n: 1,
    rule: 'an object on another host than its sender is dropped',
    tests: [
      'a good signature gives no right to › store an object of another host, of another author, or not for everybody',
    ],
  },
  {
    n: 2,
    rule: 'an object of another author, in any form, is dropped',
    tests: [
      'a good signature gives no right to › store an object of another host, of another author, or not for everybody',
    ],
  },
  {
    n: 3,
    rule: 'authorship never changes, not even on one host',
    tests: ['a good signature gives no right to › change or delete what another one wrote'],
  },
  {
    n: 4,
    rule: 'nobody changes or deletes what is another one’s, or another actor',
    tests: ['a good signature gives no right to › change or delete what another one wrote'],
  },
  {
    n: 5,
    rule: 'Undo, Accept and Reject of another one’s Follow or Like do nothing',
    tests: [
      'a good signature gives no right to › accept a follow in the place of the one who was asked',
      'a good signature gives no right to › become a follower in somebody else’s name, or end another one’s follow',
      'people on a Mastodon-shaped server › somebody else’s Undo takes nothing back',
    ],
  },
  {
    n: 6,
    rule: 'an Accept by somebody who was not asked does nothing',
    tests: ['a good signature gives no right to › accept a follow in the place of the one who was asked'],
  },
  {
    n: 7,
    rule: 'a good signature under another actor is 401',
    tests: ['a signature › of somebody else is 401'],
  },
  {
    n: 8,
    rule: 'a key that claims an owner elsewhere is 401',
    tests: ['a signature › by a key that its owner does not name is 401'],
  },
  {
    n: 9,
    rule: 'a signature that leaves out digest, host, target or date is 401',
    tests: ['a signature › that is missing, weak, old or of another request is 401'],
  },
  {
    n: 10,
    rule: 'a digest that is twice, of another kind or of another body is 401',
    tests: ['a signature › that is missing, weak, old or of another request is 401'],
    notYet: 'no test of a digest that stands twice',
  },
  {
    n: 11,
    rule: 'a time that is hours away, or none, is 401',
    tests: ['a signature › that is missing, weak, old or of another request is 401'],
  },
  {
    n: 12,
    rule: 'the same request again is 202 and has no effect',
    tests: ['the door of the inbox › ten copies at once have one effect'],
  },
  {
    n: 13,
    rule: 'old activities sent anew undo nothing newer',
    tests: [
      'people on a Mastodon-shaped server › an edit and a Delete of a reply are followed; an older edit is not',
      'a good signature gives no right to › bring back what was deleted before it came',
    ],
  },
  {
    n: 14,
    rule: 'a document restructured under a Linked Data signature gains nothing by it',
    notYet: NO_TEST,
  },
  { n: 15, rule: 'what is forwarded under another one’s signature is not believed', notYet: NO_TEST },
  { n: 16, rule: 'contexts are never fetched', notYet: NO_TEST },
  {
    n: 17,
    rule: 'JSON too deep, too long or with a prototype is 400',
    tests: ['the door of the inbox › JSON that is none, or breaks a bound, is 400'],
  },
  {
    n: 18,
    rule: 'a body too big, in chunks or packed is 413',
    tests: [
      'the door of the inbox › a body of 2 MB is 413, declared or in chunks, and what follows is served',
    ],
  },
  {
    n: 19,
    rule: 'answers of others are cut by size and by time',
    tests: [
      'size › an answer that announces too much is not even begun',
      'time › a document that drips in is cut at the total deadline',
      'time › a server that takes the request and says nothing is given up',
    ],
  },
  { n: 20, rule: 'requests that drip in are cut', notYet: NO_TEST },
  {
    n: 21,
    rule: 'addresses that are not public are refused, however written',
    tests: [
      'addresses › %s is not public',
      'the address of a document › the host %s is a local name, or turns out to be a refused address',
      '%s › refuses addresses written as the host',
    ],
  },
  {
    n: 22,
    rule: 'a name is judged by the address that is connected to',
    tests: ['a name that changes its mind › is judged by the very answer that is connected to'],
  },
  {
    n: 23,
    rule: 'three redirects, each checked anew and signed for its own host',
    tests: [
      'get › three hops are followed, a fourth is not',
      'get › a loop ends after four requests',
      'get › each hop is signed anew, for its own host',
      'redirects of %s › to refused addresses at hop %i',
      'a redirect from https to http is refused even where http is allowed',
    ],
  },
  {
    n: 24,
    rule: 'WebFinger and NodeInfo of others go through the same guard',
    tests: [
      '%s › is stopped by each of the other rules of a real district',
      'redirects of %s › to refused addresses at hop %i',
    ],
  },
  { n: 25, rule: 'media of others are not fetched and pages load none', notYet: NO_TEST },
  {
    n: 26,
    rule: 'a key at an address of ours is never fetched',
    tests: ['a signature › of somebody else is 401'],
  },
  {
    n: 27,
    rule: 'a document of another type is no document',
    tests: ['types › a document labelled "%s" is no actor'],
  },
  { n: 28, rule: 'a handle and its actor must lead to each other', notYet: NO_TEST },
  {
    n: 29,
    rule: 'hosts are compared in ASCII and lower case; names are ASCII',
    tests: ['the name of a server › is the host, however it was written'],
    notYet: 'no test of handles in other scripts',
  },
  {
    n: 30,
    rule: 'a thousand new hosts under one domain are bounded',
    notYet: 'limits are for each host, not for a domain',
  },
  { n: 31, rule: 'endless or circular threads cause no endless work', notYet: NO_TEST },
  { n: 32, rule: 'endless collections cause no endless work', notYet: NO_TEST },
  { n: 33, rule: 'thousands of tags or lines are cut', notYet: NO_TEST },
  { n: 34, rule: 'polls without bounds', outOfScope: 'polls are read as plain posts' },
  { n: 35, rule: 'times out of this world become now or none', notYet: NO_TEST },
  { n: 36, rule: 'only http and https addresses are kept', notYet: NO_TEST },
  {
    n: 37,
    rule: 'HTML of others is cleaned, and pages run no scripts of anybody',
    tests: [
      'a good signature gives no right to › leave marks in a page: what comes as HTML is cleaned',
      'the doors of the pages › browsers are told to load, frame and send nothing that is not ours',
    ],
  },
  { n: 38, rule: 'HTML that would break the cleaner becomes plain text', notYet: NO_TEST },
  { n: 39, rule: 'HTML that would keep a parser busy does not', notYet: NO_TEST },
  {
    n: 40,
    rule: 'a link to elsewhere says where it leads and vouches for nothing',
    tests: ['pieces of pages › a link to elsewhere says where it leads and vouches for nothing'],
  },
  {
    n: 41,
    rule: 'names are cut, without direction overrides, and stand apart',
    tests: ['pieces of pages › names stand apart and initials come from their ends'],
    notYet: 'no test of a name from elsewhere',
  },
  { n: 42, rule: 'pictures that are bombs', notYet: PHOTOS },
  { n: 43, rule: 'places in pictures are taken out', notYet: PHOTOS },
  { n: 44, rule: 'a boost of something private is dropped', notYet: NO_TEST },
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
    tests: ['who may read what, where › no list says a word to anybody who may not read it'],
  },
  { n: 48, rule: 'somebody suspended elsewhere says nothing here, not by a boost either', notYet: NO_TEST },
  {
    n: 49,
    rule: 'a rule covers sub-domains and ports',
    tests: ['the name of a server › covers its sub-domains and ports, and nobody else'],
    notYet: 'no test over the wire',
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
    tests: ['guarding oneself › followers go along with somebody who moves, when both accounts say so'],
    notYet: 'no test of a second Move and of a chain',
  },
  {
    n: 53,
    rule: 'a new key comes from the actor’s own host; a wholly new one makes a new identity',
    tests: ['a signature › by a key that its owner does not name is 401'],
    notYet: 'a wholly new key does not make a new identity',
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
  { n: 56, rule: 'a flood from one host is 429', notYet: NO_TEST },
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
  { n: 59, rule: 'a false word on who follows drops nobody', notYet: NO_TEST },
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
    tests: ['guarding oneself › a report from elsewhere waits for the moderators, plain and merged'],
    notYet: 'no test of the bounds',
  },
  {
    n: 62,
    rule: 'no address of ours leads to another site',
    tests: ['the doors of the pages › the way back never leads to another site'],
  },
  {
    n: 63,
    rule: 'NUL, half characters and line breaks in headers do no harm',
    tests: [
      'the door of the inbox › NUL and half characters are taken out, not stumbled over',
      'what is not HTTP › headers that would smuggle in others are not sent',
    ],
  },
  { n: 64, rule: 'an actor whose inbox lies elsewhere is nobody', notYet: NO_TEST },
  { n: 65, rule: 'two actors with one name stay two', notYet: NO_TEST },
  { n: 66, rule: 'two nodes that ask each other for keys come to an end', notYet: NO_TEST },
];
