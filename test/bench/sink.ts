import { type AddressInfo, createServer, type Socket } from 'node:net';
import { answering } from './support/child.ts';
import { actorDocument } from './support/senders.ts';
import { type Head, Messages } from './support/wire.ts';

export type SinkQuestion = { open: { publicPems: string[] } } | 'counts' | 'reset';

export interface SinkCounts {
  port: number;
  gets: number;
  posts: number;
  /** different inboxes that got something */
  inboxes: number;
}

/**
 * Every other server of the benchmark in one process, told apart by the Host header: serves the actors' documents
 * and takes what is posted to any inbox.
 */
answering<SinkQuestion, SinkCounts>(async (question) => {
  if (question === 'reset') {
    counts.gets = 0;
    counts.posts = 0;
    seen.clear();
  } else if (question !== 'counts') {
    pems = question.open.publicPems;
    counts.port = await open();
  }
  return { ...counts, inboxes: seen.size };
});

const counts = { port: 0, gets: 0, posts: 0 };
const seen = new Set<string>();
let pems: string[] = [];

async function open(): Promise<number> {
  const server = createServer({ noDelay: true }, (socket) => {
    const messages = new Messages((head) => answer(socket, head));
    socket.on('data', (chunk) => messages.take(chunk));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((done) => server.listen({ port: 0, host: '0.0.0.0', backlog: 4_096 }, done));
  return (server.address() as AddressInfo).port;
}

function answer(socket: Socket, head: Head): void {
  const [method, path = ''] = head.first.split(' ', 2);
  if (method === 'POST') {
    counts.posts += 1;
    seen.add(head.host + path);
    socket.write('HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n');
    return;
  }
  counts.gets += 1;
  const document = actorDocument(head.host, path, pems);
  if (document === null) {
    socket.write('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
    return;
  }
  const body = Buffer.from(document);
  socket.write(
    `HTTP/1.1 200 OK\r\ncontent-type: application/activity+json\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  socket.write(body);
}
