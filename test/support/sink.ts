import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** A request as the sink saw it. */
export interface SeenRequest {
  method: string;
  /** path with query */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A fixed answer; status 200 and no body unless given. */
export interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

export type Script = Reply | ((response: ServerResponse, request: SeenRequest) => void);

/** A server on the loopback interface that does what the test says and remembers what it was asked. */
export interface Sink {
  /** such as `http://127.0.0.1:40123` */
  origin: string;
  port: number;
  requests: SeenRequest[];
  /** connections accepted since the start */
  connections: number;
  /** connections open now */
  open: number;
  /** what to do with requests for a path (without query); `*` is for all others. Unscripted: 404. */
  on(path: string, script: Script): void;
  close(): Promise<void>;
}

/**
 * @param options.host address to listen on, default 127.0.0.1; `all` for every address of the machine
 * @param options.tls key and certificate in PEM; makes it an https server
 */
export async function openSink(
  options: { host?: string; tls?: { key: string; cert: string } } = {},
): Promise<Sink> {
  const scripts = new Map<string, Script>();
  const sockets = new Set<Socket>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const seen = { method, path, headers, body: Buffer.concat(chunks) };
      sink.requests.push(seen);
      const script = scripts.get(path.split('?')[0] ?? '') ?? scripts.get('*') ?? { status: 404 };
      if (typeof script === 'function') script(response, seen);
      else response.writeHead(script.status ?? 200, script.headers).end(script.body);
    });
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  server.on('connection', (socket: Socket) => {
    sink.connections += 1;
    sockets.add(socket);
    // A client that cuts the connection is part of many tests.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host === 'all' ? undefined : host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const sink: Sink = {
    origin: `${options.tls ? 'https' : 'http'}://${host === 'all' ? '127.0.0.1' : host}:${port}`,
    port,
    requests: [],
    connections: 0,
    get open() {
      return sockets.size;
    },
    on: (path, script) => void scripts.set(path, script),
    close,
  };
  return sink;
}
