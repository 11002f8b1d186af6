import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pictureOf } from '../../server/reads/photos.ts';
import { personById } from '../../server/store/people.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { jpegOf } from '../support/photos.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('the student check of what people say of themselves', () => {
  let node: TestDistrict;
  let ruth: string;
  let browser: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    browser = await signedIn(node.origin, 'ruth');
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
    const sent = await browser.upload('/settings/you/picture', await jpegOf(300, 300), {
      people: 'adults',
      names: 'no',
      pictureAlt: named,
    });
    expect([sent.status, sent.text.includes('This must go.')]).toEqual([422, true]);
    expect(sent.text).toContain(`value="${named}"`);
    // browsers do not send a file twice: the picture is there, its words wait
    expect(sent.text).toContain('The picture is set.');
    expect(await altOf()).toBe('');
    const again = await browser.upload('/settings/you/picture', null, { pictureAlt: named });
    expect([again.status, await altOf()]).toEqual([422, '']);
    const better = await browser.upload('/settings/you/picture', null, { pictureAlt: 'A jumper' });
    expect([better.status, await altOf()]).toEqual([303, 'A jumper']);
    // nothing new was said and nothing chosen
    const none = await browser.upload('/settings/you/picture', null, { pictureAlt: 'A jumper' });
    expect(none.status).toBe(422);
    const admin = await signedIn(node.origin, 'priya');
    const shared = await admin.upload('/admin/district/picture', await jpegOf(300, 300), {
      people: 'none',
      names: 'no',
      pictureAlt: named,
    });
    expect([shared.status, shared.text.includes('This must go.')]).toEqual([422, true]);
    const photos = await node.ctx.db.selectFrom('photo').select('alt').where('avatar_of', 'is not', null);
    expect(JSON.stringify(await photos.execute())).not.toContain('20481377');
  });
});
