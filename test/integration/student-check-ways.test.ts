import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerPhoto } from '../../server/actions/answer-photo.ts';
import { askQuestion } from '../../server/actions/ask-question.ts';
import { changeProfile } from '../../server/actions/change-profile.ts';
import { editQuestion } from '../../server/actions/edit-question.ts';
import { editStory } from '../../server/actions/edit-story.ts';
import { editTry } from '../../server/actions/edit-try.ts';
import { invitePerson } from '../../server/actions/invite-person.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { sayThanks } from '../../server/actions/say-thanks.ts';
import { publishScheduled, scheduleStory } from '../../server/actions/schedule-story.ts';
import { describePicture } from '../../server/actions/set-picture.ts';
import { StudentCheckRefusal } from '../../server/actions/student-check.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { publishFile } from '../../server/cli/publish-command.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { photoAnswers } from '../../server/domain/photo.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { personById } from '../../server/store/people.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../support/district.ts';
import { ANSWERED, photoIn, setPictureOf } from '../support/photo-scene.ts';
import { aQuestion } from '../support/questions.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { tableForm } from '../support/tables.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const MAIL = 'maya.lopez@family.example';
const planted = (more: Partial<StoryInput> = {}): StoryInput =>
  aStory({ sections: [{ key: 'how', markdown: `I wrote to ${MAIL} and waited seven seconds.` }], ...more });

/**
 * Every way by which words reach others, each with an e-mail address in it that must go first. The names of people and
 * what the district says of itself are in student-check-self.test.ts.
 */
