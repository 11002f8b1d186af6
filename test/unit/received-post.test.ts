import { describe, expect, test } from '@jest/globals';
import { receivedObject } from '../../federation/translate/received-object.ts';
import { postAsWork } from '../../federation/translate/received-post.ts';
import type { ReceivedNote } from '../../server/domain/received.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

function asWork(more: object) {
  const note = {
    id: 'https://social.example/notes/1',
    type: 'Note',
    attributedTo: 'https://social.example/users/bob',
    content: '<p>Three wrong answers on the board.</p>',
    to: [PUBLIC],
    ...more,
  };
  return postAsWork(receivedObject(note, new Date('2026-11-24T12:00:00Z')) as ReceivedNote);
}

describe('a short post as a work', () => {
  test('is called by its first words, has no gist and is not searched', () => {
    expect(asWork({})).toMatchObject({
      type: 'work',
      kind: 'article',
      title: 'Three wrong answers on the board.',
      gist: '',
      searchable: false,
      licence: 'read-only',
      isPublic: true,
    });
  });

  test('whole words only, without the names of those who are spoken to', () => {
    const names = '<p><a href="https://x.example/@ruth">@<span>ruth</span></a> @sam@social.example, ';
    expect(asWork({ content: `${names}hello &amp; welcome</p>` })?.title).toBe('hello & welcome');
    const long = asWork({ content: `<p>${'silence '.repeat(40)}</p>` })?.title ?? '';
    expect(long).toMatch(/^(silence )+silence…$/);
    expect([...long].length).toBeLessThanOrEqual(80);
    expect([...(asWork({ content: `<p>${'静'.repeat(200)}</p>` })?.title ?? '')]).toHaveLength(80);
  });

  test('by what its author put in front of it', () => {
    expect(asWork({ summary: 'About a hard week', sensitive: true })?.title).toBe('About a hard week');
  });

  test('with nothing but pictures it has no words, and says how many there are', () => {
    const picture = { type: 'Document', mediaType: 'image/jpeg', url: 'https://social.example/1.jpg' };
    expect(asWork({ content: '', attachment: [picture] })).toMatchObject({ title: '', photos: 1 });
  });

  test('a poll is none', () => {
    expect(asWork({ type: 'Question', oneOf: [{ type: 'Note', name: 'Yes' }] })).toBeNull();
  });

  test('an article without words still has a gist: only posts have none', () => {
    const article = {
      id: 'https://a.example/1',
      type: 'Article',
      attributedTo: 'https://a.example/bob',
      name: 'Only a name',
    };
    expect(receivedObject(article, new Date())).toMatchObject({ title: 'Only a name', gist: 'Only a name' });
  });
});
