import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
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
