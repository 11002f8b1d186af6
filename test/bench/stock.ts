import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFederation, MemoryKvStore } from '@fedify/fedify/federation';
import { Create, Note, Person } from '@fedify/fedify/vocab';
import pg from 'pg';
import { answering } from './support/child.ts';

/** Opens the server. @returns its port */
answering<{ databaseUrl: string }, { port: number }>(async ({ databaseUrl }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  await pool.query(`create table if not exists stock_post (
    id bigint generated always as identity primary key, uri text not null unique, actor_uri text not null,
    in_reply_to text, content text not null, published timestamptz, received_at timestamptz not null default now())`);
  return { port: await open(pool) };
});

/**
 * Fedify as its manual shows it: keys and seen activities in memory, no queue (with one every activity is parsed
 * again and waits for its turn: slower), and a listener that stores the post.
 */
async function open(pool: pg.Pool): Promise<number> {
  const federation = createFederation<void>({ kv: new MemoryKvStore(), allowPrivateAddress: true });
  federation.setActorDispatcher(
    '/users/{identifier}',
    (context, identifier) =>
      new Person({ id: context.getActorUri(identifier), preferredUsername: identifier }),
  );
  federation.setInboxListeners('/users/{identifier}/inbox', '/inbox').on(Create, async (context, create) => {
    const note = await create.getObject(context);
    if (!(note instanceof Note) || note.id === null) return;
    await pool.query(
      'insert into stock_post (uri, actor_uri, in_reply_to, content, published) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [
        note.id.href,
        create.actorId?.href,
        note.replyTargetId?.href ?? null,
        String(note.content ?? ''),
        note.published?.toString() ?? null,
      ],
    );
  });
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const url = `http://${request.headers.host}${request.url}`;
    const answer = await federation.fetch(
      new Request(url, { method: 'POST', headers, body: Buffer.concat(chunks) }),
      { contextData: undefined },
    );
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  }
}
