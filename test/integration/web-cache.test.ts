import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markStale } from '../../server/actions/context.ts';
import { setUpDistrict } from '../../server/actions/set-up-district.ts';
import { createDistrict, type District } from '../../server/district.ts';
import { updateDistrict } from '../../server/store/districts.ts';
import { type Cable, cableTo } from '../support/cable.ts';
import { aTeacher } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { freshDatabase } from '../support/postgres.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('pages for everybody', () => {
  let node: District;
  let origin: string;
  let cable: Cable;

  beforeAll(async () => {
    const [address, port] = await Promise.all([freshDatabase(), freePort()]);
    cable = await cableTo(address);
    origin = `http://localhost:${port}`;
    const place = { origin, port, host: '127.0.0.1', databaseUrl: cable.url, dataDir: '/nonexistent' };
    node = await createDistrict({
      ...place,
      allowPrivateAddresses: true,
      role: 'web',
      smtpUrl: null,
      trustProxy: 0,
    });
    await setUpDistrict(node.ctx, {
      districtName: 'Pine Hollow',
      shortName: 'pinehollow',
      country: '',
      timezone: 'UTC',
      language: 'en',
    });
    await node.start();
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(async () => {
    await node?.stop().catch(() => undefined);
    await cable?.close();
  });

  test('a page comes with an ETag, and not again to those who have it', async () => {
    const visitor = new Visitor(origin);
    const first = await visitor.get('/about');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=15, stale-if-error=3600');
    expect(first.headers.get('vary')).toBe('Accept, Accept-Encoding, Accept-Language, Cookie');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await visitor.get('/about', { 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await visitor.get('/about', { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await visitor.send('HEAD', '/about');
    expect([head.status, head.text, head.headers.get('content-length')]).toEqual([
      200,
      '',
      first.headers.get('content-length'),
    ]);
  });

  test('a change makes it stale at once, in this process and in others', async () => {
    const visitor = new Visitor(origin);
    const before = await visitor.get('/about');
    await updateDistrict(node.ctx.db, { about: 'We teach between two rivers.' });
    // nobody has said that anything changed
    expect((await visitor.get('/about')).text).toBe(before.text);
    await markStale(node.ctx.db, 'district');
    const after = await eventually('the new words', async () => {
      const page = await visitor.get('/about');
      return page.text.includes('between two rivers') && page;
    });
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  test('the signed-in get their own page, and nobody gets theirs', async () => {
    const [ruth, reader] = [await signedIn(origin, 'ruth'), new Visitor(origin)];
    for (let round = 0; round < 2; round += 1) {
      const own = await ruth.get('/about');
      expect(own.text).toContain('/sign-out');
      expect(own.headers.get('cache-control')).toBe('private, no-store');
      expect(own.headers.get('etag')).toBeNull();
      const open = await reader.get('/about');
      expect(open.text).not.toContain('/sign-out');
    }
  });

  test('forms and errors are kept by nobody', async () => {
    const visitor = new Visitor(origin);
    for (const path of ['/sign-in', '/no/such/page', '/settings']) {
      const { headers } = await visitor.get(path);
      expect([path, headers.get('cache-control'), headers.get('etag')]).toEqual([
        path,
        'private, no-store',
        null,
      ]);
    }
  });

  test('while the database is away, what is known is still read and what is written is not lost', async () => {
    const [ruth, reader] = [await signedIn(origin, 'ruth'), new Visitor(origin)];
    const before = await reader.get('/about');
    cable.cut();
    expect((await reader.get('/about')).text).toBe(before.text);
    for (const answer of [await reader.get('/about/rules'), await ruth.get('/settings/you')]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
      expect(answer.text).toContain('We cannot reach our own records just now');
      expect(answer.text).toContain('Pine Hollow');
    }
    const sent = await ruth.post('/settings/you', { name: 'Ruth', bio: 'Curious about silence and talk.' });
    expect(sent.status).toBe(503);
    expect(sent.text).toContain('Your text is safe');
    expect(sent.text).toContain('name="bio" value="Curious about silence and talk."');
    cable.mend();
    await eventually('the database is back', async () => (await ruth.get('/settings/you')).status === 200);
  });
});
