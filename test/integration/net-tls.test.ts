import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { AP_ACCEPT, AP_TYPES } from '../../server/net/content-types.ts';
import { type Net, openNet } from '../../server/net/net.ts';
import { authority, elsewhere, expired, key, valid } from '../support/certificates.ts';
import { openSink, type Sink } from '../support/sink.ts';

const usual = getCACertificates('default');
const sinks: Sink[] = [];
let net: Net;

beforeAll(() => setDefaultCACertificates([authority]));
afterAll(() => setDefaultCACertificates(usual));
beforeEach(() => {
  net = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true });
});
afterEach(async () => {
  await net.close();
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

async function httpsSink(cert: string): Promise<Sink> {
  const sink = await openSink({ tls: { key, cert } });
  sink.on('/', { headers: { 'content-type': 'application/activity+json' }, body: '{}' });
  sinks.push(sink);
  return sink;
}

function get(url: string) {
  return net.get(url, { accept: AP_ACCEPT, types: AP_TYPES });
}

test('a valid certificate is accepted, for a name and for an address', async () => {
  const sink = await httpsSink(valid);
  expect((await get(`https://localhost:${sink.port}/`)).status).toBe(200);
  expect((await get(`https://127.0.0.1:${sink.port}/`)).status).toBe(200);
});

test.each([
  ['expired', expired, 'their certificate has expired'],
  ['for another name', elsewhere, 'their certificate belongs to another name'],
])('a certificate that is %s is refused in plain words', async (_what, certificate, plain) => {
  const sink = await httpsSink(certificate);
  const refused = { kind: 'tls', plain, retryable: true };
  await expect(get(`https://localhost:${sink.port}/`)).rejects.toMatchObject(refused);
  await expect(net.post(`https://localhost:${sink.port}/`, { headers: {}, body: '' })).rejects.toMatchObject(
    refused,
  );
  await expect(net.fetch(`https://localhost:${sink.port}/`)).rejects.toMatchObject(refused);
  expect(sink.requests).toHaveLength(0);
});

test('a certificate that nobody vouches for is refused', async () => {
  const sink = await httpsSink(valid);
  setDefaultCACertificates([]);
  try {
    await expect(get(`https://localhost:${sink.port}/`)).rejects.toMatchObject({ kind: 'tls' });
  } finally {
    setDefaultCACertificates([authority]);
  }
  expect(sink.requests).toHaveLength(0);
});

test('a server that speaks plain http where https was asked for', async () => {
  const sink = await openSink();
  sinks.push(sink);
  await expect(get(`https://localhost:${sink.port}/`)).rejects.toMatchObject({ kind: 'tls' });
});

test('a redirect from https to http is refused even where http is allowed', async () => {
  const plain = await openSink();
  sinks.push(plain);
  const sink = await httpsSink(valid);
  sink.on('/', { status: 302, headers: { location: `${plain.origin}/` } });
  const url = `https://localhost:${sink.port}/`;
  await expect(get(url)).rejects.toMatchObject({ kind: 'redirect' });
  await expect(net.fetch(url)).rejects.toMatchObject({ kind: 'redirect' });
  expect(plain.connections).toBe(0);
});
