import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { type AssetName, asset, assetsHandler, FONT_PRELOADS, stylesheet } from '../../web/kit/assets.ts';

let server: Server;
let origin = '';

beforeAll(async () => {
  const app = express();
  app.use(assetsHandler);
  app.use((_request, response) => void response.status(404).end('passed on'));
  await new Promise<void>((resolve) => {
    server = app.listen(0, '127.0.0.1', () => resolve());
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = (path: string, encodings = 'identity', method = 'GET') =>
  fetch(origin + path, { method, headers: { 'accept-encoding': encodings, connection: 'close' } });

describe('assets', () => {
  test.each<[AssetName, string]>([
    ['ajar.css', 'text/css; charset=utf-8'],
    ['enhance.js', 'text/javascript; charset=utf-8'],
    ['mark.svg', 'image/svg+xml'],
    ['literata.woff2', 'font/woff2'],
    ['atkinson.woff2', 'font/woff2'],
  ])('%s is kept for a year at its address', async (name, type) => {
    expect(asset(name)).toMatch(new RegExp(`^/assets/[0-9a-f]{12}/${name}$`));
    const { status, headers } = await ask(asset(name));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('an old hash gets the file of today, which is not kept', async () => {
    const answer = await ask('/assets/000000000000/ajar.css');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toBe(stylesheet());
  });

  test.each([
    '/assets/000000000000/nothing.css',
    '/assets/',
    '/write/0/ajar.css',
    '/assets/0/constructor',
    '/',
  ])('%s goes on to the next handler', async (path) =>
    expect(await (await ask(path)).text()).toBe('passed on'),
  );

  test('so do other methods than GET and HEAD', async () => {
    expect((await ask(asset('ajar.css'), 'identity', 'POST')).status).toBe(404);
    const head = await ask(asset('ajar.css'), 'identity', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test.each(['br', 'gzip'])(
    'text goes out as %s to those who can read it, fonts as they are',
    async (encoding) => {
      const css = await ask(asset('ajar.css'), encoding);
      expect(css.headers.get('content-encoding')).toBe(encoding);
      expect(css.headers.get('vary')).toBe('Accept-Encoding');
      expect(await css.text()).toBe(stylesheet());
      expect((await ask(asset('atkinson.woff2'), encoding)).headers.get('content-encoding')).toBeNull();
    },
  );

  test('the stylesheet asks for nothing but our own fonts, all of which are there', async () => {
    const addresses = [...stylesheet().matchAll(/url\(([^)]*)\)/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThanOrEqual(4);
    for (const address of addresses)
      expect((await ask(address)).headers.get('content-type')).toBe('font/woff2');
    expect(stylesheet()).not.toMatch(/@import|https?:/);
  });

  test('fonts and stylesheet of a first page weigh little', async () => {
    const sizes = await Promise.all(
      [...FONT_PRELOADS, 'ajar.css' as const].map(async (name) =>
        Number((await ask(asset(name), 'br')).headers.get('content-length')),
      ),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(1000);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(100 * 1024);
  });
});
