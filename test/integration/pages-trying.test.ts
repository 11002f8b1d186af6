import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const TOLD = {
  changed: 'We sang instead. The sand stayed at home.',
  kept: 'I sat down.',
  happened: 'They waited for the last note.',
  verdict: 'partly',
  lang: 'en',
  audience: 'everyone',
};

describe('telling back', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  let marcus: Visitor;
  let ruthId: string;
  const anybody = () => new Visitor(node.origin);
  const out = async (title: string, audience: 'everyone' | 'district' = 'everyone') => {
    const story = await publish(node.ctx, ruthId, aStory({ title, audience }));
    return { ...story, page: new URL(story.url).pathname };
  };

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus', { subjects: ['mathematics'], ageMin: 12, ageMax: 13 });
    [ruth, marcus] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'marcus')]);
  });
  afterAll(() => node?.stop());

  test('a colleague tells what changed, and it stands below the story and on top of its author’s home', async () => {
    const { uri, page } = await out('Seven silent seconds');
    expect((await anybody().get(page)).text).not.toContain('The sand stayed at home');
    const form = await marcus.get(`/write/tried?of=${encodeURIComponent(uri)}`);
    expect(form.text).toContain('Send it back to Ruth');
    expect(form.text).toMatch(/name="ageMin"[^>]*value="12"/);
    expect(form.text).toMatch(/value="mathematics" checked/);
    expect(form.text.indexOf('What did you change?')).toBeLessThan(form.text.indexOf('What happened?'));

    const sent = await marcus.post('/write/tried', { ...TOLD, of: uri });
    const id = /#try-(\w+)$/.exec(sent.location)?.[1];
    expect(sent.location).toBe(`${page}#try-${id}`);
    const landed = (await marcus.get(sent.location)).text;
    expect(landed.split('Sent to Ruth.')).toHaveLength(2);
    expect(landed).toMatch(new RegExp(`<li id="try-${id}"><p class="flash ok" role="status">`));
    const read = await eventually('the try on the page', async () => {
      const { text } = await anybody().get(page);
      return text.includes('The sand stayed at home') && text;
    });
    expect(read).toContain(`id="try-${id}"`);
    expect(read).toContain('partly');
    expect((await anybody().get(`/@marcus/tries/${id}`)).text).toContain('They waited for the last note.');

    const home = await ruth.get('/');
    expect(home.text).toContain('Your work travelled');
    expect(home.text).toContain('We sang instead.');
    expect(home.text).toContain(`href="${page}#try-${id}"`);
    expect((await ruth.get('/notifications')).text).toContain('Mark all as read');
    expect((await ruth.post('/notifications/read', { back: '/notifications' })).location).toBe(
      '/notifications',
    );
    expect((await ruth.get('/notifications')).text).not.toContain('Mark all as read');
    expect((await ruth.get('/')).text).toContain('Where your work has been');
  });

  test('what is missing or does not fit is said, and nothing typed is lost', async () => {
    const { uri, page } = await out('Not yet');
    const changed = 'c'.repeat(601);
    const answer = await marcus.post('/write/tried', {
      of: uri,
      changed,
      happened: '',
      ageMin: 'ten',
      lang: 'en',
    });
    expect(answer.status).toBe(422);
    for (const said of [
      'Tell what happened.',
      'Choose one: worked here',
      '600 characters at most',
      'as a whole number',
    ])
      expect(answer.text).toContain(said);
    expect(answer.text).toContain(changed);
    expect(answer.text).toMatch(/name="ageMin"[^>]*value="ten"/);
    expect((await anybody().get(page)).text).toContain('Nobody has told us');
  });

  test('what stays inside is told back inside', async () => {
    const { uri, page } = await out('Among us', 'district');
    const form = await marcus.get(`/write/tried?of=${encodeURIComponent(uri)}`);
    expect(form.text).not.toMatch(/name="audience" value="everyone"/);
    const sent = await marcus.post('/write/tried', { ...TOLD, of: uri });
    const id = sent.location.split('#try-')[1];
    expect([
      (await anybody().get(page)).status,
      (await anybody().get(`/@marcus/tries/${id}`)).status,
    ]).toEqual([404, 404]);
    expect((await ruth.get(page)).text).toContain('The sand stayed at home');
    const inside = 'For colleagues in this district. It never leaves it.';
    for (const path of [`/@marcus/tries/${id}`, '/@marcus'])
      expect([path, (await ruth.get(path)).text.includes(inside)]).toEqual([path, true]);
    expect((await ruth.get(`/@marcus/tries/${id}`)).text).toContain('id="say"');
  });

  test('a note to oneself is for nobody else', async () => {
    const { uri, page } = await out('A private try');
    const sent = await marcus.post('/write/tried', { ...TOLD, of: uri, audience: 'me' });
    const id = sent.location.split('#try-')[1];
    expect((await ruth.get(page)).text).not.toContain('The sand stayed at home');
    expect((await ruth.get(`/@marcus/tries/${id}`)).status).toBe(404);
    const own = await marcus.get(`/@marcus/tries/${id}`);
    expect([own.status, own.text.includes('Only you can read this.')]).toEqual([200, true]);
    expect(own.text).not.toContain('id="say"');
    expect((await marcus.get('/@marcus')).text).toContain('Only you can read this.');
  });

  test('what was tried is found by the address of its page; an address of nothing is explained', async () => {
    const { url } = await out('Found by address');
    expect((await marcus.get(`/write/tried?of=${encodeURIComponent(url)}`)).text).toContain(
      'Send it back to Ruth',
    );
    const nothing = await marcus.get(`/write/tried?of=${encodeURIComponent(`${node.origin}/@ruth/nothing`)}`);
    expect([nothing.status, nothing.text.includes('Nothing that can be tried was found')]).toEqual([
      422,
      true,
    ]);
    const words = await marcus.get('/write/tried?of=the+one+with+sand');
    expect([words.status, words.text.includes('value="the one with sand"')]).toEqual([422, true]);
    expect((await marcus.get('/write/tried')).text).toContain('Found by address');
  });

  test('another site cannot make this one ask around', async () => {
    const of = encodeURIComponent('http://localhost:9/@nobody/story');
    const lured = await marcus.get(`/write/tried?of=${of}`, { 'sec-fetch-site': 'cross-site' });
    expect([lured.status, lured.text.includes('Nothing that can be tried')]).toEqual([422, true]);
    const asked = await marcus.get(`/write/tried?of=${of}`, { 'sec-fetch-site': 'same-origin' });
    expect([asked.status, asked.text.includes('does not answer at the moment')]).toEqual([422, true]);
  });

  test('a try of a try hangs below it', async () => {
    const { uri, page } = await out('Passed on');
    const sent = await marcus.post('/write/tried', { ...TOLD, of: uri });
    const firstUri = /\/write\/tried\?of=([^"]+)"/.exec(
      (await ruth.get(`/@marcus/tries/${sent.location.split('#try-')[1]}`)).text,
    )?.[1];
    await ruth.post('/write/tried', {
      ...TOLD,
      of: decodeURIComponent(firstUri ?? ''),
      changed: 'No song, a hum.',
    });
    const { text } = await marcus.get(page);
    expect(text).toContain('No song, a hum.');
    expect(text).toMatch(/class="lineage-door depth-2"/);
  });

  test('what was told is told better by its author alone, and says when that was', async () => {
    const { uri, page } = await out('Told better');
    const id = (await marcus.post('/write/tried', { ...TOLD, of: uri })).location.split('#try-')[1];
    const path = `/write/tried/${id}/edit`;
    for (const answer of [await ruth.get(path), await ruth.post(path, TOLD)]) expect(answer.status).toBe(404);
    expect((await anybody().get(path)).status).toBe(303);
    const form = await marcus.get(path);
    for (const said of ['Edit what you told', TOLD.changed, TOLD.kept, TOLD.happened, 'Told better'])
      expect(form.text).toContain(said);
    expect(form.text).toMatch(/value="partly" checked/);
    expect(form.text).not.toContain('name="audience"');

    // saved as it was: nothing has changed, and nobody is told that it has
    expect((await marcus.post(path, { ...TOLD, audience: 'me' })).location).toBe(`/@marcus/tries/${id}`);
    const read = async () => (await anybody().get(page)).text;
    expect(await read()).not.toContain('edited');

    const better = { ...TOLD, changed: 'We hummed.', verdict: 'worked', audience: 'me' };
    const missing = await marcus.post(path, { ...better, happened: '' });
    expect([
      missing.status,
      missing.text.includes('Tell what happened.'),
      missing.text.includes('We hummed.'),
    ]).toEqual([422, true, true]);
    const asked = await marcus.post(path, { ...better, tip: 'Write to student@school.example' });
    expect([asked.status, asked.text.includes('student@school.example')]).toEqual([422, true]);
    expect((await marcus.post(path, better)).location).toBe(`/@marcus/tries/${id}`);
    const text = await eventually('the new words', async () => {
      const now = await read();
      return now.includes('We hummed.') && now;
    });
    expect(text).not.toContain('We sang instead');
    expect(text).toMatch(/edited [\w ,]*\d/);
    const own = (await anybody().get(`/@marcus/tries/${id}`)).text;
    expect([own.includes('We hummed.'), /edited [\w ,]*\d/.test(own)]).toEqual([true, true]);

    await marcus.post(`/write/tried/${id}/take-back`);
    for (const answer of [await marcus.get(path), await marcus.post(path, better)])
      expect(answer.status).toBe(410);
  });

  test('a try is taken back by its author alone; its page then says so', async () => {
    const { uri, page } = await out('Undone');
    const id = (await marcus.post('/write/tried', { ...TOLD, of: uri })).location.split('#try-')[1];
    for (const answer of [
      await ruth.get(`/write/tried/${id}/take-back`),
      await ruth.post(`/write/tried/${id}/take-back`),
    ])
      expect(answer.status).toBe(404);
    expect((await marcus.get(`/write/tried/${id}/take-back`)).text).toContain('Take back what you told');
    expect((await marcus.post(`/write/tried/${id}/take-back`)).location).toBe(page);
    const gone = await anybody().get(`/@marcus/tries/${id}`);
    expect([gone.status, /Marcus took this back on /.test(gone.text)]).toEqual([410, true]);
    expect((await ruth.get(page)).text).not.toContain('The sand stayed at home');
  });
});
