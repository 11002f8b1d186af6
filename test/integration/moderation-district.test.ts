import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { theDistrict } from '../../server/store/districts.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const settings = {
  districtName: 'Pine Hollow Schools',
  about: 'Seven schools by the lake.\r\n\r\nWe share <how> we teach.',
  country: 'US',
  languages: ['es', 'en'],
  timezone: 'America/Chicago',
  contactEmail: 'office@pinehollow.example',
  pressContact: 'Sam, 555 0100',
  accent: 'plum',
  federationMode: 'open',
};

describe('the settings of the district', () => {
  let node: TestDistrict;
  let mastodon: Mastodon;
  let priya: Visitor;
  let districtUri: string;

  beforeAll(async () => {
    [node, mastodon] = await Promise.all([openDistrict(), openMastodon()]);
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    priya = await signedIn(node.origin, 'priya');
    const there = await mastodon.search(`pinehollow@${node.ctx.host}`);
    districtUri = there.uri;
    const bob = mastodon.actor('bob');
    await mastodon.follow(bob, there);
    await eventually('bob follows the district', async () => mastodon.following.get(bob.uri)?.has(there.uri));
  });
  afterAll(async () => {
    await node?.stop();
    await mastodon?.close();
  });

  const updates = () => mastodon.of('Update').filter((one) => one.object?.id === districtUri);
  const event = () =>
    node.ctx.db.selectFrom('outgoing_event').select('id').where('kind', '=', 'actor-changed').execute();
  const document = () => fetch(districtUri, { headers: { accept: 'application/activity+json' } });

  test('its holidays are rows of two days, kept in order, and looked at', async () => {
    const holidays = async () => (await theDistrict(node.ctx.db))?.holidays;
    const rows = (pairs: readonly (readonly [string, string])[]) =>
      Object.fromEntries(
        pairs.flatMap(([from, to], row) => [
          [`holidayFrom${row}`, from],
          [`holidayTo${row}`, to],
        ]),
      );
    const send = (pairs: readonly (readonly [string, string])[]) =>
      priya.post('/admin/district', { ...settings, ...rows(pairs) });
    const good = [
      ['2026-12-21', '2027-01-03'],
      ['', ''],
      ['2026-11-26', ''],
    ] as const;
    expect((await send(good)).status).toBe(303);
    expect(await holidays()).toEqual([
      { from: '2026-11-26', to: '2026-11-26' },
      { from: '2026-12-21', to: '2027-01-03' },
    ]);
    const form = (await priya.get('/admin/district')).text;
    expect([...form.matchAll(/name="holidayFrom\d+"[^>]*value="([^"]*)"/g)].map(([, day]) => day)).toEqual([
      '2026-11-26',
      '2026-12-21',
    ]);
    expect(form.match(/name="holidayFrom\d+"/g)).toHaveLength(4);
    for (const [pair, sentence] of [
      [['2027-01-03', '2026-12-21'], 'The last day of a holiday comes before its first.'],
      [['2026-02-30', ''], 'Give each day as year, month and day'],
      [['', '2026-12-21'], 'Give each day as year, month and day'],
      [['2026-01-01', '2027-01-01'], 'A holiday may have 150 days at most.'],
    ] as const) {
      const { status, text } = await send([pair]);
      expect([status, text.includes(sentence), text.includes(`value="${pair[0] || pair[1]}"`)]).toEqual([
        422,
        true,
        true,
      ]);
    }
    const many = Array.from(
      { length: 41 },
      (_, n) => [`2026-${n < 20 ? '01' : '02'}-${10 + (n % 18)}`, ''] as const,
    );
    expect((await send(many)).text).toContain('Forty holidays at most.');
    expect(await holidays()).toHaveLength(2);
    expect((await send([])).status).toBe(303);
    expect(await holidays()).toEqual([]);
  });

  test('stand on its pages, and its followers elsewhere get the name and the text', async () => {
    expect((await priya.post('/admin/district', settings)).location).toBe('/admin/district');
    const form = (await priya.get('/admin/district')).text;
    for (const kept of [
      'value="Pine Hollow Schools"',
      'We share &lt;how>',
      'value="office@pinehollow.example"',
      'value="plum" checked',
      'value="open" checked',
    ])
      expect(form).toContain(kept);
    expect(form).toMatch(/class="accent-plum/);
    const seen = await eventually('the page of the district', async () => {
      const { text } = await new Visitor(node.origin).get('/district');
      return text.includes('Pine Hollow Schools') && text;
    });
    for (const said of [
      'Seven schools by the lake.',
      'United States',
      'mailto:office@pinehollow.example',
      'Sam, 555 0100',
    ])
      expect(seen).toContain(said);
    const update = await eventually('the change arrives', async () => updates().at(-1));
    expect(update.object).toMatchObject({ name: 'Pine Hollow Schools', type: 'Organization' });
    expect(update.object.summary).toBe(
      '<p>Seven schools by the lake.</p><p>We share &#60;how&#62; we teach.</p>',
    );
    const { languages } = await node.ctx.db
      .selectFrom('district')
      .select('languages')
      .executeTakeFirstOrThrow();
    // the language of its own words stays first
    expect(languages).toEqual(['en', 'es']);
  });

  test('that nobody elsewhere sees are not told elsewhere', async () => {
    const before = (await event()).length;
    await priya.post('/admin/district', { ...settings, accent: 'sky', pressContact: '' });
    expect((await event()).length).toBe(before);
  });

  test('come back as they were typed when something does not fit', async () => {
    const wrong = await priya.post('/admin/district', {
      ...settings,
      districtName: ' ',
      about: `${'x'.repeat(2_000)}yz`,
      languages: [],
      contactEmail: 'office',
      timezone: 'Mars/Olympus',
      accent: 'pink',
      federationMode: 'partners',
    });
    expect(wrong.status).toBe(422);
    for (const said of [
      'Say what the district is called.',
      '2,000 characters at most',
      'Choose at least one language.',
      'Give a whole e-mail address, such as office@school.example.',
      'Choose the time zone.',
      'Choose one of the colours.',
      'Choose who may answer.',
      'xyz</textarea>',
      'value="office"',
    ])
      expect(wrong.text).toContain(said);
    expect((await new Visitor(node.origin).get('/district')).text).toContain('Pine Hollow Schools');
  });

  test('decide with what new people begin', async () => {
    const policy = async (handle: string) =>
      (
        await node.ctx.db
          .selectFrom('person')
          .select('reply_policy_default')
          .where('actor_id', '=', await aTeacher(node.ctx, handle))
          .executeTakeFirstOrThrow()
      ).reply_policy_default;
    expect(await policy('ines')).toBe('everyone');
    await priya.post('/admin/district', { ...settings, federationMode: 'approved-replies' });
    expect(await policy('jonas')).toBe('approved');
  });

  test('open documents to those alone who say who they are', async () => {
    expect((await document()).status).toBe(200);
    await priya.post('/admin/district', { ...settings, authorizedFetch: 'yes' });
    await eventually('unsigned requests get nothing', async () => (await document()).status === 401, 25);
    expect((await mastodon.get(districtUri)).status).toBe(200);
  });

  test('say what a student number looks like here and how small a group may be, and the student check obeys', async () => {
    for (const [fields, sentence] of [
      [{ smallN: '3' }, 'Five is the least'],
      [{ smallN: 'few' }, 'as a number'],
      [{ idPatterns: '##' }, 'at least four signs'],
    ] as const) {
      const refused = await priya.post('/admin/district', { ...settings, ...fields });
      expect([refused.status, refused.text.includes(sentence)]).toEqual([422, true]);
    }
    const wanted = { ...settings, smallN: '12', idPatterns: 'PH-####@\r\n' };
    expect((await priya.post('/admin/district', wanted)).status).toBe(303);
    expect((await new Visitor(node.origin).get('/about/privacy')).text).toContain('fewer than 12 students');
    const ruth = await aTeacher(node.ctx, 'ruth');
    const story = aStory({ whyItMatters: 'PH-2041K waited; 4 of my 11 newcomers spoke.' });
    const id = await saveDraft(node.ctx, ruth, story);
    const result = await publishStory(node.ctx, ruth, id, story, READ_THROUGH);
    expect(result.ok ? [] : result.still?.questions.map(({ type, text }) => [type, text])).toEqual([
      ['id-number', 'PH-2041K'],
      ['small-cell', expect.stringContaining('11')],
    ]);
  });
});
