import type { Row } from './row.ts';

/** Forged, replayed and endless: inputs H1 to H33. */
export const AT_THE_DOOR: readonly Row[] = [
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
    tests: [
      'a good signature gives no right to › change or delete what another one wrote',
      'what somebody wrote stays theirs › %s of one is never another’s on the same server',
    ],
  },
  {
    n: 4,
    rule: 'nobody changes or deletes what is another one’s, or another actor',
    tests: [
      'a good signature gives no right to › change or delete what another one wrote',
      'what somebody wrote stays theirs › %s of one is never another’s on the same server',
    ],
  },
  {
    n: 5,
    rule: 'Undo, Accept and Reject of another one’s Follow or Like do nothing',
    tests: [
      'a good signature gives no right to › accept a follow in the place of the one who was asked',
      'a good signature gives no right to › become a follower in somebody else’s name, or end another one’s follow',
      'people on a Mastodon-shaped server › somebody else’s Undo takes nothing back',
      'a good signature gives no right to › take back a Like or a boost of somebody else, not by its address either',
    ],
  },
  {
    n: 6,
    rule: 'an Accept by somebody who was not asked does nothing',
    tests: [
      'a good signature gives no right to › accept a follow in the place of the one who was asked',
      'senders that are not what they say › an Accept of a follow that was never sent does nothing',
    ],
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
    tests: [
      'a signature › that is missing, weak, old or of another request is 401',
      'senders that are not what they say › a digest that stands twice, or is too short, is 401',
    ],
  },
  {
    n: 11,
    rule: 'a time that is hours away, or none, is 401',
    tests: ['a signature › that is missing, weak, old or of another request is 401'],
  },
  {
    n: 12,
    rule: 'the same request again is 202 and has no effect',
    tests: [
      'the door of the inbox › ten copies at once have one effect',
      'senders that are not what they say › the very same request again is 202 and one activity',
    ],
  },
  {
    n: 13,
    rule: 'old activities sent anew undo nothing newer',
    tests: [
      'people on a Mastodon-shaped server › an edit and a Delete of a reply are followed; an older edit is not',
      'a good signature gives no right to › bring back what was deleted before it came',
      'a good signature gives no right to › delete what another one has not even sent yet',
    ],
  },
  {
    n: 14,
    rule: 'a document restructured under a Linked Data signature gains nothing by it',
    tests: [
      'senders that are not what they say › a signature inside a document lends it nothing',
      'JSON-LD in other forms › what would need a fetch, or hides things in a graph, is not read',
    ],
  },
  {
    n: 15,
    rule: 'what is forwarded under another one’s signature is not believed; it is asked for where it lives',
    tests: [
      'what another server passes on › is asked for where it lives, and nothing of what was passed on is believed',
      'what another server passes on › brings nothing that its author’s server does not have',
      'what another server passes on › is not asked for at all when it answers nothing that is held here',
      'what another server passes on › changes or removes what is held only if it has changed, or is gone, where it lives',
      'what another server passes on › is asked for once in five minutes, and a hundred at a time for one server',
      'what another server passes on › is refused without a signature that holds, from the author’s own server, or as anything but an object',
      'senders that are not what they say › a signature inside a document lends it nothing',
    ],
  },
  {
    n: 16,
    rule: 'contexts are never fetched',
    tests: [
      'what somebody who is known sends › makes nothing here ask for contexts, collections, pictures or parents',
    ],
  },
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
  {
    n: 20,
    rule: 'requests that drip in are cut',
    tests: [
      'a request that drips in › with its headers is 408 and cut, and nothing of ours has seen it',
      'a request that drips in › with its body %s is 408 and cut',
      'a request that drips in › is cut too where it is read by Express, or was answered before its end',
      'a request that drips in › gets ten seconds for its headers, fifteen for its body, two minutes for photos',
    ],
  },
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
  {
    n: 25,
    rule: 'media of others are not fetched and pages load none',
    tests: [
      'what somebody who is known sends › makes nothing here ask for contexts, collections, pictures or parents',
      'the doors of the pages › browsers are told to load, frame and send nothing that is not ours',
    ],
  },
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
  {
    n: 28,
    rule: 'a handle and its actor must lead to each other',
    tests: ['senders that are not what they say › a handle that leads to somebody of another name is nobody'],
  },
  {
    n: 29,
    rule: 'hosts are compared in ASCII and lower case; names are ASCII',
    tests: [
      'the name of a server › is the host, however it was written',
      'senders that are not what they say › handles are read in one script, hosts in one form',
    ],
  },
  {
    n: 30,
    rule: 'a thousand new hosts under one domain are bounded',
    tests: [
      'strangers without end › on new servers under one domain: ten a day, and those that are known go on',
      'strangers without end › on one server: so many a day, more once it has been known for a day',
      'strangers without end › who only use the names of servers take no places from those that are there',
      'strangers without end › named by somebody who is known: they are not asked for either',
    ],
  },
  {
    n: 31,
    rule: 'endless or circular threads cause no endless work',
    tests: [
      'what somebody who is known sends › in circles or without end answers nothing, and is asked for nowhere',
      'a thread that is read at another server › goes down twenty levels and no further',
      'a thread that is read at another server › leads up to a story of ours, when one of ours is spoken to below something that never came',
    ],
  },
  {
    n: 32,
    rule: 'endless or lying collections cause no endless work, and bring nothing false',
    tests: [
      'a thread that is read at another server › never goes on for ever: not in circles, not by pages without end',
      'a thread that is read at another server › brings nothing by a list that lies',
      'a thread that is read at another server › asks nobody for a list on another host, or of another type',
      'what somebody who is known sends › makes nothing here ask for contexts, collections, pictures or parents',
    ],
  },
  {
    n: 33,
    rule: 'thousands of tags or lines are cut',
    tests: [
      'what somebody who is known sends › with thousands of tags and lines is cut, and nobody who is named is asked for',
    ],
  },
];
