import { generateKeyPairSync } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf, signPost } from '../../../federation/http-signature.ts';
import { type Answer, ask } from './ask.ts';

/** A POST to an inbox of the peer, written down when it was there as a whole, before the answer. */
export interface Arrival {
  /** which of the peer's hosts, such as `127.0.9.1:41234` */
  host: string;
  /** the inbox */
  path: string;
  id: string;
  type: string;
  /** id of the activity's object */
  object: string;
  json: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  /** milliseconds since 1970 */
  at: number;
}

/** What the peer says: an answer, perhaps late; or it cuts the connection; or it says nothing at all. */
export type PeerAnswer =
  | { status: number; headers?: Record<string, string>; afterMs?: number }
  | 'cut'
  | 'silence';

/** Somebody on one of the peer's hosts. */
export interface PeerActor {
  uri: string;
  keyId: string;
  inbox: string;
  host: string;
}

const AP = 'application/activity+json';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = keys.publicKey.export({ type: 'spki', format: 'pem' });

/**
 * Other servers: one process, many loopback addresses, each a host of its own with any number of people. They verify
 * nothing, write down what arrives, and answer as the drill says.
 */
export class Peer {
  readonly arrivals: Arrival[] = [];
  readonly hosts: string[];
  /** everything that was asked, inboxes included, by host */
  readonly requests = new Map<string, number>();
  /** documents that were asked for */
  fetches = 0;
  answer: (arrival: Arrival) => PeerAnswer = () => ({ status: 202 });
  /** milliseconds until a POST is taken; one whose sender is gone by then never arrived */
  delay: () => number = () => 0;
  /** what the document of somebody says besides, by their address */
  readonly more = new Map<string, Record<string, unknown>>();
  /** resolves when a document may be answered */
  before: (host: string, path: string) => Promise<void> | null = () => null;
  readonly #servers: Server[];

  private constructor(servers: Server[], hosts: string[]) {
    this.#servers = servers;
    this.hosts = hosts;
  }

  /** @param addresses such as `127.0.9.1`; all use one port */
  static async open(addresses: readonly string[]): Promise<Peer> {
    const servers: Server[] = [];
    let port = 0;
    let peer: Peer | undefined;
    for (const address of addresses) {
      const server = createServer((request, response) => void peer?.receive(request, response));
      await new Promise<void>((done, fail) => server.once('error', fail).listen(port, address, done));
      port = (server.address() as AddressInfo).port;
      servers.push(server);
    }
    peer = new Peer(
      servers,
      addresses.map((address) => `${address}:${port}`),
    );
    return peer;
  }

  /** Somebody there. @param own true: an inbox of their own is all they have; false: one shared by their host */
  actor(name: string, host = this.hosts[0] as string, own = false): PeerActor {
    const uri = `http://${host}/${own ? 'o' : 'u'}/${name}`;
    return { uri, keyId: `${uri}#main-key`, inbox: own ? `${uri}/inbox` : `http://${host}/inbox`, host };
  }

  /** A signed activity as it would be sent. */
  async signed(
    from: PeerActor,
    inbox: string,
    activity: object,
  ): Promise<{ headers: Record<string, string>; body: string }> {
    const body = JSON.stringify({
      '@context': 'https://www.w3.org/ns/activitystreams',
      actor: from.uri,
      ...activity,
    });
    const key = { keyId: from.keyId, privateKey: keys.privateKey };
    return { headers: await signPost(new URL(inbox), digestOf(body), key, new Date()), body };
  }

  /** Sends bytes as they are, signed with the time that the sender believes it is. Rejects when no answer came. */
  async sendBytes(from: PeerActor, inbox: string, body: string | Buffer, now = new Date()): Promise<Answer> {
    const key = { keyId: from.keyId, privateKey: keys.privateKey };
    const headers = await signPost(new URL(inbox), digestOf(body), key, now);
    return ask(inbox, { method: 'POST', headers, body });
  }

  /** Sends a signed activity. Rejects when no answer came. */
  async send(from: PeerActor, inbox: string, activity: object): Promise<Answer> {
    return ask(inbox, { method: 'POST', ...(await this.signed(from, inbox, activity)) });
  }

  /** Has somebody there follow one of the node's. Resolves when the node has sent its yes. */
  async follow(from: PeerActor, nodeInbox: string, followed: string): Promise<void> {
    const id = `${from.uri}/follows/${crypto.randomUUID()}`;
    const answer = await this.send(from, nodeInbox, { id, type: 'Follow', object: followed });
    if (answer.status !== 202) throw new Error(`a follow was answered ${answer.status}: ${answer.text}`);
    const end = Date.now() + 30_000;
    while (!this.arrivals.some((one) => one.type === 'Accept' && one.object === id)) {
      if (Date.now() > end) throw new Error(`the follow ${id} was never accepted`);
      await sleep(20);
    }
  }

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? '';
    const path = request.url ?? '/';
    this.requests.set(host, (this.requests.get(host) ?? 0) + 1);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // the node was killed while it sent
      return;
    }
    if (request.method !== 'POST') {
      this.fetches += 1;
      await this.before(host, path);
      return void this.#document(host, path, response);
    }
    const wait = this.delay();
    if (wait > 0) await sleep(wait);
    if (request.socket.destroyed) return;
    const json = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const object = json.object as string | { id: string };
    const arrival: Arrival = {
      host,
      path,
      id: String(json.id),
      type: String(json.type),
      object: typeof object === 'string' ? object : object.id,
      json,
      headers: request.headers,
      at: Date.now(),
    };
    this.arrivals.push(arrival);
    const answer = this.answer(arrival);
    if (answer === 'silence') return;
    if (answer === 'cut') return void request.socket.destroy();
    if (answer.afterMs) await sleep(answer.afterMs);
    response.writeHead(answer.status, answer.headers).end();
  }

  #document(host: string, path: string, response: ServerResponse): void {
    if (path.endsWith('/away')) return void response.writeHead(503).end();
    const [, kind, name] = path.split('/');
    if ((kind !== 'u' && kind !== 'o') || !name) return void response.writeHead(404).end();
    const id = `http://${host}/${kind}/${name}`;
    const actor = {
      '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
      id,
      type: 'Person',
      preferredUsername: name,
      name,
      inbox: `${id}/inbox`,
      outbox: `${id}/outbox`,
      followers: `${id}/followers`,
      ...(kind === 'u' ? { endpoints: { sharedInbox: `http://${host}/inbox` } } : {}),
      publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: PEM },
      ...this.more.get(id),
    };
    response.writeHead(200, { 'content-type': AP }).end(JSON.stringify(actor));
  }

  async close(): Promise<void> {
    for (const server of this.#servers) server.closeAllConnections();
    await Promise.all(this.#servers.map((server) => new Promise((done) => server.close(done))));
  }
}

/** `count` loopback addresses in a network of their own, so that drills side by side do not meet. */
export function addresses(count: number): string[] {
  const net = 16 + Math.floor(Math.random() * 200);
  return Array.from(
    { length: count },
    (_, index) => `127.${net}.${Math.floor(index / 250)}.${(index % 250) + 1}`,
  );
}
