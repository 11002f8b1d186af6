import { describe, expect, test } from '@jest/globals';
import { readActivity } from '../../federation/read-activity.ts';
import { receivedObject } from '../../federation/translate/received-object.ts';
import { AS, PUBLIC } from '../support/peer-actor.ts';

const NOW = new Date('2026-12-24T12:00:00Z');
const ID = 'https://elsewhere.example/notes/1';
const BOB = 'https://elsewhere.example/users/bob';

describe('JSON-LD in other forms', () => {
  const compact = {
    '@context': AS,
    id: `${BOB}#create`,
    type: 'Create',
    actor: BOB,
    to: [PUBLIC],
    object: { id: ID, type: 'Note', attributedTo: BOB, content: 'Hi', to: [PUBLIC] },
  };
  const iri = (name: string) => `${AS}#${name}`;
  const ids = (...all: string[]) => all.map((id) => ({ '@id': id }));

  test('expanded is brought into the compact form', async () => {
    const expanded = {
      '@id': compact.id,
      '@type': [iri('Create')],
      [iri('actor')]: ids(BOB),
      [iri('to')]: ids(PUBLIC),
      [iri('object')]: [
        {
          '@id': ID,
          '@type': [iri('Note')],
          [iri('attributedTo')]: ids(BOB),
          [iri('content')]: [{ '@value': 'Hi' }],
          [iri('to')]: ids(PUBLIC),
        },
      ],
    };
    const read = await readActivity(JSON.stringify(expanded));
    expect(read).toMatchObject({ id: compact.id, type: 'Create', actor: BOB });
    expect(receivedObject(read?.object, NOW)).toMatchObject({
      type: 'note',
      uri: ID,
      authorUri: BOB,
      contentHtml: 'Hi',
      isPublic: true,
    });
  });

  test('prefixed is too', async () => {
    const prefixed = {
      '@context': { as: `${AS}#`, id: '@id', type: '@type' },
      id: compact.id,
      type: 'as:Like',
      'as:actor': { id: BOB },
      'as:object': { id: ID },
    };
    expect(await readActivity(JSON.stringify(prefixed))).toMatchObject({
      id: compact.id,
      type: 'Like',
      actor: BOB,
      object: ID,
    });
  });

  test('compact is taken as it stands, with contexts that are not known here', async () => {
    const json = {
      ...compact,
      '@context': [AS, 'https://elsewhere.example/context', { x: 'https://x.example/' }],
    };
    expect(await readActivity(JSON.stringify(json))).toEqual(json);
  });

  test('what would need a fetch, or hides things in a graph, is not read', async () => {
    for (const more of [
      { '@context': 'https://elsewhere.example/context' },
      { '@graph': [] },
      { '@included': [] },
      { '@reverse': {} },
    ])
      expect([more, await readActivity(JSON.stringify({ ...compact, ...more }))]).toEqual([more, null]);
    for (const text of ['', '[]', 'null', '{', JSON.stringify([compact])])
      expect(await readActivity(text)).toBeNull();
  });
});
