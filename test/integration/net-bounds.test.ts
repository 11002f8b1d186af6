import { pipeline, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { AP_ACCEPT, AP_TYPES } from '../../server/net/content-types.ts';
import type { Limits } from '../../server/net/limits.ts';
import { type Net, type NetOptions, openNet } from '../../server/net/net.ts';
import { openSink, type Script, type Sink } from '../support/sink.ts';

const AP = { 'content-type': 'application/activity+json' };
const MIB = 1_048_576;

let sink: Sink;
const nets: Net[] = [];

beforeEach(async () => {
  sink = await openSink();
});
afterEach(async () => {
  await Promise.all(nets.splice(0).map((net) => net.close()));
  await sink.close();
});

function net(limits: Partial<Limits> = {}, options: Partial<NetOptions> = {}): Net {
  const made = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true, limits, ...options });
  nets.push(made);
  return made;
}

function get(client: Net, path: string, options: { maxBytes?: number; signal?: AbortSignal } = {}) {
  return client.get(sink.origin + path, { accept: AP_ACCEPT, types: AP_TYPES, ...options });
}

/** Waits until no connection to the sink is open. */
async function allClosed(): Promise<void> {
  while (sink.open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Sends `bytes` bytes, or stops when the other side has gone; tells how many were written. */
function flood(bytes: number, headers: Record<string, string>): { script: Script; written: () => number } {
  let written = 0;
  const block = Buffer.alloc(65_536, 'a');
  function* blocks() {
    for (; written < bytes; written += block.length) yield block;
  }
  const script: Script = (response) => {
    response.writeHead(200, headers);
    pipeline(Readable.from(blocks()), response, () => {});
  };
  return { script, written: () => written };
}

/** One byte every few milliseconds for ever. */
const drip: Script = (response) => {
  response.writeHead(202, AP);
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(timer));
};
const silence: Script = () => {};

describe('size', () => {
  test.each([
    ['without a length', AP],
    ['with a length', { ...AP, 'content-length': String(64 * MIB) }],
  ])('a document of 64 MiB %s is cut', async (_how, headers) => {
    const { script, written } = flood(64 * MIB, headers);
    sink.on('/big', script);
    const client = net();
    await expect(get(client, '/big')).rejects.toMatchObject({ kind: 'too-big', retryable: false });
    await expect(client.fetch(`${sink.origin}/big`)).rejects.toMatchObject({ kind: 'too-big' });
    await allClosed();
    expect(written()).toBeLessThan(48 * MIB);
  });

  test('an answer that announces too much is not even begun', async () => {
    sink.on('/announced', (response) =>
      response.writeHead(200, { ...AP, 'content-length': '1048577' }).flushHeaders(),
    );
    await expect(get(net(), '/announced')).rejects.toMatchObject({ kind: 'too-big' });
    await allClosed();
  });

  test('the limit is exact, and a caller may set another', async () => {
    sink.on('/full', { headers: AP, body: Buffer.alloc(1000) });
    const client = net();
    expect((await get(client, '/full', { maxBytes: 1000 })).body).toHaveLength(1000);
    await expect(get(client, '/full', { maxBytes: 999 })).rejects.toMatchObject({ kind: 'too-big' });
  });

  test('of the answer to a delivery, the start is kept and the rest is not awaited', async () => {
    const { script, written } = flood(64 * MIB, { 'content-type': 'text/html' });
    sink.on('/inbox', script);
    const { status, bodyStart } = await net().post(`${sink.origin}/inbox`, { headers: {}, body: '{}' });
    expect(status).toBe(200);
    expect(bodyStart).toBe('a'.repeat(2_048));
    await allClosed();
    expect(written()).toBeLessThan(48 * MIB);
  });

  test('headers without end are cut', async () => {
    sink.on('/headers', { headers: { ...AP, 'x-long': 'a'.repeat(20_000) } });
    await expect(get(net(), '/headers')).rejects.toMatchObject({ kind: 'protocol' });
  });

  test.each(['gzip', 'br', 'x-unknown', 'gzip, gzip'])(
    'an answer compressed with %s is not unpacked',
    async (coding) => {
      sink.on('/bomb', {
        headers: { ...AP, 'content-encoding': coding },
        body: gzipSync(Buffer.alloc(16 * MIB)),
      });
      const client = net();
      await expect(get(client, '/bomb')).rejects.toMatchObject({ kind: 'protocol', retryable: false });
      await expect(client.fetch(`${sink.origin}/bomb`)).rejects.toMatchObject({ kind: 'protocol' });
      expect(await client.post(`${sink.origin}/bomb`, { headers: {}, body: '' })).toMatchObject({
        status: 200,
        bodyStart: '',
      });
      for (const request of sink.requests) expect(request.headers['accept-encoding']).toBe('identity');
    },
  );
});

describe('time', () => {
  test('a document that drips in is cut at the total deadline', async () => {
    sink.on('/drip', drip);
    const client = net({ totalMs: 150 });
    await expect(get(client, '/drip')).rejects.toMatchObject({ kind: 'timeout', retryable: true });
    await expect(client.fetch(`${sink.origin}/drip`)).rejects.toMatchObject({ kind: 'timeout' });
    await allClosed();
    expect(sink.connections).toBe(2);
  });

  test('a delivery counts as answered once its status has come', async () => {
    sink.on('/drip', drip);
    const client = net({ totalMs: 1_000 });
    await expect(client.post(`${sink.origin}/drip`, { headers: {}, body: '' })).resolves.toMatchObject({
      status: 202,
    });
    await allClosed();
  });

  test('a server that takes the request and says nothing is given up', async () => {
    sink.on('/silent', silence);
    const client = net({ headersMs: 100 });
    const plain = expect.stringContaining('said nothing');
    await expect(get(client, '/silent')).rejects.toMatchObject({ kind: 'timeout', plain });
    await expect(client.post(`${sink.origin}/silent`, { headers: {}, body: '' })).rejects.toMatchObject({
      plain,
    });
    await allClosed();
  });

  test('the deadline is one for all redirects together', async () => {
    sink.on('*', (response, request) => {
      setTimeout(() => response.writeHead(302, { location: `${request.path}x` }).end(), 80);
    });
    await expect(get(net({ totalMs: 200 }), '/')).rejects.toMatchObject({ kind: 'timeout' });
    expect(sink.requests.length).toBeLessThan(4);
  });

  test('a caller who gives up gets back the own reason', async () => {
    sink.on('/silent', silence);
    const caller = new AbortController();
    const asked = get(net(), '/silent', { signal: caller.signal });
    while (sink.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    caller.abort('enough');
    await expect(asked).rejects.toBe('enough');
    await allClosed();
    await expect(get(net(), '/silent', { signal: AbortSignal.abort('before') })).rejects.toBe('before');
    expect(sink.requests).toHaveLength(1);
  });
});

describe('what is not HTTP', () => {
  test.each<[string, Script, string]>([
    ['a closed connection', (response) => void response.destroy(), 'connection'],
    [
      'half an answer',
      (response) =>
        void response
          .writeHead(200, { ...AP, 'content-length': '10' })
          .write('123', () => response.destroy()),
      'connection',
    ],
    ['other letters', (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n\r\n'), 'protocol'],
    [
      'a status beyond 599',
      (response) => void response.socket?.end('HTTP/1.1 999 No\r\ncontent-length: 0\r\n\r\n'),
      'protocol',
    ],
    [
      'two lengths',
      (response) =>
        void response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'),
      'protocol',
    ],
  ])('%s', async (_what, script, kind) => {
    sink.on('/odd', script);
    await expect(get(net(), '/odd')).rejects.toMatchObject({ name: 'NetError', kind });
  });

  test('a port where nobody listens', async () => {
    const { port } = sink;
    await sink.close();
    const client = net();
    const all = Array.from({ length: 40 }, () =>
      client.post(`http://127.0.0.1:${port}/`, { headers: {}, body: '' }),
    );
    for (const one of await Promise.allSettled(all)) {
      expect(one).toMatchObject({
        reason: { kind: 'connection', plain: expect.stringContaining('no web server') },
      });
    }
    sink = await openSink();
  });

  test('headers that would smuggle in others are not sent', async () => {
    const headers = { 'x-name': 'a\r\nx-forged: b' };
    const sent = net().post(`${sink.origin}/`, { headers, body: '' });
    await expect(sent).rejects.toMatchObject({ kind: 'protocol', retryable: false });
    expect(sink.requests).toHaveLength(0);
  });
});

describe('types', () => {
  test.each(['text/html', 'text/plain', 'image/png', 'application/json', 'application/ld+json', ''])(
    'a document labelled "%s" is no actor',
    async (type) => {
      sink.on('/actor', { headers: type ? { 'content-type': type } : {}, body: '{"type":"Person"}' });
      await expect(get(net(), '/actor')).rejects.toMatchObject({ kind: 'content-type', retryable: false });
    },
  );

  test('two labels are none', async () => {
    sink.on('/actor', {
      headers: { 'content-type': ['application/activity+json', 'text/html'] },
      body: '{}',
    });
    await expect(get(net(), '/actor')).rejects.toMatchObject({ kind: 'content-type' });
  });

  test('an answer without success has no body that could be taken for a document', async () => {
    sink.on('/gone', { status: 410, headers: AP, body: '{"type":"Tombstone"}' });
    const answer = await get(net(), '/gone');
    expect(answer).toMatchObject({ status: 410 });
    expect(answer.body).toHaveLength(0);
    expect(answer.headers.get('content-type')).toBe('application/activity+json');
  });

  test('a proper document comes through', async () => {
    sink.on('/actor', { headers: { 'content-type': AP_TYPES[1] }, body: '{"name":"Zoë"}' });
    const answer = await get(net(), '/actor#main-key');
    expect(answer.json()).toEqual({ name: 'Zoë' });
    expect(answer.url).toBe(`${sink.origin}/actor`);
    expect(sink.requests[0]?.headers).toMatchObject({ 'user-agent': 'ajar-test', accept: AP_ACCEPT });
  });
});
