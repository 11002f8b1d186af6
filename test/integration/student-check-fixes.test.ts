import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { jpegOf } from '../support/photos.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const MAIL = 'maya.lopez@family.example';

describe('the fixes of the student check', () => {
  let node: TestDistrict;
  let ruth: string;
  let browser: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    browser = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());

  test('the preview shows its author where words were taken out, and nobody else', async () => {
    const where = 'See https://drive.google.com/file/d/1 too.';
    const how = `I wrote to ${MAIL} and waited seven seconds.`;
    const sections = [
      { key: 'where', markdown: where },
      { key: 'how', markdown: how },
    ] as const;
    const story = aStory({ sections: [...sections] });
    const id = await saveDraft(node.ctx, ruth, story);
    const path = `/write/story/${id}`;
    const fixes = (page: string) =>
      [...page.matchAll(/name="(check-[^"]+)" value="fix"/g)].map(([, name]) => name ?? '');
    const [mail = '', link = ''] = fixes((await browser.get(`${path}/who`)).text);
    // one is answered, the other still open: the page of the check shows it
    const again = await browser.post(`${path}/who`, { audience: 'everyone', go: 'next', [mail]: 'fix' });
    expect(again.status).toBe(422);
    const gapIn = 'I wrote to <mark>[taken out]</mark> and waited seven seconds.';
    expect(again.text).toContain(gapIn);
    const gaps = /name="gaps" value="([^"]+)"/.exec(again.text)?.[1] ?? '';
    const sent = await browser.post(`${path}/who`, { audience: 'everyone', go: 'next', [link]: 'fix', gaps });
    const preview = (await browser.get(sent.location)).text;
    expect(preview).toContain('Words were taken out in 2 places');
    expect(preview).toContain(gapIn);
    expect(preview).toContain('See <mark>[taken out]</mark> too.');
    // the boxes of the editor say it too, on whichever way one comes to them
    const [, toBox = ''] = /href="([^"]+)#field-how"/.exec(preview) ?? [];
    const gist = await browser.post(`${path}/who`, { audience: 'everyone', go: 'back', gaps });
    const travel = (await browser.get(gist.location)).text;
    const carriedOn = /name="gaps" value="([^"]+)"/.exec(travel)?.[1] ?? '';
    const facts = { subjects: [...story.subjects], ageMin: '11', ageMax: '12', lang: 'en' };
    const boxes = { gist: story.gist, part: 'travel', ...facts, gaps: carriedOn, go: 'back' };
    const back = await browser.post(`${path}/help-it-travel`, boxes);
    for (const address of [toBox.replaceAll('&amp;', '&'), back.location]) {
      const { text } = await browser.get(address);
      const note = /<div class="field-note" id="field-how-note">.*?<\/div>/s.exec(text)?.[0];
      expect(note).toContain(gapIn);
      expect(text).toMatch(/<textarea[^>]*name="how"[^>]*aria-describedby="[^"]*field-how-note"/);
    }
    // and after a detour over the photos
    const tell = { title: story.title, where: 'See too.', how: 'I wrote to and waited seven seconds.' };
    const told = (await browser.get(back.location)).text;
    const inEditor = /name="gaps" value="([^"]+)"/.exec(told)?.[1] ?? '';
    const kept = { ...tell, part: 'tell', gaps: inEditor };
    const photos = await browser.post(path, { ...kept, go: 'photos' });
    expect(photos.location).toMatch(/\/photos\?gaps=/);
    const onPhotos = (await browser.get(photos.location)).text;
    const [, home = ''] = /href="(\/write\/story\/[^"/]+\?gaps=[^"]+)"/.exec(onPhotos) ?? [];
    expect((await browser.get(home)).text).toContain(gapIn);
    const [, one = ''] = /action="([^"]+\/photos\?gaps=[^"]+)"/.exec(onPhotos) ?? [];
    const added = await browser.upload(one, await jpegOf(40, 30));
    const photo = (await browser.get(added.location)).text;
    const [, answer = ''] = /action="([^"]+\/photos\/[^"/]+\?gaps=[^"]+)"/.exec(photo) ?? [];
    const said = await browser.post(answer, { alt: 'A timer', people: 'none', names: 'no', go: 'story' });
    expect(said.location).toMatch(/\?gaps=[^#]+#field-photos$/);
    expect((await browser.get(said.location.replace(/#.*/, ''))).text).toContain(gapIn);
    const [, remove = ''] = /action="([^"]+\/remove\?gaps=[^"]+)"/.exec(photo) ?? [];
    expect((await browser.post(remove)).location).toBe(photos.location);
    expect((await browser.get(path)).text).not.toContain('field-note');
    // a button that fails keeps them
    const carried = /name="gaps" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    expect((await browser.post(`${path}/publish`, { gaps: carried })).text).toContain(gapIn);
    // a sentence that was changed since is not marked where nothing is missing
    const texts = {
      title: story.title,
      where: 'See the table.',
      how: 'I wrote to and waited seven seconds.',
    };
    await browser.post(path, { ...texts, go: 'keep' });
    const later = (await browser.get(sent.location)).text;
    expect(later).toContain(gapIn);
    expect(later).not.toContain('See <mark>');
    const done = await browser.post(`${path}/publish`, { attested: 'yes', gaps: carried });
    expect(done.location).toBe(`${path}/done`);
    const slug = /href="(\/@ruth\/[^"]+)"/.exec((await browser.get(done.location)).text)?.[1] ?? '';
    const shown = (await browser.get(slug)).text;
    expect(shown).toContain('and waited seven seconds.');
    expect(shown).not.toContain('taken out');
  });

  test('a form that comes back with one fix put in says beside its box where words are missing', async () => {
    const root = await publish(node.ctx, ruth);
    const text = `Ask ${MAIL} today. A student named Devon Brown did.`;
    const asked = await browser.post(`/works/${root.id}/reply`, { text, lang: 'en' });
    const mail = /name="(check-[^"]+)" value="fix"/.exec(asked.text)?.[1] ?? '';
    const again = await browser.post(`/works/${root.id}/reply`, { text, lang: 'en', [mail]: 'fix' });
    expect(again.status).toBe(422);
    const note = /<div class="field-note".*?<\/div>/s.exec(again.text)?.[0];
    expect(note).toContain('Ask <mark>[taken out]</mark> today.');
    const { sections } = aStory();
    const edit = { title: 'Edited', how: `I wrote to ${MAIL} and waited. A student named Devon Brown.` };
    const whole = { ...Object.fromEntries(sections.map(({ key, markdown }) => [key, markdown])), ...edit };
    const more = { gist: 'In one breath.', lang: 'en', subjects: 'sciences', ageMin: '11', ageMax: '12' };
    const sent = { ...whole, ...more, audience: 'everyone', replyPolicy: 'everyone', licence: 'CC-BY-4.0' };
    const open = await browser.post(`/write/story/${root.id}`, sent);
    const fix = /name="(check-[^"]+)" value="fix"/.exec(open.text)?.[1] ?? '';
    const half = await browser.post(`/write/story/${root.id}`, { ...sent, [fix]: 'fix' });
    expect(half.status).toBe(422);
    const beside = /<div class="field-note" id="field-how-note">.*?<\/div>/s.exec(half.text)?.[0];
    expect(beside).toContain('I wrote to <mark>[taken out]</mark> and waited.');
  });

  test('a fix in a text of several paragraphs meets its passage, however browsers end their lines', async () => {
    const root = await publish(node.ctx, ruth);
    const text = `First.\r\n\r\nSecond.\r\n\r\nThird: ask ${MAIL} today.`;
    const answer = await browser.post(`/works/${root.id}/reply`, { text, lang: 'en' });
    const name = /name="(check-[^"]+)" value="fix"/.exec(answer.text)?.[1] ?? '';
    await browser.post(`/works/${root.id}/reply`, { text, lang: 'en', [name]: 'fix' });
    const said = await node.ctx.db.selectFrom('reply').select('markdown').where('markdown', 'like', 'First%');
    expect((await said.execute()).map(({ markdown }) => markdown)).toEqual([
      'First.\n\nSecond.\n\nThird: ask today.',
    ]);
    const form = {
      ...{ title: 'Seven', gist: 'Wait.', subjects: 'sciences', ageMin: '15', ageMax: '16', lang: 'en' },
      ...{ licence: 'cc-by', audience: 'everyone', replyPolicy: 'everyone', attested: 'yes' },
    };
    const how = `I wait.\r\n\r\nThen I wait.\r\n\r\nThen I wrote to ${MAIL} again.`;
    const path = `/write/story/${root.id}`;
    const asked = await browser.post(path, { ...form, how });
    const fix = /name="(check-[^"]+)" value="fix"/.exec(asked.text)?.[1] ?? '';
    expect((await browser.post(path, { ...form, how, [fix]: 'fix' })).status).toBe(303);
    const work = await node.ctx.db.selectFrom('work').select('sections').where('id', '=', root.id).execute();
    expect(JSON.stringify(work)).toContain('Then I wait.\\n\\nThen I wrote to again.');
  });
});
