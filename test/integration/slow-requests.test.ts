import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { type HttpBounds, type HttpServer, openHttpServer } from '../../server/http-server.ts';

const HOST = 'host: localhost\r\n';
const FORM = 'content-type: application/x-www-form-urlencoded\r\n';
const UPLOAD = 'content-type: multipart/form-data; boundary=b\r\n';

describe('a request that drips in', () => {
  let server: HttpServer | undefined;

  afterEach(() => server?.close());

  /** Sends the pieces one after the other. @returns what came back until the node closed the connection */
  async function drip(app: RequestListener, bounds: Partial<HttpBounds>, pieces: string[]): Promise<string> {
    server = openHttpServer(app, { checkMs: 20, ...bounds });
    const port = await server.listen(0, '127.0.0.1');
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => undefined);
    const closed = new Promise<void>((done) => socket.once('close', () => done()));
    for (const piece of pieces) {
      if (socket.closed) break;
      socket.write(piece);
      await sleep(10);
    }
    await closed;
    return answer;
  }

  const slowly = (text: string): string[] => [...text];
  const reads: RequestListener = (request, response) => {
    request.resume().on('end', () => response.end('whole'));
  };
  const never: RequestListener = () => {
    throw new Error('this must not be called');
  };

  test('with its headers is 408 and cut, and nothing of ours has seen it', async () => {
    const pieces = slowly(`POST / HTTP/1.1\r\n${HOST}${'x-more: 1\r\n'.repeat(50)}`);
    expect(await drip(never, { headersMs: 100 }, pieces)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test.each([
    ['with a length', 'content-length: 1000\r\n\r\n', slowly('a='.repeat(500))],
    ['in chunks', 'transfer-encoding: chunked\r\n\r\n', Array.from({ length: 500 }, () => '1\r\na\r\n')],
  ])('with its body %s is 408 and cut', async (_how, framing, body) => {
    const pieces = [`POST / HTTP/1.1\r\n${HOST}${FORM}${framing}`, ...body];
    const answer = await drip(reads, { bodyMs: 100 }, pieces);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/connection: close/i);
  });

  test('is cut too where it is read by Express, or was answered before its end', async () => {
    const head = `POST / HTTP/1.1\r\n${HOST}${FORM}content-length: 1000\r\n\r\n`;
    const form = express().use(express.urlencoded({ extended: false }));
    expect(await drip(form, { bodyMs: 100 }, [head, ...slowly('a='.repeat(500))])).toMatch(
      /^HTTP\/1\.1 408 /,
    );
    await server?.close();
    const early: RequestListener = (_request, response) => void response.writeHead(403).end();
    const answer = await drip(early, { bodyMs: 100 }, [head, ...slowly('a='.repeat(500))]);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('may take longer when it brings photos, up to a bound of its own', async () => {
    const head = `POST / HTTP/1.1\r\n${HOST}${UPLOAD}connection: close\r\ncontent-length: 30\r\n\r\n`;
    const bounds = { bodyMs: 50, uploadMs: 60_000 };
    expect(await drip(reads, bounds, [head, ...slowly('a'.repeat(30))])).toMatch(/200 OK[\s\S]*whole$/);
    await server?.close();
    expect(await drip(reads, { ...bounds, uploadMs: 50 }, [head, ...slowly('a'.repeat(30))])).toMatch(
      /^HTTP\/1\.1 408 /,
    );
  });

  test('is cut by the last bound whatever it is', async () => {
    const head = `POST / HTTP/1.1\r\n${HOST}${UPLOAD}content-length: 1000\r\n\r\n`;
    const answer = await drip(reads, { headersMs: 50, requestMs: 100 }, [head, ...slowly('a'.repeat(1_000))]);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('is not one when only its answer takes long', async () => {
    const app: RequestListener = (request, response) => {
      request.resume().on('end', () => setTimeout(() => response.end('late'), 150));
    };
    const whole = `POST / HTTP/1.1\r\n${HOST}${FORM}connection: close\r\ncontent-length: 1\r\n\r\na`;
    expect(await drip(app, { bodyMs: 50 }, [whole])).toMatch(/200 OK[\s\S]*late$/);
  });

  test('gets ten seconds for its headers, fifteen for its body, two minutes for photos', () => {
    const { bounds } = openHttpServer(reads);
    expect(bounds).toMatchObject({ headersMs: 10_000, bodyMs: 15_000, uploadMs: 120_000, checkMs: 5_000 });
    expect(bounds.requestMs).toBeGreaterThan(bounds.uploadMs);
  });
});
