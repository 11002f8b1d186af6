import { describe, expect, test } from '@jest/globals';
import { receivedActor } from '../../federation/translate/received-actor.ts';
import { receivedObject } from '../../federation/translate/received-object.ts';
import { type Json, PUBLIC } from '../support/peer-actor.ts';
import { fixture } from '../support/wire-schemas.ts';

const NOW = new Date('2026-12-24T12:00:00Z');
const ID = 'https://elsewhere.example/notes/1';
const BOB = 'https://elsewhere.example/users/bob';

const aNote = (more: Json = {}): Json => ({
  id: ID,
  type: 'Note',
  attributedTo: BOB,
  content: '<p>Hi</p>',
  to: [PUBLIC],
  ...more,
});
const read = (more: Json = {}) => receivedObject(aNote(more), NOW) as Json | null;

describe('shapes that servers really write', () => {
  test('one thing or a list of them', () => {
    for (const to of [
      PUBLIC,
      [PUBLIC],
      'as:Public',
      ['as:Public'],
      'Public',
      [`${BOB}/followers`, 'as:Public'],
    ])
      expect([to, read({ to })?.isPublic]).toEqual([to, true]);
    for (const cc of [PUBLIC, ['Public']]) expect(read({ to: `${BOB}/followers`, cc })?.isPublic).toBe(true);
    for (const to of [
      undefined,
      null,
      [],
      BOB,
      [`${BOB}/followers`],
      { id: PUBLIC },
      'https://elsewhere.example/Public',
    ])
      expect([to, read({ to, cc: undefined })?.isPublic]).toEqual([to, false]);
  });

  test('authors: an address, an object, a list whose first counts', () => {
    const other = 'https://elsewhere.example/groups/1';
    const both = [
      { type: 'Person', id: BOB },
      { type: 'Group', id: other },
    ];
    for (const attributedTo of [BOB, { id: BOB, type: 'Person' }, [BOB], [BOB, other], both])
      expect([attributedTo, read({ attributedTo })?.authorUri]).toEqual([attributedTo, BOB]);
    for (const attributedTo of [undefined, null, '', [], {}, 7, 'bob', [['x']], 'javascript:x'])
      expect([attributedTo, read({ attributedTo })]).toEqual([attributedTo, null]);
  });

  test('pages: a string, a Link, a list of either', () => {
    const url = 'https://elsewhere.example/@bob/1';
    const link = { type: 'Link', mediaType: 'text/html', href: url };
    for (const shape of [
      url,
      [url],
      link,
      [link],
      ['magnet:?x', link],
      [{ type: 'Link', href: 'ipfs:x' }, url],
    ])
      expect([shape, read({ url: shape })?.url]).toEqual([shape, url]);
    for (const shape of [undefined, null, 'javascript:alert(1)', [{ href: 'data:x' }], { url }, 7])
      expect([shape, read({ url: shape })?.url]).toEqual([shape, null]);
  });

  test('texts: plain, or only as a map, with the language of the first', () => {
    const map = { fi: '<p>Hei</p>', en: '<p>Hi</p>' };
    expect(read({ content: undefined, contentMap: map })).toMatchObject({
      contentHtml: '<p>Hei</p>',
      lang: 'fi',
    });
    expect(read({ contentMap: map })).toMatchObject({ contentHtml: '<p>Hi</p>', lang: 'fi' });
    expect(read({ content: null, contentMap: ['x'] })).toMatchObject({ contentHtml: 'x', lang: 'und' });
    expect(read({ content: undefined })).toMatchObject({ contentHtml: '', lang: 'und' });
    const article = read({ type: 'Article', nameMap: { de: 'Titel' }, summaryMap: { de: 'Kern' } });
    expect(article).toMatchObject({ title: 'Titel', gist: 'Kern', lang: 'de' });
    expect(read({ contentMap: { ['x'.repeat(60)]: 'x', '': 'y' } })?.lang).toBe('und');
  });

  test('titles are text, whether a server escapes them or not', () => {
    for (const name of ['Salt &amp; light', 'Salt & light', '<b>Salt</b> &#38; light'])
      expect([name, read({ type: 'Article', name })?.title]).toEqual([name, 'Salt & light']);
    expect(read({ type: 'Article', name: undefined })?.title).toBe('Hi');
    expect(read({ type: 'Page', name: 'A page', summary: '<p>A <i>gist</i></p>' })).toMatchObject({
      title: 'A page',
      gist: 'A gist',
    });
    expect(read({ type: 'Article', name: 'a\u202eb\u0007c\n d' })?.title).toBe('abc d');
  });

  test('tags: one or many, with and without #', () => {
    const hashtag = { type: 'Hashtag', name: '#Maths', href: 'https://elsewhere.example/tags/maths' };
    const article = (tag: unknown) => read({ type: 'Article', name: 'x', tag })?.tags;
    expect(article(hashtag)).toEqual(['Maths']);
    expect(article([hashtag, { type: 'Hashtag', name: 'Fractions' }])).toEqual(['Maths', 'Fractions']);
    expect(
      article([
        null,
        'x',
        { type: 'Hashtag' },
        { type: 'Hashtag', name: '#' },
        { type: 'Emoji', name: ':x:' },
      ]),
    ).toEqual([]);
    expect(
      article(Array.from({ length: 500 }, (_, n) => ({ type: 'Hashtag', name: `#t${n}` }))),
    ).toHaveLength(30);
    expect(read({ tag: { type: 'Mention', href: BOB } })?.mentions).toEqual([BOB]);
    expect(
      read({ tag: Array.from({ length: 500 }, () => ({ type: 'Mention', href: BOB })) })?.mentions,
    ).toHaveLength(50);
  });

  test('times: kept in the past, never in the future', () => {
    const at = (published: unknown) => read({ published })?.publishedAt.toISOString();
    expect(at('2026-11-20T12:00:00Z')).toBe('2026-11-20T12:00:00.000Z');
    expect(at('2026-11-20T14:00:00.123456+02:00')).toBe('2026-11-20T12:00:00.123Z');
    for (const odd of [
      undefined,
      null,
      7,
      '',
      'yesterday',
      '9999-01-01T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
      '99999-01-01T00:00:00Z',
    ])
      expect([odd, at(odd)]).toEqual([odd, NOW.toISOString()]);
    expect(read({ updated: 'never' })?.updatedAt).toBeNull();
  });

  test('our own terms in a wrong form are left out, and the object stays', () => {
    const json = {
      ...fixture('story'),
      'tp:sections': [{ key: '<script>', markdown: 'x' }, { key: 'how' }, 'x', null],
      'tp:subjects': ['alchemy', 'sciences', 7],
      'tp:ages': '99-1',
      'tp:classSize': 'huge',
      'tp:version': -1,
      'tp:lineage': ['javascript:x', ID, 7],
      'tp:gistOther': { lang: 'fi' },
      license: 'https://licence.example/',
      'tp:changeNote': 7,
      isBasedOn: [],
    };
    expect(receivedObject(json, NOW)).toMatchObject({
      kind: 'practice-story',
      sections: [],
      subjects: ['sciences'],
      ageMin: null,
      ageMax: null,
      classSize: null,
      version: 1,
      lineage: [ID],
      gistOther: [],
      licence: 'read-only',
      changeNote: '',
      builtOn: [],
    });
    expect(receivedObject({ ...fixture('story'), 'tp:kind': 'constructor' }, NOW)).toMatchObject({
      kind: 'article',
      sections: [],
    });
    const attempt = fixture('try');
    expect(receivedObject({ ...attempt, 'tp:happened': '' }, NOW)?.type).toBe('note');
    expect(receivedObject({ ...attempt, isBasedOn: undefined, inReplyTo: undefined }, NOW)?.type).toBe(
      'note',
    );
    expect(receivedObject({ ...attempt, isBasedOn: attempt.id }, NOW)?.type).toBe('note');
    expect(receivedObject({ ...attempt, 'tp:verdict': 'five stars' }, NOW)).toMatchObject({ verdict: null });
  });

  test('what is no object is none, and nothing throws', () => {
    for (const odd of [
      null,
      undefined,
      7,
      'x',
      [],
      [aNote()],
      {},
      { id: ID },
      aNote({ type: ['Note'] }),
      aNote({ type: 'Video' }),
      aNote({ id: 7 }),
      aNote({ id: `https://elsewhere.example/${'x'.repeat(3_000)}` }),
      aNote({ id: 'ftp://elsewhere.example/1' }),
    ])
      expect(receivedObject(odd, NOW)).toBeNull();
    const strange = {
      content: {},
      contentMap: 7,
      tag: 7,
      to: 7,
      cc: {},
      inReplyTo: [ID],
      published: [],
      url: [[]],
      summary: [],
    };
    expect(read(strange)).toMatchObject({
      type: 'note',
      contentHtml: '',
      isPublic: false,
      mentions: [],
      url: null,
    });
    expect(receivedObject({ ...aNote(), ...strange, type: 'Article', name: 7 }, NOW)).toMatchObject({
      type: 'work',
      tags: [],
    });
  });
});

