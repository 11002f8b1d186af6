import { describe, expect, test } from '@jest/globals';
import type { Json } from '../support/peer-actor.ts';
import { expandSafely } from '../support/wire-json-ld.ts';
import { fixture, schemaProblems } from '../support/wire-schemas.ts';
import { problemsOf } from '../support/wire-shape.ts';

const STORY = fixture('story');
const TRY = fixture('try');
const THANKS = fixture('thanks');
const CALL = fixture('call');
const P = 'https://www.w3.org/ns/activitystreams#Public';

/** Something that must not pass: a change of a good document, or the taking away of a word of it. */
const bad = (document: Json, changes: Json[]): [string, Json][] =>
  changes.map((change) => [JSON.stringify(change).slice(0, 60), { ...document, ...change }]);

describe('the published schemas', () => {
  test('take the story and the try that are written down as examples', () => {
    expect(schemaProblems('story', STORY)).toEqual([]);
    expect(schemaProblems('try', TRY)).toEqual([]);
    expect(schemaProblems('thanks', THANKS)).toEqual([]);
    expect(schemaProblems('try', STORY)).not.toEqual([]);
    expect(schemaProblems('story', TRY)).not.toEqual([]);
    expect(schemaProblems('thanks', TRY)).not.toEqual([]);
    expect(schemaProblems('try', THANKS)).not.toEqual([]);
    expect(schemaProblems('call', CALL)).toEqual([]);
    for (const other of [STORY, TRY]) expect(schemaProblems('call', other)).not.toEqual([]);
    for (const name of ['story', 'try'] as const) expect(schemaProblems(name, CALL)).not.toEqual([]);
  });

  test.each(
    Object.keys(STORY).filter(
      (key) =>
        !['@context', 'updated', 'context', 'conversation', 'replies', 'license', 'isBasedOn'].includes(
          key,
        ) &&
        (!key.startsWith('tp:') || ['tp:kind', 'tp:version', 'tp:tries'].includes(key)),
    ),
  )('miss %s in a story', (key) => {
    expect(schemaProblems('story', { ...STORY, [key]: undefined })).not.toEqual([]);
  });

  test.each(
    bad(STORY, [
      { name: 'a <b> c' },
      { name: 'a &amp; b' },
      { name: 'x'.repeat(121) },
      { name: 'two\nlines' },
      { summary: 'See https://elsewhere.example' },
      { summary: 'With @sam' },
      { summary: 'x'.repeat(301) },
      { to: P },
      { to: ['as:Public'] },
      { to: [] },
      { attributedTo: [STORY.attributedTo] },
      { url: [STORY.url] },
      { contentMap: {} },
      { contentMap: { en: 'a', fi: 'b' } },
      { published: '2026-11-20T15:04:05.123Z' },
      { published: '2026-13-40T15:04:05Z' },
      { tag: STORY.tag[0] },
      { tag: [{ type: 'Hashtag', name: 'no sharp', href: STORY.url }] },
      { 'tp:sections': [{ key: 'other', markdown: 'x' }] },
      { 'tp:ages': '15' },
      { 'tp:classSize': 'many' },
      { 'tp:version': 0 },
      { 'tp:lineage': Array.from({ length: 21 }, () => STORY.url) },
      { '@context': ['https://www.w3.org/ns/activitystreams', 'https://elsewhere.example/context'] },
    ]),
  )('refuse a story with %s', (_, document) => {
    expect(schemaProblems('story', document)).not.toEqual([]);
  });

  test.each(
    bad(TRY, [
      { 'tp:happened': '' },
      { 'tp:verdict': 'five stars' },
      { isBasedOn: undefined },
      { inReplyTo: undefined },
      { 'tp:lineage': [] },
      { type: 'Article' },
      { tag: [{ type: 'Mention', name: '@ruth', href: TRY.isBasedOn }] },
    ]),
  )('refuse a try with %s', (_, document) => {
    expect(schemaProblems('try', document)).not.toEqual([]);
  });

  test.each(
    bad(THANKS, [
      { 'tp:reason': 'five stars' },
      { 'tp:reason': undefined },
      { inReplyTo: undefined },
      { type: 'Article' },
      { 'tp:kind': 'adaptation' },
    ]),
  )('refuse a thank-you with %s', (_, document) => {
    expect(schemaProblems('thanks', document)).not.toEqual([]);
  });

  test.each(
    bad(CALL, [
      { 'tp:state': 'shut' },
      { 'tp:state': undefined },
      { 'tp:subjects': undefined },
      { inReplyTo: TRY.inReplyTo },
      { name: 'A title' },
      { summary: 'A fold' },
      { content: '' },
      { type: 'Question' },
      { context: undefined },
    ]),
  )('refuse a question with %s', (_, document) => {
    expect(schemaProblems('call', document)).not.toEqual([]);
  });
});

