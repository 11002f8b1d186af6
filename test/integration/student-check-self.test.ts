import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeDistrict, districtSettings } from '../../server/actions/change-district.ts';
import { invitePerson } from '../../server/actions/invite-person.ts';
import { StudentCheckRefusal } from '../../server/actions/student-check.ts';
import { addPersonCommand } from '../../server/cli/people-command.ts';
import { CommandProblem } from '../../server/cli/problem.ts';
import { pictureOf } from '../../server/reads/photos.ts';
import { theDistrict } from '../../server/store/districts.ts';
import { personById } from '../../server/store/people.ts';
import { aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { jpegOf } from '../support/photos.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('the student check of what people say of themselves', () => {
  let node: TestDistrict;
  let ruth: string;
  let priya: string;
  let browser: Visitor;
  let admin: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    priya = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    browser = await signedIn(node.origin, 'ruth');
    admin = await signedIn(node.origin, 'priya');
  });
  afterAll(() => node?.stop());

  const bioOf = async (id: string) => (await personById(node.ctx.db, id))?.bio;

  test('one’s own address and telephone are one’s own choice: asked about once', async () => {
    const bio = 'Write to ruth@school.example or call +358 40 123 4567.';
    const asked = await browser.post('/settings/you', { name: 'Ruth', bio });
    expect(asked.status).toBe(422);
    expect(asked.text).not.toContain('This must go.');
    const marks = [...asked.text.matchAll(/name="(check-[^"]+)" value="keep"/g)].map(([, mark]) => [
      mark,
      'keep',
    ]);
    expect(marks).toHaveLength(2);
    const sent = { name: 'Ruth', bio, ...Object.fromEntries(marks) };
    expect((await browser.post('/settings/you', sent)).status).toBe(303);
    expect(await bioOf(ruth)).toBe(bio);
    expect((await browser.post('/settings/you', { name: 'Ruth', bio })).status).toBe(303);
  });

  test('what is asked about the words of a picture does not lose the picture, one’s own or the district’s', async () => {
    const named = 'Student ID 20481377 on a jumper';
    const altOf = async () => (await pictureOf(node.ctx.db, ruth))?.alt;
    const sent = await browser.upload('/settings/you', await jpegOf(300, 300), {
      name: 'Ruth',
      people: 'adults',
      names: 'no',
      pictureAlt: named,
    });
    expect([sent.status, sent.text.includes('This must go.')]).toEqual([422, true]);
    expect(sent.text).toContain(`value="${named}"`);
    // browsers do not send a file twice: the picture is there, its words wait
    expect(sent.text).toContain('The picture is set.');
    expect(await altOf()).toBe('');
    const again = await browser.upload('/settings/you', null, { name: 'Ruth', pictureAlt: named });
    expect([again.status, await altOf()]).toEqual([422, '']);
    const better = await browser.upload('/settings/you', null, { name: 'Ruth', pictureAlt: 'A jumper' });
    expect([better.status, await altOf()]).toEqual([303, 'A jumper']);
    const admin = await signedIn(node.origin, 'priya');
    const settings = { districtName: 'Pine Hollow', languages: 'en', timezone: 'UTC', accent: 'spruce' };
    const shared = await admin.upload('/admin/district', await jpegOf(300, 300), {
      ...settings,
      federationMode: 'open',
      people: 'none',
      names: 'no',
      pictureAlt: named,
    });
    expect([shared.status, shared.text.includes('This must go.')]).toEqual([422, true]);
    const photos = await node.ctx.db.selectFrom('photo').select('alt').where('avatar_of', 'is not', null);
    expect(JSON.stringify(await photos.execute())).not.toContain('20481377');
  });

  test('what the district says of itself, from its form and without it', async () => {
    const number = 'Student ID 20481377';
    const settings = { districtName: 'Pine Hollow', languages: 'en', timezone: 'UTC', accent: 'spruce' };
    const sent = { ...settings, federationMode: 'open' };
    const input = districtSettings.parse({ ...settings, languages: ['en'], about: `${number} is with us.` });
    await expect(changeDistrict(node.ctx, priya, input)).rejects.toThrow(StudentCheckRefusal);
    const must = await admin.post('/admin/district', { ...sent, about: input.about });
    expect([must.status, must.text.includes('This must go.')]).toEqual([422, true]);
    const about = 'We teach. A student named Devon Brown says so. Write to office@pinehollow.example.';
    const asked = await admin.post('/admin/district', { ...sent, country: 'Typed too', about });
    expect([asked.status, asked.text.includes('Is this a student’s name?')]).toEqual([422, true]);
    // the district's own address is its own choice
    expect(asked.text).not.toContain('This must go.');
    for (const kept of ['value="Typed too"', 'says so. Write to']) expect(asked.text).toContain(kept);
    expect((await theDistrict(node.ctx.db))?.about).toBe('');
    const said = (what: string) =>
      [...asked.text.matchAll(/name="(check-[^"]+)" value="(fix|keep)"/g)]
        .filter(([, , value]) => value === what)
        .map(([, mark = '']) => mark);
    const answers = {
      ...Object.fromEntries(said('keep').map((mark) => [mark, 'keep'])),
      ...Object.fromEntries(
        said('fix')
          .slice(0, 1)
          .map((mark) => [mark, 'fix']),
      ),
    };
    expect((await admin.post('/admin/district', { ...sent, about, ...answers })).status).toBe(303);
    const district = await theDistrict(node.ctx.db);
    expect(JSON.stringify(district)).not.toContain('Devon');
    expect(district?.about).toContain('We teach.');
  });

  test('a person’s name, from the form for joining, the profile and the command line', async () => {
    const name = 'Alma maya.lopez@family.example';
    const token = await invitePerson(node.ctx, priya, { label: 'teacher', email: null });
    const joining = { handle: 'alma2', email: 'alma2@school.example', password: PASSWORD };
    const answers = [
      await new Visitor(node.origin).post(`/join/${token}`, { ...joining, name, passwordAgain: PASSWORD }),
      await browser.post('/settings/you', { name, bio: 'Not lost.' }),
    ];
    for (const { status, text } of answers)
      expect([status, text.includes('out of your name'), text.includes(`value="${name}"`)]).toEqual([
        422,
        true,
        true,
      ]);
    expect(answers[1]?.text).toContain('Not lost.');
    const shell = addPersonCommand(
      { ctx: node.ctx } as Parameters<typeof addPersonCommand>[0],
      'alma2',
      { name, email: joining.email, role: 'member', label: 'teacher' },
      PASSWORD,
    );
    await expect(shell).rejects.toThrow(CommandProblem);
    const names = node.ctx.db.selectFrom('actor').select('name');
    expect(JSON.stringify(await names.execute())).not.toContain('maya.lopez');
  });
});
