import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SessionData } from 'express-session';
import { openDb } from '../../server/store/db.ts';
import { updatePerson } from '../../server/store/people.ts';
import { endSessions, sessionStore } from '../../server/store/sessions.ts';
import { aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('sessions', () => {
  let node: TestDistrict;

  beforeAll(async () => {
    node = await openDistrict();
    for (const handle of ['ruth', 'marcus', 'priya', 'jordan', 'wenhui']) await aTeacher(node.ctx, handle);
  });
  afterAll(() => node?.stop());

  const isIn = async (visitor: Visitor) => (await visitor.get('/settings/account')).status === 200;

  test('people who are not signed in get no cookie, whatever they do', async () => {
    const visitor = new Visitor(node.origin);
    const answers = [
      await visitor.get('/'),
      await visitor.get('/about/privacy'),
      await visitor.get('/sign-in?back=/write'),
      await visitor.get('/no/such/page'),
      await visitor.get('/settings'),
      await visitor.post('/sign-in', { email: 'ruth@school.example', password: 'not the one' }),
      await visitor.post('/sign-out'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 303, 422, 303]);
    for (const { headers } of answers) expect(headers.getSetCookie()).toEqual([]);
  });

  test('signing in gives one cookie that scripts and other sites cannot use, and a page that nobody keeps', async () => {
    const visitor = new Visitor(node.origin);
    const answer = await visitor.post('/sign-in', {
      email: 'Ruth@School.example ',
      password: PASSWORD,
      back: '/write',
    });
    expect([answer.status, answer.location]).toEqual([303, '/write']);
    const [cookie, ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/; Path=\/;.*HttpOnly; SameSite=Lax$/);
    const page = await visitor.get('/settings/account');
    expect(page.text).toContain(`@ruth@${node.ctx.host}`);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
  });

  test('the id of a session is new at every sign-in', async () => {
    const visitor = await signedIn(node.origin, 'marcus');
    const before = [...visitor.cookies.values()];
    await visitor.post('/sign-in', { email: 'marcus@school.example', password: PASSWORD });
    const after = [...visitor.cookies.values()];
    expect(after).not.toEqual(before);
    const old = new Visitor(node.origin, { cookie: `${[...visitor.cookies.keys()][0]}=${before[0]}` });
    expect(await isIn(visitor)).toBe(true);
    expect(await isIn(old)).toBe(false);
  });

  test('a new password signs out everywhere else, and only there', async () => {
    const [here, there] = [await signedIn(node.origin, 'priya'), await signedIn(node.origin, 'priya')];
    const next = { newPassword: 'a longer new password', newPasswordAgain: 'a longer new password' };
    const wrong = await here.post('/settings/account/password', { currentPassword: 'guessed', ...next });
    expect(wrong.status).toBe(422);
    expect(await isIn(there)).toBe(true);
    const right = await here.post('/settings/account/password', { currentPassword: PASSWORD, ...next });
    expect(right.status).toBe(303);
    expect(await isIn(here)).toBe(true);
    expect(await isIn(there)).toBe(false);
    await expect(signedIn(node.origin, 'priya')).rejects.toThrow();
    expect(await isIn(await signedIn(node.origin, 'priya', 'a longer new password'))).toBe(true);
  });

  test('one can sign out everywhere else', async () => {
    const [here, there] = [await signedIn(node.origin, 'jordan'), await signedIn(node.origin, 'jordan')];
    expect((await here.post('/settings/account/sign-out-elsewhere')).status).toBe(303);
    expect((await here.get('/settings/account')).text).toContain('signed out in one other place');
    expect(await isIn(there)).toBe(false);
  });

  test('signing out ends the session itself, not just the cookie', async () => {
    const visitor = await signedIn(node.origin, 'jordan');
    const copy = new Visitor(node.origin);
    for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
    await visitor.post('/sign-out');
    expect(visitor.cookies.size).toBe(0);
    expect(await isIn(copy)).toBe(false);
    expect(copy.cookies.size).toBe(0);
  });

  test('somebody who was suspended is out at the next page', async () => {
    const visitor = await signedIn(node.origin, 'wenhui');
    const row = await node.ctx.db
      .selectFrom('actor')
      .select('id')
      .where('handle', '=', 'wenhui')
      .executeTakeFirstOrThrow();
    await updatePerson(node.ctx.db, row.id, { state: 'suspended' });
    expect(await isIn(visitor)).toBe(false);
    expect(visitor.cookies.size).toBe(0);
    // the right password opens the one page that says why, and no other
    expect(await isIn(await signedIn(node.origin, 'wenhui'))).toBe(false);
  });

  test('the visit is remembered', async () => {
    const visitor = await signedIn(node.origin, 'marcus');
    await visitor.get('/settings');
    const row = await node.ctx.db
      .selectFrom('person')
      .select('last_visit_at')
      .where('email', '=', 'marcus@school.example')
      .executeTakeFirstOrThrow();
    expect(row.last_visit_at).not.toBeNull();
  });

  test('a request that still holds an ended session does not bring it back', async () => {
    const { db, pool, close } = openDb(node.databaseUrl);
    const store = sessionStore(pool);
    const once = <T>(start: (done: (error?: unknown, value?: T) => void) => void) =>
      new Promise<T | undefined>((resolve, reject) =>
        start((error, value) => (error ? reject(error) : resolve(value))),
      );
    const cookie = { originalMaxAge: 60_000, expires: new Date(Date.now() + 60_000) };
    const data = { cookie, actorId: 'somebody' } as unknown as SessionData;
    await once((done) => store.set('one', data, done));
    const inHand = await once<SessionData | null>((done) => store.get('one', done as never));
    expect(inHand).toMatchObject({ actorId: 'somebody' });
    expect(await endSessions(db, 'somebody')).toBe(1);
    await once((done) => store.set('one', { ...inHand, renewedAt: 1 } as SessionData, done));
    expect(await once((done) => store.get('one', done as never))).toBeFalsy();
    await close();
  });
});
