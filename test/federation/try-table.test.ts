import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { followBetween } from '../../server/store/follows.ts';
import { workByUri } from '../../server/store/works.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Json } from '../support/peer-actor.ts';
import { aTable } from '../support/tables.ts';
import { Visitor } from '../support/visitor.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

describe('a try with a small table', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let marja: string;
  let story: { uri: string; url: string };

  beforeAll(async () => {
    [pine, koivu, mastodon] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    const ruth = await aTeacher(pine.ctx, 'ruth');
    marja = await aTeacher(koivu.ctx, 'marja');
    const found = await koivu.ctx.lookup.actor(`@ruth@${pine.ctx.host}`);
    await followActor(koivu.ctx, marja, found);
    await eventually(
      'the follow is accepted',
      async () => (await followBetween(koivu.ctx.db, marja, found.id))?.state === 'accepted',
    );
    const bob = mastodon.actor('bob');
    const there = await mastodon.search(`marja@${koivu.ctx.host}`);
    await mastodon.follow(bob, there);
    await eventually('Bob follows Marja', async () => mastodon.following.get(bob.uri)?.has(there.uri));
    story = await publish(pine.ctx, ruth);
    await eventually('the story', () => workByUri(koivu.ctx.db, story.uri));
  });
  afterAll(async () => {
    await Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close()]);
  });

  const told = (evidence = [aTable()]) =>
    tryInput.parse({ happened: 'More spoke.', verdict: 'worked', evidence });
  const arrived = (uri: string) =>
    eventually('the try at Pine Hollow', () => adaptationByUri(pine.ctx.db, uri));

  test('arrives in another district as the table it is, and stands there as one', async () => {
    const { uri } = await reportTry(koivu.ctx, marja, story.uri, told());
    expect((await arrived(uri)).evidence).toEqual([aTable()]);
    const { text } = await new Visitor(pine.origin).get(new URL(story.url).pathname);
    expect(text).toContain('Who spoke, hands</caption>');
    expect(text).toMatch(/<th scope="row"[^>]*>Class B<\/th><td[^>]*>12<\/td><td[^>]*>19<\/td>/);
    const served = await (await mastodon.get(uri)).json();
    expect(served['tp:evidence']).toEqual([
      {
        caption: 'Who spoke, hands',
        columns: [
          { name: 'Class', type: 'label' },
          { name: 'before', type: 'count' },
          { name: 'after hands', type: 'count' },
        ],
        rows: [
          { cells: ['Class A hands', 11, 16], n: 27 },
          { cells: ['Class B', 12, 19], n: 26 },
        ],
      },
    ]);
  });

  test('is read on Mastodon in words, since no table is kept there', async () => {
    const { uri } = await reportTry(koivu.ctx, marja, story.uri, told());
    const status = await eventually('the post', async () => mastodon.statuses.get(uri));
    expect(status.lines).toEqual(
      expect.arrayContaining([
        'What I counted',
        'Who spoke, hands',
        'Class A hands: 11 before, 16 after hands, of 27',
        'Class B: 12 before, 19 after hands, of 26',
      ]),
    );
    const create = mastodon.of('Create').find(({ object }) => object.id === uri);
    expectGoodShape(create as Json);
  });

  test('a number that was hidden is in none of the bytes that leave', async () => {
    const table = aTable();
    table.rows[1] = { cells: ['Newcomers', null, null], n: null, total: false };
    const { uri } = await reportTry(koivu.ctx, marja, story.uri, told([table]));
    const there = await arrived(uri);
    expect(there.evidence[0]?.rows[1]).toEqual({ cells: ['Newcomers', null, null], n: null, total: false });
    expect(there.html).toContain('Newcomers: – before, – after hands');
  });

  test('goes with the try when that is taken back', async () => {
    const { id, uri } = await reportTry(koivu.ctx, marja, story.uri, told());
    await arrived(uri);
    await takeBackTry(koivu.ctx, marja, id);
    const left = await eventually('it is gone', async () => {
      const there = await adaptationByUri(pine.ctx.db, uri);
      return there?.state === 'withdrawn' && there;
    });
    expect(left).toMatchObject({ evidence: [], html: '', happened: '' });
  });
});
