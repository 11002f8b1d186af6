import { webcrypto } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signRequest } from '@fedify/fedify/sig';
import {
  type CavageKey,
  faultOf,
  keyIdOf,
  type ReceivedRequest,
  type SignOptions,
  signedHeaders,
} from './cavage.ts';
import { type Json, makePeerActor, type PeerActor } from './peer-actor.ts';

/** An activity that came with a signature that holds. */
export interface Seen {
  activity: Json;
  /** the bytes as they came */
  body: string;
  /** id of the actor whose key signed it */
  signer: string;
  /** path of the inbox */
  inbox: string;
  headers: IncomingMessage['headers'];
}

/** What is served at a path. */
export interface Served {
  status?: number;
  type?: string;
  body: string;
  headers?: Record<string, string>;
}

export const AP_TYPE = 'application/activity+json; charset=utf-8';
export const AP_ACCEPT = 'application/activity+json, application/ld+json';

/**
 * A small fediverse server on a loopback port, with keys of its own: it is found by WebFinger, serves actors and
 * objects, checks signatures by itself (cavage.ts) and keeps what came.
 */
export class Peer {
  readonly origin: string;
  readonly host: string;
  readonly instance: PeerActor;
  readonly actors = new Map<string, PeerActor>();
  readonly documents = new Map<string, Served>();
  /** activities with a good signature, in order of arrival */
  readonly seen: Seen[] = [];
  /** signed requests that this server did not believe, and why */
  readonly refused: string[] = [];
  /** every request: `GET /users/bob` */
  readonly requests: string[] = [];
  /** GET of anything but actors, WebFinger and NodeInfo needs a signature that holds ("authorized fetch") */
  authorizedFetch = false;
  /** decides what an inbox answers; default 202 for a good signature, 401 for a bad one */
  answer: ((request: ReceivedRequest) => number | null) | null = null;
  /** says what WebFinger says, instead of what it knows of its actors */
  webfinger: ((resource: string) => object) | null = null;
  readonly #server: Server;
  readonly #keys = new Map<string, { pem: string; owner: string }>();

