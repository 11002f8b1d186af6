import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { closeDoor, openDoor } from '../../server/actions/door.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { sendLetters } from '../../server/actions/send-letters.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import type { Letter } from '../../server/mail/letter.ts';
import { actorById } from '../../server/store/actors.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const RESTING = 'Ruth’s door is closed for a while.';
const DAY = 86_400_000;

describe('closing one’s door', () => {
  let node: TestDistrict;
  let ruthId: string;
  let marcusId: string;
  let ruth: Visitor;
  let marcus: Visitor;
  let story: { id: string; uri: string; url: string };
  let page: string;
  const anybody = () => new Visitor(node.origin);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    ruth = await signedIn(node.origin, 'ruth');
    marcus = await signedIn(node.origin, 'marcus');
  });
  beforeEach(async () => {
    await openDoor(node.ctx, ruthId);
    story = await publish(node.ctx, ruthId, aStory());
    page = new URL(story.url).pathname;
  });
  afterAll(() => node?.stop());

  test.each([
    ['settings', () => '/settings/safety'],
    ['the own page', () => '/@ruth'],
    ['an own story', () => page],
  ])('is one press in %s, which comes back there; opening it too', async (_name, at) => {
    const before = (await ruth.get(at())).text;
    for (const words of ['Close my door', 'For a day', 'For 7 days', 'For 30 days'])
      expect(before).toContain(words);
    const closed = await ruth.post('/settings/safety/door/close', { days: '7', back: at() });
    expect([closed.status, closed.location]).toEqual([303, at()]);
    const during = (await ruth.get(at())).text;
    expect(during).toContain('Your door is closed until');
    expect(during).toContain('Open it again');
    expect(during).not.toContain('For 7 days');
    const opened = await ruth.post('/settings/safety/door/open', { back: at() });
    expect([opened.status, opened.location]).toEqual([303, at()]);
    expect((await ruth.get(at())).text).toContain('For 7 days');
  });

  test('is not for how long one likes, and nobody sees the buttons on somebody else’s page', async () => {
    for (const days of ['', '2', '365', 'seven'])
      expect((await ruth.post('/settings/safety/door/close', { days })).status).toBe(422);
    expect((await anybody().post('/settings/safety/door/close', { days: '1' })).location).toContain(
      '/sign-in',
    );
    for (const path of ['/@ruth', page]) expect((await marcus.get(path)).text).not.toContain('Close my door');
  });

  test('takes the reply box away, and keeps the words of who was writing just then', async () => {
    const attempt = await reportTry(
      node.ctx,
      ruthId,
      (await publish(node.ctx, marcusId, aStory({ title: 'By Marcus' }))).uri,
      tryInput.parse({ changed: 'Pairs.', happened: 'It got quiet.', verdict: 'worked' }),
    );
    const tryPage = new URL(attempt.url).pathname;
    const open = (await marcus.get(page)).text;
    expect([open.includes('name="text"'), open.includes('Say thank you')]).toEqual([true, true]);
    await closeDoor(node.ctx, ruthId, 7);
    for (const [at, id] of [
      [page, story.id],
      [tryPage, attempt.id],
    ] as const) {
      const { text } = await marcus.get(at);
      const there = [RESTING, 'name="text"', 'Say thank you'].map((words) => text.includes(words));
      expect(there).toEqual([true, false, false]);
      const late = await marcus.post(`/works/${id}/reply`, { text: 'How long is the sand?', lang: 'en' });
      expect([late.status, late.text.includes(RESTING), late.text.includes('How long is the sand?')]).toEqual(
        [403, true, true],
      );
    }
    const thanks = { of: story.uri, what: 'used-it', text: 'It works with nine-year-olds too.', lang: 'en' };
    const kind = await marcus.post('/thanks', thanks);
    expect([kind.status, kind.text.includes(RESTING), kind.text.includes(thanks.text)]).toEqual([
      403,
      true,
      true,
    ]);
    // she can speak herself
    expect((await ruth.get(page)).text).toContain('name="text"');
    expect((await ruth.post(`/works/${story.id}/reply`, { text: 'Soon.', lang: 'en' })).status).toBe(303);
    const replies = await node.ctx.db.selectFrom('reply').select('author_id').execute();
    expect(replies).toEqual([{ author_id: ruthId }]);
  });

  test('says so on the profile to everybody, with no word of until when, and takes no new followers', async () => {
    const jordanId = await aTeacher(node.ctx, 'jordan');
    const person = await actorById(node.ctx.db, ruthId);
    if (person) await followActor(node.ctx, jordanId, person);
    expect((await anybody().get('/@ruth')).text).not.toContain(RESTING);
    const until = await closeDoor(node.ctx, ruthId, 30);
    const open = await eventually('the page says so', async () => {
      const { text } = await anybody().get('/@ruth');
      return text.includes(RESTING) && text;
    });
    expect(open).not.toContain('id="follow"');
    expect(open).toContain('Seven silent seconds');
    const seen = (await marcus.get('/@ruth')).text;
    expect(seen).toContain(RESTING);
    expect(seen).not.toContain(new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(until));
    for (const path of ['/@ruth', '/people', '/'])
      expect((await marcus.get(path)).text).not.toContain('action="/@ruth/follow"');
    const refused = await marcus.post('/@ruth/follow');
    expect([refused.status, refused.text.includes(RESTING)]).toEqual([403, true]);
    // who follows already is not sent away
    expect((await (await signedIn(node.origin, 'jordan')).get('/@ruth')).text).toContain('You follow them.');
  });

  test('nothing is removed, and it opens by itself', async () => {
    await writeReply(node.ctx, marcusId, story.uri, { text: 'From before', lang: 'en' });
    await closeDoor(node.ctx, ruthId, 1);
    expect((await marcus.get(page)).text).toContain('From before');
    const earlier = { now: () => new Date(Date.now() - DAY - 1_000) };
    await closeDoor({ ...node.ctx, clock: earlier }, ruthId, 1);
    const { text } = await marcus.get(page);
    expect([text.includes(RESTING), text.includes('name="text"')]).toEqual([false, true]);
    expect((await marcus.post(`/works/${story.id}/reply`, { text: 'Welcome back', lang: 'en' })).status).toBe(
      303,
    );
    expect((await ruth.get('/settings/safety')).text).toContain('For a day');
  });

  test('letters wait behind it, also longer than they are written for otherwise, and come when it opens', async () => {
    const sent: Letter[] = [];
    const post = { send: async (letter: Letter) => void sent.push(letter), close: () => undefined };
    // a Tuesday morning
    const morning = { now: () => new Date('2026-11-24T09:00:00Z') };
    const go = () => sendLetters({ ...node.ctx, clock: morning }, post, sayIn('en'));
    await go();
    sent.length = 0;
    await closeDoor({ ...node.ctx, clock: morning }, ruthId, 30);
    const input = tryInput.parse({ changed: 'Pairs.', happened: 'It got quiet.', verdict: 'worked' });
    await reportTry(node.ctx, marcusId, story.uri, input);
    const other = await publish(node.ctx, marcusId, aStory({ title: 'For somebody else' }));
    await reportTry(node.ctx, ruthId, other.uri, input);
    await go();
    expect(sent.map(({ to }) => to.address)).toEqual(['marcus@school.example']);
    expect((await ruth.get('/notifications')).text).toContain('tried it');
    await node.ctx.db
      .updateTable('notice')
      .set({ created_at: new Date(Date.now() - 29 * DAY) })
      .where('person_id', '=', ruthId)
      .execute();
    await openDoor({ ...node.ctx, clock: morning }, ruthId);
    await go();
    expect(sent.map(({ to }) => to.address)).toEqual(['marcus@school.example', 'ruth@school.example']);
  });
});
