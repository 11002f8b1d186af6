/** Messages that break something: a shape, a bound, a promise. Each is made for an actor, so that its signature holds. */

export interface Poison {
  name: string;
  body: string | Buffer;
}

type Json = Record<string, unknown>;

const AS = 'https://www.w3.org/ns/activitystreams';
const PUBLIC = `${AS}#Public`;

const TYPES = [
  ...['Create', 'Update', 'Delete', 'Follow', 'Accept', 'Reject', 'Undo', 'Like', 'EmojiReact', 'Announce'],
  ...['Move', 'Flag', 'Block', 'QuoteRequest', 'Add', 'Question'],
];

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = { object: value };
  return value;
};
const many = (length: number, of: (n: number) => unknown): unknown[] =>
  Array.from({ length }, (_, n) => of(n));

/** What is done to a good activity. A string in place of an activity is sent as it stands. */
const DAMAGES: Record<string, (good: Json, text: string) => Json | string | Buffer> = {
  'cut in the middle': (_good, text) => text.slice(0, Math.floor(text.length / 2)),
  'something after the end': (_good, text) => `${text}${text}`,
  'bytes that are no UTF-8': (_good, text) =>
    Buffer.from(text.replace('waits', '\xff\xfe\xed\xa0\x80'), 'latin1'),
  'NUL in names and words': (_good, text) =>
    text.replaceAll('Waiting', 'Wai\\u0000ting').replace('"cc"', '"c\\u0000c"'),
  'lone surrogates': (_good, text) =>
    text.replaceAll('Waiting', '\\ud800Waiting\\udfff').replaceAll('waits', '\\udc00'),
  'the same key twice': (_good, text) => text.replace('{', '{"type":"Delete","type":"Create",'),
  __proto__: (_good, text) =>
    text.replace('{', '{"__proto__":{"type":"Create","isPublic":true},"constructor":{"prototype":{"x":1}},'),
  'numbers without end': (good, text) =>
    text
      .replace('{', `{"published":${'9'.repeat(400)},"updated":1e999,"tp:version":${'9'.repeat(30)},`)
      .replace(
        '"object":{',
        `"object":{"published":-1e400,"tp:version":${'9'.repeat(400)},"id":${JSON.stringify((good.object as Json)?.id ?? 1)},`,
      ),
  'nested below every bound': (good) => ({ ...good, object: nested(3_000) }),
  'nested just within': (good) => ({ ...good, object: { ...(good.object as Json), tag: nested(15) } }),
  'lists without end': (good) => ({ ...good, to: many(1_001, (n) => `https://a.example/${n}`) }),
  'long lists of everything': (good) => ({
    ...good,
    ...{ to: many(900, () => PUBLIC), cc: many(900, (n) => ({ id: n })) },
    object: {
      ...(good.object as Json),
      tag: many(900, (n) => [n, null, {}]),
      attachment: many(900, () => null),
    },
  }),
  'another context': (good) => ({
    ...good,
    '@context': { type: 'https://evil.example/type', '@vocab': 'x:' },
  }),
  'contexts to be fetched': (good) => ({
    ...good,
    '@context': many(50, (n) => `http://127.0.0.1:1/context/${n}`),
  }),
  'a context that turns words around': (good) => ({
    ...good,
    '@context': [AS, { actor: 'as:object', object: { '@id': 'as:actor', '@type': '@id' }, id: '@type' }],
  }),
  '@graph and friends': (good) => ({
    ...good,
    '@graph': [good],
    '@included': [good],
    '@reverse': { object: good },
  }),
  'expanded with nonsense': (good) => ({
    '@context': { as: `${AS}#` },
    ...{
      '@id': good.id,
      '@type': [`as:${good.type}`, 'as:Delete', 5, null],
      actor: good.actor,
      type: good.type,
    },
    ...{ 'as:actor': [{ '@id': good.actor }, { '@id': 5 }], 'as:object': { '@list': [{ '@value': [] }] } },
  }),
  'null everywhere': (good) => ({
    ...good,
    ...{ object: null, target: null, to: null, cc: null, published: null, instrument: null, content: null },
  }),
  'numbers for words': (good) => ({
    ...good,
    object: { ...(good.object as Json), id: 7, content: 7, name: 7, type: 7, tag: 7, to: 7 },
  }),
  'lists for words': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      content: [['x']],
      name: [{}],
      summary: [null],
      published: [],
      inReplyTo: [[]],
    },
  }),
  'an object that is a list': (good) => ({
    ...good,
    object: [good.object, [good.object], good.actor, 5, null],
  }),
  'an object that is a number': (good) => ({ ...good, object: -0.5 }),
  'addresses that are none': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      url: ['javascript:x', 'data:,x', 5],
      attributedTo: '///',
      inReplyTo: 'http://[::1',
      id: 'https://',
    },
  }),
  'an address without end': (good) => ({ ...good, object: `https://a.example/${'x'.repeat(60_000)}` }),
  'addresses of others': (good) => ({
    ...good,
    object: { ...(good.object as Json), attributedTo: 'https://a.example/u', id: 'https://b.example/1' },
  }),
  'no type': (good) => ({ ...good, type: [good.type, null] }),
  'an object that nobody serves': (good) => ({ ...good, object: `${good.actor}/away` }),
  'times that never were': (good) => ({
    ...good,
    ...{ published: '0000-00-00T99:99:99Z', updated: '+275760-09-13T00:00:00.001Z' },
    object: { ...(good.object as Json), published: '9999999-01-01', updated: 'yesterday', deleted: {} },
  }),
  'languages that are none': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      contentMap: { '': 'x', ['x'.repeat(9_000)]: 'y', en: 5 },
      language: '…',
    },
  }),
  'words without end': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      content: '<p>'.repeat(100_000),
      name: 'N'.repeat(100_000),
      summary: '&lt;'.repeat(50_000),
    },
  }),
  'direction turned around': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      name: '\u202eWaiting\u2066',
      content: '\u202e\u0007<p>waits\u0000</p>',
    },
  }),
  'our terms with nonsense': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      ...{
        'tp:kind': 'story',
        'tp:sections': [{ key: '__proto__', markdown: {} }, 5, { key: 'how', markdown: null }],
      },
      ...{
        'tp:lineage': [5, null, 'x', good.id],
        'tp:ages': { min: -1e9, max: 'x' },
        'tp:subjects': [{}],
        'tp:version': 0.5,
      },
    },
  }),
  'a try of itself': (good) => ({
    ...good,
    object: {
      ...(good.object as Json),
      'tp:kind': 'adaptation',
      isBasedOn: (good.object as Json)?.id,
      inReplyTo: (good.object as Json)?.id,
    },
  }),
};

