import { AP_TYPES, isOneOf, JRD_TYPES } from '../../server/net/content-types.ts';
import { NetError, toNetError } from '../../server/net/errors.ts';
import { parseJson, printable, retryAfterSeconds, toHeaders } from '../../server/net/response.ts';

describe('media types', () => {
  test.each([
    'application/activity+json',
    'Application/Activity+JSON; charset=utf-8',
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
    'application/ld+json;charset=utf-8;profile="https://www.w3.org/ns/activitystreams"',
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams https://w3id.org/security/v1"',
  ])('%s is ActivityPub', (type) => {
    expect(isOneOf(type, AP_TYPES)).toBe(true);
  });

  test.each([
    '',
    'json',
    'application/json',
    'text/html',
    'text/plain',
    'image/png',
    'application/ld+json',
    'application/ld+json; profile="https://www.w3.org/ns/activitystreams2"',
    'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"',
    'text/html; a="application/activity+json"',
    'application/activity+json-x',
  ])('"%s" is not ActivityPub', (type) => {
    expect(isOneOf(type, AP_TYPES)).toBe(false);
  });

  test('WebFinger may be labelled as plain JSON', () => {
    expect(isOneOf('application/jrd+json; charset=utf-8', JRD_TYPES)).toBe(true);
    expect(isOneOf('application/json', JRD_TYPES)).toBe(true);
    expect(isOneOf('text/html', JRD_TYPES)).toBe(false);
  });
});

describe('retry-after', () => {
  const now = Date.parse('2026-11-02T08:00:00Z');
  test.each<[string | string[] | undefined, number | null]>([
    [undefined, null],
    ['', null],
    ['soon', null],
    [['1', '2'], null],
    ['120', 120],
    ['0', 0],
    ['-5', 0],
    ['999999999', 604_800],
    ['99999999999999999999', null],
    ['Mon, 02 Nov 2026 08:01:30 GMT', 90],
    ['Mon, 02 Nov 2026 07:00:00 GMT', 0],
    ['Mon, 02 Nov 2099 07:00:00 GMT', 604_800],
  ])('%p means %p seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, now)).toBe(seconds);
  });
});

test('the start of an answer can be stored: no control characters, cut letters do not hurt', () => {
  const bytes = Buffer.concat([Buffer.from('a\u0000b\r\n\tcé'), Buffer.from('é').subarray(0, 1)]);
  expect(printable(bytes)).toBe('a b cé\ufffd');
});

test('headers with letters that headers cannot hold are left out, the others stay', () => {
  const headers = toHeaders({ date: 'x', 'x-odd': '\u2603', link: ['<a>', '<b>'], none: undefined });
  expect([...headers]).toEqual([
    ['date', 'x'],
    ['link', '<a>, <b>'],
  ]);
});

test('JSON that is none is a lasting failure of theirs', () => {
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(() => parseJson('<html>')).toThrow(expect.objectContaining({ kind: 'protocol', retryable: false }));
});

describe('failures', () => {
  test.each<[string, string, boolean]>([
    ['ECONNREFUSED', 'connection', true],
    ['ENETUNREACH', 'connection', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true],
    ['CERT_HAS_EXPIRED', 'tls', true],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', true],
    ['CERT_REVOKED', 'tls', true],
    ['HPE_INVALID_CONSTANT', 'protocol', true],
    ['UND_ERR_INVALID_ARG', 'protocol', false],
    ['EWHATEVER', 'connection', true],
  ])('%s is of the kind %s, worth another attempt: %p', (code, kind, retryable) => {
    const error = Object.assign(new Error('low-level words'), { code });
    expect(toNetError(error)).toMatchObject({ kind, retryable, cause: error });
    expect(toNetError(error).plain).not.toContain('low-level words');
  });

  test('things that are no error at all do not break the mapping', () => {
    for (const thrown of [null, undefined, 'x', { code: 5 }]) {
      expect(toNetError(thrown)).toBeInstanceOf(NetError);
    }
  });
});