  constructor(server: Server) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.host = new URL(this.origin).host;
    this.instance = makePeerActor(this.origin, this.host, { path: '/actor', type: 'Application' });
    server.on('request', (request, response) => {
      this.#handle(request, response).catch((error: Error) => {
        this.refused.push(`${request.method} ${request.url}: ${error.message}`);
        response.destroy();
      });
    });
  }

  /** Somebody on this server. */
  actor(name: string, more: { document?: Json } = {}): PeerActor {
    const actor = makePeerActor(this.origin, name, { path: `/users/${name}`, type: 'Person', ...more });
    this.actors.set(name, actor);
    return actor;
  }

  /** Serves an ActivityPub document at its id (or other bytes at a path). */
  serve(at: string, what: Json | Served): void {
    const isServed = typeof what.body === 'string';
    this.documents.set(
      new URL(at, this.origin).pathname,
      isServed ? (what as Served) : { body: JSON.stringify(what) },
    );
  }

  /** POSTs an activity (or the bytes given) to an inbox, signed by somebody of this server. */
  async send(
    by: PeerActor,
    inbox: string,
    activity: Json | string,
    options: SignOptions = {},
  ): Promise<Response> {
    const url = new URL(inbox);
    const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
    return fetch(url, { method: 'POST', headers: signedHeaders('POST', url, body, by.key, options), body });
  }

  /** The same with a signature by RFC 9421. */
  async sendRfc9421(by: PeerActor, inbox: string, activity: Json): Promise<Response> {
    const body = JSON.stringify(activity);
    const headers = { 'content-type': 'application/activity+json' };
    const request = new Request(inbox, { method: 'POST', headers, body });
    const key = await cryptoKey(by.key);
    return fetch(await signRequest(request, key, new URL(by.key.id), { spec: 'rfc9421' }));
  }

  /** A signed GET, as the server itself. */
  async get(address: string, accept = AP_ACCEPT): Promise<Response> {
    const url = new URL(address);
    const headers = { ...signedHeaders('GET', url, null, this.instance.key), accept };
    return fetch(url, { headers, redirect: 'manual' });
  }

  /** Activities of a type that came, newest last. */
  of(type: string): Json[] {
    return this.seen.filter((one) => one.activity.type === type).map((one) => one.activity);
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The key behind a key id, believed when its document is its owner's and names it; another server may ask more. */
  async resolveKey(keyId: string): Promise<{ pem: string; owner: string }> {
    const address = keyId.split('#')[0] as string;
    const response = await this.get(address);
    if (response.status !== 200) throw new Error(`the key of ${keyId} cannot be had: ${response.status}`);
    const json = (await response.json()) as { id: string; publicKey: Record<string, string> };
    const { id, owner, publicKeyPem } = json.publicKey;
    if (json.id !== address || id !== keyId || owner !== json.id || !publicKeyPem)
      throw new Error(`${keyId} is not the key of ${json.id}`);
    return { pem: publicKeyPem, owner };
  }

  /** Called for every activity with a good signature, in order. */
  protected async receive(_seen: Seen): Promise<void> {}

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: target = '', headers } = request;
    this.requests.push(`${method} ${target}`);
    const received = { method, target, headers, body: Buffer.concat(chunks) };
    if (method === 'POST') {
      response.writeHead(await this.#post(received)).end();
      return;
    }
    const served = await this.#get(received);
    response
      .writeHead(served.status ?? 200, { 'content-type': served.type ?? AP_TYPE, ...served.headers })
      .end(served.body);
  }

  async #get(request: ReceivedRequest): Promise<Served> {
    const { pathname, searchParams } = new URL(request.target, this.origin);
    if (pathname === '/.well-known/webfinger') return this.#webfinger(searchParams.get('resource') ?? '');
    if (pathname === new URL(this.instance.uri).pathname)
      return { body: JSON.stringify(this.instance.document) };
    const open = pathname.startsWith('/.well-known/');
    if (this.authorizedFetch && !open && (await this.#signer(request)) === null)
      return { status: 401, body: '' };
    const actor = [...this.actors.values()].find((one) => new URL(one.uri).pathname === pathname);
    if (actor) return { body: JSON.stringify(actor.document) };
    return this.documents.get(pathname) ?? { status: 404, type: 'text/plain', body: '' };
  }

  #webfinger(resource: string): Served {
    const type = 'application/jrd+json; charset=utf-8';
    if (this.webfinger) return { type, body: JSON.stringify(this.webfinger(resource)) };
    const all = [this.instance, ...this.actors.values()];
    const actor = all.find((one) => resource === `acct:${one.name}@${this.host}` || resource === one.uri);
    if (!actor) return { status: 404, type: 'text/plain', body: '' };
    const links = [{ rel: 'self', type: 'application/activity+json', href: actor.uri }];
    const body = JSON.stringify({ subject: `acct:${actor.name}@${this.host}`, links });
    return { type, body };
  }

  async #post(request: ReceivedRequest): Promise<number> {
    const scripted = this.answer?.(request) ?? null;
    if (scripted !== null) return scripted;
    const signer = await this.#signer(request);
    if (signer === null) return 401;
    const body = request.body.toString();
    const activity = JSON.parse(body) as Json;
    if (request.headers['content-type'] !== 'application/activity+json')
      return this.#refuse('content-type', 415);
    if (activity.actor !== signer) return this.#refuse(`${signer} signed for ${activity.actor}`, 401);
    const seen = { activity, body, signer, inbox: request.target, headers: request.headers };
    this.seen.push(seen);
    await this.receive(seen);
    return 202;
  }

  #refuse(why: string, status: number): number {
    this.refused.push(why);
    return status;
  }

  /** Whose key signed a request, null when that is not proven. */
  async #signer(request: ReceivedRequest): Promise<string | null> {
    const keyId = keyIdOf(request.headers);
    try {
      if (!keyId) throw new Error('there is no signature');
      const key = this.#keys.get(keyId) ?? (await this.resolveKey(keyId));
      const fault = faultOf(request, key.pem);
      if (fault) throw new Error(fault);
      this.#keys.set(keyId, key);
      return key.owner;
    } catch (error) {
      this.refused.push(`${request.method} ${request.target}: ${(error as Error).message}`);
      return null;
    }
  }
}

export async function listenOnLoopback(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

export async function openPeer(): Promise<Peer> {
  return new Peer(await listenOnLoopback());
}

async function cryptoKey(key: CavageKey): Promise<CryptoKey> {
  const der = key.privateKey.export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return (await webcrypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign'])) as CryptoKey;
}
