import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readActivity } from '../../federation/read-activity.ts';
import { receivedActor } from '../../federation/translate/received-actor.ts';
import { receivedObject } from '../../federation/translate/received-object.ts';
import { evidenceTable } from '../../server/domain/evidence-table.ts';
import type { Json } from '../support/peer-actor.ts';
import { expandSafely } from '../support/wire-json-ld.ts';
import { fixture } from '../support/wire-schemas.ts';

const NOW = new Date('2026-12-24T12:00:00Z');
const ALICE = 'https://riverside.example/ap/actors/01alice';
const STORY = 'https://riverside.example/ap/stories/01story';

/** Every fixture, and what is read in it: an object of this type, an actor of this kind, or an activity. */
const READ: Record<
  string,
  { object?: 'work' | 'note'; actor?: string; activity?: string; carries?: 'work' | 'note' }
> = {
  person: { actor: 'person' },
  group: { actor: 'group' },
  'instance-actor': { actor: 'application' },
  article: { object: 'work' },
  'article-with-images': { object: 'work' },
  'followers-only-note': { object: 'note' },
  question: { object: 'note' },
  create: { activity: 'Create', carries: 'work' },
  'update-article': { activity: 'Update', carries: 'work' },
  'note-reply': { activity: 'Create', carries: 'note' },
  'poll-vote': { activity: 'Create', carries: 'note' },
  'announce-compat': { activity: 'Announce' },
  'announce-wrapped': { activity: 'Announce' },
  'delete-story': { activity: 'Delete' },
  'delete-actor': { activity: 'Delete' },
  move: { activity: 'Move' },
  flag: { activity: 'Flag' },
  block: { activity: 'Block' },
  follow: { activity: 'Follow' },
  'undo-follow': { activity: 'Undo' },
  accept: { activity: 'Accept' },
  reject: { activity: 'Reject' },
  like: { activity: 'Like' },
  'like-with-emoji': { activity: 'Like' },
  'emoji-react': { activity: 'EmojiReact' },
  'undo-like': { activity: 'Undo' },
  'accept-quote': { activity: 'Accept' },
  tombstone: {},
  'quote-authorization': {},
  'featured-collection': {},
  'followers-hidden': {},
  followers: {},
};

