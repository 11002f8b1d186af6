import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { appreciatedBy } from '../../server/reads/author-side.ts';
import { saveAppreciation } from '../../server/store/appreciations.ts';
import type { Db } from '../../server/store/db.ts';
import { purgeRetracted, workById } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';

const DAY = 86_400_000;

describe('many rows take few questions', () => {
  let node: TestDistrict;
  let ruth: string;
  let asked: number;
  let read: number;
  let counting: Db;

  beforeAll(async () => {
    node = await openDistrict();
    ruth = await aTeacher(node.ctx, 'ruth');
    counting = node.ctx.db.withPlugin({
      transformQuery({ node: query }) {
        asked += 1;
        return query;
      },
      async transformResult({ result }) {
        read = Math.max(read, result.rows.length);
        return result;
      },
    });
    [asked, read] = [0, 0];
  });
  afterAll(() => node?.stop());

  test('who liked a story is counted by the database, and no more are read than are shown', async () => {
    const { uri } = await publish(node.ctx, ruth);
    const likes = Array.from({ length: 13 }, (_, n) => n);
    for (const n of likes) {
      const actorId = await aTeacher(node.ctx, `liker${n}`);
      const kinds = n < 3 ? (['like', 'announce'] as const) : (['like'] as const);
      for (const kind of kinds)
        await saveAppreciation(node.ctx.db, {
          activityUri: `https://h.example/${n}/${kind}`,
          actorId,
          objectUri: uri,
          kind,
        });
    }
    read = 0;
    const { count, by } = await appreciatedBy(counting, uri);
    expect([count, by.length, read]).toEqual([13, 10, 10]);
    expect(by.map(({ handle }) => handle)).toEqual(
      likes
        .slice(3)
        .reverse()
        .map((n) => `liker${n}`),
    );
    expect(await appreciatedBy(counting, `${uri}/nothing`)).toEqual({ count: 0, by: [] });
  });

  test('what was taken back long ago goes in as many questions for five as for one', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { id } = await publish(node.ctx, ruth, aStory({ title: `Gone ${n}` }));
      await takeBackWork(node.ctx, ruth, id, 'changed-mind');
      ids.push(id);
    }
    const [first] = ids as [string];
    const before = (await workById(node.ctx.db, first))?.retractedAt;
    asked = 0;
    const now = new Date(Date.now() + 40 * DAY);
    expect([...(await purgeRetracted(counting, now, now))].sort()).toEqual(ids);
    expect(asked).toBe(3);
    const after = await workById(node.ctx.db, first);
    expect(after).toMatchObject({ state: 'purged', title: '', retractedAt: before });
  });
});
