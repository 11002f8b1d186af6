import { AP_ACCEPT, AP_TYPES } from '../../server/net/content-types.ts';
import { isPublicAddress } from '../../server/net/guard.ts';
import { type Net, type NetOptions, openNet } from '../../server/net/net.ts';
import { DISGUISED_HOSTS, REFUSED_ADDRESSES } from '../support/net-addresses.ts';
import { openSink, type Sink } from '../support/sink.ts';

const DOCUMENT = { headers: { 'content-type': 'application/activity+json' }, body: '{"id":"it"}' };
/** Scheme and port rules are off so that only the judgement of addresses is left to stop a request. */
const ADDRESS_RULE_ONLY = { http: true, anyPort: true };

/** Every way out. */
const WAYS: [string, (net: Net, url: string) => Promise<unknown>][] = [
  ['get', (net, url) => net.get(url, { accept: AP_ACCEPT, types: AP_TYPES })],
  ['post', (net, url) => net.post(url, { headers: {}, body: '{}' })],
  ['fetch', (net, url) => net.fetch(url)],
  ['fetch of a request', (net, url) => net.fetch(new Request(url, { method: 'POST', body: '{}' }))],
];

let sentinel: Sink;
const nets: Net[] = [];

beforeAll(async () => {
  sentinel = await openSink({ host: 'all' });
  sentinel.on('*', DOCUMENT);
});
afterEach(async () => {
  await Promise.all(nets.splice(0).map((net) => net.close()));
});
afterAll(() => sentinel.close());

function net(options: Partial<NetOptions>): Net {
  const made = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: false, ...options });
  nets.push(made);
  return made;
}

function asHost(ip: string): string {
  return ip.includes(':') ? `[${ip}]` : ip;
}

/** The kind of failure of each request, and the addresses for which it is not the expected one. */
async function notRefused(
  client: Net,
  way: (net: Net, url: string) => Promise<unknown>,
  urls: readonly string[],
): Promise<string[]> {
  const outcomes = await Promise.all(
    urls.map((url) =>
      way(client, url).then(
        () => `${url} was reached`,
        (error) => (error.kind === 'address' ? '' : `${url}: ${error}`),
      ),
    ),
  );
  return outcomes.filter((outcome) => outcome !== '');
}

describe.each(WAYS)('%s', (_name, way) => {
  test('reaches this machine when that is allowed, so the sentinel does see what comes', async () => {
    const before = sentinel.requests.length;
    const open = net({ allowPrivateAddresses: true });
    for (const host of ['127.0.0.1', '2130706433', '0', 'localhost']) {
      await way(open, `http://${host}:${sentinel.port}/`);
    }
    expect(sentinel.requests.length - before).toBe(4);
  });

  test('refuses addresses written as the host', async () => {
    const before = sentinel.connections;
    const hosts = [...REFUSED_ADDRESSES.map(asHost), '127.0.0.1', ...DISGUISED_HOSTS];
    const urls = hosts.map((host) => `http://${host}:${sentinel.port}/`);
    expect(await notRefused(net({ guard: ADDRESS_RULE_ONLY }), way, urls)).toEqual([]);
    expect(sentinel.connections - before).toBe(0);
  });

  test('refuses names that stand for such addresses', async () => {
    const before = sentinel.connections;
    const addresses = [...REFUSED_ADDRESSES, '127.0.0.1'];
    const lookup = async (name: string) => [addresses[Number(name.split('.')[0]?.slice(1))] ?? ''];
    const urls = addresses.map((_ip, index) => `http://h${index}.example:${sentinel.port}/`);
    expect(await notRefused(net({ guard: ADDRESS_RULE_ONLY, lookup }), way, urls)).toEqual([]);
    expect(sentinel.connections - before).toBe(0);
  });

  test('is stopped by each of the other rules of a real district', async () => {
    const before = sentinel.connections;
    const lookup = async () => ['127.0.0.1'];
    const client = net({ lookup });
    await expect(way(client, `http://127.0.0.1:${sentinel.port}/`)).rejects.toMatchObject({ kind: 'scheme' });
    await expect(way(client, `https://127.0.0.1:${sentinel.port}/`)).rejects.toMatchObject({ kind: 'port' });
    await expect(way(client, 'https://localhost/')).rejects.toMatchObject({ kind: 'address' });
    await expect(way(client, 'https://school.example/')).rejects.toMatchObject({
      kind: 'address',
      retryable: false,
    });
    expect(sentinel.connections - before).toBe(0);
  });
});