describe('the shape rules', () => {
  const create = (object: Json, more: Json = {}): Json => {
    const { '@context': context, replies: _, ...embedded } = object;
    return {
      '@context': context,
      id: `${object.id}/activities/create`,
      type: 'Create',
      actor: object.attributedTo,
      published: object.published,
      to: object.to,
      cc: object.cc,
      object: embedded,
      ...more,
    };
  };

  test('find nothing in the examples', () => {
    for (const document of [
      STORY,
      TRY,
      THANKS,
      CALL,
      create(STORY),
      create(TRY),
      create(THANKS),
      create(CALL),
    ])
      expect(problemsOf(document)).toEqual([]);
  });

  test.each<[rule: string, document: Json]>([
    ['16', { ...STORY, '@context': 'https://elsewhere.example/context' }],
    ['16', create(STORY, { object: STORY })],
    ['52', { ...STORY, bto: [STORY.attributedTo] }],
    ['59', { ...STORY, to: ['as:Public', P] }],
    ['60', create(STORY, { cc: [] })],
    ['61', { ...STORY, cc: [STORY.attributedTo] }],
    ['61', { ...TRY, cc: [`${TRY.attributedTo}/followers`] }],
    ['61', { ...STORY, cc: [...STORY.cc, ...STORY.cc] }],
    ['67', { ...STORY, sensitive: undefined }],
    ['69', { ...STORY, tag: [{ type: 'Hashtag', name: '#2026', href: STORY.url }] }],
    ['70', { ...TRY, tag: [{ ...TRY.tag[0], name: '@ruth' }] }],
    ['74', create(STORY, { type: 'Update', object: { ...create(STORY).object, updated: undefined } })],
    ['83', { ...TRY, inReplyTo: undefined }],
    ['a question begins', { ...CALL, inReplyTo: TRY.inReplyTo }],
    ['106', { ...STORY, published: '2026-11-20T15:04:05.000Z' }],
    ['107', { ...STORY, content: 'a\0b' }],
    ['R2', { ...STORY, name: 'Salt &amp; light' }],
    ['R3', { ...STORY, summary: '<p>Gist</p>' }],
    ['R5', { ...STORY, content: '<p><script></script></p>' }],
    ['R5', { ...STORY, content: '<ul><li>cut' }],
    ['R6', create({ ...STORY, content: 'x'.repeat(40_000), contentMap: { en: 'x'.repeat(40_000) } })],
    ['R8', { ...STORY, url: 'https://elsewhere.example/' }],
    ['R9', { ...STORY, tag: STORY.tag[0] }],
    ['R9', { ...STORY, attributedTo: [STORY.attributedTo] }],
    ['R10', { ...STORY, nameMap: { ...STORY.nameMap, fi: 'Hei' } }],
    ['R11', { ...STORY, likes: {} }],
    ['R13', { ...STORY, updated: STORY.published }],
    ['nothing is null', { ...STORY, license: null }],
  ])('rule %s is looked after', (rule, document) => {
    expect(problemsOf(document).map((problem) => problem.split(/[ :]/)[0])).toContain(rule.split(' ')[0]);
  });

  test('a word that means nothing is found in JSON-LD', async () => {
    await expect(expandSafely(STORY)).resolves.toBeDefined();
    for (const [word, document] of [
      ['misspelt', { ...STORY, misspelt: 1 }],
      ['tp:inner', { ...STORY, tag: [{ ...STORY.tag[0], unheardOf: true }] }],
      ['a context', { ...STORY, '@context': [...STORY['@context'], 'https://elsewhere.example/context'] }],
    ] as const)
      await expect(expandSafely(document).then(() => word)).rejects.toThrow();
  });
});