describe('there is no way around the student check', () => {
  let node: TestDistrict;
  let ruth: string;
  let priya: string;
  let browser: Visitor;
  let folder: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    priya = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    browser = await signedIn(node.origin, 'ruth');
    folder = mkdtempSync(join(tmpdir(), 'ajar-check-'));
  });
  afterAll(async () => {
    await node?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Nothing that others can see, and nothing on its way to them, holds the address. */
  async function nothingOut(): Promise<void> {
    const { db } = node.ctx;
    const found = await Promise.all([
      db.selectFrom('work').selectAll().where('state', '=', 'published').execute(),
      db.selectFrom('adaptation').selectAll().execute(),
      db.selectFrom('reply').selectAll().execute(),
      db.selectFrom('outgoing_activity').selectAll().execute(),
      db.selectFrom('privacy_check').selectAll().execute(),
      db.selectFrom('actor').selectAll().execute(),
      db.selectFrom('person').select('bio').execute(),
      db.selectFrom('district').select(['name', 'about']).execute(),
      db.selectFrom('photo').select('alt').where('included', '=', true).execute(),
    ]);
    expect(JSON.stringify(found)).not.toContain(MAIL);
  }

  const bioOf = async (id: string) => (await personById(node.ctx.db, id))?.bio;
  const stopped = { ok: false, still: { questions: [{ type: 'email', severity: 'stop', text: MAIL }] } };
  const kept = (result: unknown): string[] =>
    (result as { still: { questions: { mark: string }[] } }).still.questions.map(({ mark }) => mark);

  test.each(['everyone', 'district'] as const)('a story for %s', async (audience) => {
    const id = await saveDraft(node.ctx, ruth, planted({ audience }));
    const result = await publishStory(node.ctx, ruth, id, planted({ audience }), READ_THROUGH);
    expect(result).toMatchObject(stopped);
    // what must go cannot be kept
    const insists = { attested: true, kept: kept(result) };
    expect(await publishStory(node.ctx, ruth, id, planted({ audience }), insists)).toMatchObject(stopped);
    await nothingOut();
  });

  test('a story from its form, whatever the form says', async () => {
    const id = await saveDraft(node.ctx, ruth, planted());
    const answer = await browser.post(`/write/story/${id}/publish`, { attested: 'yes', 'check-x': 'keep' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Student check');
    expect(answer.text).toContain(MAIL);
    await nothingOut();
  });

  test('the one-tap fix takes it out of the draft', async () => {
    const id = await saveDraft(node.ctx, ruth, planted());
    const page = await browser.get(`/write/story/${id}/who`);
    const name = /name="(check-[^"]+)" value="fix"/.exec(page.text)?.[1] ?? '';
    const sent = await browser.post(`/write/story/${id}/who`, {
      audience: 'everyone',
      go: 'next',
      [name]: 'fix',
    });
    expect(sent.location).toMatch(`/write/story/${id}/preview`);
    const { text } = await browser.get(`/write/story/${id}`);
    expect(text).not.toContain(MAIL);
    expect(text).toContain('and waited seven seconds.');
  });

  test('a correction of a story, its title, its gist and the word about the correction', async () => {
    const { id } = await publish(node.ctx, ruth);
    for (const [story, note] of [
      [planted(), ''],
      [aStory({ gist: `Write to ${MAIL}.` }), ''],
      [aStory({ whyItMatters: `Ask ${MAIL}.` }), ''],
      [aStory(), `Thanks to ${MAIL}`],
    ] as const)
      expect(await editStory(node.ctx, ruth, id, story, note, READ_THROUGH)).toMatchObject({ ok: false });
    await nothingOut();
  });

  test('a story for the next school morning, when it is put there and when it goes', async () => {
    const id = await saveDraft(node.ctx, ruth, planted());
    expect(await scheduleStory(node.ctx, ruth, id, READ_THROUGH)).toMatchObject(stopped);
    const clean = await saveDraft(node.ctx, ruth, aStory());
    expect(await scheduleStory(node.ctx, ruth, clean, READ_THROUGH)).toMatchObject({ ok: true });
    const sections = JSON.stringify(planted().sections);
    await node.ctx.db.updateTable('work').set({ sections }).where('id', '=', clean).execute();
    const later = { ...node.ctx, clock: { now: () => new Date(Date.now() + 7 * 86_400_000) } };
    expect(await publishScheduled(later)).toBe(0);
    await nothingOut();
  });

  test('a story that a co-author changed after the author had read it', async () => {
    const id = await saveDraft(node.ctx, ruth, aStory());
    await browser.post(`/write/story/${id}/co-authors`, { coAuthor: 'marcus' });
    const marcus = await signedIn(node.origin, 'marcus');
    await marcus.post(`/write/story/${id}/join`, { answer: 'yes' });
    await marcus.post(`/write/story/${id}`, { title: 'Ours', how: `I asked ${MAIL}.`, go: 'keep' });
    expect((await browser.post(`/write/story/${id}/publish`, { attested: 'yes' })).status).toBe(422);
    await nothingOut();
  });

  test('a try, from its form and without it', async () => {
    const root = await publish(node.ctx, ruth);
    const input = tryInput.parse({ changed: 'Pairs.', happened: `I told ${MAIL}.`, verdict: 'worked' });
    await expect(reportTry(node.ctx, ruth, root.uri, input)).rejects.toThrow(StudentCheckRefusal);
    const fields = { of: root.uri, changed: 'Pairs.', happened: `I told ${MAIL}.`, verdict: 'worked' };
    const answer = await browser.post('/write/tried', { ...fields, audience: 'everyone', lang: 'en' });
    expect([answer.status, answer.text.includes('Answer what the student check asks.')]).toEqual([422, true]);
    await nothingOut();
  });

  test('a question and its line in another language, asked and in other words, from the form and without it', async () => {
    const input = aQuestion({ question: `Who else wrote to ${MAIL}?` });
    const line = aQuestion({ gistOther: [{ lang: 'fi', text: `Kirjoitin: ${MAIL}` }] });
    const { id } = await askQuestion(node.ctx, ruth, aQuestion());
    for (const planted of [input, line]) {
      await expect(askQuestion(node.ctx, ruth, planted)).rejects.toThrow(StudentCheckRefusal);
      await expect(editQuestion(node.ctx, ruth, id, planted)).rejects.toThrow(StudentCheckRefusal);
    }
    const { question, lang } = input;
    const fields = { question, lang, subjects: 'sciences', ageMin: '10', ageMax: '11', audience: 'everyone' };
    for (const path of ['/write/question', `/write/question/${id}/edit`]) {
      const answer = await browser.post(path, fields);
      expect([answer.status, answer.text.includes('Answer what the student check asks.')]).toEqual([
        422,
        true,
      ]);
    }
    await nothingOut();
  });

  test('a table in a try, when it is told and when it is edited: its small groups and its words', async () => {
    const root = await publish(node.ctx, ruth);
    const told = { happened: 'More spoke.', verdict: 'worked' } as const;
    const columns = [
      { name: 'Group', type: 'label' },
      { name: 'spoke', type: 'count' },
    ];
    const small = tryInput.parse({ ...told, evidence: [{ columns, rows: [{ cells: ['New', 3], n: 4 }] }] });
    const worded = tryInput.parse({ ...told, evidence: [{ columns, rows: [{ cells: [MAIL, 13], n: 24 }] }] });
    const { id } = await reportTry(node.ctx, ruth, root.uri, tryInput.parse(told));
    for (const input of [small, worded]) {
      await expect(reportTry(node.ctx, ruth, root.uri, input)).rejects.toThrow(StudentCheckRefusal);
      await expect(editTry(node.ctx, ruth, id, input)).rejects.toThrow(StudentCheckRefusal);
    }
    const asked = await reportTry(node.ctx, ruth, root.uri, small).catch((error) => error);
    const insists = { attested: true, kept: kept({ still: asked }) };
    await expect(reportTry(node.ctx, ruth, root.uri, small, insists)).rejects.toThrow(StudentCheckRefusal);
    const fields = { ...told, of: root.uri, audience: 'everyone', lang: 'en' };
    for (const table of [
      tableForm(['Group', 'spoke'], [['New', 3, 4]]),
      tableForm(['Group', 'spoke'], [[MAIL, 13, 24]]),
    ]) {
      const answers = [
        await browser.post('/write/tried', { ...fields, ...table }),
        await browser.post(`/write/tried/${id}/edit`, { ...fields, ...table }),
      ];
      for (const answer of answers)
        expect([answer.status, answer.text.includes('Answer what the student check asks.')]).toEqual([
          422,
          true,
        ]);
    }
    await nothingOut();
    const rows = await node.ctx.db.selectFrom('adaptation').select('evidence').where('id', '=', id).execute();
    expect(rows).toEqual([{ evidence: [] }]);
  });

  test('a reply, from its form and without it', async () => {
    const root = await publish(node.ctx, ruth);
    const input = { text: `Ask ${MAIL}.`, lang: 'en' };
    await expect(writeReply(node.ctx, ruth, root.uri, input)).rejects.toThrow(StudentCheckRefusal);
    const answer = await browser.post(`/works/${root.id}/reply`, input);
    expect([answer.status, answer.text.includes('Answer what the student check asks.')]).toEqual([422, true]);
    await nothingOut();
    // the fix and the sending are one press
    const name = /name="(check-[^"]+)" value="fix"/.exec(answer.text)?.[1] ?? '';
    expect((await browser.post(`/works/${root.id}/reply`, { ...input, [name]: 'fix' })).status).toBe(303);
    const said = await node.ctx.db.selectFrom('reply').select('markdown').execute();
    expect(said.map(({ markdown }) => markdown)).toEqual(['Ask .']);
  });

  test('the words about a photo, of a draft and of a story that readers have', async () => {
    const alt = `A letter to ${MAIL}.`;
    const draft = await photoIn(node.ctx, ruth, 'draft', undefined, { ...ANSWERED, alt });
    expect(await publishStory(node.ctx, ruth, draft.id, aStory(), READ_THROUGH)).toMatchObject(stopped);
    const page = await browser.post(`/write/story/${draft.id}/publish`, { attested: 'yes' });
    expect([page.status, page.text.includes('In the description of a photo.')]).toEqual([422, true]);
    const shown = await photoIn(node.ctx, ruth, 'everyone');
    const answers = photoAnswers.parse({ ...ANSWERED, consent: false, alt });
    const answered = answerPhoto(node.ctx, ruth, shown.id, shown.photo.id, answers);
    await expect(answered).rejects.toThrow(StudentCheckRefusal);
    const waiting = await photoIn(node.ctx, ruth, 'added later', undefined, { ...ANSWERED, alt });
    const edited = await editStory(node.ctx, ruth, waiting.id, aStory(), '', READ_THROUGH);
    expect(edited).toMatchObject(stopped);
    await nothingOut();
  });

  test('what somebody says of themselves: a number of a person must go, a student’s name is asked about', async () => {
    const [number, name] = ['Student ID 20481377', 'A student named Devon Brown'];
    const profile = { name: 'Ruth', subjects: [], ageMin: null, ageMax: null };
    for (const bio of [number, name])
      await expect(changeProfile(node.ctx, ruth, { ...profile, bio })).rejects.toThrow(StudentCheckRefusal);
    const must = await browser.post('/settings/you', { name: 'Ruth', bio: `I teach. ${number}.` });
    expect([must.status, must.text.includes('This must go.')]).toEqual([422, true]);
    const bio = `I teach.\r\n\r\n${name} says that I wait.`;
    const asked = await browser.post('/settings/you', { name: 'Ruth A.', bio });
    expect([asked.status, asked.text.includes('Is this a student’s name?')]).toEqual([422, true]);
    for (const kept of ['value="Ruth A."', 'says that I wait.']) expect(asked.text).toContain(kept);
    expect(await bioOf(ruth)).toBe('');
    const mark = /name="(check-[^"]+)" value="fix"/.exec(asked.text)?.[1] ?? '';
    expect((await browser.post('/settings/you', { name: 'Ruth A.', bio, [mark]: 'fix' })).status).toBe(303);
    expect(await bioOf(ruth)).toMatch(/^I teach\.\n\n.*says that I wait\.$/);
    expect(await bioOf(ruth)).not.toContain('Devon');
  });

  test('a box that the form for joining does not have', async () => {
    const token = await invitePerson(node.ctx, priya, { label: 'teacher', email: null });
    const joining = { name: 'Alma', handle: 'alma', email: 'alma@school.example', bio: `Ask ${MAIL}.` };
    const secret = { password: PASSWORD, passwordAgain: PASSWORD };
    const joined = await new Visitor(node.origin).post(`/join/${token}`, { ...joining, ...secret });
    expect(joined.status).toBe(303);
    await nothingOut();
  });

  test('the words about one’s picture, and about the district’s', async () => {
    const named = 'Student ID 20481377 on a jumper';
    await expect(setPictureOf(node.ctx, ruth, 'self', named)).rejects.toThrow(StudentCheckRefusal);
    await expect(setPictureOf(node.ctx, priya, 'district', named)).rejects.toThrow(StudentCheckRefusal);
    await setPictureOf(node.ctx, ruth, 'self', '');
    await expect(describePicture(node.ctx, ruth, 'self', named)).rejects.toThrow(StudentCheckRefusal);
  });

  test('a thank-you, from its form and without it', async () => {
    const marcus = (await node.ctx.db
      .selectFrom('actor')
      .select('id')
      .where('handle', '=', 'marcus')
      .executeTakeFirstOrThrow()) as { id: string };
    const root = await publish(node.ctx, marcus.id);
    const said = { what: 'used-it' as const, text: `Thank you, and so says ${MAIL}.`, lang: 'en' };
    await expect(sayThanks(node.ctx, ruth, root.uri, said)).rejects.toThrow(StudentCheckRefusal);
    const fields = { of: root.uri, ...said };
    const answer = await browser.post('/thanks', fields);
    expect([answer.status, answer.text.includes('Answer what the student check asks.')]).toEqual([422, true]);
    await nothingOut();
    const name = /name="(check-[^"]+)" value="fix"/.exec(answer.text)?.[1] ?? '';
    // what the fix leaves must still say enough
    const short = await browser.post('/thanks', { ...fields, text: `Thanks, ${MAIL}`, [name]: 'fix' });
    expect([short.status, short.text.includes('Say a little more')]).toEqual([422, true]);
    expect((await browser.post('/thanks', { ...fields, [name]: 'fix' })).status).toBe(303);
    await nothingOut();
  });

  test('a story file on the command line', async () => {
    const file = join(folder, 'story.md');
    writeFileSync(
      file,
      `---\ntitle: Waiting\ngist: I wait.\nsubjects: sciences\nages: 11-12\naudience: everyone\n---\nI wrote to ${MAIL}.\n`,
    );
    const access = { ctx: node.ctx } as Parameters<typeof publishFile>[0];
    await expect(publishFile(access, file, 'ruth')).rejects.toThrow(/must go: email/);
    await expect(publishFile(access, file, 'ruth', [MAIL])).rejects.toThrow(/must go: email/);
    await nothingOut();
  });

  test('and what is kept of a check is the rule, the answer and the time, never the words', async () => {
    const story = aStory({ whyItMatters: 'See https://drive.google.com/file/d/1.' });
    const id = await saveDraft(node.ctx, ruth, story);
    const asked = await publishStory(node.ctx, ruth, id, story, READ_THROUGH);
    expect(asked).toMatchObject({ ok: false, still: { questions: [{ severity: 'ask' }] } });
    expect(
      await publishStory(node.ctx, ruth, id, story, { attested: false, kept: kept(asked) }),
    ).toMatchObject({
      ok: false,
      still: { questions: [], unread: true },
    });
    const done = await publishStory(node.ctx, ruth, id, story, { attested: true, kept: kept(asked) });
    expect(done.ok).toBe(true);
    const check = await node.ctx.db
      .selectFrom('privacy_check')
      .selectAll()
      .where('work_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(check).toMatchObject({ attested_by: ruth, findings: [{ type: 'private-link', choice: 'kept' }] });
    expect(JSON.stringify(check)).not.toContain('drive.google');
    // an answer holds for the next version too
    expect(await editStory(node.ctx, ruth, id, story, '', READ_THROUGH)).toMatchObject({ ok: true });
  });
});
