import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { publicLookup } from '../../server/net/connect.ts';
import { LIMITS } from '../../server/net/limits.ts';
import { openNet } from '../../server/net/net.ts';
import { openSink } from '../support/sink.ts';

const A = 1;
const AAAA = 28;
const SERVFAIL = 2;
const NXDOMAIN = 3;

/** Answers by name and type; a number is a failure code, nothing means silence. */
const RECORDS: Record<string, Record<number, number[][] | number>> = {
  'both.example': {
    [A]: [[127, 0, 0, 1]],
    [AAAA]: [[0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  },
  'old.example': {
    [A]: [
      [192, 0, 2, 1],
      [192, 0, 2, 2],
    ],
    [AAAA]: [],
  },
  'half.example': { [A]: [[192, 0, 2, 3]], [AAAA]: SERVFAIL },
  'nobody.example': { [A]: NXDOMAIN, [AAAA]: NXDOMAIN },
  'broken.example': { [A]: SERVFAIL, [AAAA]: SERVFAIL },
};

let nameServer: Socket;
let servers: string[];

beforeAll(async () => {
  nameServer = createSocket('udp4');
  nameServer.on('message', (query, from) => {
    const reply = answerTo(query);
    if (reply) nameServer.send(reply, from.port, from.address);
  });
  nameServer.bind(0, '127.0.0.1');
  await once(nameServer, 'listening');
  servers = [`127.0.0.1:${(nameServer.address() as AddressInfo).port}`];
});
afterAll(() => new Promise<void>((resolve) => nameServer.close(resolve)));

/** A DNS message in the form of RFC 1035 4: the question repeated, its name referred to by each answer. */
function answerTo(query: Buffer): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const type = query.readUInt16BE(at + 1);
  const found = RECORDS[labels.join('.').toLowerCase()]?.[type];
  if (found === undefined) return null;
  const records = typeof found === 'number' ? [] : found;
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180 | (typeof found === 'number' ? found : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  const answers = records.map((data) =>
    Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length, ...data]),
  );
  return Buffer.concat([header, query.subarray(12, at + 5), ...answers]);
}

test.each([
  ['both.example', ['127.0.0.1', '2001:db8::1']],
  ['old.example', ['192.0.2.1', '192.0.2.2']],
  ['half.example', ['192.0.2.3']],
  ['nobody.example', []],
])('%s is looked up in both families', async (name, addresses) => {
  const found = await publicLookup(LIMITS, servers)(name);
  expect([...found].sort()).toEqual(addresses);
});

test('a request ends when the name server has no answer, or is silent', async () => {
  const limits = { ...LIMITS, dnsMs: 1_500 };
  const lookup = publicLookup(limits, servers);
  const net = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true, limits, lookup });
  const post = (name: string) => net.post(`http://${name}/`, { headers: {}, body: '' });
  await expect(post('nobody.example')).rejects.toMatchObject({
    kind: 'dns',
    plain: expect.stringContaining('not known'),
  });
  await expect(post('broken.example')).rejects.toMatchObject({ kind: 'dns' });
  await expect(post('silent.example')).rejects.toMatchObject({ kind: 'dns' });
  await net.close();
});

test('a name leads to the server behind it', async () => {
  const sink = await openSink();
  sink.on('/', { status: 202 });
  const lookup = publicLookup(LIMITS, servers);
  const guard = { address: (ip: string) => ip === '127.0.0.1' };
  const net = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true, guard, lookup });
  const answer = await net.post(`http://both.example:${sink.port}/`, { headers: {}, body: '' });
  expect(answer.status).toBe(202);
  expect(sink.requests[0]?.headers.host).toBe(`both.example:${sink.port}`);
  await net.close();
  await sink.close();
});
