import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FORM_BYTES } from '../../web/http/form-body.ts';
import { localPath } from '../../web/http/local-path.ts';
import { aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** Ways to another site that look like a path, or do not. */
const AWAY = [
  'https://evil.example/',
  '//evil.example',
  '//evil.example/sign-in',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'evil.example',
  '',
];

describe('the doors of the pages', () => {
  let node: TestDistrict;

  beforeAll(async () => {
    node = await openDistrict();
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => node?.stop());

  test('nothing that another site sends is done', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const change = { name: 'Somebody else entirely' };
    const senders: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: node.origin },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${node.origin}.evil.example` },
      {},
    ];
    for (const headers of senders) {
      const answer = await ruth.post('/settings/you', change, headers);
      expect(answer.status).toBe(403);
      // what was typed is there to copy, and not one press away from being done
      expect(answer.text).toContain('Somebody else entirely');
      expect(answer.text).not.toContain('action="/settings/you"');
    }
    expect((await ruth.get('/settings/you')).text).toContain('value="Ruth"');
    const ours: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: node.origin }];
    for (const headers of ours) {
      expect((await ruth.post('/settings/you', change, headers)).status).toBe(303);
    }
    expect((await ruth.get('/settings/you')).text).toContain('value="Somebody else entirely"');
  });

  test('the way back never leads to another site', async () => {
    for (const back of AWAY) {
      expect(localPath(back)).toBe('/');
      const visitor = new Visitor(node.origin);
      expect((await visitor.post('/theme', { theme: 'dark', back })).location).toBe('/');
      const form = { email: 'ruth@school.example', password: PASSWORD, back };
      expect((await visitor.post('/sign-in', form)).location).toBe('/');
      expect((await visitor.get(`/sign-in?back=${encodeURIComponent(back)}`)).location).toBe('/');
    }
    expect(localPath('/@ruth/seven?after=2#top')).toBe('/@ruth/seven?after=2');
  });

  test('whoever must sign in first comes back to where they were going', async () => {
    const visitor = new Visitor(node.origin);
    const { status, location } = await visitor.get('/settings/you?x=1');
    expect([status, location]).toEqual([303, '/sign-in?back=%2Fsettings%2Fyou%3Fx%3D1']);
    expect((await visitor.get(location)).text).toContain('name="back" value="/settings/you?x=1"');
  });

  test('a form that is too long is refused with a page', async () => {
    const visitor = new Visitor(node.origin);
    const tooLong = await visitor.post('/sign-in', { email: 'x'.repeat(FORM_BYTES) });
    expect(tooLong.status).toBe(413);
    expect(tooLong.text).toContain('That was too much at once');
    const tooMany = await visitor.post('/sign-in', { email: Array.from({ length: 301 }, () => 'x') });
    expect(tooMany.status).toBe(413);
    const justRight = await visitor.post('/sign-in', { email: 'x'.repeat(FORM_BYTES - 1_000) });
    expect(justRight.status).toBe(422);
  });

  test('addresses that name nothing are 404, however odd', async () => {
    const visitor = new Visitor(node.origin);
    for (const path of [
      '/no/such/page',
      '/@nobody',
      '/@ruth/nothing',
      '/a%00b',
      '/@ruth%00',
      '/%E0%A4%A',
      '/search%2F',
    ]) {
      const answer = await visitor.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text).toContain('There is nothing at this address');
    }
    expect((await visitor.send('DELETE', '/about', undefined, { origin: node.origin })).status).toBe(404);
  });

  test('one page has one address', async () => {
    const visitor = new Visitor(node.origin);
    const answer = await visitor.get('/about/rules//?x=1');
    expect([answer.status, answer.location]).toEqual([301, '/about/rules?x=1']);
    expect((await visitor.get('//evil.example/')).location).not.toMatch(/evil/);
  });

  test('browsers are told to load, frame and send nothing that is not ours', async () => {
    const visitor = new Visitor(node.origin);
    for (const path of ['/about', '/about', '/no/such/page', '/sign-in']) {
      const { headers } = await visitor.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      // this node is on plain http
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  test('light and dark are remembered without a session', async () => {
    const visitor = new Visitor(node.origin);
    const answer = await visitor.post('/theme', { theme: 'dark', back: '/about' });
    expect([answer.status, answer.location]).toEqual([303, '/about']);
    expect([...visitor.cookies]).toEqual([['ajar-theme', 'dark']]);
    expect((await visitor.get('/about')).text).toContain('data-theme="dark"');
    expect((await new Visitor(node.origin).get('/about')).text).toContain('data-theme="auto"');
    await visitor.post('/theme', { theme: 'auto', back: '/about' });
    expect(visitor.cookies.size).toBe(0);
  });
});
