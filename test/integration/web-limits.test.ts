import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setUpDistrict } from '../../server/actions/set-up-district.ts';
import { createDistrict, type District } from '../../server/district.ts';
import { addressKey } from '../../server/domain/address-key.ts';
import { sweepRateLimits } from '../../server/store/rate-limits.ts';
import { LIMIT_RULES } from '../../web/http/limits.ts';
import { aTeacher, PASSWORD } from '../support/district.ts';
import { freePort } from '../support/free-port.ts';
import { freshDatabase } from '../support/postgres.ts';
import { Visitor } from '../support/visitor.ts';

describe('too many tries', () => {
  let node: District;
  let origin: string;

  beforeAll(async () => {
    const [databaseUrl, port] = await Promise.all([freshDatabase(), freePort()]);
    origin = `http://localhost:${port}`;
    const place = { origin, port, host: '127.0.0.1', databaseUrl, dataDir: '/nonexistent' };
    // one proxy in front is ours: what it says of the visitor's address counts
    node = await createDistrict({
      ...place,
      allowPrivateAddresses: true,
      role: 'web',
      smtpUrl: null,
      trustProxy: 1,
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
  afterAll(() => node?.stop());

  const from = (address: string) => new Visitor(origin, { 'x-forwarded-for': address });
  const guess = (visitor: Visitor, email: string, password = 'a guess') =>
    visitor.post('/sign-in', { email, password });

  test('guessing from one network ends, and says when to come back', async () => {
    const { points, seconds } = LIMIT_RULES.signIn;
    for (let count = 0; count < points; count += 1) {
      expect((await guess(from(`2001:db8:1:2::${count + 1}`), `nobody${count}@school.example`)).status).toBe(
        422,
      );
    }
    const refused = await guess(from('2001:db8:1:2:ffff::1'), 'ruth@school.example', PASSWORD);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(seconds);
    expect(refused.text).toContain('There were too many tries in a short time.');
    expect((await guess(from('2001:db8:1:3::1'), 'ruth@school.example', PASSWORD)).status).toBe(303);
  });

  test('what a visitor says of its own address does not count', async () => {
    const { points } = LIMIT_RULES.signIn;
    for (let count = 0; count < points; count += 1)
      await guess(from(`192.0.2.${count}, 198.51.100.1`), `nobody${count}@other.example`);
    expect((await guess(from('192.0.2.99, 198.51.100.1'), 'ruth@school.example', PASSWORD)).status).toBe(429);
  });

  test('guessing one person’s password from many places ends too', async () => {
    await aTeacher(node.ctx, 'marcus');
    const { points } = LIMIT_RULES.signInEmail;
    for (let count = 0; count < points; count += 1) {
      expect((await guess(from(`203.0.113.${count}`), 'Marcus@school.example')).status).toBe(422);
    }
    expect((await guess(from('203.0.113.200'), 'marcus@school.example')).status).toBe(429);
  });

  test('a whole school may sign in from one address', async () => {
    for (let count = 0; count <= LIMIT_RULES.signIn.points; count += 1) {
      expect((await guess(from('198.51.100.77'), 'ruth@school.example', PASSWORD)).status).toBe(303);
    }
  });

  test('neither addresses nor e-mails are kept, and counts are swept', async () => {
    const counts = () =>
      node.ctx.db
        .selectFrom('rate_limit' as never)
        .selectAll()
        .execute() as Promise<{ key: string }[]>;
    const keys = (await counts()).map(({ key }) => key).join('\n');
    expect(keys).not.toBe('');
    expect(keys).not.toMatch(/example|203\.0|2001:db8/);
    await sweepRateLimits(node.ctx.db, new Date(Date.now() + 2 * 3_600_000));
    expect(await counts()).toEqual([]);
  });

  test('an address stands for one visitor: IPv4 whole, IPv6 by its network', () => {
    expect(addressKey('203.0.113.7')).toBe('203.0.113.7');
    expect(addressKey('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(addressKey('2001:db8:0:1::1')).toBe(addressKey('2001:db8:0:1:ffff:ffff:ffff:ffff'));
    expect(addressKey('2001:db8:0:2::1')).not.toBe(addressKey('2001:db8:0:1::1'));
    expect(addressKey(undefined)).toBe('unknown');
  });
});