describe('documents of other servers', () => {
  test('are all here', () => {
    const files = readdirSync(new URL('../support/wire-fixtures/', import.meta.url)).map((name) =>
      name.replace('.json', ''),
    );
    expect(files.filter((name) => !['story', 'try', 'thanks', 'call'].includes(name)).sort()).toEqual(
      Object.keys(READ).sort(),
    );
  });

  test.each(Object.entries(READ))('%s is read as what it is, and as nothing else', async (name, read) => {
    const json = fixture(name);
    expect(receivedObject(json, NOW)?.type ?? null).toBe(read.object ?? null);
    expect(receivedActor(json, NOW)?.kind ?? null).toBe(read.actor ?? null);
    const activity = await readActivity(JSON.stringify(json));
    expect(activity).toEqual(json);
    if (read.activity) expect(activity?.type).toBe(read.activity);
    const carried = read.carries ? receivedObject(activity?.object, NOW) : null;
    expect(carried?.type ?? null).toBe(read.carries ?? null);
    await expandSafely(json);
  });

  test('a person', () => {
    expect(receivedActor(fixture('person'), NOW)).toMatchObject({
      uri: ALICE,
      kind: 'person',
      handle: 'alice',
      host: 'riverside.example',
      name: 'Alice Okafor',
      url: 'https://riverside.example/@alice',
      inbox: `${ALICE}/inbox`,
      sharedInbox: 'https://riverside.example/ap/inbox',
      outbox: `${ALICE}/outbox`,
      followers: `${ALICE}/followers`,
      following: `${ALICE}/following`,
      iconUrl: 'https://riverside.example/media/alice.png',
      keyId: `${ALICE}#main-key`,
      keyPem: expect.stringContaining('BEGIN PUBLIC KEY'),
      manuallyApproves: false,
      discoverable: true,
      indexable: true,
      suspended: false,
      movedTo: null,
      alsoKnownAs: ['https://oldschool.example/users/alice'],
      attributionDomains: ['riverside.example'],
      publishedAt: new Date('2026-09-01T00:00:00Z'),
    });
    expect(receivedActor(fixture('person'), NOW)?.fields.map((field) => field.name)).toEqual([
      'School',
      'Web',
    ]);
    expect(receivedActor(fixture('instance-actor'), NOW)).toMatchObject({
      handle: 'riverside.example',
      manuallyApproves: true,
    });
  });

  test('an article', () => {
    expect(receivedObject(fixture('article'), NOW)).toMatchObject({
      type: 'work',
      kind: 'article',
      uri: STORY,
      authorUri: ALICE,
      url: 'https://riverside.example/@alice/the-big-half',
      title: 'Why my class stopped saying ‘the big half’',
      gist: 'Three lessons, one paper strip and a lot of arguing: what changed when pupils had to prove that two halves are equal.',
      lang: 'en',
      tags: ['LessonStudy', 'Fractions'],
      licence: 'cc-by',
      sections: [],
      builtOn: [],
      lineage: [],
      version: 1,
      isPublic: true,
      publishedAt: new Date('2026-11-20T15:04:05Z'),
      updatedAt: null,
    });
    expect(receivedObject(fixture('article-with-images'), NOW)).toMatchObject({ photos: 2 });
    const update = receivedObject((fixture('update-article') as Json).object, NOW);
    expect(update?.updatedAt).toEqual(new Date('2026-11-21T09:30:00Z'));
  });

  test('notes: a reply, one for followers, a poll, a vote', () => {
    const bob = 'https://mastodon.example/users/bob';
    expect(receivedObject(fixture('note-reply').object, NOW)).toMatchObject({
      inReplyTo: `${bob}/statuses/1154`,
      mentions: [bob],
      isPublic: true,
      lang: 'en',
      contentHtml: expect.stringContaining('we used 21&nbsp;cm strips'),
    });
    expect(receivedObject(fixture('followers-only-note'), NOW)).toMatchObject({
      isPublic: false,
      inReplyTo: null,
    });
    expect(receivedObject(fixture('question'), NOW)).toMatchObject({ isPublic: true, inReplyTo: null });
    expect(receivedObject(fixture('poll-vote').object, NOW)).toMatchObject({
      isPublic: false,
      contentHtml: '',
    });
  });

  test('a story in our terms', () => {
    const json = fixture('story');
    expect(receivedObject(json, NOW)).toEqual({
      type: 'work',
      kind: 'practice-story',
      uri: json.id,
      authorUri: json.attributedTo,
      url: json.url,
      lang: 'en',
      title: json.name,
      gist: json.summary,
      gistOther: json['tp:gistOther'],
      contentHtml: json.content,
      sections: json['tp:sections'],
      subjects: ['sciences'],
      focus: ['questioning-discussion'],
      tags: ['WaitTime'],
      ageMin: 15,
      ageMax: 16,
      levelLabel: 'Grade 10',
      classSize: '20-29',
      whyItMatters: json['tp:whyItMatters'],
      madePossibleBy: json['tp:madePossibleBy'],
      licence: 'cc-by',
      builtOn: [{ uri: STORY }],
      lineage: [STORY],
      version: 2,
      changeNote: json['tp:changeNote'],
      photos: 0,
      searchable: null,
      isPublic: true,
      thread: { context: json.context, conversation: json.conversation, replies: `${json.id}/replies` },
      publishedAt: new Date(json.published),
      updatedAt: new Date(json.updated),
      raw: json,
    });
  });

  test('a try in our terms', () => {
    const json = fixture('try');
    expect(receivedObject(json, NOW)).toEqual({
      type: 'try',
      uri: json.id,
      authorUri: json.attributedTo,
      url: json.url,
      lang: 'en',
      contentHtml: json.content,
      ofUri: json.inReplyTo,
      context: json['tp:context'],
      changed: json['tp:changed'],
      kept: json['tp:kept'],
      happened: json['tp:happened'],
      verdict: 'worked',
      tip: json['tp:tip'],
      evidence: [
        evidenceTable.parse({
          ...json['tp:evidence'][0],
          rows: [
            { cells: ['4a', 11, 19], n: 24 },
            { cells: ['4b', null, 16], n: 21 },
          ],
        }),
      ],
      gistOther: json['tp:gistOther'],
      subjects: ['music'],
      ageMin: 9,
      ageMax: 10,
      lineage: json['tp:lineage'],
      isPublic: true,
      thread: { context: json.context, conversation: json.conversation, replies: `${json.id}/replies` },
      publishedAt: new Date(json.published),
      updatedAt: null,
      raw: json,
    });
  });

  test('a thank-you in our terms', () => {
    const json = fixture('thanks');
    const read = {
      type: 'note',
      uri: json.id,
      authorUri: json.attributedTo,
      inReplyTo: json.inReplyTo,
      mentions: ['https://northside.example/ap/actors/01kbruth'],
      contentHtml: json.content,
    };
    expect(receivedObject(json, NOW)).toMatchObject({
      ...read,
      thanks: 'changed-how-i-teach',
      besideThanksHtml: json.content.replace(/<p><strong>.*?<\/strong><\/p>/, ''),
    });
    // for something that nobody here knows it is a reply like any other
    for (const more of [{ 'tp:reason': 'five-stars' }, { 'tp:reason': ['used-it'] }, { 'tp:kind': 'call' }]) {
      const plain = receivedObject({ ...json, ...more }, NOW);
      expect(plain).toMatchObject(read);
      expect(plain).not.toHaveProperty('thanks');
    }
  });

  test('a question in our terms', () => {
    const json = fixture('call');
    const words =
      'Who lets wrong answers stand on the board for a whole lesson, and how do you keep it from shaming anybody?';
    expect(receivedObject(json, NOW)).toEqual({
      type: 'work',
      kind: 'call',
      callState: 'answered',
      uri: json.id,
      authorUri: json.attributedTo,
      url: json.url,
      lang: 'en',
      title: 'Who lets wrong answers stand on the board for a whole lesson, and how do you keep it from…',
      gist: words,
      gistOther: json['tp:gistOther'],
      contentHtml: json.content,
      sections: [],
      subjects: ['mathematics'],
      focus: [],
      tags: [],
      ageMin: 10,
      ageMax: 11,
      levelLabel: '',
      classSize: null,
      whyItMatters: '',
      madePossibleBy: '',
      licence: 'read-only',
      builtOn: [],
      lineage: [],
      version: 2,
      changeNote: '',
      photos: 0,
      searchable: null,
      isPublic: true,
      thread: { context: json.context, conversation: json.conversation, replies: `${json.id}/replies` },
      publishedAt: new Date(json.published),
      updatedAt: new Date(json.updated),
      raw: json,
    });
  });

  test('a question that is not in our terms is a post, or an article', () => {
    const json = fixture('call');
    for (const more of [
      { inReplyTo: json.attributedTo },
      { inReplyTo: 'x' },
      { content: '<p> </p>', contentMap: undefined },
      { content: undefined, contentMap: undefined },
      { 'tp:kind': 'Call' },
      { type: 'Question' },
    ])
      expect([more, receivedObject({ ...json, ...more }, NOW)?.type]).toEqual([more, 'note']);
    expect(receivedObject({ ...json, type: 'Article', name: 'x' }, NOW)).toMatchObject({ kind: 'article' });
    expect(receivedObject({ ...json, 'tp:state': 'shut' }, NOW)).toMatchObject({ callState: 'open' });
  });
});
