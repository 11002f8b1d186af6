import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { invitePerson } from '../../server/actions/invite-person.ts';
import { aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('accounts', () => {
  let node: TestDistrict;
  let priya: string;

  beforeAll(async () => {
    node = await openDistrict();
    priya = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => node?.stop());

  const newPerson = {
    name: 'Marcus Bell',
    handle: 'marcus',
    email: 'marcus@school.example',
    password: PASSWORD,
    passwordAgain: PASSWORD,
    subjects: ['mathematics', 'sciences'],
    ageMin: '12',
    ageMax: '13',
  };
  const invite = async (email: string | null = null) =>
    `/join/${await invitePerson(node.ctx, priya, { email, label: 'coach' })}`;

  test('a wrong password and an unknown address get the same answer', async () => {
    const visitor = new Visitor(node.origin);
    const known = await visitor.post('/sign-in', { email: 'ruth@school.example', password: 'not the one' });
    const unknown = await visitor.post('/sign-in', { email: 'ruth@other.example', password: 'not the one' });
    expect([known.status, unknown.status]).toEqual([422, 422]);
    expect(known.text).toContain('value="ruth@school.example"');
    expect(known.text).not.toContain('not the one');
    expect(unknown.text.replaceAll('other.example', 'school.example')).toBe(known.text);
  });

  test('an invitation makes one account, and then has ended', async () => {
    const address = await invite('marcus@school.example');
    const visitor = new Visitor(node.origin);
    const form = await visitor.get(address);
    expect(form.text).toContain('value="marcus@school.example"');
    expect(form.text).toContain('You join as: Coach.');
    const answer = await visitor.post(address, newPerson);
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect((await visitor.get('/settings/you')).text).toContain('value="Marcus Bell"');
    for (const again of [
      await new Visitor(node.origin).get(address),
      await new Visitor(node.origin).post(address, { ...newPerson, handle: 'other' }),
    ]) {
      expect(again.status).toBe(404);
      expect(again.text).toContain('This link has ended');
    }
  });

  test('a joining form that does not pass keeps everything but the passwords', async () => {
    const address = await invite();
    const visitor = new Visitor(node.origin);
    const wrong = {
      ...newPerson,
      handle: 'M Bell',
      email: 'marcus',
      passwordAgain: 'something else',
      ageMin: 'ten',
    };
    const { status, text } = await visitor.post(address, wrong);
    expect(status).toBe(422);
    for (const kept of [
      'value="Marcus Bell"',
      'value="M Bell"',
      'value="marcus"',
      'value="ten"',
      'value="13"',
    ]) {
      expect(text).toContain(kept);
    }
    expect(text).toMatch(/value="mathematics" checked/);
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain('something else');
    for (const field of ['handle', 'email', 'ageMin', 'passwordAgain'])
      expect(text).toContain(`href="#field-${field}"`);
  });

  test('a name that somebody has is said at its field, and the invitation stays good', async () => {
    const address = await invite();
    const visitor = new Visitor(node.origin);
    const person = { ...newPerson, email: 'another@school.example' };
    for (const handle of ['ruth', 'pinehollow', 'admin']) {
      const taken = await visitor.post(address, { ...person, handle });
      expect([handle, taken.status]).toEqual([handle, 422]);
      expect(taken.text).toContain('Choose another one.');
    }
    const mail = await visitor.post(address, { ...person, handle: 'somebody', email: 'RUTH@school.example' });
    expect(mail.text).toContain('Somebody here has this e-mail address already.');
    expect((await visitor.post(address, { ...person, handle: 'somebody' })).status).toBe(303);
  });

  test('a profile goes to the page at once, and to other servers in the same transaction', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const reader = new Visitor(node.origin);
    expect((await reader.get('/@ruth')).text).not.toContain('Curious about silence');
    const answer = await ruth.post('/settings/you', {
      name: 'Ruth Alvarez',
      bio: 'Curious about silence & talk.',
      ageMin: '15',
      ageMax: '18',
    });
    expect(answer.status).toBe(303);
    expect((await ruth.get('/settings/you')).text).toContain('Curious about silence &amp; talk.');
    await eventually('the new words', async () =>
      (await reader.get('/@ruth')).text.includes('Curious about silence'),
    );
    const events = await node.ctx.db
      .selectFrom('outgoing_event')
      .select('kind')
      .where('kind', '=', 'actor-changed')
      .execute();
    expect(events).toHaveLength(1);
    const wrong = await ruth.post('/settings/you', {
      name: ' ',
      bio: 'x'.repeat(301),
      ageMin: '18',
      ageMax: '15',
      subjects: ['alchemy'],
    });
    expect(wrong.status).toBe(422);
    for (const said of ['Give your name.', '300 characters at most', 'Choose the subjects from the list.'])
      expect(wrong.text).toContain(said);
    expect((await ruth.post('/settings/you', { name: 'Ruth', ageMin: '18', ageMax: '15' })).text).toContain(
      'Put the younger age first.',
    );
  });

  test('a password typed differently the second time is not taken', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const form = {
      currentPassword: PASSWORD,
      newPassword: 'a longer new password',
      newPasswordAgain: 'a longer new pasword',
    };
    const answer = await ruth.post('/settings/account/password', form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The two new passwords are not the same.');
    await signedIn(node.origin, 'ruth');
  });

  test('the administrators’ pages are not there for anybody else', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const nothing = await ruth.get('/no/such/page');
    const people = await ruth.get('/admin/people');
    expect(people.status).toBe(404);
    expect(people.text.replaceAll('/admin/people', '')).toBe(nothing.text.replaceAll('/no/such/page', ''));
    expect((await ruth.post('/admin/people', { label: 'teacher' })).status).toBe(404);
    expect((await ruth.get('/settings/you')).text).not.toContain('/admin/people');
    expect((await new Visitor(node.origin).get('/admin/people')).location).toBe(
      '/sign-in?back=%2Fadmin%2Fpeople',
    );
  });

  test('an administrator makes a link, sees it once, and sees who is here but not what they do', async () => {
    const admin = await signedIn(node.origin, 'priya');
    const made = await admin.post('/admin/people', {
      email: 'jordan@school.example',
      label: 'student-teacher',
    });
    const address = new RegExp(`${node.origin}(/join/[\\w-]+)`).exec(made.text)?.[1] ?? '';
    expect((await new Visitor(node.origin).get(address)).text).toContain('value="jordan@school.example"');
    const list = await admin.get('/admin/people');
    expect(list.text).not.toContain('/join/');
    expect(list.text).toContain('@ruth');
    expect(list.text).not.toContain('ruth@school.example');
    for (const [email, label] of [
      ['ruth@school.example', 'teacher'],
      ['x', 'teacher'],
      ['new@school.example', 'king'],
    ] as const) {
      const answer = await admin.post('/admin/people', { email, label });
      expect([answer.status, answer.text.includes(`value="${email}"`)]).toEqual([422, true]);
    }
  });

  test('what was written is not lost when the session has ended', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    await ruth.post('/sign-out');
    const story = {
      title: 'A quiet <b>beginning</b>',
      how: 'First line.\r\nSecond line.',
      focus: ['reading', 'writing'],
    };
    const answer = await ruth.post('/write/story', story);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('You have been signed out');
    expect(answer.text).toContain('A quiet &lt;b>beginning');
    expect(answer.text).toContain('action="/write/story"');
    for (const hidden of ['name="focus" value="reading"', 'name="focus" value="writing"'])
      expect(answer.text).toContain(hidden);
    // but a password is nothing to show again
    const words = {
      currentPassword: PASSWORD,
      newPassword: 'four words in a row',
      newPasswordAgain: 'four words in a row',
    };
    expect((await ruth.post('/settings/account/password', words)).location).toMatch(/^\/sign-in/);
    // a button without any writing just leads to the sign-in page
    expect((await ruth.post('/@priya/follow')).location).toMatch(/^\/sign-in/);
  });
});
