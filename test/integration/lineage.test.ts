import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { countAsTry } from '../../server/actions/count-as-try.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import type { Viewer } from '../../server/domain/audience.ts';
import { lineageBelow, wholeLineage } from '../../server/reads/lineage.ts';
import { stateParents, supposeParents } from '../../server/store/lineage.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';

const ANYBODY: Viewer = { kind: 'anonymous' };

describe('the way of an idea', () => {
  let node: TestDistrict;
  let ruth: string;
  let marcus: string;
  let jordan: string;
  beforeAll(async () => {
    node = await openDistrict();
    [ruth, marcus, jordan] = await Promise.all([
      aTeacher(node.ctx, 'ruth'),
      aTeacher(node.ctx, 'marcus'),
      aTeacher(node.ctx, 'jordan'),
    ]);
  });
  afterAll(() => node?.stop());
  // what one person tells another in a day is counted
  beforeEach(() =>
    sql`update adaptation set created_at = created_at - interval '2 days'`.execute(node.ctx.db),
  );

  const aTry = (of: string, more: Record<string, unknown> = {}, by = marcus) =>
    reportTry(
      node.ctx,
      by,
      of,
      tryInput.parse({ changed: 'Two timers.', happened: 'They waited.', verdict: 'worked', ...more }),
    );
  const member = (actorId: string): Viewer => ({ kind: 'member', actorId, role: 'member' });
  const urisBelow = async (viewer: Viewer, uri: string, page = {}) =>
    (await lineageBelow(node.ctx.db, viewer, uri, page)).nodes.map((one) => one.uri);

  test('what is for some alone takes what hangs on it along', async () => {
    const { uri } = await publish(node.ctx, ruth);
    const inside = await aTry(uri, { audience: 'district' });
    const below = await aTry(inside.uri);
    expect(await urisBelow(ANYBODY, uri)).toEqual([]);
    const [seen] = (await lineageBelow(node.ctx.db, member(ruth), uri)).nodes;
    expect([seen?.uri, seen?.children[0]?.uri]).toEqual([inside.uri, below.uri]);
    expect(await wholeLineage(node.ctx.db, ANYBODY, below.uri)).toBeNull();
  });

  test('a try that is taken back leaves a place while something hangs on it, and none otherwise', async () => {
    const { uri } = await publish(node.ctx, ruth);
    const [first, alone] = [await aTry(uri), await aTry(uri)];
    const second = await aTry(first.uri);
    await takeBackTry(node.ctx, marcus, first.id);
    await takeBackTry(node.ctx, marcus, alone.id);
    const { nodes } = await lineageBelow(node.ctx.db, ANYBODY, uri);
    expect(nodes).toMatchObject([{ uri: first.uri, told: null, children: [{ uri: second.uri }] }]);
    expect(nodes).toHaveLength(1);
  });

  test('claims that lead in a circle end, from wherever one looks', async () => {
    const { uri } = await publish(node.ctx, ruth);
    const attempt = await aTry(uri);
    const again = await aTry(attempt.uri);
    const toldAt = new Date();
    // what no honest server says
    await stateParents(node.ctx.db, { uri, toldAt, parents: [{ uri: again.uri, relation: 'built-on' }] });
    for (const start of [uri, attempt.uri, again.uri]) {
      const whole = await wholeLineage(node.ctx.db, ANYBODY, start);
      const seen: string[] = [];
      const walk = (one: { uri: string; children: readonly unknown[] }) => {
        seen.push(one.uri);
        for (const child of one.children) walk(child as typeof one);
      };
      if (whole) walk(whole.origin);
      expect([...seen].sort()).toEqual([again.uri, attempt.uri, uri].sort());
    }
  });

  test('nobody else says where a thing came from that is held here', async () => {
    const [one, other] = [await publish(node.ctx, ruth), await publish(node.ctx, ruth)];
    await supposeParents(node.ctx.db, [{ childUri: one.uri, parentUri: other.uri }], new Date());
    expect(await urisBelow(ANYBODY, other.uri)).toEqual([]);
  });

  test('comes in pages of thirty, and in each the order in which it was told', async () => {
    const { uri, url } = await publish(node.ctx, ruth, aStory({ title: 'Often tried' }));
    const all: string[] = [];
    for (let number = 0; number < 32; number += 1) {
      const subject = number === 31 ? { subjects: ['music'], ageMin: 7, ageMax: 8 } : {};
      all.push(
        (
          await aTry(
            uri,
            { ...subject, audience: number === 3 ? 'me' : 'everyone' },
            number < 16 ? marcus : jordan,
          )
        ).uri,
      );
    }
    all.splice(3, 1);
    const first = await lineageBelow(node.ctx.db, ANYBODY, uri);
    expect(first.nodes.map((one) => one.uri)).toEqual(all.slice(0, 30));
    const second = await lineageBelow(node.ctx.db, ANYBODY, uri, { from: first.next ?? 0 });
    expect([second.nodes.map((one) => one.uri), second.next]).toEqual([all.slice(30), null]);
    const like = { subjects: ['music'], ageMin: 6, ageMax: 9 };
    expect((await urisBelow(ANYBODY, uri, { like }))[0]).toBe(all.at(-1));

    const html = await (await fetch(url)).text();
    expect(html.match(/class="try-card"/g)).toHaveLength(30);
    const next = /href="([^"]*from=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const later = await (await fetch(node.origin + next.split('#')[0])).text();
    expect(later.match(/class="try-card"/g)).toHaveLength(1);
  });

  test('a reply that counts as a try is read by those who read what it hangs on, also from what was built on it', async () => {
    const inside = await publish(node.ctx, ruth, aStory({ title: 'Inside', audience: 'district' }));
    const reply = await writeReply(node.ctx, marcus, inside.uri, { text: 'We tried zqinside.', lang: 'en' });
    await countAsTry(node.ctx, ruth, reply.id, true);
    const built = await publish(
      node.ctx,
      ruth,
      aStory({ title: 'Built on it', builtOn: [{ uri: reply.uri }] }),
    );
    expect(JSON.stringify(await wholeLineage(node.ctx.db, ANYBODY, built.uri))).not.toContain('zqinside');
    expect(JSON.stringify(await wholeLineage(node.ctx.db, member(marcus), built.uri))).toContain('zqinside');
    expect(await (await fetch(`${built.url}/lineage`)).text()).not.toContain('zqinside');
  });

  test('a tree that is too wide for a page shows what fits, and says so', async () => {
    const { uri } = await publish(node.ctx, ruth);
    const { id } = await aTry(uri);
    await sql`
      insert into adaptation (id, uri, author_id, of_uri, happened, lang, audience, state, published_at)
      select substr(id, 1, 20) || lpad(n::text, 6, '0'), uri || '-' || n, author_id, of_uri, happened, lang, audience, state, published_at
      from adaptation, generate_series(1, 220) n where id = ${id}`.execute(node.ctx.db);
    await sql`
      insert into lineage_edge (child_uri, parent_uri, relation, told_at)
      select uri, of_uri, 'tried', published_at from adaptation where of_uri = ${uri} on conflict do nothing`.execute(
      node.ctx.db,
    );
    const tree = await wholeLineage(node.ctx.db, ANYBODY, uri);
    expect([tree?.origin.children.length, tree?.whole]).toEqual([150, false]);
  });
});
