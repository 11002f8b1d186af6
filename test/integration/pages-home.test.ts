import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { actorById } from '../../server/store/actors.ts';
import { updateDistrict } from '../../server/store/districts.ts';
import { insertInvitation } from '../../server/store/invitations.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('front door, home and district', () => {
  let node: TestDistrict;
  let ruthId: string;
  let marcusId: string;
  const anybody = () => new Visitor(node.origin);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth', { subjects: ['sciences'] });
    marcusId = await aTeacher(node.ctx, 'marcus', { subjects: ['mathematics'] });
    await aTeacher(node.ctx, 'jordan', { subjects: ['sciences'] });
  });
  afterAll(() => node?.stop());

  test('before the first story there is an example, marked as one', async () => {
    const { status, text } = await anybody().get('/');
    expect(status).toBe(200);
    expect(text).toContain('Teachers in Pine Hollow share how they teach');
    expect(text).toMatch(/class="stamp">Example</);
    expect(text).toContain(`@pinehollow@${node.ctx.host}`);
    expect((await anybody().get('/district')).text).toContain('The first stories are being written.');
  });

  test('home of somebody new has three ways to begin, nearest colleagues first, and an end', async () => {
    const jordan = await signedIn(node.origin, 'jordan');
    const { text } = await jordan.get('/');
    expect(text).toContain('Ways to begin');
    expect(text.indexOf('href="/@ruth"')).toBeLessThan(text.indexOf('href="/@marcus"'));
    expect(text).toContain('That is everything. See you tomorrow.');
    expect((await jordan.get('/notifications')).text).toContain('Nothing new. Good – go and teach.');
  });

  test('home has what followed colleagues shared, also inside, and the draft that was left', async () => {
    await publish(node.ctx, ruthId, aStory({ title: 'Out in the open' }));
    await publish(node.ctx, ruthId, aStory({ title: 'Among us', audience: 'district' }));
    await publish(node.ctx, ruthId, aStory({ title: 'For my eyes', audience: 'me' }));
    const ruth = await actorById(node.ctx.db, ruthId);
    if (ruth) await followActor(node.ctx, marcusId, ruth);
    await saveDraft(node.ctx, marcusId, aStory({ title: 'Half a thought' }));
    const { text } = await (await signedIn(node.origin, 'marcus')).get('/');
    for (const title of ['Out in the open', 'Among us', 'Half a thought']) expect(text).toContain(title);
    expect(text).not.toContain('For my eyes');
    expect(text).not.toContain('Follow a few colleagues');
  });

  test('who was invited still finds colleagues, and a story that was answered is read', async () => {
    const { db } = node.ctx;
    const teaId = await aTeacher(node.ctx, 'tea');
    const ruth = await actorById(db, ruthId);
    if (ruth) await followActor(node.ctx, teaId, ruth);
    await insertInvitation(db, 'tea', {
      purpose: 'join',
      email: null,
      label: '',
      role: 'member',
      createdBy: ruthId,
      expiresAt: new Date(),
    });
    await db.updateTable('invitation').set({ used_by: teaId }).where('created_by', '=', ruthId).execute();
    const tea = await signedIn(node.origin, 'tea');
    const { text } = await tea.get('/');
    for (const words of ['Follow a few colleagues', 'Read one story', 'href="/people"', 'href="/district"'])
      expect(text).toContain(words);
    const work = await db.selectFrom('work').select('uri').where('title', '=', 'Out in the open').execute();
    await writeReply(node.ctx, teaId, work[0]?.uri ?? '', { text: 'How long is the sand?', lang: 'en' });
    const marcus = await actorById(db, marcusId);
    if (marcus) await followActor(node.ctx, teaId, marcus);
    const after = (await tea.get('/')).text;
    expect(after).toContain('Tell one of your own');
    for (const words of ['Follow a few colleagues', 'Read one story']) expect(after).not.toContain(words);
  });

  test('the front door has a new story as soon as it is out, and none that is inside', async () => {
    const text = await eventually('the story on the front door', async () => {
      const answer = await anybody().get('/');
      return answer.text.includes('Out in the open') && answer.text;
    });
    expect(text).not.toContain('class="stamp"');
    expect(text).not.toContain('Among us');
  });

  test('the district’s page says who it is; what nobody wrote is not there', async () => {
    const before = await anybody().get('/district?before');
    expect(before.text).not.toContain('Contact');
    await updateDistrict(node.ctx.db, {
      about: 'Five schools.\n\nOne river.',
      country: 'FI',
      press_contact: 'press@school.example',
    });
    const { text } = await anybody().get('/district?after-writing');
    for (const words of ['Five schools.', 'One river.', 'Finland', 'For the press:'])
      expect(text).toContain(words);
  });

  test('one’s own new story is on home, and what there is more of has a way to it', async () => {
    const ruth = await signedIn(node.origin, 'ruth');
    const own = await ruth.get('/');
    for (const title of ['Out in the open', 'Among us', 'For my eyes']) expect(own.text).toContain(title);
    for (let n = 1; n <= 28; n += 1) await publish(node.ctx, ruthId, aStory({ title: `Story ${n}` }));
    const marcus = await signedIn(node.origin, 'marcus');
    const titlesIn = (text: string) =>
      [...text.matchAll(/class="card-title"[^>]*>\s*<a [^>]*>([^<]+)</g)].map(([, title]) => title);
    const seen: (string | undefined)[] = [];
    let path: string | undefined = '/';
    for (let pages = 1; path; pages += 1) {
      const { text }: { text: string } = await marcus.get(path);
      if (pages === 1) expect(text).toContain('That is enough for today.');
      path = /class="older" href="([^"]+)"[^>]*>Older stories/.exec(text)?.[1];
      if (!path) expect(text).toContain('That is everything.');
      seen.push(...titlesIn(text));
      expect(pages).toBeLessThan(5);
    }
    const all = Array.from({ length: 28 }, (_, n) => `Story ${28 - n}`);
    expect(seen).toEqual([...all, 'Among us', 'Out in the open']);
  });

  test('a draft of long ago that goes out today is the newest of its author', async () => {
    await node.ctx.db
      .updateTable('work')
      .set({ published_at: node.ctx.clock.now() })
      .where('title', '=', 'Story 1')
      .execute();
    const { text } = await anybody().get('/@ruth?after=anything');
    expect(text.indexOf('Story 1<')).toBeLessThan(text.indexOf('Story 28<'));
    expect(text.indexOf('Story 1<')).toBeGreaterThan(0);
  });
});
