import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const FOR_ADMINS = [
  '/admin/rules',
  '/admin/rules.csv',
  '/admin/rules/new',
  '/admin/rules/import',
  '/admin/health',
  '/admin/district',
];
const CHANGES_FOR_ADMINS = [
  '/admin/rules/new',
  '/admin/rules/lift',
  '/admin/rules/import',
  '/admin/rules/import/apply',
  '/admin/health/try-again',
  '/admin/health/events-again',
  '/admin/district',
];

describe('the doors of those who look after the district', () => {
  let node: TestDistrict;

  beforeAll(async () => {
    node = await openDistrict();
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    await aTeacher(node.ctx, 'noor', { role: 'moderator' });
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => node?.stop());

  test('administrators find every page', async () => {
    const priya = await signedIn(node.origin, 'priya');
    for (const path of [...FOR_ADMINS, '/moderation/reports'])
      expect([path, (await priya.get(path)).status]).toEqual([path, 200]);
  });

  test('for moderators there are reports and nothing else', async () => {
    const noor = await signedIn(node.origin, 'noor');
    expect((await noor.get('/moderation/reports')).text).toContain('All quiet.');
    for (const path of FOR_ADMINS) expect([path, (await noor.get(path)).status]).toEqual([path, 404]);
    const nav = (await noor.get('/settings/safety')).text;
    expect(nav).toContain('href="/moderation/reports"');
    expect(nav).not.toContain('href="/admin/');
  });

  test('for everybody else there is nothing at these addresses', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const nothing = (await ruth.get('/no/such/page')).text.replaceAll('/no/such/page', '');
    for (const path of [...FOR_ADMINS, '/moderation/reports']) {
      const answer = await ruth.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text.replaceAll(path, '')).toBe(nothing);
      expect((await new Visitor(node.origin).get(path)).location).toBe(
        `/sign-in?back=${encodeURIComponent(path)}`,
      );
    }
    for (const path of [...CHANGES_FOR_ADMINS, '/moderation/reports/01arz3ndektsv4rrffq69g5fav/close'])
      expect([path, (await ruth.post(path, { domain: 'x.example', severity: 'suspend' })).status]).toEqual([
        path,
        404,
      ]);
    expect((await ruth.get('/settings/safety')).text).not.toMatch(/href="\/(admin|moderation\/reports)/);
  });

  test('nobody without an account can ask, block or close', async () => {
    const anybody = new Visitor(node.origin);
    for (const path of [
      '/moderation/ask',
      '/settings/safety',
      '/settings/safety/block',
      '/settings/account/close',
    ])
      expect((await anybody.get(path)).location).toMatch(/^\/sign-in/);
  });

  test('signed-out readers see no way to ask or block', async () => {
    const ruthId = await node.ctx.db
      .selectFrom('actor')
      .select('id')
      .where('handle', '=', 'ruth')
      .executeTakeFirstOrThrow();
    const { url } = await publish(node.ctx, ruthId.id, aStory());
    const page = new URL(url).pathname;
    expect((await new Visitor(node.origin).get(page)).text).not.toContain('/moderation/ask');
    expect((await (await signedIn(node.origin, 'noor')).get(page)).text).toContain('/moderation/ask?about=');
    expect((await (await signedIn(node.origin, 'ruth')).get(page)).text).not.toContain('/moderation/ask');
  });
});
