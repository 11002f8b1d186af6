import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aStranger, saysUnder } from '../support/strangers.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const NOBODYS = 'There is nothing at this address';

describe('when too many answer at once, moderators can take it', () => {
  let node: TestDistrict;
  let ruthId: string;
  let stranger: Actor;
  let ruth: Visitor;
  let marcus: Visitor;
  let noor: Visitor;
  let priya: Visitor;
  let story: { id: string; uri: string; url: string };
  let page: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    await aTeacher(node.ctx, 'noor', { role: 'moderator' });
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    stranger = await aStranger(node.ctx, 'sam');
    [ruth, marcus, noor, priya] = (await Promise.all(
      ['ruth', 'marcus', 'noor', 'priya'].map((who) => signedIn(node.origin, who)),
    )) as [Visitor, Visitor, Visitor, Visitor];
  });
  beforeEach(async () => {
    await node.ctx.db.deleteFrom('report').execute();
    await node.ctx.db.deleteFrom('notice').execute();
    await node.ctx.db.deleteFrom('audit_entry').execute();
    await node.ctx.db.deleteFrom('reply').execute();
    story = await publish(node.ctx, ruthId, aStory());
    page = new URL(story.url).pathname;
    for (let n = 0; n < 21; n += 1) await saysUnder(node.ctx, stranger, story.uri, `zqword${n}`);
  });
  afterAll(() => node?.stop());

  const held = async () =>
    node.ctx.db
      .selectFrom('reply')
      .select(['id', 'state'])
      .where('root_uri', '=', story.uri)
      .orderBy('id')
      .execute();
  const audit = async () =>
    (await node.ctx.db.selectFrom('audit_entry').select(['action', 'about']).orderBy('id').execute()).map(
      ({ action }) => action,
    );
  const handOver = () => ruth.post(`/works/${story.id}/replies/hand-over`, { back: page });

  test('the author finds it among the notices, at home and on the story, with two buttons', async () => {
    for (const path of ['/notifications', '/', page]) {
      const { text } = await ruth.get(path);
      expect(text).toContain('Want moderators to take this for you?');
      expect(text).toContain(`action="/works/${story.id}/replies/open"`);
      expect(text).toContain(`action="/works/${story.id}/replies/hand-over"`);
    }
    expect((await ruth.get('/notifications')).text).toContain('Things are busy here');
    expect((await ruth.get('/')).text).toContain('Things are busy under');
    for (const who of [marcus, noor])
      expect((await who.get(page)).text).not.toContain('Many answers at once');
  });

  test('nobody but the author sees what waits, until they ask a moderator to take it', async () => {
    for (const who of [noor, priya]) {
      const { status, text } = await who.get('/moderation/held');
      expect([status, text.includes('zqword'), text.includes('All quiet.')]).toEqual([200, false, true]);
    }
    const [first] = await held();
    expect((await noor.post(`/moderation/held/${first?.id}`, { decision: 'show' })).status).toBe(404);
    expect((await noor.post(`/replies/${first?.id}/show`)).status).toBe(404);
    expect((await handOver()).location).toBe(page);
    for (const who of [noor, priya]) expect((await who.get('/moderation/held')).text).toContain('zqword0');
    expect((await noor.get('/moderation/reports')).text).toContain('href="/moderation/held"');
    const colleague = await marcus.get('/moderation/held');
    expect([colleague.status, colleague.text.includes(NOBODYS)]).toEqual([404, true]);
    expect((await marcus.post(`/moderation/held/${first?.id}`, { decision: 'show' })).status).toBe(404);
    expect((await marcus.get(page)).text).not.toContain('zqword');
    expect(await audit()).toEqual(['replies-handed-over']);
    // pressed twice it is asked once
    await handOver();
    expect(await node.ctx.db.selectFrom('report').select('id').execute()).toHaveLength(1);
  });

  test('what they decide is written down, and the author is told, in one notice', async () => {
    await handOver();
    const [first, second, third] = await held();
    await node.ctx.db.deleteFrom('notice').execute();
    expect((await noor.post(`/moderation/held/${first?.id}`, { decision: 'show' })).location).toBe(
      '/moderation/held',
    );
    await noor.post(`/moderation/held/${second?.id}`, { decision: 'hide' });
    await priya.post(`/moderation/held/${third?.id}`, { decision: 'hide' });
    expect((await held()).slice(0, 4).map(({ state }) => state)).toEqual([
      'shown',
      'hidden',
      'hidden',
      'held',
    ]);
    expect((await marcus.get(page)).text).toContain('zqword0');
    expect(await audit()).toEqual(['replies-handed-over', 'held-show', 'held-hide', 'held-hide']);
    const notices = await node.ctx.db.selectFrom('notice').select('kind').execute();
    expect(notices).toEqual([{ kind: 'looked-after' }]);
    expect((await ruth.get('/notifications')).text).toContain(
      'A moderator looked after what waits: 1 shown, 2 hidden',
    );
    // what is decided is the author’s again
    expect((await noor.post(`/moderation/held/${first?.id}`, { decision: 'hide' })).status).toBe(404);
    expect((await noor.post(`/moderation/held/${first?.id}`, { decision: 'burn' })).status).toBe(404);
  });

  test('the author takes it over again, or a moderator closes it: then they see no more of it', async () => {
    await handOver();
    const before = (await ruth.get(page)).text;
    expect(before).toContain('Moderators look after what waits here.');
    expect(
      (await ruth.post(`/works/${story.id}/replies/take-over`, { back: '/notifications' })).location,
    ).toBe('/notifications');
    expect((await noor.get('/moderation/held')).text).not.toContain('zqword');
    await handOver();
    const { id } = await node.ctx.db
      .selectFrom('report')
      .select('id')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    await noor.post(`/moderation/reports/${id}/close`);
    expect((await noor.get('/moderation/held')).text).not.toContain('zqword');
    expect((await ruth.get('/notifications?about=node')).text).toContain(
      'A moderator has looked at what you asked about.',
    );
  });

  test('opening it again is for the author alone, and so is handing it over', async () => {
    for (const step of ['open', 'hand-over', 'take-over']) {
      expect((await marcus.post(`/works/${story.id}/replies/${step}`)).status).toBe(404);
      expect((await noor.post(`/works/${story.id}/replies/${step}`)).status).toBe(404);
      expect((await ruth.post(`/works/${step}/replies/${step}`)).status).toBe(404);
    }
    expect((await saysUnder(node.ctx, stranger, story.uri, 'zqlate')).outcome).toBe('busy');
    expect((await ruth.post(`/works/${story.id}/replies/open`, { back: page })).location).toBe(page);
    expect((await ruth.get(page)).text).not.toContain('Many answers at once');
    expect((await saysUnder(node.ctx, stranger, story.uri, 'zqagain')).outcome).toBe('stored');
  });

  test('under a try it is the same: its author is told, and opens it again or hands it over', async () => {
    const input = tryInput.parse({
      changed: 'Pairs.',
      happened: 'It got quiet.',
      verdict: 'worked',
      audience: 'everyone',
    });
    const attempt = await reportTry(node.ctx, ruthId, story.uri, input);
    const tryPage = new URL(attempt.url).pathname;
    const says = async (word: string) => (await saysUnder(node.ctx, stranger, attempt.uri, word)).outcome;
    const outcomes: string[] = [];
    for (let n = 0; n < 23; n += 1) outcomes.push(await says(`zqtry${n}`));
    expect(outcomes.filter((one) => one === 'stored')).toHaveLength(21);
    const notices = node.ctx.db.selectFrom('notice').select('about_uri').where('kind', '=', 'busy');
    expect((await notices.execute()).filter(({ about_uri }) => about_uri === attempt.uri)).toHaveLength(1);
    for (const path of ['/notifications', tryPage])
      expect((await ruth.get(path)).text).toContain(`action="/works/${attempt.id}/replies/open"`);
    expect((await marcus.get(tryPage)).text).not.toContain('Many answers at once');
    // when the hour is over it stays closed to them until she says so
    await node.ctx.db
      .updateTable('reply')
      .set({ fetched_at: new Date(Date.now() - 3_601_000) })
      .where('root_uri', '=', attempt.uri)
      .execute();
    expect(await says('zqcalm')).toBe('busy');

    expect((await ruth.post(`/works/${attempt.id}/replies/hand-over`)).location).toBe(tryPage);
    const { text } = await noor.get('/moderation/held');
    for (const words of ['zqtry0', 'Under Ruth’s try of “Seven']) expect(text).toContain(words);
    const first = await node.ctx.db
      .selectFrom('reply')
      .select('id')
      .where('root_uri', '=', attempt.uri)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await noor.post(`/moderation/held/${first.id}`, { decision: 'show' });
    expect((await marcus.get(tryPage)).text).toContain('zqtry0');

    for (const who of [marcus, noor])
      expect((await who.post(`/works/${attempt.id}/replies/open`)).status).toBe(404);
    await ruth.post(`/works/${attempt.id}/replies/open`);
    expect(await says('zqagain')).toBe('stored');
  });
});
