import { AP_ACCEPT, AP_TYPES } from '../../server/net/content-types.ts';
import { type GetOptions, type Net, openNet } from '../../server/net/net.ts';
import { openSink, type Sink } from '../support/sink.ts';

const DOCUMENT = { headers: { 'content-type': 'application/activity+json' }, body: '{"id":"it"}' };
let net: Net;
let here: Sink;
let there: Sink;

beforeEach(async () => {
  net = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true });
  [here, there] = await Promise.all([openSink(), openSink()]);
  there.on('/end', DOCUMENT);
  here.on('/end', DOCUMENT);
});
afterEach(async () => {
  await net.close();
  await Promise.all([here.close(), there.close()]);
});

function get(url: string, options: Partial<GetOptions> = {}) {
  return net.get(url, { accept: AP_ACCEPT, types: AP_TYPES, ...options });
}

function to(location: string, status = 302) {
  return { status, headers: { location } };
}

describe('get', () => {
  test.each([301, 302, 303, 307, 308])('follows %i and says where it ended', async (status) => {
    here.on('/start', to(`${there.origin}/end`, status));
    const answer = await get(`${here.origin}/start`);
    expect(answer.json()).toEqual({ id: 'it' });
    expect(answer.url).toBe(`${there.origin}/end`);
  });

  test('three hops are followed, a fourth is not', async () => {
    here.on('/1', to('/end'));
    here.on('/2', to('1'));
    here.on('/3', to('./2'));
    here.on('/4', to(`${here.origin}/3`));
    expect((await get(`${here.origin}/3`)).status).toBe(200);
    here.requests.length = 0;
    await expect(get(`${here.origin}/4`)).rejects.toMatchObject({ kind: 'redirect', retryable: false });
    expect(here.requests.map((request) => request.path)).toEqual(['/4', '/3', '/2', '/1']);
  });

  test('a loop ends after four requests', async () => {
    here.on('/loop', to('/loop'));
    await expect(get(`${here.origin}/loop`)).rejects.toMatchObject({ kind: 'redirect' });
    expect(here.requests).toHaveLength(4);
  });

  test.each<[string, string]>([
    ['ftp://127.0.0.1/end', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://me:secret@127.0.0.1/end', 'url'],
    [`/${'a'.repeat(3_000)}`, 'url'],
    ['http://', 'redirect'],
  ])('a redirect to %s is refused as "%s"', async (location, kind) => {
    here.on('/start', to(location));
    await expect(get(`${here.origin}/start`)).rejects.toMatchObject({ kind });
  });

  test('another host or port is refused where only the same host will do', async () => {
    here.on('/start', to(`${there.origin}/end`));
    here.on('/moved', to('/end'));
    await expect(get(`${here.origin}/start`, { sameHostRedirects: true })).rejects.toMatchObject({
      kind: 'redirect',
    });
    expect(there.requests).toHaveLength(0);
    expect((await get(`${here.origin}/moved`, { sameHostRedirects: true })).status).toBe(200);
  });

  test('each hop is signed anew, for its own host', async () => {
    here.on('/start', to(`${there.origin}/end`));
    const signed: string[] = [];
    const headers = async (url: URL) => {
      signed.push(url.href);
      return { signature: `for ${url.host}` };
    };
    await get(`${here.origin}/start`, { headers });
    expect(signed).toEqual([`${here.origin}/start`, `${there.origin}/end`]);
    expect(here.requests[0]?.headers.signature).toBe(`for 127.0.0.1:${here.port}`);
    expect(there.requests[0]?.headers.signature).toBe(`for 127.0.0.1:${there.port}`);
  });

  test('a redirect without a target is an answer like others', async () => {
    here.on('/start', { status: 304 });
    here.on('/odd', { status: 302 });
    expect((await get(`${here.origin}/start`)).status).toBe(304);
    expect((await get(`${here.origin}/odd`)).status).toBe(302);
  });
});

test.each([301, 302, 303, 307, 308])('a delivery is never redirected (%i)', async (status) => {
  here.on('/inbox', to(`${there.origin}/end`, status));
  const answer = await net.post(`${here.origin}/inbox`, { headers: {}, body: '{}' });
  expect(answer.status).toBe(status);
  expect(there.requests).toHaveLength(0);
});

describe('fetch', () => {
  test('follows, and leaves behind what was said to the first host', async () => {
    here.on('/start', to('/next'));
    here.on('/next', to(`${there.origin}/end`));
    const headers = { authorization: 'Bearer x', signature: 's', cookie: 'c=1', accept: AP_ACCEPT };
    const response = await net.fetch(`${here.origin}/start`, { headers });
    expect(await response.json()).toEqual({ id: 'it' });
    expect(response).toMatchObject({ url: `${there.origin}/end`, redirected: true, ok: true });
    expect(here.requests.map((request) => request.headers.signature)).toEqual(['s', 's']);
    expect(there.requests[0]?.headers).toMatchObject({ accept: AP_ACCEPT });
    for (const name of ['authorization', 'signature', 'cookie']) {
      expect(there.requests[0]?.headers).not.toHaveProperty(name);
    }
  });

  test('hands a redirect over, or fails, when asked to', async () => {
    here.on('/start', to(`${there.origin}/end`));
    const manual = await net.fetch(`${here.origin}/start`, { redirect: 'manual' });
    expect([manual.status, manual.headers.get('location')]).toEqual([302, `${there.origin}/end`]);
    const strict = net.fetch(`${here.origin}/start`, { redirect: 'error' });
    await expect(strict).rejects.toMatchObject({ kind: 'redirect' });
    expect(there.requests).toHaveLength(0);
  });

  test('does not send a body on to another place', async () => {
    here.on('/start', to(`${there.origin}/end`, 307));
    const sent = net.fetch(`${here.origin}/start`, { method: 'POST', body: 'x' });
    await expect(sent).rejects.toMatchObject({ kind: 'redirect' });
    expect(there.requests).toHaveLength(0);
  });

  test('sends a request as it was made', async () => {
    here.on('/inbox', { status: 204 });
    const headers = {
      'content-type': 'application/activity+json',
      'user-agent': 'Library/1',
      signature: 's',
    };
    const request = new Request(`${here.origin}/inbox?a=b`, { method: 'POST', body: '{"é":1}', headers });
    const response = await net.fetch(request);
    expect([response.status, response.body]).toEqual([204, null]);
    expect(here.requests[0]).toMatchObject({ method: 'POST', path: '/inbox?a=b', headers });
    expect(here.requests[0]?.body.toString()).toBe('{"é":1}');
  });

  test('stops when the signal says so', async () => {
    here.on('/silent', () => {});
    const caller = new AbortController();
    const asked = net.fetch(`${here.origin}/silent`, { signal: caller.signal });
    while (here.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    caller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });
});
