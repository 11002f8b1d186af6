import { appendFileSync } from 'node:fs';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { BROWSER } from './browser.ts';

/** A request of one server to the other, with its answer. */
export interface Exchange {
  /** who asked, by their user agent */
  by: string;
  host: string;
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
  status: number;
  answerHeaders: IncomingMessage['headers'];
  answer: string;
}

type Json = Record<string, unknown>;

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** The proxy with TLS in front of both neighbours: it passes everything on unchanged and writes it down. */
export class TlsProxy {
  readonly seen: Exchange[] = [];
  readonly #server: Server;
  readonly #routes: Readonly<Record<string, number>>;
  readonly #log: string;

  private constructor(server: Server, routes: Readonly<Record<string, number>>, log: string) {
    this.#server = server;
    this.#routes = routes;
    this.#log = log;
    server.on('request', (request, response) => {
      // the asker went away in the middle
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  /** @param routes host name → port on loopback @param log a file that gets a line of JSON for each exchange */
  static async open(
    tls: { key: string; cert: string },
    routes: Readonly<Record<string, number>>,
    log: string,
  ): Promise<TlsProxy> {
    const server = createServer(tls);
    await new Promise<void>((done, fail) => server.once('error', fail).listen(443, '127.0.0.1', done));
    return new TlsProxy(server, routes, log);
  }

  /**
   * The newest activity of a type that was posted to a host, once the host has taken it.
   * @param about a piece of its text, such as the id of what it is about
   */
  activity(host: string, type: string, about: string): { exchange: Exchange; json: Json } | null {
    for (const exchange of this.seen.toReversed()) {
      const fits = exchange.method === 'POST' && exchange.host === host && exchange.body.includes(about);
      if (!fits || exchange.status < 200 || exchange.status > 299) continue;
      const json = exchange.body.startsWith('{') ? (JSON.parse(exchange.body) as Json) : {};
      if (json.type === type) return { exchange, json };
    }
    return null;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    const host = headers.host ?? '';
    const body = await whole(request);
    const passed = { ...headers, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' };
    let answered: { status: number; headers: IncomingMessage['headers']; body: Buffer };
    try {
      answered = await forward(this.#routes[host] ?? 0, method, path, passed, body);
    } catch (error) {
      answered = { status: 502, headers: {}, body: Buffer.from(String(error)) };
    }
    for (const [name, value] of Object.entries(answered.headers))
      if (value !== undefined && !HOP_BY_HOP.has(name)) response.setHeader(name, value);
    response.writeHead(answered.status).end(answered.body);
    const exchange: Exchange = {
      by: headers['user-agent'] ?? '',
      ...{ host, method, path, headers },
      body: body.toString(),
      status: answered.status,
      answerHeaders: answered.headers,
      answer: answered.body.toString(),
    };
    // what the servers say to each other is of interest, not what they show to people
    if (exchange.by === BROWSER) return;
    this.seen.push(exchange);
    appendFileSync(this.#log, `${JSON.stringify({ at: new Date().toISOString(), ...exchange })}\n`);
  }
}

function forward(
  port: number,
  method: string,
  path: string,
  headers: IncomingMessage['headers'],
  body: Buffer,
) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((done, fail) => {
    const to = { host: '127.0.0.1', port, method, path, headers, agent: false as const, timeout: 30_000 };
    const sent = ask(to, (answer) => {
      whole(answer).then(
        (bytes) => done({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        fail,
      );
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in 30 s')));
    sent.on('error', fail);
    sent.end(body);
  });
}

async function whole(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
