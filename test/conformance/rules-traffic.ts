import type { Row } from './row.ts';

/** Signatures, inboxes and delivery: rules 32 to 57. */
export const TRAFFIC_RULES: readonly Row[] = [
  {
    n: 32,
    rule: 'every POST and GET of ours is signed by draft-cavage',
    tests: [
      'a Mastodon-shaped server › believed every signature',
      'people on a Mastodon-shaped server › every signature was believed, on both sides',
      'the actors of a node › are taken by a Mastodon-shaped server, round trip and all',
    ],
  },
  {
    n: 33,
    rule: 'draft-cavage and RFC 9421 are both believed',
    tests: [
      'a signature › is believed in every form that servers really send',
      'a signature › by RFC 9421 is believed too, and means what it covers',
    ],
  },
  {
    n: 34,
    rule: 'our signatures cover target, host, date and digest',
    tests: ['a Mastodon-shaped server › believed every signature'],
  },
  {
    n: 35,
    rule: 'our second form covers method, target and digest, with keyid and created',
    tests: [
      'a signature › of ours follows the second knock: who answers 401 to the older form gets RFC 9421',
      'smaller rules of the wire › the second knock has a signature that holds, over method, target and digest',
    ],
  },
  {
    n: 36,
    rule: 'signed when sent, never stored signed',
    tests: [
      'a Mastodon-shaped server › believed every signature',
      'what could not be delivered › is signed anew when it is sent again, hours later',
    ],
  },
  {
    n: 37,
    rule: 'incoming: an hour either way, and target, host, date and digest must be covered',
    tests: [
      'a signature › is believed in every form that servers really send',
      'a signature › that is missing, weak, old or of another request is 401',
      'smaller rules of the wire › a target that was signed without its query is believed',
    ],
  },
  {
    n: 38,
    rule: 'a key is believed when it and its actor name each other on one host, and the actor signed',
    tests: [
      'a signature › of somebody else is 401',
      'a signature › by a key that its owner does not name is 401',
      'a signature › with a key that its document says is somebody else’s is 401, on one host as well',
      'a signature › with a key on another server than the sender’s is 401, and that server is not asked',
      'a signature › by a key with an address of its own is believed when both name each other',
    ],
  },
  {
    n: 39,
    rule: 'a new key is looked for once, and not again for five minutes',
    tests: ['a signature › by a new key is believed after one look; bad ones cause no flood of looks'],
  },
  {
    n: 40,
    rule: 'Linked Data signatures are neither sent nor trusted',
    tests: [
      'senders that are not what they say › a signature inside a document lends it nothing',
      'smaller rules of the wire › what we send has no signature inside, and one plain type',
    ],
  },
  {
    n: 41,
    rule: 'integrity proofs are neither sent nor trusted',
    tests: [
      'senders that are not what they say › a signature inside a document lends it nothing',
      'smaller rules of the wire › what we send has no signature inside, and one plain type',
    ],
  },
  { n: 42, rule: 'a key id must be a web address', tests: ['a signature › of somebody else is 401'] },
  {
    n: 43,
    rule: 'inboxes take the ActivityPub types alone; we send application/activity+json without charset',
    tests: [
      'the door of the inbox › another content type is 415',
      'smaller rules of the wire › what we send has no signature inside, and one plain type',
    ],
  },
  {
    n: 44,
    rule: '202 as soon as the signature holds and the bytes are stored; effects come later',
    tests: ['smaller rules of the wire › an answer does not wait for what an activity needs'],
  },
  {
    n: 45,
    rule: 'answers mean what senders make of them; passing trouble is never a lasting refusal',
    tests: [
      'the door of the inbox › JSON that is none, or breaks a bound, is 400',
      'the door of the inbox › an inbox that is not there is 404',
      'the door of the inbox › a blocked host is 403, whatever it sends, and is asked nothing',
      'a signature › by a key that cannot be had just now is 503: the sender comes again',
      'while the database is away › every inbox is 503, so that senders come again',
      'senders that are not what they say › a flood from one host is 429 for that host, with a time to come back',
    ],
  },
  {
    n: 46,
    rule: 'after a long absence every known server hears from us',
    tests: [
      'a node that was away for days › says nothing after a day or two',
      'a node that was away for days › tells every known server, a portion at a time, by somebody whom it knows',
      'a node that was away for days › gets at once what other districts have kept for it',
    ],
  },
  {
    n: 47,
    rule: 'a departure of somebody unknown is 202, and nothing is fetched',
    tests: ['the door of the inbox › the departure of somebody unknown is 202, and nobody is asked about it'],
  },
  {
    n: 48,
    rule: 'more than 1 MB is 413, declared or counted',
    tests: [
      'the door of the inbox › a body of 2 MB is 413, declared or in chunks, and what follows is served',
    ],
  },
  {
    n: 49,
    rule: 'one shared inbox and one for each actor, alike',
    tests: [
      'the door of the inbox › an inbox that is not there is 404',
      'the door of the inbox › ten copies at once have one effect',
    ],
  },
  {
    n: 50,
    rule: 'the same activity twice is 202 and nothing; ids are kept for a month',
    tests: [
      'the door of the inbox › ten copies at once have one effect',
      'smaller rules of the wire › ids of activities are kept for a month',
    ],
  },
  {
    n: 51,
    rule: 'one request for each server; failures come again, refusals do not',
    tests: [
      'smaller rules of the wire › two followers on one server get one request; a refusal is not tried again',
      'what could not be delivered › comes again when the trouble may pass: when the server asks for, else soon; and arrives once',
      'what could not be delivered › comes again after half a minute, then less and less often for a week, then an administrator reads of it',
      'what could not be delivered › does not come again when it was refused, not in a week',
      'an inbox that says that nobody is there › of somebody whose account answers %d: they are no follower any more',
      'an inbox that says that nobody is there › of people who have another one now: there they get what the old one refused, and all that follows',
      'an inbox that says that nobody is there › of somebody who is still there: they stay, and are asked once, not for every message',
    ],
  },
  {
    n: 52,
    rule: 'no hidden addressees leave the node',
    tests: ['every document that a node emits › has the shape that every server takes'],
  },
  {
    n: 53,
    rule: 'only what concerns somebody here is kept',
    tests: [
      'a good signature gives no right to › store what concerns nobody here',
      'the door of the inbox › lets a note of somebody who is followed in',
    ],
  },
  {
    n: 54,
    rule: 'others take a story when somebody there follows its author or the district',
    tests: [
      'a Mastodon-shaped server › shows a follower title, gist and link, once',
      'a Mastodon-shaped server › gets what the district boosts exactly once, and loses it with the take-back',
    ],
  },
  {
    n: 55,
    rule: 'a document that is not shown to us is taken as not there',
    tests: ['smaller rules of the wire › what is not shown to us is not there; what is away may come back'],
  },
  {
    n: 56,
    rule: 'forwarding of replies',
    outOfScope:
      'we pass nothing on: replies stand in collections, which others read; what others pass on is input H15',
  },
  {
    n: 57,
    rule: 'synchronisation of followers',
    outOfScope: 'nothing leaves the node that is for followers only',
  },
];
