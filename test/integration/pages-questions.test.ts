import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askQuestion } from '../../server/actions/ask-question.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import type { QuestionInput } from '../../server/domain/question.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aQuestion } from '../support/questions.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('open questions', () => {
  let node: TestDistrict;
  let ruthId: string;
  let ruth: Visitor;
  let marcus: Visitor;
  let anybody: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
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

  describe('asking', () => {
    test('begins with what one teaches, and leads to the page of the question', async () => {
      const form = await ruth.get('/write/question');
      expect(form.text).toMatch(/value="sciences"[^>]*checked/);
      expect(form.text).toContain('value="15"');
      const sent = await ruth.post('/write/question', SENT);
      expect([sent.status, sent.location]).toEqual([303, '/@ruth/who-lets-wrong-answers-stand-and-how']);
      const { status, text } = await anybody.get(sent.location);
      expect(status).toBe(200);
      for (const words of [
        'Open question',
        'Who lets wrong answers stand, and how?',
        '<strong>wrong answers</strong>',
        'Kuka jättää väärät vastaukset taululle?',
        'ages 15–16',
        'Nobody has answered yet.',
        'Answer from your own server',
      ])
        expect(text).toContain(words);
      for (const words of ['I tried this', 'I’m going to try this', 'Tried in other classrooms', 'min read'])
        expect(text).not.toContain(words);
      expect((await marcus.get(sent.location)).text).not.toContain('I’m going to try this');
    });

    test('what does not fit comes back with a sentence, and nothing that was typed is lost', async () => {
      const wrong = await ruth.post('/write/question', {
        ...SENT,
        question: `zqkept ${'x'.repeat(500)}`,
        subjects: [],
        ageMin: 'ten',
        gistOtherLang: '',
      });
      expect(wrong.status).toBe(422);
      for (const words of [
        'Make your question shorter: 500 characters at most.',
        'Choose at least one subject.',
        'Give the youngest age as a whole number.',
        'Say which language the line is in.',
        'zqkept',
        'value="ten"',
        'Kuka jättää väärät vastaukset taululle?',
      ])
        expect(wrong.text).toContain(words);
      const empty = await ruth.post('/write/question', {});
      expect([empty.status, empty.text.includes('Write your question first.')]).toEqual([422, true]);
    });

    test('the student check asks first', async () => {
      const question = 'My pupil Emma Virtanen never speaks. What do you do?';
      const held = await ruth.post('/write/question', { ...SENT, question });
      expect(held.status).toBe(422);
      expect(held.text).toContain('student-check-title');
      expect(held.text).toContain('Emma Virtanen');
      const mark = /name="check-([\w-]+)" value="keep"/.exec(held.text)?.[1] ?? '';
      const sent = await ruth.post('/write/question', { ...SENT, question, [`check-${mark}`]: 'keep' });
      expect(sent.status).toBe(303);
      // what was answered holds for other words too
      const { text } = await ruth.get(sent.location);
      const edit = /href="(\/write\/question\/[^"]+\/edit)"/.exec(text)?.[1] ?? '';
      const other = await ruth.post(edit, { ...SENT, question: `${question} Please.` });
      expect([other.status, other.location]).toEqual([303, sent.location]);
    });

    test('from a search for something that nobody wrote about', async () => {
      const { text } = await ruth.get('/search?q=zeppelins');
      expect(text).toContain('/write/question?text=zeppelins');
      expect((await ruth.get('/write/question?text=zeppelins')).text).toContain('>zeppelins</textarea>');
    });

    test('is for people with an account', async () => {
      for (const path of ['/write/question', '/write/question/01x/edit'])
        expect((await anybody.get(path)).location).toMatch(/^\/sign-in/);
    });
  });

  describe('the list', () => {
    let other: TestDistrict;
    let reader: Visitor;
    let outside: Visitor;
    const titles = async (who: Visitor, query = '') =>
      [...(await who.get(`/questions${query}`)).text.matchAll(/card-title[^>]*><a[^>]*>([^<]+)</g)].map(
        ([, title]) => title,
      );

    beforeAll(async () => {
      other = await openDistrict();
      const { ctx } = other;
      const asker = await aTeacher(ctx, 'ruth');
      await aTeacher(ctx, 'marcus');
      reader = await signedIn(other.origin, 'marcus');
      outside = new Visitor(other.origin);
      expect((await reader.get('/questions')).text).toContain('No open questions. Yours?');
      expect((await outside.get('/questions')).text).toContain('No open questions at the moment.');
      const ask = (question: string, more: Partial<QuestionInput> = {}) =>
        askQuestion(ctx, asker, aQuestion({ question, ...more }));
      const mine = await signedIn(other.origin, 'ruth');
      await ask('Music?', { subjects: ['music'], ageMin: 7, ageMax: 9 });
      await ask('Inside?', { audience: 'district' });
      for (const state of ['answered', 'closed']) {
        const { id } = await ask(`${state}?`);
        await mine.post(`/write/question/${id}/state`, { state });
      }
      await ask('Newest?');
    });
    afterAll(() => other?.stop());

    test('has the open ones, the newest first, and for members those that stay inside', async () => {
      expect(await titles(reader)).toEqual(['Newest?', 'Inside?', 'Music?']);
      expect(await titles(outside)).toEqual(['Newest?', 'Music?']);
    });

    test('is narrowed by state, subject and ages', async () => {
      expect(await titles(reader, '?show=answered')).toEqual(['answered?']);
      expect(await titles(reader, '?show=all')).toEqual([
        'Newest?',
        'closed?',
        'answered?',
        'Inside?',
        'Music?',
      ]);
      expect(await titles(reader, '?subject=music')).toEqual(['Music?']);
      expect(await titles(reader, '?ageMin=9&ageMax=10')).toEqual(['Music?']);
      expect(await titles(reader, '?ageMin=10')).toEqual(['Newest?', 'Inside?']);
      expect((await reader.get('/questions?subject=history')).text).toContain(
        'No question like this. Yours?',
      );
    });

    test('what is no age, no subject or no state narrows nothing, and is said', async () => {
      const wrong = await reader.get('/questions?ageMin=ten&subject=cooking&show=none');
      expect(wrong.status).toBe(422);
      for (const words of [
        'Give the youngest age as a whole number.',
        'Choose a subject from the list, or any.',
        'value="ten"',
        'Newest?',
      ])
        expect(wrong.text).toContain(words);
      expect((await reader.get('/questions?ageMin=9&ageMax=8')).text).toContain('Put the younger age first.');
    });

    test('goes on, with what it was narrowed by', async () => {
      const { ctx } = other;
      const chen = await aTeacher(ctx, 'chen');
      for (let n = 1; n <= 21; n += 1)
        await askQuestion(ctx, chen, aQuestion({ question: `Number ${n}?`, subjects: ['geography'] }));
      const first = await outside.get('/questions?subject=geography');
      const next =
        /href="(\/questions\?[^"]*after=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(next).toContain('subject=geography');
      expect(await titles(outside, next.slice('/questions'.length))).toEqual(['Number 1?']);
    });
  });

  test('stands among questions, not among stories', async () => {
    await aTeacher(node.ctx, 'noor', { subjects: ['geography'], ageMin: 8, ageMax: 9 });
    const question = await asked({
      question: 'Zqwhere do rivers begin?',
      subjects: ['geography'],
      ageMin: 9,
      ageMax: 10,
    });
    const noor = await signedIn(node.origin, 'noor');
    const label = /<strong>Open question<\/strong>/;
    for (const [who, path] of [
      [noor, '/'],
      [ruth, '/@ruth'],
      [anybody, '/tags/geography'],
      [anybody, '/search?q=zqwhere'],
      [anybody, '/questions'],
    ] as const) {
      const { text } = await who.get(path);
      expect([path, text.includes('Zqwhere'), label.test(text)]).toEqual([path, true, true]);
    }
    expect((await noor.get('/')).text).toContain('A question you could answer');
    for (const [who, path] of [
      [anybody, '/'],
      [anybody, '/district'],
      [marcus, '/'],
      [ruth, '/'],
      [noor, '/write/tried'],
    ] as const)
      expect([path, (await who.get(path)).text.includes('Zqwhere')]).toEqual([path, false]);
    await noor.post(`/works/${question.id}/reply`, { text: 'In the hills.', lang: 'en' });
    expect((await noor.get('/')).text).not.toContain('A question you could answer');
  });

  test('a story that answered it says so when the question was taken back, and no more', async () => {
    const of = async (audience: 'everyone' | 'district') => {
      const question = await asked({ question: `Who counts in zqpairs for ${audience}?`, audience });
      const builtOn = [{ uri: question.uri }];
      const story = await publish(node.ctx, ruthId, aStory({ title: `Pairs ${audience}`, builtOn }));
      return { question, page: new URL(story.url).pathname };
    };
    const [open, inside] = [await of('everyone'), await of('district')];
    expect((await marcus.get(open.page)).text).toContain('In answer to');
    for (const { question } of [open, inside])
      await takeBackWork(node.ctx, ruthId, question.id, 'changed-mind');
    for (const visitor of [anybody, marcus]) {
      const { text } = await visitor.get(open.page);
      expect(text).toMatch(/In answer to\s*<span><span>a question that was taken back/);
      for (const words of ['Built on', 'zqpairs']) expect(text).not.toContain(words);
    }
    // what never left the district is not spoken of
    const { text } = await anybody.get(inside.page);
    expect(text).not.toContain('a question that was taken back');
    expect(text).toContain('a story that is not open to you');
  });

  test('a moderator is asked about it as what it is', async () => {
    const { uri } = await asked({ question: 'Unkind?' });
    const { text } = await marcus.get(`/moderation/ask?about=${encodeURIComponent(uri)}`);
    expect(text).toContain('A question:');
  });
});
