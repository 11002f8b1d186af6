import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeProfile } from '../../server/actions/change-profile.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const ADHD = 'A student with ADHD sat alone.';
const CARE = 'A student in foster care led the group.';
const PRISON = 'A student whose father is in prison cried.';

const told = (text: string, more: Partial<StoryInput> = {}): StoryInput =>
  aStory({ sections: [{ key: 'how', markdown: text }], ...more });

describe('an answer to the student check', () => {
  let node: TestDistrict;
  let ruth: string;
  let browser: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    browser = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());

  const openIn = (result: unknown): MarkedQuestion[] =>
    (result as { still?: { questions: MarkedQuestion[] } }).still?.questions ?? [];

  async function asked(story: StoryInput, kept: readonly string[] = []) {
    const id = await saveDraft(node.ctx, ruth, story);
    return { id, open: openIn(await publishStory(node.ctx, ruth, id, story, { attested: true, kept })) };
  }

  /** Publishes a story and keeps everything that is asked about it. */
  async function keeping(story: StoryInput): Promise<string> {
    const { id, open } = await asked(story);
    const kept = open.map(({ mark }) => mark);
    expect(open.length).toBeGreaterThan(0);
    expect(await publishStory(node.ctx, ruth, id, story, { attested: true, kept })).toMatchObject({
      ok: true,
    });
    return id;
  }

  const edited = async (id: string, story: StoryInput) =>
    openIn(await editStory(node.ctx, ruth, id, story, '', READ_THROUGH));

  test.each([
    ['three paragraphs', [ADHD, CARE, PRISON].join('\n\n')],
    ['one sentence', 'A student with ADHD, a student in foster care and a student with epilepsy led it.'],
  ])('about one child says nothing of the others in %s', async (_, text) => {
    const { open } = await asked(told(text));
    expect(open.map(({ type }) => type)).toEqual(['one-child', 'one-child', 'one-child']);
    const [first] = open.map(({ mark }) => mark);
    expect((await asked(told(text), [first as string])).open).toHaveLength(2);
  });

  test('has a card of its own for each child, with the sentence', async () => {
    const { id } = await asked(
      told(`${ADHD} It was a long and a very hot day for everybody in the room.\n\n${PRISON}`),
    );
    const { text } = await browser.get(`/write/story/${id}/who`);
    expect(text.match(/class="question"/g)).toHaveLength(2);
    expect(text).not.toContain('It stands here');
    for (const end of ['with ADHD sat alone.', 'whose father is in prison cried.'])
      expect(text).toContain(end);
  });

  test('does not cover what is said of a child later', async () => {
    const id = await keeping(told(ADHD));
    expect(await edited(id, told(`${ADHD} Then we went on.`))).toEqual([]);
    expect(await edited(id, told(`${ADHD}\n\n${PRISON}`))).toMatchObject([{ type: 'one-child' }]);
    // of the same child, in the next sentence
    expect(await edited(id, told(`${ADHD} His mother is in prison.`))).toMatchObject([{ type: 'one-child' }]);
  });

  test('about a small group is about its sentence, about a cell about its row and column', async () => {
    const audience = 'district';
    const id = await keeping(told('The newcomers (n = 4) spoke.', { audience }));
    expect(
      await edited(id, told('The newcomers (n = 4) spoke. The girls (n = 4) drew.', { audience })),
    ).toMatchObject([{ type: 'small-cell' }]);
    const table = (head: string, ...rows: string[]) =>
      told([head, head.replaceAll(/[^|]+/g, '---'), ...rows].join('\n'), { audience });
    const other = await keeping(table('| Group | n |', '| Morning | 14 |', '| Pull-out | 4 |'));
    const moved = table('| Group | n |', '| Pull-out | 4 |', '| Morning | 14 |');
    expect(await edited(other, moved)).toEqual([]);
    const second = table('| Group | n |', '| Pull-out | 4 |', '| Late | 4 |');
    const both = 'Pull-out · n: 4; Late · n: 4';
    expect(await edited(other, second)).toMatchObject([{ type: 'small-cell', text: both }]);
    const renamed = table('| Group | Students |', '| Pull-out | 4 |', '| Morning | 14 |');
    expect(await edited(other, renamed)).toMatchObject([
      { type: 'small-cell', text: 'Pull-out · Students: 4' },
    ]);
    // the table is asked about, and not its cells again
    const shares = table('| Group | Students |', '| Pull-out | 3/6 students |', '| Morning | 14 |');
    expect(await edited(other, shares)).toMatchObject([{ type: 'small-cell', field: 'how', start: 0 }]);
    const reasons = table('| Group | n | Why |', '| Pull-out | 4 | Autism |', '| Morning | 14 | – |');
    expect(await edited(other, reasons)).toMatchObject([{ type: 'small-cell', text: 'Pull-out · n: 4' }]);
  });

  test('in a profile is about its sentence', async () => {
    const profile = { name: 'Ruth', subjects: [], ageMin: null, ageMax: null };
    const bio = 'I teach my student with ADHD.';
    const failed = await changeProfile(node.ctx, ruth, { ...profile, bio }).catch((error) => error);
    const kept = (failed as { questions: MarkedQuestion[] }).questions.map(({ mark }) => mark);
    await changeProfile(node.ctx, ruth, { ...profile, bio }, { attested: false, kept });
    const more = { ...profile, bio: `${bio} I teach my student with epilepsy.` };
    await expect(changeProfile(node.ctx, ruth, more)).rejects.toMatchObject({
      questions: [{ type: 'one-child' }],
    });
  });

  test('given for colleagues is asked again for everyone; given for everyone it counts inside', async () => {
    const inside = told(`${ADHD} Keisha said so.`, { audience: 'district' });
    const id = await keeping(inside);
    expect(await edited(id, inside)).toEqual([]);
    const wide = { ...inside, audience: 'everyone' as const };
    const open = await edited(id, wide);
    expect(open.map(({ type }) => type)).toEqual(['one-child', 'name']);
    const kept = open.map(({ mark }) => mark);
    const answer = await editStory(node.ctx, ruth, id, wide, '', { attested: true, kept });
    expect(answer).toMatchObject({ ok: true });
    expect(await edited(await keeping(wide), inside)).toEqual([]);
  });

  test('and one’s own list of names is there where a published story is changed', async () => {
    const { id } = await publish(node.ctx, ruth, told('Priyanthi waited at the window.'));
    const { text } = await browser.get(`/write/story/${id}`);
    expect(text).toMatch(/<own-names[^>]*Priyanthi waited at the window/);
  });

  test('and the language of a reply and of a thank-you begin with that of what is answered', async () => {
    const langOf = (page: string) =>
      /<option[^>]* value="([^"]+)"[^>]* selected/.exec(page)?.[1] ??
      /<option[^>]* selected[^>]* value="([^"]+)"/.exec(page)?.[1];
    const story = aStory({ lang: 'fi', title: 'Odotan' });
    const alma = await aTeacher(node.ctx, 'alma');
    const { uri } = await publish(node.ctx, alma, story);
    const { slug } = await node.ctx.db
      .selectFrom('work')
      .select('slug')
      .where('uri', '=', uri)
      .executeTakeFirstOrThrow();
    const path = `/@alma/${slug}`;
    const speaks = async (...languages: string[]) => {
      await node.ctx.db.updateTable('person').set({ languages }).where('actor_id', '=', ruth).execute();
      const pages = [await browser.get(path), await browser.get(`/thanks?of=${encodeURIComponent(uri)}`)];
      return pages.map(({ text }) => langOf(text));
    };
    expect(await speaks('en', 'fi')).toEqual(['fi', 'fi']);
    expect(await speaks()).toEqual(['fi', 'fi']);
    expect(await speaks('es', 'en')).toEqual(['es', 'es']);
  });
});
