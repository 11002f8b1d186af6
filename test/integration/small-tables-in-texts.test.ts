import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { StudentCheckRefusal } from '../../server/actions/student-check.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const SMALL = '| | Before | After |\n|---|---|---|\n| Got it | 3 | 5 |';
const NEWCOMERS =
  '| Group | Students | Before | After |\n|---|---|---|---|\n| A | 27 | 11 | 16 |\n| Newcomers | 5 | 3 | 4 |\n| B | 26 | 12 | 19 |';
const HIDDEN = NEWCOMERS.replace('| 5 | 3 | 4 |', '| – | – | – |');

const withTable = (table: string, more: Partial<StoryInput> = {}): StoryInput =>
  aStory({
    sections: [{ key: 'how', markdown: `I waited seven seconds.\n\n${table}\n\nThen I waited.` }],
    ...more,
  });

describe('a small table in words', () => {
  let node: TestDistrict;
  let ruth: string;
  let browser: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    browser = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());

  const draft = (story: StoryInput) => saveDraft(node.ctx, ruth, story);
  const choice = (text: string, value: string) =>
    new RegExp(`name="(check-[^"]+)" value="${value}"`).exec(text)?.[1] ?? '';

  test('of a story for everyone is stopped', async () => {
    const story = withTable(SMALL);
    const result = await publishStory(node.ctx, ruth, await draft(story), story, READ_THROUGH);
    expect(result).toMatchObject({
      ok: false,
      still: { questions: [{ type: 'small-cell', severity: 'stop', text: 'Got it · Before: 3 · After: 5' }] },
    });
  });

  test('of a story for colleagues is asked about, and may be kept', async () => {
    const story = withTable(SMALL, { audience: 'district' });
    const id = await draft(story);
    const asked = await publishStory(node.ctx, ruth, id, story, READ_THROUGH);
    const questions = asked.ok ? [] : (asked.still?.questions ?? []);
    expect(questions).toMatchObject([{ type: 'small-cell', severity: 'ask' }]);
    const kept = questions.map(({ mark }) => mark);
    expect((await publishStory(node.ctx, ruth, id, story, { ...READ_THROUGH, kept })).ok).toBe(true);
    // the answer was for colleagues
    const wider = await editStory(node.ctx, ruth, id, { ...story, audience: 'everyone' }, '', {
      ...READ_THROUGH,
      kept,
    });
    expect(wider).toMatchObject({ ok: false, still: { questions: [{ severity: 'stop' }] } });
  });

  test('is mended by one press on the page of the check, and nothing else changes', async () => {
    const id = await draft(withTable(NEWCOMERS));
    const path = `/write/story/${id}`;
    const page = (await browser.get(`${path}/who`)).text;
    expect(page).toContain('Newcomers · Before: 3 · After: 4 · Students: 5');
    expect(page).toContain('If these are not numbers of students');
    const sent = await browser.post(`${path}/who`, {
      audience: 'everyone',
      go: 'next',
      [choice(page, 'hide')]: 'hide',
    });
    expect(sent.status).toBe(303);
    await browser.post(`${path}/publish`, { attested: 'yes' });
    const { sections } = await node.ctx.db
      .selectFrom('work')
      .select('sections')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(sections).toMatchObject([{ markdown: `I waited seven seconds.\n\n${HIDDEN}\n\nThen I waited.` }]);
  });

  test('of a story that is out is mended on the page for changing it', async () => {
    const { id, url } = await publish(node.ctx, ruth, aStory());
    const form = {
      ...{ title: 'Seven', gist: 'Wait.', subjects: 'sciences', ageMin: '15', ageMax: '16', lang: 'en' },
      ...{ licence: 'cc-by', audience: 'everyone', replyPolicy: 'everyone', attested: 'yes' },
      how: `I waited.\r\n\r\n${NEWCOMERS.replaceAll('\n', '\r\n')}`,
    };
    const asked = await browser.post(`/write/story/${id}`, form);
    expect([asked.status, choice(asked.text, 'keep')]).toEqual([422, '']);
    const read = async () => (await new Visitor(node.origin).get(new URL(url).pathname)).text;
    expect(await read()).not.toContain('Newcomers');
    const whole = choice(asked.text, 'whole-class');
    expect((await browser.post(`/write/story/${id}`, { ...form, [whole]: 'whole-class' })).status).toBe(303);
    const shown = await read();
    expect(shown).toContain('Whole class');
    expect(shown).not.toContain('Newcomers');
  });

  test('of a reply is stopped, and one press sends it without', async () => {
    const root = await publish(node.ctx, ruth);
    await expect(writeReply(node.ctx, ruth, root.uri, { text: SMALL, lang: 'en' })).rejects.toBeInstanceOf(
      StudentCheckRefusal,
    );
    const text = `We saw it too.\n\n${NEWCOMERS}`;
    const asked = await browser.post(`/works/${root.id}/reply`, { text, lang: 'en' });
    expect(asked.status).toBe(422);
    const hide = choice(asked.text, 'hide');
    await browser.post(`/works/${root.id}/reply`, { text, lang: 'en', [hide]: 'hide' });
    const said = await node.ctx.db
      .selectFrom('reply')
      .select('markdown')
      .where('markdown', 'like', 'We saw it too%')
      .execute();
    expect(said.map(({ markdown }) => markdown)).toEqual([`We saw it too.\n\n${HIDDEN}`]);
  });
});
