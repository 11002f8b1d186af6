import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markStale } from '../../server/actions/context.ts';
import { liftSuspension } from '../../server/actions/lift-suspension.ts';
import { recheckWorks } from '../../server/actions/recheck-works.ts';
import { suspendPerson, suspensionInput } from '../../server/actions/suspend-person.ts';
import { workByUri } from '../../server/store/works.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';

describe('works from elsewhere are looked after', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let marja: string;

  beforeAll(async () => {
    [pine, koivu] = await Promise.all([openDistrict(), openDistrict('Koivuranta', 'koivuranta')]);
    marja = await aTeacher(koivu.ctx, 'marja');
  });
  afterAll(() => Promise.all([pine?.stop(), koivu?.stop()]));

  const inDays = (days: number) => ({
    ...pine.ctx,
    clock: { now: () => new Date(Date.now() + days * 86_400_000) },
  });
  const statusOf = async (uri: string) =>
    (await fetch(uri, { headers: { accept: 'application/activity+json' } })).status;
  const stateOf = async (uri: string) => (await workByUri(pine.ctx.db, uri))?.state;

  test('one whose take-back never arrived is dropped after a week; the others stay', async () => {
    const [gone, here] = [await publish(koivu.ctx, marja), await publish(koivu.ctx, marja)];
    for (const { uri } of [gone, here]) await pine.ctx.lookup.object(uri);
    // taken away without a word, as when a server comes back from a backup
    await koivu.ctx.db.updateTable('work').set({ state: 'purged' }).where('id', '=', gone.id).execute();
    await markStale(koivu.ctx.db, `object:${gone.uri}`);
    expect(await recheckWorks(inDays(6))).toBe(0);
    expect(await stateOf(gone.uri)).toBe('published');
    expect(await recheckWorks(inDays(8))).toBe(1);
    expect([await stateOf(gone.uri), await stateOf(here.uri)]).toEqual(['purged', 'published']);
  });

  test('one that is withheld for a while, or of a server that is kept away from, is no take-back', async () => {
    const { uri } = await publish(koivu.ctx, marja);
    await pine.ctx.lookup.object(uri);
    const admin = await aTeacher(koivu.ctx, 'outi', { role: 'admin' });
    await suspendPerson(
      koivu.ctx,
      admin,
      marja,
      suspensionInput.parse({ reason: 'other', note: 'A pause.' }),
    );
    await eventually('the work is withheld', async () => (await statusOf(uri)) === 403);
    expect(await recheckWorks(inDays(20))).toBe(0);
    expect(await stateOf(uri)).toBe('published');
    await liftSuspension(koivu.ctx, admin, marja);
    await eventually('the work is there again', async () => (await statusOf(uri)) === 200);
  });

  test('a server that is away loses nothing', async () => {
    const { uri } = await publish(koivu.ctx, marja);
    await pine.ctx.lookup.object(uri);
    await koivu.stop();
    expect(await recheckWorks(inDays(30))).toBe(0);
    expect(await stateOf(uri)).toBe('published');
  });
});
