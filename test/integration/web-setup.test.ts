import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { issueSetupLink } from '../../server/actions/issue-setup-link.ts';
import { createDistrict, type District } from '../../server/district.ts';
import { PASSWORD } from '../support/district.ts';
import { freePort } from '../support/free-port.ts';
import { freshDatabase } from '../support/postgres.ts';
import { Visitor } from '../support/visitor.ts';

describe('the first run', () => {
  let node: District;
  let origin: string;

  beforeAll(async () => {
    const [databaseUrl, port] = await Promise.all([freshDatabase(), freePort()]);
    origin = `http://localhost:${port}`;
    const place = { origin, port, host: '127.0.0.1', databaseUrl, dataDir: '/nonexistent' };
    node = await createDistrict({
      ...place,
      allowPrivateAddresses: true,
      role: 'web',
      smtpUrl: null,
      trustProxy: 0,
    });
    await node.start();
  });
  afterAll(() => node?.stop());

  const filled = {
    districtName: 'Pine Hollow',
    shortName: 'pinehollow',
    country: 'USA',
    timezone: 'America/New_York',
    language: 'en',
    name: 'Priya Raman',
    handle: 'priya',
    email: 'priya@school.example',
    password: PASSWORD,
    passwordAgain: PASSWORD,
  };

  test('until then there is one friendly page, and what this is', async () => {
    const visitor = new Visitor(origin);
    for (const path of ['/', '/sign-in', '/@ruth', '/nothing']) {
      const answer = await visitor.get(path);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '600']);
      expect(answer.text).toContain('This place is being set up');
    }
    for (const path of [
      '/about',
      '/about/privacy',
      '/about/safety',
      '/about/federation',
      '/about/rules',
      '/robots.txt',
    ]) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
    }
    expect((await visitor.get('/setup/guessed')).status).toBe(404);
    expect((await visitor.post('/setup/guessed', filled)).status).toBe(404);
  });

  test('the link names the district and signs its administrator in', async () => {
    const address = `/setup/${await issueSetupLink(node.ctx)}`;
    const visitor = new Visitor(origin);
    expect((await visitor.get(address)).text).toContain(`@name@${node.ctx.host}`);
    const wrong = await visitor.post(address, {
      ...filled,
      shortName: 'Pine Hollow',
      timezone: 'Nowhere',
      handle: '',
    });
    expect(wrong.status).toBe(422);
    for (const field of ['shortName', 'timezone', 'handle'])
      expect(wrong.text).toContain(`href="#field-${field}"`);
    expect(wrong.text).toContain('value="Pine Hollow"');
    // the district has the name already
    expect((await visitor.post(address, { ...filled, handle: 'pinehollow' })).text).toContain(
      'Choose another one.',
    );
    const done = await visitor.post(address, filled);
    expect([done.status, done.location]).toEqual([303, '/']);
    const home = await visitor.get('/');
    expect(home.status).toBe(200);
    expect(home.text).toContain('Pine Hollow is open.');
    expect((await visitor.get('/admin/people')).status).toBe(200);
    expect((await visitor.get(address)).text).toContain('This link has ended');
    expect((await new Visitor(origin).get('/about')).text).toContain('About Pine Hollow');
  });
});
