import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { showListed } from '../../server/actions/backfill.ts';
import { blockActor } from '../../server/actions/block-actor.ts';
import { decideReply } from '../../server/actions/decide-reply.ts';
import { planTry } from '../../server/actions/plan-try.ts';
import { receiveTakeBack } from '../../server/actions/receive-take-back.ts';
import { receiveTry } from '../../server/actions/receive-try.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { setDomainRule } from '../../server/actions/set-domain-rule.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import type { Viewer } from '../../server/domain/audience.ts';
import { domainRuleInput } from '../../server/domain/domain-rule.ts';
import { lineageBelow } from '../../server/reads/lineage.ts';
import { publicTriesOf } from '../../server/reads/wire-collections.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aStranger, aTryOf, aWorkOf } from '../support/strangers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const ANYBODY: Viewer = { kind: 'anonymous' };

describe('what has its place under a story is for its author to decide', () => {
  let node: TestDistrict;
  let ids: Record<'ruth' | 'marcus' | 'jordan', string>;
  let ruth: Visitor;
  const strangers = new Map<string, Actor>();
  beforeAll(async () => {
    node = await openDistrict();
    ids = {
      ruth: await aTeacher(node.ctx, 'ruth', { role: 'admin' }),
      marcus: await aTeacher(node.ctx, 'marcus'),
      jordan: await aTeacher(node.ctx, 'jordan'),
    };
    ruth = await signedIn(node.origin, 'ruth');
  });
  afterAll(() => node?.stop());
  // what one person tells another in a day is counted
  beforeEach(() =>
    sql`update adaptation set created_at = created_at - interval '2 days'`.execute(node.ctx.db),
  );

  const stranger = async (handle: string, host = `${handle}.example`): Promise<Actor> => {
    const uri = `https://${host}/users/${handle}`;
    const known =
      strangers.get(uri) ?? (await aStranger(node.ctx, handle, { uri, host, inbox: `${uri}/inbox` }));
    strangers.set(uri, known);
    return known;
  };
  const story = () => publish(node.ctx, ids.ruth, aStory({ title: 'The first' }));
  const pageOf = async (of: { url: string }, who = new Visitor(node.origin)) =>
    (await who.get(new URL(of.url).pathname)).text;
  const shown = async (uri: string) =>
    (await lineageBelow(node.ctx.db, ANYBODY, uri)).nodes.map((one) => one.uri);
  const told = (more = {}) =>
    tryInput.parse({ changed: 'Pairs.', happened: 'They spoke.', verdict: 'worked', ...more });
  /** A story of a stranger that says it was built on one of ours. */
  const built = async (by: Actor, on: string, title: string, more = {}) => {
    const work = aWorkOf(by, title, {
      uri: `${by.uri}/works/${encodeURIComponent(title)}`,
      builtOn: [{ uri: on }],
      ...more,
    });
    return { uri: work.uri, outcome: await receiveWork(node.ctx, by, work) };
  };
  const notices = async (about: string) =>
    (
      await node.ctx.db
        .selectFrom('notice')
        .select(['kind', 'object_uri'])
        .where('about_uri', '=', about)
        .where('person_id', '=', ids.ruth)
        .execute()
    ).map(({ kind, object_uri }) => `${kind} ${object_uri}`);

  test('a story that a stranger built on it waits, is announced, and stands there once it is shown', async () => {
    const first = await story();
    const { uri } = await built(await stranger('ana'), first.uri, 'Words of Ana');
    expect(await pageOf(first)).not.toContain('Words of Ana');
    expect(await pageOf(first, ruth)).toContain('Words of Ana');
    expect(await notices(first.uri)).toEqual([`reply-held ${uri}`]);
    const { id } = (await workByUri(node.ctx.db, uri)) ?? { id: '' };
    expect((await (await signedIn(node.origin, 'marcus')).post(`/replies/${id}/show`)).status).toBe(404);
    expect((await ruth.post(`/replies/${id}/show`)).status).toBe(303);
    expect(await pageOf(first)).toContain('Words of Ana');
    // an edit of it is no new question
    await built(await stranger('ana'), first.uri, 'Words of Ana', {
      updatedAt: new Date('2026-04-01T09:00:00Z'),
      gist: 'Newer.',
    });
    expect(await shown(first.uri)).toEqual([uri]);
    expect((await ruth.post(`/replies/${id}/hide`)).status).toBe(303);
    expect(await pageOf(first)).not.toContain('Words of Ana');
    expect(await pageOf(first, ruth)).toContain('Show it here again');
  });

  test('of somebody who is blocked, or from a server that is kept quiet, nothing appears; nobody comes first by a false date', async () => {
    const first = await story();
    const mean = await stranger('mean');
    await blockActor(node.ctx, ids.ruth, mean);
    await built(mean, first.uri, 'Ruth is a fraud');
    const quiet = await stranger('loud');
    await setDomainRule(
      node.ctx,
      ids.ruth,
      domainRuleInput.parse({ domain: 'loud.example', severity: 'silence' }),
    );
    for (let n = 0; n < 25; n += 1) await built(quiet, first.uri, `Loud ${n}`);
    expect(await shown(first.uri)).toEqual([]);
    // twenty wait; more of them are out of sight
    expect((await notices(first.uri)).filter((one) => one.startsWith('reply-held'))).toHaveLength(20);
    const honest = await reportTry(node.ctx, ids.marcus, first.uri, told());
    const false_ = await built(await stranger('ana'), first.uri, 'From 2020', {
      publishedAt: new Date('2020-01-01T00:00:00Z'),
    });
    await decideReply(node.ctx, ids.ruth, (await workByUri(node.ctx.db, false_.uri))?.id ?? '', 'show');
    expect(await shown(first.uri)).toEqual([honest.uri, false_.uri]);
  });

  test('tries of strangers are under the brake as replies are', async () => {
    const first = await story();
    const ana = await stranger('ana');
    const outcomes = [];
    for (let n = 0; n < 25; n += 1)
      outcomes.push(
        await receiveTry(node.ctx, ana, aTryOf(ana, first.uri, { uri: `${ana.uri}/tries/${first.id}-${n}` })),
      );
    expect(outcomes.filter((one) => one === 'stored')).toHaveLength(21);
    expect(outcomes.at(-1)).toBe('busy');
    expect((await notices(first.uri)).filter((one) => one.startsWith('busy'))).toHaveLength(1);
  });

  test('what was only ever held leaves no place when it is taken back; places hide no try', async () => {
    const first = await story();
    const ana = await stranger('ana');
    for (let n = 0; n < 8; n += 1) {
      const uri = `${ana.uri}/tries/gone-${n}`;
      await receiveTry(node.ctx, ana, aTryOf(ana, first.uri, { uri }));
      await receiveTakeBack(node.ctx, ana, uri);
    }
    const real = await reportTry(node.ctx, ids.marcus, first.uri, told());
    const page = await lineageBelow(node.ctx.db, ANYBODY, first.uri, { limit: 3 });
    expect([page.nodes.map(({ uri }) => uri), page.next]).toEqual([[real.uri], null]);
    // and those that were shown count for nothing while nothing hangs on them
    const { uri } = await story();
    await node.ctx.db
      .insertInto('lineage_edge')
      .values(
        Array.from({ length: 7 }, (_, n) => ({
          child_uri: `https://gone.example/${n}`,
          parent_uri: uri,
          relation: 'tried',
          told_at: new Date('2026-01-01T00:00:00Z'),
        })),
      )
      .execute();
    const last = await reportTry(node.ctx, ids.marcus, uri, told());
    const below = await lineageBelow(node.ctx.db, ANYBODY, uri, { limit: 3 });
    expect([below.nodes.map((one) => one.uri), below.next]).toEqual([[last.uri], null]);
  });

  test('where very much is for others, the rest is on a page of its own', async () => {
    const { uri } = await story();
    const secret = await reportTry(node.ctx, ids.marcus, uri, told({ audience: 'me' }));
    const copies = Array.from({ length: 25 }, (_, n) => `${secret.uri}-${n}`);
    const row = await adaptationByUri(node.ctx.db, secret.uri);
    for (const [n, copy] of copies.entries()) {
      await node.ctx.db
        .insertInto('adaptation')
        .values({
          id: `${row?.id.slice(0, 22)}${String(n).padStart(4, '0')}`,
          uri: copy,
          author_id: ids.marcus,
          of_uri: uri,
          happened: 'x',
          lang: 'en',
          audience: 'me',
          state: 'published',
          published_at: new Date(),
        })
        .execute();
      await node.ctx.db
        .insertInto('lineage_edge')
        .values({
          child_uri: copy,
          parent_uri: uri,
          relation: 'tried',
          told_at: new Date('2026-01-01T00:00:00Z'),
        })
        .execute();
    }
    const real = await reportTry(node.ctx, ids.jordan, uri, told());
    const seen: string[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const page: { nodes: { uri: string }[]; next: number | null } = await lineageBelow(
        node.ctx.db,
        ANYBODY,
        uri,
        { from, limit: 1 },
      );
      seen.push(...page.nodes.map((one) => one.uri));
      from = page.next;
    }
    expect(seen).toEqual([real.uri]);
  });

  test('a blocked colleague tells of no try, and what they told elsewhere in the tree is not on the page', async () => {
    const first = await story();
    const attempt = await reportTry(node.ctx, ids.marcus, first.uri, told());
    const under = await reportTry(node.ctx, ids.jordan, attempt.uri, told({ happened: 'zqblocked' }));
    expect(await pageOf(first)).toContain('zqblocked');
    const jordan = (await node.ctx.db
      .selectFrom('actor')
      .selectAll()
      .where('id', '=', ids.jordan)
      .executeTakeFirstOrThrow()) as unknown as Actor;
    await blockActor(node.ctx, ids.ruth, jordan);
    expect(
      JSON.stringify(await lineageBelow(node.ctx.db, ANYBODY, first.uri, { ownerId: ids.ruth })),
    ).not.toContain(under.uri);
    await expect(reportTry(node.ctx, ids.jordan, first.uri, told())).rejects.toMatchObject({
      say: 'replies-closed',
    });
    await node.ctx.db
      .deleteFrom('block')
      .where('blocker_id', '=', ids.ruth)
      .where('blocked_id', '=', ids.jordan)
      .execute();
  });

  test('what hangs on a colleague’s try is for them to decide, and what one may not read for nobody', async () => {
    const first = await story();
    const attempt = await reportTry(node.ctx, ids.marcus, first.uri, told());
    const under = await reportTry(node.ctx, ids.jordan, attempt.uri, told());
    expect(await pageOf(first, ruth)).not.toContain(`/replies/${under.id}/hide`);
    await expect(decideReply(node.ctx, ids.ruth, under.id, 'hide')).rejects.toMatchObject({
      kind: 'not-found',
    });
    await decideReply(node.ctx, ids.marcus, under.id, 'hide');
    const secret = await reportTry(node.ctx, ids.marcus, first.uri, told({ audience: 'me' }));
    await expect(decideReply(node.ctx, ids.ruth, secret.id, 'hide')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('of what was tried elsewhere the author of the origin decides', async () => {
    const first = await story();
    const ana = await stranger('ana');
    const parent = `${ana.uri}/tries/far-${first.id}`;
    await receiveTry(node.ctx, ana, aTryOf(ana, first.uri, { uri: parent, lineage: [first.uri] }));
    const { id } = (await adaptationByUri(node.ctx.db, parent)) ?? { id: '' };
    await decideReply(node.ctx, ids.ruth, id, 'show');
    const under = await reportTry(node.ctx, ids.marcus, parent, told({ happened: 'zqfar' }));
    expect(await pageOf(first, ruth)).toContain(`/replies/${under.id}/hide`);
    await decideReply(node.ctx, ids.ruth, under.id, 'hide');
    expect(await pageOf(first)).not.toContain('zqfar');
  });

  test('a try that waited has its place once its server lists it', async () => {
    const ana = await stranger('ana');
    const root = aWorkOf(ana, 'Far away', { uri: `${ana.uri}/works/listed` });
    await receiveWork(node.ctx, ana, root);
    const bob = await stranger('bob');
    const uri = `${bob.uri}/tries/listed`;
    await receiveTry(node.ctx, bob, aTryOf(bob, root.uri, { uri }));
    const seen = async () =>
      (await lineageBelow(node.ctx.db, { kind: 'member', actorId: ids.ruth, role: 'member' }, root.uri)).nodes
        .length;
    expect(await seen()).toBe(0);
    await showListed(node.ctx, uri);
    expect(await seen()).toBe(1);
  });

  test('a colleague’s try that is hidden goes from that page alone', async () => {
    const first = await story();
    const attempt = await reportTry(node.ctx, ids.marcus, first.uri, told({ happened: 'zqstays' }));
    await decideReply(node.ctx, ids.ruth, attempt.id, 'hide');
    expect(await pageOf(first)).not.toContain('zqstays');
    expect(await pageOf(attempt)).toContain('zqstays');
    expect((await publicTriesOf(node.ctx.db, first.uri, { offset: 0, limit: 10 })).items).toEqual([]);
    await decideReply(node.ctx, ids.ruth, attempt.id, 'show');
    expect(await shown(first.uri)).toEqual([attempt.uri]);
  });

  test('what was taken back is not brought back by hiding or showing it', async () => {
    const first = await story();
    const ana = await stranger('ana');
    const uri = `${ana.uri}/tries/race`;
    await receiveTry(node.ctx, ana, aTryOf(ana, first.uri, { uri }));
    const { id } = (await adaptationByUri(node.ctx.db, uri)) ?? { id: '' };
    await Promise.allSettled([
      receiveTakeBack(node.ctx, ana, uri),
      decideReply(node.ctx, ids.ruth, id, 'show'),
      decideReply(node.ctx, ids.ruth, id, 'hide'),
    ]);
    expect((await adaptationByUri(node.ctx.db, uri))?.state).toBe('withdrawn');
    await expect(decideReply(node.ctx, ids.ruth, id, 'show')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('one person tells one author of so many tries in a day and no more', async () => {
    const first = await story();
    const jane = await aTeacher(node.ctx, 'jane');
    for (let n = 0; n < 20; n += 1) await reportTry(node.ctx, jane, first.uri, told());
    await expect(reportTry(node.ctx, jane, first.uri, told())).rejects.toMatchObject({ say: 'tries-today' });
  });

  test('what was planned and taken back since can still be told of, under the title as it is remembered', async () => {
    const first = await story();
    await planTry(node.ctx, ids.marcus, first.uri, { plannedFor: null, word: '' });
    await takeBackWork(node.ctx, ids.ruth, first.id, 'changed-mind');
    const marcus = await signedIn(node.origin, 'marcus');
    const of = encodeURIComponent(first.uri);
    expect((await marcus.get(`/write/tried?of=${of}`)).text).toContain('The first');
    expect((await (await signedIn(node.origin, 'jordan')).get(`/write/tried?of=${of}`)).status).not.toBe(200);
    const attempt = await reportTry(node.ctx, ids.marcus, first.uri, told());
    expect((await adaptationByUri(node.ctx.db, attempt.uri))?.ofTitle).toBe('The first');
    expect((await fetch(attempt.url)).status).toBe(200);
    // a day that is gone is no plan
    await expect(
      planTry(node.ctx, ids.marcus, (await story()).uri, { plannedFor: '1999-01-01', word: '' }),
    ).rejects.toMatchObject({ say: 'past' });
  });

  test('a story built on a try that stays inside comes from the nearest that everybody may know', async () => {
    const first = await story();
    const inside = await reportTry(node.ctx, ids.marcus, first.uri, told({ audience: 'me' }));
    const grown = await publish(
      node.ctx,
      ids.marcus,
      aStory({ title: 'Grown', builtOn: [{ uri: inside.uri }] }),
    );
    expect(await shown(first.uri)).toEqual([grown.uri]);
    expect((await workByUri(node.ctx.db, grown.uri))?.lineage).toEqual([first.uri]);
    expect(await pageOf(grown)).not.toContain(inside.uri);
  });
});
