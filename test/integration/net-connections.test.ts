import { guardedConnector, localLookup } from '../../server/net/connect.ts';
import { Connections } from '../../server/net/connections.ts';
import { AP_ACCEPT, AP_TYPES } from '../../server/net/content-types.ts';
import { Deadline } from '../../server/net/deadline.ts';
import { exchange } from '../../server/net/exchange.ts';
import { OPEN_GUARD } from '../../server/net/guard.ts';
import { LIMITS, type Limits } from '../../server/net/limits.ts';
import { type Net, openNet } from '../../server/net/net.ts';
import { startReader } from '../../server/net/response.ts';
import { Sender } from '../../server/net/sender.ts';
import { openSink, type Script, type Sink } from '../support/sink.ts';

let sink: Sink;
const nets: Net[] = [];

beforeEach(async () => {
  sink = await openSink();
});
afterEach(async () => {
  await Promise.all(nets.splice(0).map((net) => net.close()));
  await sink.close();
});

function net(limits: Partial<Limits> = {}): Net {
  const made = openNet({ userAgent: 'ajar-test', allowPrivateAddresses: true, limits });
  nets.push(made);
  return made;
}

function get(client: Net, path: string) {
  return client.get(sink.origin + path, { accept: AP_ACCEPT, types: AP_TYPES });
}

/** Waits until no connection to the sink is open. */
async function allClosed(): Promise<void> {
  while (sink.open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

const silence: Script = () => {};

describe('many at once', () => {
  test.each([
    ['documents', 10],
    ['deliveries', 8],
  ])('%s: at most %i in flight to one server, and all get their answer', async (what, limit) => {
    let inFlight = 0;
    let most = 0;
    sink.on('*', (response) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      setTimeout(() => {
        inFlight -= 1;
        response.writeHead(200, { 'content-type': 'application/activity+json' }).end('{}');
      }, 10);
    });
    const client = net();
    const one = () =>
      what === 'documents' ? get(client, '/') : client.post(`${sink.origin}/`, { headers: {}, body: '' });
    await Promise.all(Array.from({ length: 45 }, one));
    expect(most).toBe(limit);
    expect(sink.requests).toHaveLength(45);
    expect(sink.connections).toBeLessThanOrEqual(limit);
  });

  test('those who wait for a silent server have the same deadline', async () => {
    sink.on('*', silence);
    const client = net({ totalMs: 150, postsPerOrigin: 2 });
    const all = Array.from({ length: 20 }, () => client.post(`${sink.origin}/`, { headers: {}, body: '' }));
    for (const one of await Promise.allSettled(all))
      expect(one).toMatchObject({ reason: { kind: 'timeout' } });
    await allClosed();
    expect(sink.requests.length).toBeLessThan(all.length);
  });

  test.each<[string, Script]>([
    ['that are left alone', {}],
    ['that close the connection', { headers: { connection: 'close' } }],
  ])('nothing is kept of servers %s', async (_which, script) => {
    const limits = { ...LIMITS, keepAliveMs: 60 };
    const sender = new Sender(OPEN_GUARD, limits, 'ajar-test', async () => ['127.0.0.1']);
    sink.on('*', script);
    const visits = Array.from({ length: 200 }, async (_, index) => {
      const deadline = new Deadline(10_000);
      const url = new URL(`http://host-${index}.example:${sink.port}/`);
      await sender.send(url, { method: 'POST', headers: {}, body: '' }, deadline, startReader(10));
      deadline.clear();
    });
    await Promise.all(visits);
    expect(sink.connections).toBe(200);
    await allClosed();
    while (sender.kept.connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sender.kept).toEqual({ connections: 0, origins: 0 });
    await sender.close();
  });

  test('a connection that broke while in use is not kept', async () => {
    sink.on('*', { headers: { connection: 'close' } });
    const connections = new Connections(guardedConnector(OPEN_GUARD, LIMITS, localLookup), LIMITS);
    const connection = connections.take(sink.origin);
    const deadline = new Deadline(10_000);
    const request = { path: '/', method: 'GET' };
    const answer = await exchange(connection.client, request, deadline, startReader(10), 0);
    deadline.clear();
    expect(answer.complete).toBe(true);
    while (connection.connected) await new Promise((resolve) => setTimeout(resolve, 5));
    connections.giveBack(connection);
    expect(connections.kept).toEqual({ connections: 0, origins: 0 });
  });

  test('with too many connections open, none is kept', async () => {
    sink.on('*', {});
    const kept = net({ openSockets: 1 });
    await kept.post(`${sink.origin}/`, { headers: {}, body: '' });
    await kept.post(`${sink.origin}/`, { headers: {}, body: '' });
    expect(sink.connections).toBe(1);
    const notKept = net({ openSockets: 0 });
    await notKept.post(`${sink.origin}/`, { headers: {}, body: '' });
    await notKept.post(`${sink.origin}/`, { headers: {}, body: '' });
    expect(sink.connections).toBe(3);
  });

  test('a connection that the other side has closed is not used again', async () => {
    sink.on('*', { headers: { connection: 'close' } });
    const client = net();
    for (let i = 0; i < 20; i += 1) {
      const answer = await client.post(`${sink.origin}/`, { headers: {}, body: '' });
      expect(answer.status).toBe(200);
    }
    expect(sink.connections).toBe(20);
  });
});

test('closing cuts what is in flight, as something that can be tried again', async () => {
  sink.on('*', silence);
  const client = net({ postsPerOrigin: 1 });
  const all = ['/running', '/waiting'].map((path) =>
    client.post(sink.origin + path, { headers: {}, body: '' }),
  );
  const outcomes = Promise.allSettled(all);
  while (sink.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await client.close();
  for (const one of await outcomes)
    expect(one).toMatchObject({ reason: { kind: 'connection', retryable: true } });
  await expect(get(client, '/later')).rejects.toMatchObject({ plain: 'this district is stopping' });
});
