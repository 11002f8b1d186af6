import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname } from 'node:path';
import { digestOf, signPost } from '../../federation/http-signature.ts';
import { escapeHtml } from '../text/markdown.ts';
import type { DemoElsewhere } from './data.ts';
import { elsewherePage } from './elsewhere-page.ts';

const AS = 'https://www.w3.org/ns/activitystreams';
const PUBLIC = `${AS}#Public`;
const AP_TYPE = 'application/activity+json; charset=utf-8';

type Person = DemoElsewhere['people'][number];
// biome-ignore lint/suspicious/noExplicitAny: documents of other servers have any shape
type Json = Record<string, any>;

/** What stays between two runs: whose keys, and what they said. */
interface Kept {
  keys: Record<string, string>;
  notes: Json[];
}

/**
 * A server of another kind, on which people post in the way of Mastodon: found by WebFinger, with keys of its own. What
 * it is sent it takes and forgets.
 */
export class Elsewhere {
  readonly origin: string;
  readonly host: string;
  readonly #people: readonly Person[];
  readonly #file: string;
  readonly #kept: Kept;
  readonly #server: Server;

  private constructor(server: Server, port: number, file: string, people: readonly Person[]) {
    this.origin = `http://localhost:${port}`;
    this.host = `localhost:${port}`;
    this.#people = people;
    this.#file = file;
    this.#kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { keys: {}, notes: [] };
    for (const { handle } of people) this.#kept.keys[handle] ??= newKey();
    this.#keep();
    this.#server = server;
    server.on('request', (request, response) => {
      request.resume();
      if (request.method === 'POST') return void response.writeHead(202).end();
      const { type, body } = this.#answer(new URL(request.url ?? '/', this.origin)) ?? {};
      response.writeHead(body ? 200 : 404, { 'content-type': type ?? 'text/plain' }).end(body);
    });
  }

  /** @param file where its keys and posts are kept */
  static async open(
    people: readonly Person[],
    at: { host: string; port: number; file: string },
  ): Promise<Elsewhere> {
    const server = createServer();
    await new Promise<void>((done, fail) => {
      server.once('error', fail).listen(at.port, at.host, done);
    });
    return new Elsewhere(server, at.port, at.file, people);
  }

  /** Somebody here asks to follow an actor. */
  async follow(handle: string, actor: string): Promise<void> {
    const by = this.#uri(handle);
    const { inbox } = await documentAt(actor);
    await this.#send(handle, inbox, {
      '@context': AS,
      id: `${by}/follows/${Date.now()}`,
      type: 'Follow',
      actor: by,
      object: actor,
    });
  }

  /** Somebody here answers a post, in public. @returns the address of what they said */
  async reply(handle: string, inReplyTo: string, text: string, lang: string): Promise<string> {
    const { attributedTo } = await documentAt(inReplyTo);
    const author = await documentAt([attributedTo].flat()[0]);
    const by = this.#uri(handle);
    const id = `${by}/statuses/${this.#kept.notes.length + 1}`;
    const name = `@${author.preferredUsername}@${new URL(author.id).host}`;
    const mention = `<span class="h-card"><a href="${escapeHtml(author.url)}" class="u-url mention">@<span>${escapeHtml(author.preferredUsername)}</span></a></span>`;
    const content = `<p>${mention} ${escapeHtml(text)}</p>`;
    const note = {
      id,
      type: 'Note',
      inReplyTo,
      published: `${new Date().toISOString().slice(0, 19)}Z`,
      url: `${this.origin}/@${handle}/${this.#kept.notes.length + 1}`,
      attributedTo: by,
      to: [PUBLIC],
      cc: [`${by}/followers`, author.id],
      content,
      contentMap: { [lang]: content },
      tag: [{ type: 'Mention', href: author.id, name }],
    };
    this.#kept.notes.push(note);
    this.#keep();
    await this.#send(handle, author.inbox, {
      '@context': AS,
      id: `${id}/activity`,
      type: 'Create',
      actor: by,
      published: note.published,
      to: note.to,
      cc: note.cc,
      object: note,
    });
    return id;
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  #uri(handle: string): string {
    return `${this.origin}/users/${handle}`;
  }

  #keep(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(this.#kept), { mode: 0o600 });
  }

  async #send(handle: string, inbox: string, activity: Json): Promise<void> {
    const body = JSON.stringify(activity);
    const privateKey = createPrivateKey(this.#kept.keys[handle] as string);
    const key = { keyId: `${this.#uri(handle)}#main-key`, privateKey };
    const headers = await signPost(new URL(inbox), digestOf(body), key, new Date());
    const { status } = await fetch(inbox, { method: 'POST', headers, body });
    if (status >= 300) throw new Error(`${inbox} answered ${status} to ${activity.type}`);
  }

  #answer({ pathname, searchParams }: URL): { type: string; body: string } | null {
    const json = (what: Json, type = AP_TYPE) => ({ type, body: JSON.stringify(what) });
    if (pathname === '/.well-known/webfinger') {
      const jrd = this.#webfinger(searchParams.get('resource') ?? '');
      return jrd && json(jrd, 'application/jrd+json; charset=utf-8');
    }
    const person = this.#people.find(({ handle }) => pathname === `/users/${handle}`);
    if (person) return json(this.#actor(person));
    const note = this.#kept.notes.find(({ id }) => new URL(id).pathname === pathname);
    if (note) return json({ '@context': AS, ...note });
    const body = elsewherePage(this.host, this.#people, this.#kept.notes as never[], pathname);
    return body === null ? null : { type: 'text/html; charset=utf-8', body };
  }

  #webfinger(resource: string): Json | null {
    const found = this.#people.find(
      ({ handle }) => resource === `acct:${handle}@${this.host}` || resource === this.#uri(handle),
    );
    if (!found) return null;
    const self = { rel: 'self', type: 'application/activity+json', href: this.#uri(found.handle) };
    return { subject: `acct:${found.handle}@${this.host}`, links: [self] };
  }

  #actor({ handle, name, bio }: Person): Json {
    const uri = this.#uri(handle);
    const publicKeyPem = createPublicKey(this.#kept.keys[handle] as string).export({
      type: 'spki',
      format: 'pem',
    });
    return {
      '@context': [AS, 'https://w3id.org/security/v1'],
      id: uri,
      type: 'Person',
      preferredUsername: handle,
      name,
      summary: `<p>${escapeHtml(bio)}</p>`,
      url: `${this.origin}/@${handle}`,
      inbox: `${uri}/inbox`,
      outbox: `${uri}/outbox`,
      followers: `${uri}/followers`,
      publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem },
    };
  }
}

async function documentAt(address: string): Promise<Json> {
  const response = await fetch(address, { headers: { accept: 'application/activity+json' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Json;
}

const newKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2_048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
