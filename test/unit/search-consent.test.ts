import { describe, expect, test } from '@jest/globals';
import { receivedActor } from '../../federation/translate/received-actor.ts';
import { receivedObject } from '../../federation/translate/received-object.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const ID = 'https://social.example/articles/1';

const article = (more: object) =>
  receivedObject(
    { id: ID, type: 'Article', attributedTo: 'https://social.example/users/sam', to: [PUBLIC], ...more },
    NOW,
  );

describe('consent to being searched', () => {
  test('of the object counts before that of its author; absent is no word at all', () => {
    for (const [searchableBy, says] of [
      [undefined, null],
      [null, null],
      [PUBLIC, true],
      ['as:Public', true],
      [[`${ID}/followers`, PUBLIC], true],
      [[], false],
      ['', false],
      ['https://social.example/users/sam/followers', false],
      [[{ id: PUBLIC }], false],
    ] as const)
      expect([searchableBy, article({ searchableBy })]).toEqual([
        searchableBy,
        expect.objectContaining({ type: 'work', searchable: says }),
      ]);
  });

  test('of an actor is a plain yes, and nothing else is one', () => {
    const actor = (indexable: unknown) =>
      receivedActor(
        {
          id: 'https://social.example/users/sam',
          type: 'Person',
          preferredUsername: 'sam',
          inbox: 'https://social.example/users/sam/inbox',
          indexable,
        },
        NOW,
      )?.indexable;
    expect([true, false, undefined, 'true', 1, [true]].map(actor)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
