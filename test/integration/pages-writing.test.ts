import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { draftsOf } from '../../server/reads/drafts.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const TELL = {
  title: 'Predict, then look',
  where: 'Grade 8 physics.',
  how: 'Everybody writes a prediction in ink. Then we look.',
};
const TRAVEL = {
  gist: 'Predictions in ink before anyone moves.',
  subjects: ['sciences', 'mathematics'],
  ageMin: '13',
  ageMax: '14',
  tags: '#Physics ink',
  lang: 'en',
  licence: 'cc-by',
  gistOther: 'Ennusteet musteella.',
  gistOtherLang: 'fi',
};

describe('writing a story', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  let marcus: Visitor;
  let ruthId: string;
  const anybody = () => new Visitor(node.origin);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    await aTeacher(node.ctx, 'jordan', { label: 'student-teacher' });
    [ruth, marcus] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'marcus')]);
  });
  afterAll(() => node?.stop());

  /** Writes the first page. @returns the path of the draft */
  async function begin(visitor: Visitor, fields: Record<string, string> = TELL): Promise<string> {
    const answer = await visitor.post('/write/story', { ...fields, go: 'next' });
    expect(answer.status).toBe(303);
    return answer.location.replace('/help-it-travel', '');
  }

  test('from the first word to its readers, one page after another', async () => {
    const path = await begin(ruth);
    expect((await ruth.get(`${path}/help-it-travel`)).text).toContain('In one breath');
    expect((await ruth.post(`${path}/help-it-travel`, { ...TRAVEL, go: 'next' })).location).toBe(
      `${path}/who`,
    );
    expect((await ruth.post(`${path}/who`, { audience: 'everyone', go: 'next' })).location).toBe(
      `${path}/preview`,
    );
    const preview = await ruth.get(`${path}/preview`);
    expect(preview.text).toContain('As other servers will show it');
    expect(preview.text).toContain(`action="${path}/publish"`);
    expect((await ruth.post(`${path}/publish`, { attested: 'yes' })).location).toBe(`${path}/done`);
    const done = await ruth.get(`${path}/done`);
    expect(done.text).toContain(`${node.origin}/@ruth/predict-then-look`);

    const page = await anybody().get('/@ruth/predict-then-look');
    expect(page.status).toBe(200);
    for (const words of [
      'Predictions in ink',
      'Grade 8 physics.',
      'ages 13–14',
      'Ennusteet musteella.',
      '<a href="/tags/physics" rel="tag">#Physics</a>',
      '<a href="/tags/ink" rel="tag">#ink</a>',
    ])
      expect(page.text).toContain(words);
    // the next story begins with the same readers
    expect((await ruth.get((await begin(ruth)).concat('/who'))).text).toMatch(/value="everyone" checked/);
  });

  test('what was changed since one looked is not published by the button of the old page', async () => {
    const path = await begin(ruth);
    await ruth.post(`${path}/help-it-travel`, { ...TRAVEL, go: 'next' });
    await ruth.post(`${path}/who`, { audience: 'everyone', go: 'next' });
    const seenOf = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const seen = seenOf((await ruth.get(`${path}/preview`)).text);
    await ruth.post(path, { ...TELL, how: 'Never seen by its author.', go: 'keep' });
    const again = await ruth.post(`${path}/publish`, { attested: 'yes', seen });
    expect([again.status, again.text.includes('Read it once more.')]).toEqual([422, true]);
    expect(again.text).toContain('Never seen by its author.');
    const now = seenOf(again.text);
    expect((await ruth.post(`${path}/publish`, { attested: 'yes', seen: now })).location).toBe(
      `${path}/done`,
    );
  });

  test('pressing publish twice is no mistake', async () => {
    const path = await begin(ruth);
    await ruth.post(`${path}/help-it-travel`, { ...TRAVEL, go: 'next' });
    await ruth.post(`${path}/who`, { audience: 'district', go: 'next' });
    const [first, second] = [
      await ruth.post(`${path}/publish`, { attested: 'yes' }),
      await ruth.post(`${path}/publish`, { attested: 'yes' }),
    ];
    expect([first.location, second.location]).toEqual([`${path}/done`, `${path}/done`]);
  });

  test('a first story is for the district until its author says more; a student teacher’s too', async () => {
    const jordan = await signedIn(node.origin, 'jordan');
    for (const visitor of [marcus, jordan]) {
      const path = await begin(visitor);
      expect((await visitor.get(`${path}/who`)).text).toMatch(/value="district" checked/);
    }
  });

  test('a draft is kept whatever is missing, and says on its last page what is', async () => {
    const path = await begin(marcus, { title: '', how: 'Only this.' });
    expect((await marcus.post(`${path}/help-it-travel`, { go: 'keep', lang: 'en' })).location).toBe('/write');
    const preview = await marcus.get(`${path}/preview`);
    expect(preview.text).toContain('Give it a title.');
    expect(preview.text).toContain('Say in one breath what it is about.');
    expect(preview.text).not.toContain('/publish"');
    const refused = await marcus.post(`${path}/publish`);
    expect([refused.status, refused.text.includes('Choose at least one subject.')]).toEqual([422, true]);
    expect((await marcus.get('/write')).text).toContain(`href="${path}"`);
  });

  test('a text that is too long comes back whole, is explained, and is kept', async () => {
    const title = 'Very long '.repeat(20).trim();
    const answer = await marcus.post('/write/story', { ...TELL, title, go: 'next' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Make the title shorter: 90 characters at most.');
    expect(answer.text).toContain(`value="${title}"`);
    const path = /action="(\/write\/story\/[^"]+)"/.exec(answer.text)?.[1] ?? '';
    expect((await marcus.get(path)).text).toContain(`value="${title}"`);
    expect((await marcus.get(path)).text).toContain(TELL.how);
  });

  test('an age in words comes back as it was typed, and the rest is kept', async () => {
    const path = await begin(marcus);
    const answer = await marcus.post(`${path}/help-it-travel`, { ...TRAVEL, ageMin: 'ten', go: 'next' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Give the youngest age as a whole number.');
    expect(answer.text).toMatch(/name="ageMin"[^>]*value="ten"/);
    expect((await marcus.get(`${path}/help-it-travel`)).text).toContain(TRAVEL.gist);
  });

  test('nothing typed makes no draft', async () => {
    const before = (await draftsOf(node.ctx.db, ruthId)).length;
    expect((await ruth.post('/write/story', { title: ' ', how: '', go: 'next' })).status).toBe(422);
    expect(await draftsOf(node.ctx.db, ruthId)).toHaveLength(before);
  });

  test('one box instead of five holds every word', async () => {
    const path = await begin(ruth);
    const answer = await ruth.post(path, { ...TELL, go: 'free' });
    expect(answer.location).toBe(`${path}?write=free`);
    const page = await ruth.get(answer.location);
    expect(page.text).toMatch(/name="free"[^>]*>Grade 8 physics\.\n\nEverybody writes/);
    expect(page.text).not.toContain('name="where"');
  });

  test('somebody else’s draft is not there, in any way', async () => {
    const path = await begin(ruth);
    await ruth.post(`${path}/help-it-travel`, { ...TRAVEL, go: 'next' });
    for (const page of ['', '/help-it-travel', '/who', '/preview', '/done', '/take-back'])
      expect((await marcus.get(path + page)).status).toBe(404);
    for (const page of ['', '/help-it-travel', '/who', '/publish', '/take-back', '/discard']) {
      const answer = await marcus.post(path + page, {
        title: 'Mine now',
        how: 'x',
        audience: 'everyone',
        reason: 'mistake',
      });
      expect(answer.status).toBe(404);
    }
    expect((await ruth.get(path)).text).toContain(`value="${TELL.title}"`);
  });

  test('a draft is thrown away only when asked twice', async () => {
    const path = await begin(ruth);
    expect((await ruth.get(`${path}/take-back`)).text).toContain('Throw this draft away?');
    expect((await ruth.post(`${path}/discard`)).location).toBe('/write');
    expect((await ruth.get(path)).status).toBe(404);
  });

  test('what it was built on is found by the address of its page', async () => {
    const original = await publish(
      node.ctx,
      await aTeacher(node.ctx, 'alma'),
      aStory({ title: 'Ink first' }),
    );
    const path = await begin(ruth);
    await ruth.post(`${path}/help-it-travel`, { ...TRAVEL, builtOn: original.url, go: 'next' });
    const preview = await ruth.get(`${path}/preview`);
    expect(preview.text).toMatch(/Built on <span><a href="\/@alma\/ink-first">Ink first<\/a>/);
    expect((await ruth.get(`${path}/help-it-travel`)).text).toContain(`value="${original.uri}"`);
  });
});