describe('actors in shapes that servers really write', () => {
  const person = fixture('person');
  const actor = (more: Json) => receivedActor({ ...person, ...more }, NOW) as Json | null;

  test('one field, one icon, one alias without lists', () => {
    const [field] = person.attachment;
    expect(actor({ attachment: field })?.fields).toHaveLength(1);
    expect(actor({ icon: [person.icon] })?.iconUrl).toBe(person.icon.url);
    expect(actor({ icon: { type: 'Image', url: [{ type: 'Link', href: person.icon.url }] } })?.iconUrl).toBe(
      person.icon.url,
    );
    expect(actor({ alsoKnownAs: person.alsoKnownAs[0] })?.alsoKnownAs).toEqual(person.alsoKnownAs);
    expect(actor({ publicKey: [person.publicKey] })?.keyId).toBe(person.publicKey.id);
    expect(actor({ url: [{ type: 'Link', href: person.url }] })?.url).toBe(person.url);
    expect(actor({ endpoints: null, attachment: null, icon: null, publicKey: null })).toMatchObject({
      sharedInbox: null,
      fields: [],
      iconUrl: null,
      keyId: null,
    });
  });

  test('what it names on another host is not its own', () => {
    const elsewhere = 'https://elsewhere.example/x';
    expect(actor({ inbox: elsewhere })).toBeNull();
    expect(
      actor({
        outbox: elsewhere,
        followers: elsewhere,
        following: elsewhere,
        endpoints: { sharedInbox: elsewhere },
      }),
    ).toMatchObject({ outbox: null, followers: null, following: null, sharedInbox: null });
    const key = person.publicKey;
    for (const publicKey of [
      { ...key, id: elsewhere },
      { ...key, owner: elsewhere },
      { ...key, owner: undefined },
      { ...key, publicKeyPem: 7 },
      { ...key, publicKeyPem: 'x'.repeat(5_000) },
    ])
      expect(actor({ publicKey })).toMatchObject({ keyId: null, keyPem: null });
  });

  test('what is no actor is none', () => {
    for (const more of [
      { type: 'Note' },
      { type: 'constructor' },
      { type: ['Person'] },
      { id: undefined },
      { inbox: undefined },
      { preferredUsername: '' },
      { preferredUsername: 'a b' },
      { preferredUsername: '<b>' },
      { preferredUsername: 'аlice' },
    ])
      expect([more, actor(more)]).toEqual([more, null]);
  });

  test('names are text, cut where they are too long', () => {
    expect(actor({ name: '<b>Al</b>\u202eice &amp; co' })?.name).toBe('Alice & co');
    expect([...(actor({ name: '😀'.repeat(5_000) })?.name ?? '')].length).toBeLessThanOrEqual(200);
    expect(
      actor({ attachment: Array.from({ length: 500 }, () => person.attachment[0]) })?.fields.length,
    ).toBeLessThanOrEqual(20);
  });
});