describe.each([WAYS[0], WAYS[2]] as typeof WAYS)('redirects of %s', (_name, way) => {
  let hops: Sink;
  /** Only this exact address is allowed besides public ones: the hops can be reached, their targets cannot. */
  const guard = { ...ADDRESS_RULE_ONLY, address: (ip: string) => ip === '127.0.0.1' || isPublicAddress(ip) };

  beforeAll(async () => {
    hops = await openSink();
    hops.on('*', (response, request) => {
      const query = new URL(request.path, hops.origin).searchParams;
      const left = Number(query.get('left'));
      const target = query.get('to') ?? '';
      const next = left > 1 ? `/?left=${left - 1}&to=${encodeURIComponent(target)}` : target;
      response.writeHead(302, { location: next }).end();
    });
  });
  afterAll(() => hops.close());

  test.each([1, 2, 3])('to refused addresses at hop %i', async (left) => {
    const before = sentinel.connections;
    const asked = hops.requests.length;
    const names = new Map(REFUSED_ADDRESSES.map((ip, index) => [`h${index}.example`, ip]));
    const targets = [...REFUSED_ADDRESSES.map(asHost), ...names.keys(), 'localhost', 'printer.local'];
    const urls = targets.map((host) => {
      const to = encodeURIComponent(`http://${host}:${sentinel.port}/`);
      return `${hops.origin}/?left=${left}&to=${to}`;
    });
    const client = net({ guard, lookup: async (name) => [names.get(name) ?? ''] });
    expect(await notRefused(client, way, urls)).toEqual([]);
    expect(hops.requests.length - asked).toBe(targets.length * left);
    expect(sentinel.connections - before).toBe(0);
  });
});

describe('a name that changes its mind', () => {
  const guard = { ...ADDRESS_RULE_ONLY, address: (ip: string) => ip === '127.0.0.1' };

  test('is judged by the very answer that is connected to', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const asked: string[] = [];
    const lookup = async (name: string) => {
      asked.push(name);
      return [answers[asked.length - 1] ?? ''];
    };
    const client = net({ guard, lookup });
    sentinel.on('/closing', { headers: { connection: 'close' } });
    const url = `http://rebinding.example:${sentinel.port}/closing`;
    const before = sentinel.connections;
    // One question for one connection: there is no earlier answer that could have been the one judged.
    await expect(client.post(url, { headers: {}, body: '' })).resolves.toMatchObject({ status: 200 });
    expect(asked).toHaveLength(1);
    await expect(client.post(url, { headers: {}, body: '' })).rejects.toMatchObject({ kind: 'address' });
    expect(asked).toHaveLength(2);
    expect(sentinel.connections - before).toBe(1);
  });

  test('and has several addresses is reached only by those that are allowed', async () => {
    const mixed = net({ guard, lookup: async () => ['10.0.0.1', '::1', '127.0.0.1', 'nonsense'] });
    const url = `http://mixed.example:${sentinel.port}/`;
    await expect(mixed.post(url, { headers: {}, body: '' })).resolves.toMatchObject({ status: 200 });
    const bad = net({ guard, lookup: async () => ['10.0.0.1', '::1', 'nonsense'] });
    await expect(bad.post(url, { headers: {}, body: '' })).rejects.toMatchObject({ kind: 'address' });
  });
});

describe('a name server', () => {
  const url = 'http://school.example/';
  const failing = (code: string) => async () => {
    throw Object.assign(new Error('no'), { code });
  };

  test.each<[string, NetOptions['lookup'], RegExp]>([
    ['knows no such name', async () => [], /not known/],
    ['says there is no such name', failing('ENOTFOUND'), /not known/],
    ['fails', failing('ESERVFAIL'), /no usable answer/],
    ['refuses', failing('ECONNREFUSED'), /no usable answer/],
    ['never answers', () => new Promise(() => {}), /did not answer in time/],
  ])('that %s', async (_what, lookup, plain) => {
    const client = net({ guard: ADDRESS_RULE_ONLY, lookup, limits: { dnsMs: 50 } });
    const failed = client.post(url, { headers: {}, body: '' });
    await expect(failed).rejects.toMatchObject({
      kind: 'dns',
      retryable: true,
      plain: expect.stringMatching(plain),
    });
  });
});