/**
 * Some five hundred messages.
 * @param actors who send them, by turns @param about a story of the node
 */
export function poisonCorpus(actors: readonly string[], about: string): (Poison & { actor: string })[] {
  return TYPES.flatMap((type) => Object.keys(DAMAGES).map((damage) => ({ type, damage }))).map(
    ({ type, damage }, n) => {
      const actor = actors[n % actors.length] as string;
      const good = goodActivity(type, actor, about, n);
      const made = DAMAGES[damage]?.(good, JSON.stringify(good)) ?? good;
      const body = typeof made === 'string' || Buffer.isBuffer(made) ? made : JSON.stringify(made);
      return { name: `${type}, ${damage}`, body, actor };
    },
  );
}

function goodActivity(type: string, actor: string, about: string, n: number): Json {
  const id = `${actor}/poison/${n}`;
  const note = {
    ...{
      id: `${id}/object`,
      type: n % 2 ? 'Note' : 'Article',
      attributedTo: actor,
      inReplyTo: about,
      name: 'Waiting',
    },
    ...{
      content: '<p>She waits.</p>',
      published: '2026-11-20T12:00:00Z',
      to: [PUBLIC],
      cc: [],
      tag: [],
      actor,
    },
  };
  const target = type === 'Move' ? `${actor}-new` : `${about}/context`;
  return { '@context': AS, id, type, actor, to: [PUBLIC], cc: [], object: note, target, instrument: note };
}
