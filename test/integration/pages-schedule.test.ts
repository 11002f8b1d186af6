import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { publishScheduled } from '../../server/actions/schedule-story.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('a story for the next school morning', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  let ruthId: string;
  const week = () => ({ ...node.ctx, clock: { now: () => new Date(Date.now() + 7 * 86_400_000) } });

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    ruth = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());

  async function scheduled(title: string) {
    const id = await saveDraft(node.ctx, ruthId, aStory({ title }));
    const path = `/write/story/${id}`;
    const unread = await ruth.post(`${path}/schedule`);
    expect([unread.status, unread.text.includes('Say that you have read it through.')]).toEqual([422, true]);
    expect((await ruth.post(`${path}/schedule`, { attested: 'yes' })).location).toBe(`${path}/preview`);
    expect((await ruth.get(`${path}/preview`)).text).toContain('It waits for its morning');
    return { id, path, state: async () => (await workById(node.ctx.db, id))?.state };
  }

  test('waits, and goes out when the morning has come', async () => {
    const { state } = await scheduled('Early bird');
    expect(await publishScheduled(node.ctx)).toBe(0);
    expect(await state()).toBe('draft');
    expect(await publishScheduled(week())).toBe(1);
    expect(await state()).toBe('published');
    expect(await publishScheduled(week())).toBe(0);
  });

  test('is told the morning after the holidays, and goes out then', async () => {
    const soon = new Date(Date.now() + 14 * 86_400_000);
    const to = soon.toISOString().slice(0, 10);
    const from = new Date().toISOString().slice(0, 10);
    const put = (holidays: unknown) =>
      node.ctx.db
        .updateTable('district')
        .set({ term_dates: JSON.stringify(holidays) })
        .execute();
    await put([{ from, to }]);
    const { id, state } = await scheduled('After the holidays');
    const at = (await workById(node.ctx.db, id))?.scheduledAt;
    expect(at?.toISOString().slice(0, 10).localeCompare(to)).toBe(1);
    expect(await publishScheduled(week())).toBe(0);
    expect(await state()).toBe('draft');
    await put([]);
    await ruth.post(`/write/story/${id}/schedule`, { stop: 'yes' });
  });

  test('stays a draft when its author changes their mind', async () => {
    const { path, state } = await scheduled('Late bird');
    await ruth.post(`${path}/schedule`, { stop: 'yes' });
    expect(await publishScheduled(week())).toBe(0);
    expect(await state()).toBe('draft');
  });

  test('is taken out of the timetable by a change, which nobody has read through', async () => {
    const { id, state } = await scheduled('Changed bird');
    await saveDraft(node.ctx, ruthId, aStory({ title: 'Changed bird', gist: 'Something new.' }), id);
    expect(await publishScheduled(week())).toBe(0);
    expect(await state()).toBe('draft');
  });

  test('is asked once more when its morning comes: nothing that was read before goes out', async () => {
    const { id, state } = await scheduled('Fickle bird');
    // as if the change came after the list of the morning was made
    await saveDraft(node.ctx, ruthId, aStory({ title: 'Fickle bird', audience: 'me' }), id);
    await node.ctx.db
      .updateTable('work')
      .set({ scheduled_at: new Date(0) })
      .where('id', '=', id)
      .execute();
    const { scheduledAt } = (await workById(node.ctx.db, id)) ?? {};
    expect(scheduledAt).not.toBeNull();
    await publishScheduled(week());
    expect((await workById(node.ctx.db, id))?.audience).toBe('me');
    expect(await state()).not.toBe('draft');
  });

  test('is taken out of the timetable when a co-author is asked', async () => {
    await aTeacher(node.ctx, 'marcus');
    const { path, state } = await scheduled('Two birds');
    await ruth.post(`${path}/co-authors`, { coAuthor: 'marcus' });
    expect(await publishScheduled(week())).toBe(0);
    expect(await state()).toBe('draft');
  });

  test('that became unpublishable meanwhile stays a draft, and its author is told', async () => {
    const { id, state } = await scheduled('Empty bird');
    await node.ctx.db.updateTable('work').set({ gist: '' }).where('id', '=', id).execute();
    expect(await publishScheduled(week())).toBe(0);
    expect(await state()).toBe('draft');
    expect((await ruth.get('/notifications')).text).toContain('Empty bird');
  });
});
