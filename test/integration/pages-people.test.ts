import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('people here and elsewhere', () => {
  let here: TestDistrict;
  let there: TestDistrict;
  let ruth: Visitor;
  const anybody = () => new Visitor(here.origin);
  const search = (q: string) => ruth.get(`/search?q=${encodeURIComponent(q)}`);

  beforeAll(async () => {
    [here, there] = await Promise.all([openDistrict(), openDistrict('Koivuranta', 'koivuranta')]);
    await aTeacher(here.ctx, 'ruth');
    await aTeacher(here.ctx, 'marcus', { name: 'Márcus Whitfield', subjects: ['mathematics'] });
    const marja = await aTeacher(there.ctx, 'marja', { name: 'Marja Lehtonen' });
    await publish(there.ctx, marja, aStory({ title: 'One pen for two' }));
    ruth = await signedIn(here.origin, 'ruth');
  });
  afterAll(() => Promise.all([here?.stop(), there?.stop()]));

  test('a colleague is found by a part of the name, whatever the accents, and followed', async () => {
    const found = await search('marcus whit');
    expect([found.status, found.text.includes('Márcus Whitfield')]).toEqual([200, true]);
    expect((await search('nobody at all')).text).toContain('Nothing here speaks of “nobody at all”');
    const followed = await ruth.post('/@marcus/follow', { back: '/people' });
    expect(followed.location).toBe('/people');
    const page = await ruth.get('/people');
    expect(page.text).toContain('You follow Márcus Whitfield.');
    expect(page.text).toContain('action="/@marcus/unfollow"');
    expect((await ruth.post('/@marcus/unfollow')).location).toBe('/@marcus');
    expect((await ruth.get('/@marcus')).text).toContain('action="/@marcus/follow"');
  });

  test('one cannot follow oneself, nor be led to another site afterwards', async () => {
    expect((await ruth.post('/@ruth/follow')).status).toBe(422);
    expect((await ruth.post('/@marcus/follow', { back: 'https://evil.example/' })).location).toBe('/@marcus');
  });

  test('somebody elsewhere is found by handle, and followed once their server says yes', async () => {
    const found = await search(`@marja@${there.ctx.host}`);
    expect([found.status, found.location]).toEqual([303, `/@marja@${there.ctx.host}`]);
    const page = await ruth.get(found.location);
    expect(page.text).toContain('Marja Lehtonen');
    expect(page.text).toContain('<meta name="robots" content="noindex"');
    expect((await ruth.post(`${found.location}/follow`)).status).toBe(303);
    await eventually('an answer to the follow', async () =>
      (await ruth.get(found.location)).text.includes('You follow them.'),
    );
    expect((await ruth.get('/people')).text).toContain('People elsewhere whom you follow');
  });

  test('a work elsewhere is found by the address of its page, and read here', async () => {
    const found = await search(`${there.origin}/@marja/one-pen-for-two`);
    expect(found.location).toMatch(/^\/r\/\w{26}$/);
    const page = await ruth.get(found.location);
    expect(page.text).toContain('One pen for two');
    expect(page.text).toContain('From Koivuranta');
    expect(page.text).toContain(`href="${there.origin}/@marja/one-pen-for-two"`);
    expect((await search(`${there.origin}/@marja`)).location).toBe(`/@marja@${there.ctx.host}`);
    for (const path of [found.location, `/@marja@${there.ctx.host}`]) {
      const outside = await anybody().get(path);
      expect([outside.status, outside.location]).toEqual([303, `/sign-in?back=${encodeURIComponent(path)}`]);
    }
  });

  test('nobody and nothing is said in a sentence, with what was typed', async () => {
    const nobody = await search(`@nobody@${there.ctx.host}`);
    expect([nobody.status, nobody.text.includes('Nobody and nothing was found there.')]).toEqual([422, true]);
    expect(nobody.text).toContain(`value="@nobody@${there.ctx.host}"`);
    const silent = await search('@anybody@localhost:9');
    expect([silent.status, silent.text.includes('does not answer at the moment')]).toEqual([422, true]);
  });

  test('a handle of this district leads home, in every spelling', async () => {
    expect((await search(`@ruth@${here.ctx.host}`)).location).toBe('/@ruth');
    expect((await anybody().get(`/@ruth@${here.ctx.host}`)).location).toBe('/@ruth');
    expect((await anybody().get('/@pinehollow')).location).toBe('/district');
    expect((await anybody().get('/@nobody')).status).toBe(404);
  });

  test('a person’s page tells other programs where their actor is', async () => {
    const { text } = await anybody().get('/@marcus');
    expect(text).toMatch(
      new RegExp(`<link rel="alternate" type="application/activity\\+json" href="${here.origin}/ap/actors/`),
    );
    expect(text).toContain(`@marcus@${here.ctx.host}`);
    expect(text).toContain('Nothing shared yet.');
  });
});
