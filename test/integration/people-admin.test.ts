import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeRole } from '../../server/actions/change-role.ts';
import { actorById } from '../../server/store/actors.ts';
import { personById } from '../../server/store/people.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('people, as administrators see them', () => {
  let node: TestDistrict;
  let priya: string;
  let ruth: string;
  let noor: string;
  let admin: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    priya = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    ruth = await aTeacher(node.ctx, 'ruth');
    noor = await aTeacher(node.ctx, 'noor', { role: 'moderator' });
    await publish(node.ctx, ruth, aStory());
    admin = await signedIn(node.origin, 'priya');
  });
  afterAll(() => node?.stop());

  const role = async (id: string) => (await personById(node.ctx.db, id))?.role;
  const audit = async (action: string) =>
    (
      await node.ctx.db
        .selectFrom('audit_entry')
        .select(['actor_id', 'about', 'data'])
        .where('action', '=', action)
        .orderBy('id', 'desc')
        .execute()
    ).map(({ actor_id, about, data }) => ({ by: actor_id, about, data }));
  const uriOf = async (id: string) => (await actorById(node.ctx.db, id))?.uri;

  test('stand in a list with what they may do, and nothing of what they do', async () => {
    const { text } = await admin.get('/admin/people');
    for (const said of ['Ruth', 'Colleague', 'Moderator', 'Administrator', `href="/admin/people/${ruth}"`])
      expect(text).toContain(said);
    const page = (await admin.get(`/admin/people/${ruth}`)).text;
    for (const body of [text, page]) expect(body).not.toContain('Seven silent seconds');
    expect(page).not.toMatch(/\d+ (stories|tries|replies)/);
  });

  test('are for administrators alone: for everybody else nothing is at these addresses', async () => {
    const pages = ['', '/suspend', '/close'].map((part) => `/admin/people/${ruth}${part}`);
    const actions = ['/role', '/suspend', '/lift', '/close'].map((part) => `/admin/people/${ruth}${part}`);
    const sent = { role: 'admin', reason: 'rules', note: 'No.', handle: 'ruth' };
    for (const who of ['noor', 'ruth']) {
      const visitor = await signedIn(node.origin, who);
      for (const path of pages) expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
      for (const path of [
        ...actions,
        '/admin/people/invitations/renew',
        '/admin/people/invitations/withdraw',
      ])
        expect([path, (await visitor.post(path, sent)).status]).toEqual([path, 404]);
    }
    const anybody = new Visitor(node.origin);
    for (const path of pages) expect((await anybody.get(path)).location).toMatch(/^\/sign-in/);
    expect(await personById(node.ctx.db, ruth)).toMatchObject({ role: 'member', state: 'active' });
    for (const path of ['/admin/people/nobody', `/admin/people/${'0'.repeat(26)}/suspend`])
      expect([path, (await admin.get(path)).status]).toEqual([path, 404]);
  });

  test('get another role, from their next page on', async () => {
    const colleague = await signedIn(node.origin, 'ruth');
    expect((await colleague.get('/moderation/reports')).status).toBe(404);
    const saved = await admin.post(`/admin/people/${ruth}/role`, { role: 'moderator' });
    expect([saved.status, saved.location]).toEqual([303, '/admin/people']);
    expect((await admin.get('/admin/people')).text).toContain('It holds from Ruth’s next page on.');
    expect((await colleague.get('/moderation/reports')).status).toBe(200);
    expect(await audit('role-changed')).toEqual([
      { by: priya, about: await uriOf(ruth), data: { from: 'member', to: 'moderator' } },
    ]);
    const wrong = await admin.post(`/admin/people/${ruth}/role`, { role: 'owner' });
    expect([wrong.status, wrong.text.includes('Choose one of the three.')]).toEqual([422, true]);
    // the same again is no change
    await admin.post(`/admin/people/${ruth}/role`, { role: 'moderator' });
    expect(await audit('role-changed')).toHaveLength(1);
    await changeRole(node.ctx, priya, ruth, 'member');
  });

  test('always hold one administrator', async () => {
    const refused = await admin.post(`/admin/people/${priya}/role`, { role: 'member' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('They are the only administrator.');
    expect(await role(priya)).toBe('admin');
    await changeRole(node.ctx, priya, noor, 'admin');
    const both = await Promise.allSettled([
      changeRole(node.ctx, priya, priya, 'member'),
      changeRole(node.ctx, noor, noor, 'member'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [left] = await Promise.all(
      [priya, noor].map(async (id) => ((await role(id)) === 'admin' ? id : null)),
    ).then((ids) => ids.filter((id) => id !== null));
    for (const id of [priya, noor]) await changeRole(node.ctx, left as string, id, 'admin');
    await changeRole(node.ctx, priya, noor, 'moderator');
    expect([await role(priya), await role(noor)]).toEqual(['admin', 'moderator']);
  });

  test('an administrator who steps down is led home', async () => {
    await changeRole(node.ctx, priya, noor, 'admin');
    const visitor = await signedIn(node.origin, 'noor');
    expect((await visitor.post(`/admin/people/${noor}/role`, { role: 'moderator' })).location).toBe('/');
    expect((await visitor.get('/admin/people')).status).toBe(404);
  });

  test('who are invited can be sent a new link, and the old one ends', async () => {
    const made = await admin.post('/admin/people', { email: 'jordan@school.example', label: 'coach' });
    const first = /\/join\/[\w-]+/.exec(made.text)?.[0] ?? '';
    const list = (await admin.get('/admin/people')).text;
    expect(list).toContain('jordan@school.example');
    expect(list).not.toContain(first);
    const id = /name="id" value="([0-9a-f]{64})"/.exec(list)?.[1] ?? '';
    const renewed = await admin.post('/admin/people/invitations/renew', { id });
    const second = /\/join\/[\w-]+/.exec(renewed.text)?.[0] ?? '';
    expect(second).not.toBe(first);
    const anybody = new Visitor(node.origin);
    expect([(await anybody.get(first)).status, (await anybody.get(second)).status]).toEqual([404, 200]);
    const now = /name="id" value="([0-9a-f]{64})"/.exec(renewed.text)?.[1] ?? '';
    expect((await admin.post('/admin/people/invitations/withdraw', { id: now })).status).toBe(303);
    expect((await anybody.get(second)).status).toBe(404);
    expect((await admin.get('/admin/people')).text).not.toContain('jordan@school.example');
    expect((await admin.post('/admin/people/invitations/renew', { id: now })).status).toBe(404);
    expect(await audit('person-invited')).toHaveLength(2);
    expect(await audit('invitation-withdrawn')).toHaveLength(1);
  });

  test('whose account is closed have everything taken back, once their handle was typed', async () => {
    const wenhui = await aTeacher(node.ctx, 'wenhui');
    const { url } = await publish(node.ctx, wenhui, aStory({ title: 'Gone with the account' }));
    const visitor = await signedIn(node.origin, 'wenhui');
    const path = `/admin/people/${wenhui}/close`;
    const page = (await admin.get(path)).text;
    for (const said of ['This cannot be undone.', 'is taken back', '@wenhui answers', 'suspend them instead'])
      expect(page).toContain(said);
    for (const [handle, said] of [
      ['', 'Type the handle to be sure.'],
      ['ruth', 'That is another handle.'],
    ] as const) {
      const wrong = await admin.post(path, { handle });
      expect([wrong.status, wrong.text.includes(said)]).toEqual([422, true]);
    }
    const about = await uriOf(wenhui);
    const closed = await admin.post(path, { handle: '@WenHui ' });
    expect([closed.status, closed.location]).toEqual([303, '/admin/people']);
    expect((await visitor.get('/settings/you')).location).toMatch(/^\/sign-in/);
    const anybody = new Visitor(node.origin);
    for (const gone of ['/@wenhui', new URL(url).pathname])
      await eventually(`${gone} is gone`, async () => (await anybody.get(gone)).status === 410);
    const again = await anybody.post('/sign-in', { email: 'wenhui@school.example', password: PASSWORD });
    expect(again.status).toBe(422);
    expect(await audit('account-closed')).toEqual([{ by: priya, about, data: {} }]);
    expect((await admin.get('/admin/people')).text).not.toContain('wenhui');
    // nobody closes their own account here, where no password is asked for
    expect((await admin.post(`/admin/people/${priya}/close`, { handle: 'priya' })).status).toBe(404);
  });
});
