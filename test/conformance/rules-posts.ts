import type { Row } from './row.ts';

/** Who reads what, and what posts look like: rules 58 to 82. */
export const POST_RULES: readonly Row[] = [
  {
    n: 58,
    rule: 'who an object is for follows from to and cc; what is not for everybody is dropped',
    tests: [
      'a good signature gives no right to › store an object of another host, of another author, or not for everybody',
      'smaller rules of the wire › Public is read in every spelling, also where it is quiet',
    ],
  },
  {
    n: 59,
    rule: 'Public is written in full, and read in its short forms too',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'smaller rules of the wire › Public is read in every spelling, also where it is quiet',
    ],
  },
  {
    n: 60,
    rule: 'an activity and its object go to the same people',
    tests: ['every document that a node emits › has the shape that every server takes'],
  },
  {
    n: 61,
    rule: 'who is answered is addressed and mentioned, by the id',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'people on a Mastodon-shaped server › an answer of the author reaches the one who asked, and its take-back as well',
    ],
  },
  {
    n: 62,
    rule: 'replies to posts for followers',
    outOfScope: 'nothing leaves the node that is for followers only',
  },
  {
    n: 63,
    rule: 'everybody who is addressed is mentioned',
    tests: [
      'smaller rules of the wire › everybody who is addressed is mentioned, in the markup that others know',
    ],
  },
  {
    n: 64,
    rule: 'boosts are public, to the followers and the author; a foreign boost brings nothing private in',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'a good signature gives no right to › put words into another one’s mouth with a boost',
      'what somebody who is known sends › that is private is not brought in by a boost, nor is what is private here boosted',
    ],
  },
  {
    n: 65,
    rule: 'what may not be read looks like what never was',
    tests: [
      'a Mastodon-shaped server › hears nothing of what stays in the district',
      'who may read what, where › a thing’s own addresses show it to those who may read it, and are not there for anybody else',
    ],
  },
  {
    n: 66,
    rule: 'media of what is not public has addresses that cannot be guessed',
    tests: [
      'who sees a photo › those who may read its story; for everybody else there is nothing, as where nothing ever was',
      'who may read what, where › a photo is there for those who may read its story, and for nobody else',
      'photos on other servers › a story brings its first photo as its picture, with its text, its size and an address that cannot be guessed',
    ],
  },
  {
    n: 67,
    rule: 'posts have every property that others read',
    tests: ['every document that a node emits › has the shape that every server takes'],
  },
  {
    n: 68,
    rule: 'mentions and hashtags in the markup that others know',
    tests: [
      'smaller rules of the wire › everybody who is addressed is mentioned, in the markup that others know',
    ],
  },
  {
    n: 69,
    rule: 'subjects, the how and tags are hashtags',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'a Mastodon-shaped server › shows a follower title, gist and link, once',
    ],
  },
  {
    n: 70,
    rule: 'a mention names the host too',
    tests: ['every document that a node emits › has the shape that every server takes'],
  },
  { n: 71, rule: 'custom emoji of ours', outOfScope: 'we define none; those of others stay words' },
  {
    n: 72,
    rule: 'photos in sizes and types that all take',
    tests: [
      'photos on other servers › a story brings its first photo as its picture, with its text, its size and an address that cannot be guessed',
      'a photo is taken in › even a picture of noise stays below 2 MB',
      'every document that a node emits › has the shape that every server takes',
    ],
  },
  {
    n: 73,
    rule: 'photos have a text when they are published',
    tests: [
      'the questions about a photo › hold the story until all of them are answered',
      'the questions about a photo › a published story keeps its photos answered for; a new one waits until the story is saved with it',
    ],
  },
  {
    n: 74,
    rule: 'an Update carries the whole object and is strictly later',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'a Mastodon-shaped server › two edits in the same second are both shown',
      'a try that is told better › reaches everybody who has it, and says when it was edited, here and where the story lives',
    ],
  },
  {
    n: 75,
    rule: 'an Update of what never came is taken like something new',
    tests: ['smaller rules of the wire › an Update of what never came is taken like something new'],
  },
  {
    n: 76,
    rule: 'an incoming edit is its author’s, from the same host, and later',
    tests: [
      'a good signature gives no right to › change or delete what another one wrote',
      'what somebody wrote stays theirs › %s of one is never another’s on the same server',
      'people on a Mastodon-shaped server › an edit and a Delete of a reply are followed; an older edit is not',
    ],
  },
  { n: 77, rule: 'polls and votes', outOfScope: 'we make none; a question of others is read as a post' },
  {
    n: 78,
    rule: 'sending likes and reactions',
    outOfScope: 'nobody here likes: whoever tried it says how it went',
  },
  {
    n: 79,
    rule: 'an Undo embeds what it undoes; an incoming one may name it by its address',
    tests: [
      'every document that a node emits › has the shape that every server takes',
      'a good signature gives no right to › become a follower in somebody else’s name, or end another one’s follow',
      'a good signature gives no right to › take back a Like or a boost of somebody else, not by its address either',
    ],
  },
  {
    n: 80,
    rule: 'answers embed the Follow; a follow counts when the one who was asked said yes',
    tests: [
      'a Mastodon-shaped server › finds a teacher by handle and follows her',
      'a good signature gives no right to › accept a follow in the place of the one who was asked',
    ],
  },
  {
    n: 81,
    rule: 'a block ends follows both ways; it is told to the other server only when asked for',
    tests: [
      'guarding oneself › blocking ends follows both ways, and what they send is refused',
      'guarding oneself › being blocked ends follows both ways',
      'guarding oneself › their server is told only when asked to',
    ],
  },
  {
    n: 82,
    rule: 'quotes are asked for, allowed by a stamp that we serve, and can be withdrawn',
    tests: [
      'guarding oneself › nobody may quote unless the author opens it',
      'guarding oneself › a quote of a post on another server is not answered',
      'quotes of a story › are seen by its author alone, who may withdraw each',
    ],
  },
];
