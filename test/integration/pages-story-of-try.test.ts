import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishStory } from '../../server/actions/publish-story.ts';
import { storyOf } from '../../server/domain/story-of.ts';
import type { Work } from '../../server/domain/work.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { tableForm } from '../support/tables.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const TOLD = {
  changed: 'We sang instead.',
  kept: 'I sat down.',
  happened: 'They waited.',
  tip: 'Hum first.',
  context: 'Grade 7, music.',
  verdict: 'partly',
  lang: 'fi',
  gistOther: 'We sang.',
  gistOtherLang: 'en',
  subjects: 'music',
  ageMin: '12',
  ageMax: '13',
  audience: 'everyone',
};

describe('a story of one’s own, made of a try', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  let marcus: Visitor;
  let ruthId: string;
  let marcusId: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    [ruth, marcus] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'marcus')]);
  });
  afterAll(() => node?.stop());

  /** A try of a new story by Ruth. */
  const tried = async (title: string, more: Record<string, string> = {}) => {
    const story = await publish(node.ctx, ruthId, aStory({ title }));
    const { location } = await marcus.post('/write/tried', { ...TOLD, of: story.uri, ...more });
    const id = location.split('#try-')[1] ?? '';
    const { uri } = await node.ctx.db
      .selectFrom('adaptation')
      .select('uri')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { story, id, uri, make: `/write/tried/${id}/story`, back: location.split('#')[0] ?? '' };
  };
  const draftAt = async (location: string): Promise<Work> => {
    const work = await workById(node.ctx.db, location.split('/').at(-1) ?? '');
    if (!work) throw new Error(`no draft at ${location}`);
    return work;
  };
  const publishDraft = async (draft: Work, audience: 'district' | 'everyone' = 'everyone') => {
    const story = { ...storyOf(draft), title: 'We sang', gist: 'We sang instead.', audience };
    const published = await publishStory(node.ctx, marcusId, draft.id, story, READ_THROUGH);
    if (!published.ok) throw new Error(JSON.stringify(published));
    return published;
  };

  test('begins with what was told, and says what it was built on', async () => {
    const { id, uri, make, back } = await tried('Seven silent seconds');
    expect((await marcus.get(back)).text).toContain(`href="/@marcus/tries/${id}#yours"`);
    expect((await marcus.get(`/@marcus/tries/${id}`)).text).toContain(`action="${make}"`);
    const opened = await marcus.post(make);
    expect(opened.location).toMatch(/^\/write\/story\/\w+$/);
    expect(await draftAt(opened.location)).toMatchObject({
      state: 'draft',
      authorId: marcusId,
      title: '',
      lang: 'fi',
      gistOther: [{ lang: 'en', text: 'We sang.' }],
      subjects: ['music'],
      ageMin: 12,
      ageMax: 13,
      builtOn: [{ uri }],
      sections: [
        { key: 'where', markdown: 'Grade 7, music.' },
        {
          key: 'how',
          markdown: '**Mitä muutin**\n\nWe sang instead.\n\n**Mitä pidin ennallaan**\n\nI sat down.',
        },
        { key: 'students', markdown: 'They waited.' },
        { key: 'next', markdown: 'Hum first.' },
      ],
    });
    expect((await marcus.get(opened.location)).text).toContain('We sang instead.');
  });

  test('pressed twice, also at once, it is one draft; once that is out, another begins', async () => {
    const { make } = await tried('Pressed twice');
    const pressed = await Promise.all([marcus.post(make), marcus.post(make)]);
    const [first = ''] = pressed.map(({ location }) => location);
    expect((await marcus.post(make)).location).toBe(first);
    expect(new Set(pressed.map(({ location }) => location)).size).toBe(1);
    await publishDraft(await draftAt(first));
    expect((await marcus.post(make)).location).not.toBe(first);
  });

  test('published, it comes from the story by way of the try, and its page says so', async () => {
    const { story, uri, make } = await tried('Worth a story');
    const { id, url } = await publishDraft(await draftAt((await marcus.post(make)).location));
    expect((await workById(node.ctx.db, id))?.lineage).toEqual([story.uri, uri]);
    const { text } = await new Visitor(node.origin).get(new URL(url).pathname);
    expect(text).toMatch(
      /Built on <span><a href="\/@marcus\/tries\/\w+">my try of Worth a story<\/a><\/span>/,
    );
    const object = await (await fetch(url, { headers: { accept: 'application/activity+json' } })).json();
    expect(object).toMatchObject({ isBasedOn: uri, 'tp:lineage': [story.uri, uri] });
    expect(object.content).toContain('>Worth a story</a>');
  });

  test('somebody else’s try is not theirs to make a story of, nor is one that was taken back', async () => {
    const { id, make } = await tried('Not theirs');
    expect((await ruth.post(make)).status).toBe(404);
    expect((await ruth.get(`/@marcus/tries/${id}`)).text).not.toContain(make);
    await marcus.post(`/write/tried/${id}/take-back`);
    expect((await marcus.post(make)).status).toBe(404);
    expect((await new Visitor(node.origin).post(make)).status).toBe(303);
  });

  test('a table comes along as one that the editor knows, without small numbers that stayed among colleagues', async () => {
    const table = tableForm(
      ['Class', 'sang'],
      [
        ['7a', 18, 24],
        ['Newcomers', 3, 4],
        ['7b', 20, 25],
      ],
    );
    const asked = await marcus.post('/write/tried', {
      ...TOLD,
      of: (await tried('x')).story.uri,
      audience: 'district',
      ...table,
    });
    const name = /name="(check-[^"]+)" value="keep"/.exec(asked.text)?.[1] ?? '';
    const { make } = await tried('With numbers', { ...table, audience: 'district', [name]: 'keep' });
    const draft = await draftAt((await marcus.post(make)).location);
    expect(draft.sections.find(({ key }) => key === 'students')?.markdown).toBe(
      'They waited.\n\n| Class | sang | n |\n| --- | --- | --- |\n| 7a | 18 | 24 |\n| Newcomers | – | – |\n| 7b | 20 | 25 |',
    );
    expect(draft.html).toContain('<td>18</td>');
  });

  test('a story for everyone says nothing of a try that stays inside', async () => {
    const { uri, make } = await tried('Among us', { audience: 'district' });
    const { url } = await publishDraft(await draftAt((await marcus.post(make)).location));
    const text = await (await fetch(url, { headers: { accept: 'application/activity+json' } })).text();
    expect(text).not.toContain(uri);
    expect(text).not.toContain('Among us');
    const page = (await new Visitor(node.origin).get(new URL(url).pathname)).text;
    for (const secret of ['Among us', uri]) expect(page).not.toContain(secret);
  });
});
