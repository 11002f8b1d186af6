import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { type Answer, signedIn, Visitor } from '../support/visitor.ts';

describe('pages are sent small', () => {
  let node: TestDistrict;
  let path: string;

  beforeAll(async () => {
    node = await openDistrict();
    const { url } = await publish(node.ctx, await aTeacher(node.ctx, 'ruth'), aStory());
    path = new URL(url).pathname;
  });
  afterAll(() => node?.stop());

  const ask = (accepted: string, known = ''): Promise<Answer> =>
    new Visitor(node.origin).get(path, {
      'accept-encoding': accepted,
      ...(known ? { 'if-none-match': known } : {}),
    });
  const how = ({ headers }: Answer) => headers.get('content-encoding');

  test('to those who can read it, each form with an ETag of its own', async () => {
    const [plain, gzip, br] = [await ask('identity'), await ask('gzip'), await ask('gzip, deflate, br')];
    expect([how(plain), how(gzip), how(br)]).toEqual([null, 'gzip', 'br']);
    expect(new Set([plain, gzip, br].map(({ text }) => text)).size).toBe(1);
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.get('etag'))).size).toBe(3);
    for (const { headers } of [gzip, br])
      expect(Number(headers.get('content-length'))).toBeLessThan(Buffer.byteLength(plain.text) / 2);
  });

  test('a form that the reader refuses is not sent', async () => {
    expect(how(await ask('br;q=0, gzip;q=0.5'))).toBe('gzip');
    expect(how(await ask('br;q=0.0, *;q=0'))).toBeNull();
  });

  test('nothing comes again to those who have the same form', async () => {
    const etag = (await ask('br')).headers.get('etag') ?? '';
    const again = await ask('br', etag);
    expect([again.status, how(again), again.headers.get('etag')]).toEqual([304, null, etag]);
    expect((await ask('gzip', etag)).status).toBe(200);
  });

  test('a page for one reader only when they or one of our pages asked: lengths are no oracle for others', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const from = async (site: string | null) =>
      how(await ruth.get('/', { 'accept-encoding': 'gzip', ...(site ? { 'sec-fetch-site': site } : {}) }));
    expect([await from('same-origin'), await from('none')]).toEqual(['gzip', 'gzip']);
    expect([await from('cross-site'), await from('same-site'), await from(null)]).toEqual([null, null, null]);
  });

  test('what is small is whole', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    const { get } = await import('node:http');
    get(`${node.origin}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.toArray().then((parts) => resolve(Buffer.concat(parts)), reject);
    }).on('error', reject);
    expect(gunzipSync(await promise).toString()).toBe((await ask('identity')).text);
  });
});
