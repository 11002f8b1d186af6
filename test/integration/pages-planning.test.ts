import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

const DAY = 86_400_000;

describe('I’m going to try this', () => {
  let node: TestDistrict;
  let ruth: string;
  let marcusId: string;
  let marcus: Visitor;
  let priya: Visitor;

  /** the Tuesday after today, and days from it */
  let shift = 0;
  const day = (days: number) => {
    const tuesday = (9 - new Date().getUTCDay()) % 7 || 7;
    const noon = new Date().setUTCHours(12, 0, 0, 0) + (tuesday + days) * DAY;
    shift = noon - Date.now();
    return new Date(noon).toISOString().slice(0, 10);
  };

  beforeAll(async () => {
    day(0);
    const clock = { now: () => new Date(Date.now() + shift) };
    node = await openDistrict('Pine Hollow', 'pinehollow', { clock });
    ruth = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    marcus = await signedIn(node.origin, 'marcus');
    priya = await signedIn(node.origin, 'priya');
  });
  beforeEach(() => void day(0));
  afterAll(() => node?.stop());

  /** A story of ruth's that marcus plans to try. */
  async function planned(title: string, plannedFor = '') {
    const work = await publish(node.ctx, ruth, aStory({ title }));
    const sent = await marcus.post('/tries/plan', { of: work.uri, plannedFor, word: 'zqnote with period 3' });
    expect([sent.status, sent.location]).toEqual([303, '/tries']);
    return work;
  }
  const plansIn = (html: string): number => html.split('value="let-go"').length - 1;
  const planIn = (html: string, title: string): string =>
    new RegExp(`${title}[\\s\\S]*?name="plan" value="([^"]+)"`).exec(html)?.[1] ?? '';

  test('stands on one’s own list, and on home when its day has come; nobody else sees it', async () => {
    const { url } = await planned('For today', day(0));
    await planned('For later', '2199-01-07');
    await planned('Some day');
    const list = await marcus.get('/tries');
    for (const words of ['For today', 'For later', 'Some day', 'zqnote with period 3'])
      expect(list.text).toContain(words);
    const home = await marcus.get('/');
    const spoken = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' });
    expect(home.text).toContain(`You planned it for ${spoken.format(new Date(day(0)))}`);
    expect(plansIn(home.text)).toBe(1);
    for (const path of ['/tries', '/', '/@marcus', new URL(url).pathname])
      expect((await priya.get(path)).text).not.toContain('zqnote');
    const wire = await fetch(`${node.origin}/ap/actors/${marcusId}/outbox`);
    expect(await wire.text()).not.toContain('zqnote');
  });

  test('is there to be found and changed, and never twice', async () => {
    const { uri, url } = await planned('Once only');
    expect((await marcus.get(new URL(url).pathname)).text).toContain('You plan to try this');
    expect((await priya.get(new URL(url).pathname)).text).not.toContain('You plan to try this');
    expect((await marcus.get('/')).text).toContain('href="/tries"');
    expect((await priya.get('/')).text).not.toContain('href="/tries"');
    const form = await marcus.get(`/tries/plan?of=${encodeURIComponent(uri)}`);
    expect(form.text).toContain('zqnote with period 3');
    await marcus.post('/tries/plan', { of: uri, plannedFor: '2199-01-08', word: 'zqother words' });
    const { text } = await marcus.get('/tries');
    expect(text.split('Once only').length - 1).toBe(1);
    expect(text).toContain('zqother words');
    await marcus.post('/tries/change', { plan: planIn(text, 'Once only'), what: 'let-go' });
    expect((await marcus.get(new URL(url).pathname)).text).not.toContain('You plan to try this');
  });

  test('comes back in a week, or is let go, by its owner alone', async () => {
    await planned('To put off', day(0));
    const plan = planIn((await marcus.get('/tries')).text, 'To put off');
    expect((await priya.post('/tries/change', { plan, what: 'let-go' })).status).toBe(404);
    expect((await priya.post('/tries/change', { plan, what: 'snooze', until: 'week' })).status).toBe(404);
    expect((await marcus.post('/tries/change', { plan, what: 'snooze', until: 'week' })).status).toBe(303);
    expect(plansIn((await marcus.get('/')).text)).toBe(1);
    expect((await marcus.get('/tries')).text).toContain('To put off');
    await marcus.post('/tries/change', { plan, what: 'let-go' });
    expect((await marcus.get('/tries')).text).not.toContain('To put off');
    expect((await marcus.post('/tries/change', { plan, what: 'snooze' })).status).toBe(404);
  });

  test('is left alone at the weekend and on a holiday, and there again on the next school day', async () => {
    await planned('For Saturday', day(4));
    const shows = async (days: number) => {
      day(days);
      const { text } = await marcus.get('/');
      return /id="planned"[\s\S]*?<\/section>/.exec(text)?.[0].includes('For Saturday') ?? false;
    };
    expect([await shows(3), await shows(4), await shows(5), await shows(6)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    const monday = day(6);
    const close = (holidays: unknown) =>
      node.ctx.db
        .updateTable('district')
        .set({ term_dates: JSON.stringify(holidays) })
        .execute();
    await close([{ from: monday, to: monday }]);
    expect([await shows(6), await shows(7)]).toEqual([false, true]);
    await close([]);
    day(4);
    expect((await marcus.get('/tries')).text).toContain('For Saturday');
    await marcus.post('/tries/change', {
      plan: planIn((await marcus.get('/tries')).text, 'For Saturday'),
      what: 'let-go',
    });
  });

  test('is put off until tomorrow, for a week or until a day, as one likes', async () => {
    await planned('Which day', day(0));
    const plan = planIn((await marcus.get('/tries')).text, 'Which day');
    const due = async () => {
      const row = await node.ctx.db
        .selectFrom('planned_try')
        .select((eb) => eb.fn<string>('to_char', ['planned_for', eb.val('YYYY-MM-DD')]).as('day'))
        .where('id', '=', plan)
        .executeTakeFirstOrThrow();
      return row.day;
    };
    for (const [until, days] of [
      ['tomorrow', 1],
      ['week', 7],
    ] as const) {
      await marcus.post('/tries/change', { plan, what: 'snooze', until });
      const wanted = day(days);
      day(0);
      expect(await due()).toBe(wanted);
    }
    const at = `/tries/${plan}/put-off`;
    expect((await marcus.get('/tries')).text).toContain(`href="${at}"`);
    expect((await marcus.get(at)).text).toContain('Which day');
    expect((await priya.get(at)).status).toBe(404);
    const [past, today, wanted] = [day(-1), day(0), day(20)];
    day(0);
    expect((await marcus.post(at, { putOff: '' })).text).toContain('Choose a day.');
    for (const [putOff, words] of [
      ['someday', 'Write the day as'],
      [past, 'That day is over.'],
      [today, 'That day is over.'],
    ] as const) {
      const wrong = await marcus.post(at, { putOff });
      expect([wrong.status, wrong.text.includes(words), wrong.text.includes(`value="${putOff}"`)]).toEqual([
        422,
        true,
        true,
      ]);
    }
    expect((await priya.post(at, { putOff: wanted })).status).toBe(404);
    expect((await marcus.post(at, { putOff: wanted })).location).toBe('/tries');
    expect(await due()).toBe(wanted);
    await marcus.post('/tries/change', { plan, what: 'let-go' });
    expect((await marcus.get(at)).status).toBe(404);
  });

  test('is done when one tells what happened', async () => {
    const { uri } = await planned('To be told');
    const answer = tryInput.parse({ changed: 'Pairs.', happened: 'It went well.', verdict: 'worked' });
    await reportTry(node.ctx, marcusId, uri, answer);
    expect((await marcus.get('/tries')).text).not.toContain('To be told');
  });

  test('of a story that was taken back meanwhile says so, and can be let go', async () => {
    const { id } = await planned('Soon gone');
    await takeBackWork(node.ctx, ruth, id, 'mistake');
    const { text } = await marcus.get('/tries');
    expect(text).toContain('It was taken back');
    // it is remembered as it was planned, and can be told of
    expect(text).toContain('Soon gone');
  });

  test('a day that is none comes back with a sentence, and what may not be read cannot be planned', async () => {
    const { uri } = await publish(node.ctx, ruth, aStory({ title: 'Wrong day' }));
    const wrong = await marcus.post('/tries/plan', { of: uri, plannedFor: 'tomorrow', word: 'kept words' });
    expect([
      wrong.status,
      wrong.text.includes('Write the day as'),
      wrong.text.includes('kept words'),
    ]).toEqual([422, true, true]);
    const mine = await publish(node.ctx, ruth, aStory({ title: 'Mine', audience: 'me' }));
    expect((await marcus.post('/tries/plan', { of: mine.uri, plannedFor: '', word: '' })).status).toBe(404);
  });
});
