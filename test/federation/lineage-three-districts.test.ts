import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { editTry } from '../../server/actions/edit-try.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import type { Viewer } from '../../server/domain/audience.ts';
import { type LineageNode, wholeLineage } from '../../server/reads/lineage.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { followBetween } from '../../server/store/follows.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';

const ANYBODY: Viewer = { kind: 'anonymous' };
const answers = (happened: string) => tryInput.parse({ changed: 'Pairs.', happened, verdict: 'worked' });

/** Pine Hollow, Koivuranta, Hongmei: nobody at the third follows anybody at the first. */
describe('an idea goes through three districts', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let hong: TestDistrict;
  let ruth: string;
  let marja: string;
  let chen: string;

  beforeAll(async () => {
    [pine, koivu, hong] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openDistrict('Hongmei', 'hongmei'),
    ]);
    [ruth, marja, chen] = await Promise.all([
      aTeacher(pine.ctx, 'ruth'),
      aTeacher(koivu.ctx, 'marja'),
      aTeacher(hong.ctx, 'chen'),
    ]);
    await followActor(koivu.ctx, marja, await koivu.ctx.lookup.actor(`@ruth@${pine.ctx.host}`));
    await followActor(hong.ctx, chen, await hong.ctx.lookup.actor(`@marja@${koivu.ctx.host}`));
  });
  afterAll(() => Promise.all([pine?.stop(), koivu?.stop(), hong?.stop()]));

  /** A tree as addresses; a place without words is null, what its own server has not said is marked. */
  const inWords = ({ uri, told, confirmed, children }: LineageNode): unknown => [
    told === null ? null : confirmed ? uri : `${uri}?`,
    ...children.map(inWords),
  ];
  const treeAt = async ({ ctx }: TestDistrict, uri: string) => {
    const whole = await wholeLineage(ctx.db, ANYBODY, uri);
    return whole && inWords(whole.origin);
  };
  const sameTree = (node: TestDistrict, uri: string, tree: unknown) =>
    eventually(`the tree at ${node.ctx.host}`, async () => {
      const seen = JSON.stringify(await treeAt(node, uri));
      if (seen !== JSON.stringify(tree)) throw new Error(seen);
      return true;
    });

  test('each knows the whole way, the third by what the child names', async () => {
    const story = await publish(pine.ctx, ruth, aStory({ title: 'Seven silent seconds' }));
    await eventually('it is at Koivuranta', () => workByUri(koivu.ctx.db, story.uri));
    const first = await reportTry(koivu.ctx, marja, story.uri, answers('They waited.'));
    await eventually('the try is at Hongmei', () => adaptationByUri(hong.ctx.db, first.uri));
    const second = await reportTry(hong.ctx, chen, first.uri, answers('They waited as well.'));
    const tree = [story.uri, [first.uri, [second.uri]]];
    for (const node of [pine, koivu, hong]) await sameTree(node, second.uri, tree);
    // the page says it as well
    const page = await (await fetch(`${second.url}/lineage`)).text();
    for (const words of ['Ruth', 'Marja', 'Chen']) expect(page).toContain(words);

    // the one in the middle is taken back: its place stays, and the way still leads to where it began
    await takeBackTry(koivu.ctx, marja, first.id);
    for (const node of [pine, koivu, hong])
      await sameTree(node, second.uri, [story.uri, [null, [second.uri]]]);
  });

  test('whose idea it was becomes known after the try: then they hear of it, as it is now', async () => {
    const story = await publish(pine.ctx, ruth, aStory({ title: 'Chalk for everybody' }));
    await eventually('it is at Koivuranta', () => workByUri(koivu.ctx.db, story.uri));
    // Hongmei may not ask Pine Hollow anything for now
    await sql`insert into backfill_pace (host, next_at) values (${pine.ctx.host}, now() + interval '1 hour')
      on conflict (host) do update set next_at = excluded.next_at`.execute(hong.ctx.db);
    const first = await reportTry(koivu.ctx, marja, story.uri, answers('All of them wrote.'));
    await eventually('the try is at Hongmei', () => adaptationByUri(hong.ctx.db, first.uri));
    const plain = await reportTry(hong.ctx, chen, first.uri, answers('Half of them wrote.'));
    const edited = await reportTry(hong.ctx, chen, first.uri, answers('Most of them wrote.'));
    await editTry(hong.ctx, chen, edited.id, answers('One of them wrote.'));
    await eventually(
      'Koivuranta has them',
      async () => (await adaptationByUri(koivu.ctx.db, edited.uri))?.happened === 'One of them wrote.',
    );
    expect(await workByUri(hong.ctx.db, story.uri)).toBeNull();
    expect(await adaptationByUri(pine.ctx.db, plain.uri)).toBeNull();

    await sql`delete from backfill_pace`.execute(hong.ctx.db);
    await sql`update backfill set due_at = now() where due_at is not null`.execute(hong.ctx.db);
    await eventually('Hongmei knows where it began', () => workByUri(hong.ctx.db, story.uri));
    await eventually('Ruth’s district has the one', () => adaptationByUri(pine.ctx.db, plain.uri));
    const there = await eventually('and the other', () => adaptationByUri(pine.ctx.db, edited.uri));
    expect(there.happened).toBe('One of them wrote.');
    for (const node of [pine, koivu, hong])
      await sameTree(node, plain.uri, [story.uri, [first.uri, [plain.uri], [edited.uri]]]);
  });

  test('with the district in the middle away, it still leads to where it began', async () => {
    const story = await publish(pine.ctx, ruth, aStory({ title: 'The wrong answer of the day' }));
    await eventually('it is at Koivuranta', () => workByUri(koivu.ctx.db, story.uri));
    const first = await reportTry(koivu.ctx, marja, story.uri, answers('Good mistakes.'));
    await eventually('the try is at Hongmei', () => adaptationByUri(hong.ctx.db, first.uri));
    await koivu.stop();
    // a fourth place, which has the story and follows only the last one in the row
    const far = await openDistrict('Far Away', 'faraway');
    try {
      const noor = await aTeacher(far.ctx, 'noor');
      await far.ctx.lookup.object(story.uri);
      const followed = await far.ctx.lookup.actor(`@chen@${hong.ctx.host}`);
      await followActor(far.ctx, noor, followed);
      await eventually(
        'it follows',
        async () => (await followBetween(far.ctx.db, noor, followed.id))?.state === 'accepted',
      );
      const second = await reportTry(hong.ctx, chen, first.uri, answers('Ordered by idea.'));
      await sameTree(far, second.uri, [story.uri, [null, [second.uri]]]);
      await sameTree(pine, second.uri, [story.uri, [first.uri, [second.uri]]]);
    } finally {
      await far.stop();
    }
  });
});
