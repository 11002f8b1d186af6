import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reportContent } from '../../server/actions/report-content.ts';
import { takeBackForStudent } from '../../server/actions/take-back-for-student.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const NOTE = 'The third paragraph says where one child goes after school.';

describe('a moderator takes back what shows a student', () => {
  let node: TestDistrict;
  let ruthId: string;
  let noorId: string;
  let marcusId: string;
  let ruth: Visitor;
  let marcus: Visitor;
  let noor: Visitor;
  let omar: Visitor;
  let story: { id: string; uri: string; url: string };
  let page: string;
  let form: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    noorId = await aTeacher(node.ctx, 'noor', { role: 'moderator' });
    await aTeacher(node.ctx, 'omar', { role: 'moderator' });
    [ruth, marcus, noor, omar] = (await Promise.all(
      ['ruth', 'marcus', 'noor', 'omar'].map((who) => signedIn(node.origin, who)),
    )) as [Visitor, Visitor, Visitor, Visitor];
  });
  beforeEach(async () => {
    for (const table of ['report', 'notice', 'audit_entry', 'outgoing_event'] as const)
      await node.ctx.db.deleteFrom(table).execute();
    story = await publish(node.ctx, ruthId, aStory());
    page = new URL(story.url).pathname;
    form = `/moderation/take-back/${story.id}`;
  });
  afterAll(() => node?.stop());

  const audit = () =>
    node.ctx.db
      .selectFrom('audit_entry')
      .select(['action', 'about', 'actor_id', 'data'])
      .orderBy('id')
      .execute();

  test('the way is on its page and among the reports, for moderators alone', async () => {
    await reportContent(node.ctx, marcusId, {
      about: [story.uri],
      reason: 'student',
      text: '',
      forward: false,
    });
    for (const path of [page, '/moderation/reports'])
      expect((await noor.get(path)).text).toContain(`href="${form}"`);
    for (const who of [ruth, marcus]) {
      expect((await who.get(page)).text).not.toContain(form);
      expect([(await who.get(form)).status, (await who.post(form, { note: NOTE })).status]).toEqual([
        404, 404,
      ]);
    }
    expect((await new Visitor(node.origin).get(page)).text).not.toContain(form);
    expect((await workById(node.ctx.db, story.id))?.state).toBe('published');
  });

  test('asks for a reason, then nothing of it is left, and other servers are asked to drop it', async () => {
    const asked = await noor.post(form, { note: ' ' });
    expect([asked.status, asked.text.includes('Write them a few words.')]).toEqual([422, true]);
    expect((await noor.post(form, { note: NOTE })).location).toBe('/moderation/reports');
    expect(await workById(node.ctx.db, story.id)).toMatchObject({ state: 'purged', title: '', sections: [] });
    const gone = await new Visitor(node.origin).get(page);
    expect([gone.status, gone.text.includes('This was taken back on')]).toEqual([410, true]);
    expect(gone.text).not.toContain('Ruth');
    const events = await node.ctx.db.selectFrom('outgoing_event').select(['kind', 'payload']).execute();
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'work-taken-back',
        payload: expect.objectContaining({ uri: story.uri }),
      }),
    );
    expect(await audit()).toEqual([
      {
        action: 'taken-back-for-student',
        about: story.uri,
        actor_id: noorId,
        data: { reason: 'student', note: NOTE },
      },
    ]);
  });

  test('the author is told why and may appeal once, and another moderator reads it', async () => {
    await noor.post(form, { note: NOTE });
    const told = (await ruth.get('/notifications')).text;
    expect(told).toContain('because a student could be recognised');
    const progress = `/write/story/${story.id}/take-back/progress`;
    expect(told).toContain(`href="${progress}"`);
    expect((await ruth.get(progress)).text).toContain(NOTE);
    expect((await marcus.get(progress)).status).toBe(404);
    const appeal = `/write/story/${story.id}/take-back/appeal`;
    const empty = await ruth.post(appeal, { appeal: '' });
    expect([empty.status, empty.text.includes('Write something first.')]).toEqual([422, true]);
    expect((await marcus.post(appeal, { appeal: 'No.' })).status).toBe(404);
    expect((await ruth.post(appeal, { appeal: 'It was about my own child.' })).location).toBe(progress);
    expect((await ruth.get(progress)).text).toContain('You have appealed.');
    expect((await ruth.post(appeal, { appeal: 'Once more.' })).status).toBe(409);
    const reports = (await omar.get('/moderation/reports')).text;
    expect(reports).toContain('It was about my own child.');
    expect(reports).toContain('An author appeals');
    const [report] = await node.ctx.db.selectFrom('report').select('id').execute();
    const close = `/moderation/reports/${report?.id}/close`;
    expect((await noor.post(close, {})).status).toBe(403);
    expect((await omar.post(close, {})).status).toBe(303);
    expect((await ruth.get('/notifications')).text).toContain(
      'A moderator has looked at what you asked about.',
    );
  });

  test('what a moderator cannot read is taken back only when somebody asked about it', async () => {
    const own = await publish(node.ctx, ruthId, aStory({ audience: 'district' }));
    await node.ctx.db.updateTable('work').set({ audience: 'me' }).where('id', '=', own.id).execute();
    const path = `/moderation/take-back/${own.id}`;
    expect((await noor.get(path)).status).toBe(404);
    await reportContent(node.ctx, marcusId, {
      about: [own.uri],
      reason: 'student',
      text: '',
      forward: false,
    });
    expect((await noor.get(path)).status).toBe(200);
  });

  test('not twice, not what is one’s own, and not by somebody who moderates no longer', async () => {
    await takeBackForStudent(node.ctx, noorId, story.id, NOTE);
    await expect(takeBackForStudent(node.ctx, noorId, story.id, NOTE)).rejects.toMatchObject({
      say: 'no-work',
    });
    const own = await publish(node.ctx, noorId, aStory({ title: 'Of my own' }));
    await expect(takeBackForStudent(node.ctx, noorId, own.id, NOTE)).rejects.toMatchObject({
      say: 'no-work',
    });
    await expect(takeBackForStudent(node.ctx, marcusId, own.id, NOTE)).rejects.toMatchObject({
      say: 'no-work',
    });
  });
});
