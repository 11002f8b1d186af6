import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

/** The hidden field of a page of the editor. */
const baseIn = (html: string): string => /name="base" value="([^"]*)"/.exec(html)?.[1] ?? '';

describe('saving while somebody writes', () => {
  let node: TestDistrict;
  let ruth: Visitor;

  beforeAll(async () => {
    node = await openDistrict();
    await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    ruth = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());

  async function begun(fields: Record<string, string>) {
    const { text } = await ruth.post('/write/story/autosave', fields);
    return JSON.parse(text) as { id: string; action: string; autosave: string; base: string };
  }
  const howOf = async (path: string): Promise<string> =>
    /<textarea[^>]*name="how"[^>]*>([^<]*)</.exec((await ruth.get(path)).text)?.[1] ?? '';

  test('the first words make a draft, and nothing makes none', async () => {
    expect(await begun({ title: '', how: ' ' })).toMatchObject({ id: null, action: '/write/story' });
    const draft = await begun({ title: 'Seven seconds' });
    expect(draft.action).toBe(`/write/story/${draft.id}`);
    const again = await ruth.post(draft.autosave, {
      part: 'tell',
      title: 'Seven seconds',
      how: 'I wait.',
      base: draft.base,
    });
    expect(JSON.parse(again.text)).toMatchObject({ id: draft.id, conflicts: [] });
    expect(await howOf(draft.action)).toBe('I wait.');
  });

  test('a text that is much too long is kept too', async () => {
    const long = 'word '.repeat(4_000).trim();
    const draft = await begun({ title: 'Long', how: long });
    expect((await howOf(draft.action)).length).toBe(long.length);
  });

  test('boxes that were changed on one of two devices are put together', async () => {
    const draft = await begun({ title: 'Together', how: 'One.', why: 'A guess.' });
    await ruth.post(draft.action, {
      part: 'tell',
      title: 'Together',
      how: 'Two.',
      why: 'A guess.',
      base: draft.base,
    });
    const sent = await ruth.post(draft.action, {
      part: 'tell',
      title: 'Together',
      how: 'One.',
      why: 'A better guess.',
      base: draft.base,
      go: 'next',
    });
    expect(sent.status).toBe(303);
    const { text } = await ruth.get(draft.action);
    expect(text).toContain('Two.');
    expect(text).toContain('A better guess.');
  });

  test('a device that lies idle does not put its old words back, however often it saves', async () => {
    const draft = await begun({ title: 'Idle', how: 'Old.', why: 'A guess.' });
    const fields = { part: 'tell', title: 'Idle' };
    await ruth.post(draft.action, { ...fields, how: 'From the phone.', why: 'A guess.', base: draft.base });
    let { base } = draft;
    for (const why of ['More.', 'Even more.', 'Much more.']) {
      const saved = JSON.parse((await ruth.post(draft.autosave, { ...fields, how: 'Old.', why, base })).text);
      expect(saved.conflicts).toEqual([]);
      ({ base } = saved);
    }
    expect(await howOf(draft.action)).toBe('From the phone.');
    expect((await ruth.get(draft.action)).text).toContain('Much more.');
  });

  test('two saves at one moment both stay', async () => {
    const draft = await begun({ title: 'At once', how: 'How.', why: 'Why.' });
    const saves = ['where', 'students', 'next'].map((field) =>
      ruth.post(draft.autosave, {
        part: 'tell',
        title: 'At once',
        how: 'How.',
        why: 'Why.',
        [field]: `Said in ${field}.`,
        base: draft.base,
      }),
    );
    for (const { status } of await Promise.all(saves)) expect(status).toBe(200);
    const { text } = await ruth.get(draft.action);
    for (const field of ['where', 'students', 'next']) expect(text).toContain(`Said in ${field}.`);
  });

  test('one press saves once, so that nothing that came meanwhile is written over', async () => {
    const { db } = node.ctx;
    await sql`create table saves (work_id text)`.execute(db);
    await sql`create function note_save() returns trigger language plpgsql as
      $$ begin insert into saves values (new.id); return new; end $$`.execute(db);
    await sql`create trigger note_save after update on work for each row execute function note_save()`.execute(
      db,
    );
    const draft = await begun({ title: 'Once', how: 'I wrote to maya.lopez@family.example and waited.' });
    const saves = async () =>
      (await sql`delete from saves where work_id = ${draft.id} returning 1`.execute(db)).rows.length;
    const who = `${draft.action}/who`;
    const name = /name="(check-[^"]+)" value="fix"/.exec((await ruth.get(who)).text)?.[1] ?? '';
    await saves();
    await ruth.post(who, { audience: 'district', replyPolicy: 'everyone', go: 'next', [name]: 'fix' });
    expect([await saves(), await howOf(draft.action)]).toEqual([1, 'I wrote to and waited.']);
    const fields = { title: 'Once', how: 'I wrote to and waited.', base: draft.base };
    const free = await ruth.post(draft.action, { ...fields, go: 'free' });
    expect([await saves(), free.location]).toEqual([1, `${draft.action}?write=free`]);
    expect((await ruth.get(free.location)).text).toMatch(/name="free"[^>]*>[^<]*I wrote to and waited/);
    await sql`drop trigger note_save on work`.execute(db);
  });

  test('a box that both changed is shown twice, and the author takes one', async () => {
    const draft = await begun({ title: 'Twice', how: 'The beginning.' });
    const fields = { part: 'tell', title: 'Twice', base: draft.base, go: 'next' };
    await ruth.post(draft.action, { ...fields, how: 'From the phone.' });
    const kept = await ruth.post(draft.autosave, { ...fields, how: 'From the laptop.' });
    expect(JSON.parse(kept.text)).toMatchObject({ conflicts: ['how'] });
    expect(await howOf(draft.action)).toBe('From the phone.');

    const asked = await ruth.post(draft.action, { ...fields, how: 'From the laptop.' });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('From the phone.');
    expect(asked.text).toContain('From the laptop.');
    expect(await howOf(draft.action)).toBe('From the phone.');
    const answer = { ...fields, how: 'From the laptop.', base: baseIn(asked.text) };
    for (const [pick, words] of [
      ['theirs', 'From the phone.'],
      ['mine', 'From the laptop.'],
    ] as const) {
      expect((await ruth.post(draft.action, { ...answer, 'pick.how': pick })).status).toBe(303);
      expect(await howOf(draft.action)).toBe(words);
    }
  });

  test('what a page sent itself and had no answer to is no other device’s words', async () => {
    const draft = await begun({ title: 'Unheard', how: 'One.' });
    const fields = { part: 'tell', title: 'Unheard', base: draft.base };
    const save = async (how: string, more: Record<string, string> = {}) =>
      JSON.parse((await ruth.post(draft.autosave, { ...fields, how, ...more })).text) as {
        base: string;
        conflicts: string[];
      };
    const unsure = (await save('One, two.')).base;
    expect(await save('One, two, three.', { unsure })).toMatchObject({ conflicts: [] });
    expect(await howOf(draft.action)).toBe('One, two, three.');
    // by now these are words that the page has never sent
    expect(await save('One, two, four.', { unsure })).toMatchObject({ conflicts: ['how'] });
    expect(await howOf(draft.action)).toBe('One, two, three.');
  });

  test('a form for a new story makes one draft, however often it is sent', async () => {
    const page = (await ruth.get('/write/story')).text;
    const [, draftKey = ''] = /name="draftKey" value="([^"]+)"/.exec(page) ?? [];
    const fields = { part: 'tell', base: baseIn(page), draftKey };
    const drafts = async (title: string) =>
      (await node.ctx.db.selectFrom('work').select('id').where('title', '=', title).execute()).length;
    const first = await begun({ ...fields, title: 'Heard by nobody', how: 'One.' });
    const at = /title:\S+|how:\S+/g;
    const unsure = [...first.base.matchAll(at)].join(' ');
    const second = await begun({ ...fields, title: 'Heard by nobody', how: 'One, two.', unsure });
    expect(second).toMatchObject({ id: first.id, action: first.action, conflicts: [] });
    // the same with the button, twice at one moment, and from the form of somebody else
    const sent = { ...fields, title: 'Heard by nobody', how: 'One, two.', go: 'keep' };
    const twice = await Promise.all([ruth.post('/write/story', sent), ruth.post('/write/story', sent)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await howOf(first.action)).toBe('One, two.');
    expect(await drafts('Heard by nobody')).toBe(1);
    const marcus = await signedIn(node.origin, 'marcus');
    const his = JSON.parse((await marcus.post('/write/story/autosave', { ...fields, title: 'His' })).text);
    expect(his.id).not.toBe(first.id);
    expect(await drafts('Heard by nobody')).toBe(1);
    // two first sendings at one moment
    const again = (await ruth.get('/write/story')).text;
    const key = /name="draftKey" value="([^"]+)"/.exec(again)?.[1] ?? '';
    const both = { part: 'tell', base: baseIn(again), draftKey: key, title: 'Both at once' };
    const made = await Promise.all([begun(both), begun(both)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await drafts('Both at once')).toBe(1);
  });

  test('nobody else can save into it, and the signed-out learn that they are', async () => {
    const draft = await begun({ title: 'Mine' });
    const marcus = await signedIn(node.origin, 'marcus');
    expect((await marcus.post(draft.autosave, { title: 'Not mine' })).status).toBe(404);
    ruth.cookies.clear();
    expect([303, 403]).toContain((await ruth.post(draft.autosave, { title: 'Still mine' })).status);
    ruth = await signedIn(node.origin, 'ruth');
  });
});
