import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askQuestion } from '../../server/actions/ask-question.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import type { QuestionInput } from '../../server/domain/question.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aQuestion } from '../support/questions.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('an open question and its answers', () => {
  let node: TestDistrict;
  let ruthId: string;
  let marcusId: string;
  let ruth: Visitor;
  let marcus: Visitor;
  let anybody: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    ruth = await signedIn(node.origin, 'ruth');
    marcus = await signedIn(node.origin, 'marcus');
    anybody = new Visitor(node.origin);
  });
  afterAll(() => node?.stop());

  const SENT = {
    question: 'Who lets **wrong answers** stand, and how?',
    lang: 'en',
    subjects: ['sciences', 'mathematics'],
    ageMin: '15',
    ageMax: '16',
    gistOtherLang: 'fi',
    gistOther: 'Kuka jättää väärät vastaukset taululle?',
    audience: 'everyone',
  };
  const asked = (more: Partial<QuestionInput>) => askQuestion(node.ctx, ruthId, aQuestion(more));
  const pathOf = ({ url }: { url: string }) => url.slice(node.origin.length);
  const stateOf = async (id: string) => (await workById(node.ctx.db, id))?.callState;

  describe('answering', () => {
    test('in a few words: they stand below, and the asker is told', async () => {
      const question = await asked({ question: 'How do you begin on Monday?' });
      const sent = await marcus.post(`/works/${question.id}/reply`, { text: 'With a song.', lang: 'en' });
      expect(sent.status).toBe(303);
      const { text } = await anybody.get(pathOf(question));
      expect(text).toContain('With a song.');
      expect(text).not.toContain('Nobody has answered yet.');
      const [notice] = await noticesOf(node.ctx.db, ruthId, 1);
      expect(notice).toMatchObject({ kind: 'answered', about: { title: 'How do you begin on Monday?' } });
      expect((await ruth.get('/')).text).toMatch(
        /answers your question\s*<cite[^>]*>How do you begin on Monday/,
      );
      // a word to an answer answers that
      const [first] = await node.ctx.db
        .selectFrom('reply')
        .select('uri')
        .where('root_uri', '=', question.uri)
        .execute();
      await writeReply(node.ctx, marcusId, first?.uri ?? '', { text: 'Or a poem.', lang: 'en' });
      expect((await noticesOf(node.ctx.db, ruthId, 1))[0]?.kind).toBe('replied');
    });

    test('with a story: it begins with the question, and stands on its page for those who may read it', async () => {
      const question = await asked({ question: 'Who counts who speaks?' });
      const page = await marcus.get(pathOf(question));
      const way = /href="(\/write\/story\?answers=[^"]+)"/.exec(page.text)?.[1] ?? '';
      const editor = await marcus.get(way);
      expect(editor.text).toContain('Who counts who speaks?');
      const answers = /name="answers" value="([^"]+)"/.exec(editor.text)?.[1] ?? '';
      expect(answers).toBe(question.uri);
      const free = await marcus.post('/write/story', { answers, go: 'free' });
      expect(free.location).toBe(`${way}&write=free`);
      const kept = await marcus.post('/write/story', {
        answers,
        title: 'A tally',
        how: 'I count.',
        go: 'keep',
      });
      expect(kept.status).toBe(303);
      const draft = await node.ctx.db
        .selectFrom('work')
        .selectAll()
        .where('title', '=', 'A tally')
        .executeTakeFirst();
      expect(draft?.built_on).toEqual([{ uri: question.uri }]);
      expect((await anybody.get(pathOf(question))).text).not.toContain('A tally');

      const builtOn = [{ uri: question.uri }];
      await publish(node.ctx, marcusId, aStory({ title: 'A tally outside', builtOn }));
      await publish(node.ctx, marcusId, aStory({ title: 'A tally inside', builtOn, audience: 'district' }));
      const shown = await anybody.get(pathOf(question));
      expect([shown.text.includes('A tally outside'), shown.text.includes('A tally inside')]).toEqual([
        true,
        false,
      ]);
      expect((await ruth.get(pathOf(question))).text).toContain('A tally inside');
      expect((await anybody.get('/@marcus/a-tally-outside')).text).toMatch(
        /In answer to\s*<[^>]*>[^<]*<a[^>]*>Who counts/,
      );
      expect(
        (await noticesOf(node.ctx.db, ruthId, 5)).filter(({ kind }) => kind === 'answered'),
      ).toHaveLength(3);
    });

    test('what is no question is not answered with a story', async () => {
      const { uri } = await publish(node.ctx, ruthId, aStory({ title: 'No question' }));
      for (const answers of [uri, 'https://elsewhere.example/1', 'x'])
        expect((await marcus.get(`/write/story?answers=${encodeURIComponent(answers)}`)).text).not.toContain(
          'name="answers"',
        );
    });

    test('a question is not tried and not planned', async () => {
      const question = await asked({ question: 'Not to be tried?' });
      const of = encodeURIComponent(question.uri);
      expect((await marcus.get(`/write/tried?of=${of}`)).location).toBe(pathOf(question));
      expect((await marcus.get(`/tries/plan?of=${of}`)).location).toBe(pathOf(question));
      expect((await marcus.post('/tries/plan', { of: question.uri, plannedFor: '', word: '' })).status).toBe(
        404,
      );
      // nor thanked for, and what is said to it counts as no try
      expect((await marcus.get(`/thanks?of=${of}`)).status).toBe(404);
      const said = await writeReply(node.ctx, marcusId, question.uri, { text: 'A try.', lang: 'en' });
      expect((await ruth.post(`/replies/${said.id}/count-as-try`, { counted: 'yes' })).status).toBe(404);
      for (const path of [pathOf(question), `/@marcus/replies/${said.id}`])
        expect((await ruth.get(path)).text).not.toContain('count-as-try');
      const told = { of: question.uri, happened: 'x', verdict: 'worked', lang: 'en', audience: 'everyone' };
      expect((await marcus.post('/write/tried', told)).status).toBe(404);
      expect((await marcus.get('/write/tried')).text).not.toContain('Not to be tried?');
    });
  });

  describe('its author', () => {
    test('says that it is answered, closes it and opens it again; nobody else can', async () => {
      const question = await asked({ question: 'To be closed?' });
      const at = `/write/question/${question.id}/state`;
      expect((await marcus.post(at, { state: 'closed' })).status).toBe(404);
      expect((await marcus.get(pathOf(question))).text).toContain('action="/works/');
      await ruth.post(at, { state: 'answered' });
      expect(await stateOf(question.id)).toBe('answered');
      expect((await anybody.get(pathOf(question))).text).toContain('Answered question');
      expect((await marcus.get(pathOf(question))).text).toContain('action="/works/');
      await ruth.post(at, { state: 'closed' });
      const closed = await marcus.get(pathOf(question));
      expect(closed.text).toContain('Ruth takes no more answers to this.');
      expect(closed.text).not.toContain('action="/works/');
      const late = await marcus.post(`/works/${question.id}/reply`, { text: 'Late.', lang: 'en' });
      expect([late.status, late.text.includes('The author takes no replies to this any more.')]).toEqual([
        403,
        true,
      ]);
      await ruth.post(at, { state: 'open' });
      expect(
        (await marcus.post(`/works/${question.id}/reply`, { text: 'In time.', lang: 'en' })).status,
      ).toBe(303);
    });

    test('asks it in other words; the address and the readers stay', async () => {
      const question = await asked({ question: 'In wrong words?', audience: 'district' });
      const at = `/write/question/${question.id}/edit`;
      expect((await marcus.get(at)).status).toBe(404);
      expect((await marcus.post(at, SENT)).status).toBe(404);
      expect((await ruth.get(at)).text).toContain('In wrong words?');
      const wrong = await ruth.post(at, { ...SENT, question: '' });
      expect([wrong.status, wrong.text.includes('Write your question first.')]).toEqual([422, true]);
      const saved = await ruth.post(at, { ...SENT, question: 'In better words?' });
      expect([saved.status, saved.location]).toEqual([303, pathOf(question)]);
      const { text } = await marcus.get(pathOf(question));
      expect([text.includes('In better words?'), text.includes('In wrong words?')]).toEqual([true, false]);
      expect((await anybody.get(pathOf(question))).status).toBe(404);
      const again = await ruth.post(at, { ...SENT, question: 'In better words?' });
      expect(again.status).toBe(303);
      expect((await workById(node.ctx.db, question.id))?.version).toBe(2);
    });

    test('takes it back, and can ask it once more', async () => {
      const question = await asked({ question: 'To be taken back?' });
      const at = `/write/story/${question.id}`;
      expect((await ruth.get(`${at}/take-back`)).text).toContain('To be taken back?');
      expect((await marcus.get(`${at}/take-back`)).status).toBe(404);
      const gone = await ruth.post(`${at}/take-back`, { reason: 'changed-mind' });
      expect(gone.location).toBe(`${at}/take-back/progress`);
      expect((await anybody.get(pathOf(question))).status).toBe(410);
      const progress = await ruth.get(gone.location);
      const again = /href="(\/write\/question\?again=[^"]+)"/.exec(progress.text)?.[1] ?? '';
      expect((await ruth.get(again)).text).toContain('To be taken back?');
      expect((await marcus.get(again)).status).toBe(404);
      expect((await ruth.post(`${at}/bring-back`)).status).toBe(404);
      await ruth.post(`${at}/keep-nothing`);
      expect((await ruth.get(again)).status).toBe(404);
      expect((await ruth.get('/questions?show=all')).text).not.toContain('To be taken back?');
    });

    test('has no pages of a story’s editor for it', async () => {
      const { id } = await asked({ question: 'No story?' });
      for (const step of ['', '/who', '/preview', '/done', '/photos', '/co-authors', '/versions'])
        expect([step, (await ruth.get(`/write/story/${id}${step}`)).status]).toEqual([step, 404]);
      expect((await ruth.post(`/write/story/${id}`, { title: 'x', part: 'tell' })).status).toBe(404);
    });
  });
});
