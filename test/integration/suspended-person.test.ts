import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerAppeal, appealSuspension } from '../../server/actions/appeal-suspension.ts';
import { liftSuspension } from '../../server/actions/lift-suspension.ts';
import { suspendPerson } from '../../server/actions/suspend-person.ts';
import { personById } from '../../server/store/people.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const NOTE = 'In your last story a student could be recognised. Please write to us.';

describe('somebody who is suspended', () => {
  let node: TestDistrict;
  let priya: string;
  let noor: string;
  let admin: Visitor;
  let count = 0;

  beforeAll(async () => {
    node = await openDistrict();
    priya = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    noor = await aTeacher(node.ctx, 'noor', { role: 'moderator' });
    admin = await signedIn(node.origin, 'priya');
  });
  afterAll(() => node?.stop());

  const suspend = (id: string, sent: Record<string, string> = {}) =>
    admin.post(`/admin/people/${id}/suspend`, { reason: 'student', note: NOTE, ...sent });
  const teacher = async () => {
    const handle = `teacher${++count}`;
    return { handle, id: await aTeacher(node.ctx, handle) };
  };
  const state = async (id: string) => (await personById(node.ctx.db, id))?.state;

  test('was suspended with a reason and a few words, and not without', async () => {
    const { id } = await teacher();
    const page = (await admin.get(`/admin/people/${id}/suspend`)).text;
    for (const said of [
      'Nothing is removed.',
      'is signed out everywhere at once',
      'A student could be recognised.',
    ])
      expect(page).toContain(said);
    for (const [sent, said] of [
      [{ reason: '' }, 'Choose one of the reasons.'],
      [{ note: ' ' }, 'Write them a few words.'],
      [{ note: 'x'.repeat(1_001) }, 'Shorten it to 1,000 characters.'],
    ] as const) {
      const wrong = await suspend(id, sent);
      expect([wrong.status, wrong.text.includes(said)]).toEqual([422, true]);
    }
    expect(await state(id)).toBe('active');
    const done = await suspend(id);
    expect([done.status, done.location]).toEqual([303, `/admin/people/${id}`]);
    const after = (await admin.get(`/admin/people/${id}`)).text;
    for (const said of ['By Priya', NOTE, 'Lift it']) expect(after).toContain(said);
    expect((await admin.get('/admin/people')).text).toContain('suspended');
    expect((await suspend(id)).status).toBe(409);
    const entries = await node.ctx.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'person-suspended')
      .execute();
    expect(entries).toMatchObject([{ actor_id: priya, data: { reason: 'student' } }]);
    expect(JSON.stringify(entries)).not.toContain(NOTE);
  });

  test('is out at once, and sees one page only', async () => {
    const { id, handle } = await teacher();
    const { url } = await publish(node.ctx, id, aStory());
    const here = await signedIn(node.origin, handle);
    expect((await here.get('/write')).status).toBe(200);
    await suspend(id);
    expect((await here.get('/write')).location).toMatch(/^\/sign-in/);
    expect(here.cookies.size).toBe(0);
    const answer = await here.post('/sign-in', {
      email: `${handle}@school.example`,
      password: PASSWORD,
      back: '/write',
    });
    expect([answer.status, answer.location]).toEqual([303, '/suspended']);
    const page = await here.get('/suspended');
    for (const said of [NOTE, 'A student could be recognised.', 'Nothing was removed.', 'Sign out'])
      expect(page.text).toContain(said);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    // the session opens nothing else, and is not lost by looking elsewhere
    for (const path of ['/write', '/settings/you', '/notifications', '/people'])
      expect([path, (await here.get(path)).location]).toEqual([path, expect.stringMatching(/^\/sign-in/)]);
    expect((await here.get(new URL(url).pathname)).status).toBe(404);
    expect((await here.post('/write/story', { title: 'Still here' })).status).not.toBe(200);
    expect((await here.get('/suspended')).status).toBe(200);
    await here.post('/sign-out');
    expect((await here.get('/suspended')).location).toMatch(/^\/sign-in/);
    const wrong = await here.post('/sign-in', { email: `${handle}@school.example`, password: 'not the one' });
    expect(wrong.status).toBe(422);
  });

  test('says something to it once, and somebody else decides', async () => {
    const { id, handle } = await teacher();
    await suspend(id);
    const person = await signedIn(node.origin, handle);
    const empty = await person.post('/suspended/appeal', { appeal: '' });
    expect([empty.status, empty.text.includes('Write something first.')]).toEqual([422, true]);
    const words = 'The names were invented.';
    expect((await person.post('/suspended/appeal', { appeal: words })).location).toBe('/suspended#appeal');
    const page = (await person.get('/suspended')).text;
    for (const said of [words, 'It waits to be read.']) expect(page).toContain(said);
    expect(page).not.toContain('name="appeal"');
    expect((await person.post('/suspended/appeal', { appeal: 'And again' })).status).toBe(409);

    // whoever suspended them does not see it, while there is somebody else
    expect((await admin.get('/moderation/reports')).text).not.toContain('has said something to it');
    expect((await admin.get(`/moderation/appeals/${id}`)).status).toBe(404);
    await expect(answerAppeal(node.ctx, priya, id, null)).rejects.toMatchObject({ say: 'decided-yourself' });
    const colleague = await signedIn(node.origin, (await teacher()).handle);
    expect((await colleague.get(`/moderation/appeals/${id}`)).status).toBe(404);

    const moderator = await signedIn(node.origin, 'noor');
    expect((await moderator.get('/moderation/reports')).text).toContain(`href="/moderation/appeals/${id}"`);
    const appeal = (await moderator.get(`/moderation/appeals/${id}`)).text;
    for (const said of [words, NOTE, 'A student could be recognised.']) expect(appeal).toContain(said);
    const without = await moderator.post(`/moderation/appeals/${id}`, { decision: 'stands', answer: '' });
    expect([without.status, without.text.includes('Write them a few words.')]).toEqual([422, true]);
    const answer = 'One of them can still be recognised.';
    await moderator.post(`/moderation/appeals/${id}`, { decision: 'stands', answer });
    expect((await person.get('/suspended')).text).toContain(answer);
    expect((await moderator.get('/moderation/reports')).text).toContain('All quiet.');
    expect((await moderator.post(`/moderation/appeals/${id}`, { decision: 'lift' })).status).toBe(404);
    expect(await state(id)).toBe('suspended');
    const actions = await node.ctx.db.selectFrom('audit_entry').select(['action', 'actor_id']).execute();
    expect(actions).toEqual(
      expect.arrayContaining([
        { action: 'suspension-appealed', actor_id: id },
        { action: 'appeal-refused', actor_id: noor },
      ]),
    );
  });

  test('is back where they were when it is lifted, by an appeal or without one', async () => {
    const { id, handle } = await teacher();
    const { url } = await publish(node.ctx, id, aStory({ title: `By ${handle}` }));
    const anybody = new Visitor(node.origin);
    const isShown = async () => (await anybody.get(new URL(url).pathname)).status === 200;
    expect(await isShown()).toBe(true);
    await suspend(id);
    await eventually('the story is not shown', async () => !(await isShown()));
    const person = await signedIn(node.origin, handle);
    await person.post('/suspended/appeal', { appeal: 'The names were invented.' });
    const moderator = await signedIn(node.origin, 'noor');
    expect((await moderator.post(`/moderation/appeals/${id}`, { decision: 'lift' })).status).toBe(303);
    await eventually('the story is shown again', isShown);
    expect((await person.get('/suspended')).location).toBe('/sign-in');
    expect((await (await signedIn(node.origin, handle)).get('/write')).status).toBe(200);

    await suspend(id);
    expect((await admin.post(`/admin/people/${id}/lift`)).status).toBe(303);
    expect(await state(id)).toBe('active');
    expect((await admin.post(`/admin/people/${id}/lift`)).status).toBe(409);
    // nothing of the first time is left
    expect(
      await node.ctx.db.selectFrom('suspension').select('actor_id').where('actor_id', '=', id).execute(),
    ).toEqual([]);
  });

  test('is nobody who runs the district alone, nor oneself', async () => {
    const second = await aTeacher(node.ctx, 'second', { role: 'admin' });
    expect((await admin.post(`/admin/people/${priya}/suspend`, { reason: 'rules', note: NOTE })).status).toBe(
      404,
    );
    const why = { reason: 'rules', note: NOTE } as const;
    const both = await Promise.allSettled([
      suspendPerson(node.ctx, priya, second, why),
      suspendPerson(node.ctx, second, priya, why),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [left, out] = (await state(priya)) === 'active' ? [priya, second] : [second, priya];
    // a suspended administrator decides about nobody
    await expect(suspendPerson(node.ctx, out, noor, why)).rejects.toMatchObject({ say: 'admins-only' });
    await expect(liftSuspension(node.ctx, out, out)).rejects.toMatchObject({ say: 'admins-only' });
    // where nobody else could decide, whoever suspended them reads what they say to it
    await suspendPerson(node.ctx, left, noor, why);
    await appealSuspension(node.ctx, noor, 'Why?');
    await answerAppeal(node.ctx, left, noor, null);
    expect(await state(noor)).toBe('active');
    await liftSuspension(node.ctx, left, out);
  });
});
