import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('two teachers write a story together', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  let marcus: Visitor;
  let alma: Visitor;
  let ruthId: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    await aTeacher(node.ctx, 'alma');
    [ruth, marcus, alma] = await Promise.all([
      signedIn(node.origin, 'ruth'),
      signedIn(node.origin, 'marcus'),
      signedIn(node.origin, 'alma'),
    ]);
  });
  afterAll(() => node?.stop());

  const begun = async (title: string) => {
    const id = await saveDraft(node.ctx, ruthId, aStory({ title }));
    return { id, path: `/write/story/${id}` };
  };

  test('one asks, the other reads the draft, says yes, and both names stand on it', async () => {
    const { id, path } = await begun('Two pens');
    expect((await marcus.get(path)).status).toBe(404);
    expect((await marcus.get(`${path}/join`)).status).toBe(404);
    expect((await ruth.post(`${path}/co-authors`, { coAuthor: '@Marcus' })).status).toBe(303);
    expect((await marcus.get('/notifications')).text).toContain('asks you to be co-author');
    expect((await marcus.get('/write')).text).toContain(`${path}/join`);
    expect((await marcus.get(`${path}/join`)).text).toContain('Two pens');
    expect((await marcus.get(path)).status).toBe(404);

    const early = await publishStory(node.ctx, ruthId, id, aStory({ title: 'Two pens' }), READ_THROUGH);
    expect(early).toMatchObject({ ok: false, problems: [{ field: 'coAuthor', say: 'waiting' }] });

    expect((await marcus.post(`${path}/join`, { answer: 'yes' })).location).toBe(`${path}/join`);
    expect((await ruth.get('/notifications')).text).toContain('will be co-author');
    expect((await marcus.get(path)).status).toBe(200);
    const late = await publishStory(node.ctx, ruthId, id, aStory({ title: 'Two pens' }), READ_THROUGH);
    const page = late.ok && (await new Visitor(node.origin).get(new URL(late.url).pathname)).text;
    const names = /<p class="byline-names">([\s\S]*?)<\/p>/.exec(page || '')?.[1] ?? '';
    expect(names.replace(/<[^>]*>/g, '')).toBe('Ruth and Marcus');
    for (const handle of ['ruth', 'marcus']) expect(names).toContain(`href="/@${handle}"`);
    const wire = late.ok && (await fetch(late.uri, { headers: { accept: 'application/activity+json' } }));
    expect(JSON.stringify(await (wire as Response).json())).toContain('@marcus@');
  });

  test('a no leaves no trace in the draft, and nobody else can answer', async () => {
    const { path } = await begun('One pen');
    await ruth.post(`${path}/co-authors`, { coAuthor: 'marcus' });
    expect((await alma.post(`${path}/join`, { answer: 'yes' })).status).toBe(404);
    expect((await alma.get(`${path}/co-authors`)).status).toBe(404);
    await marcus.post(`${path}/join`, { answer: 'no' });
    expect((await marcus.get(`${path}/join`)).status).toBe(404);
    expect((await ruth.get(`${path}/co-authors`)).text).toContain('It is your story alone.');
  });

  test('a handle that nobody has, one’s own, and the same twice come back with a sentence', async () => {
    const { path } = await begun('No pen');
    await ruth.post(`${path}/co-authors`, { coAuthor: 'marcus' });
    for (const [coAuthor, sentence] of [
      ['nobody', 'Nobody here has this handle.'],
      ['ruth', 'They are named in it already.'],
      ['marcus', 'They are named in it already.'],
    ] as const) {
      const answer = await ruth.post(`${path}/co-authors`, { coAuthor });
      expect([answer.status, answer.text.includes(sentence)]).toEqual([422, true]);
    }
  });
});
