import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { adaptationByUri } from '../../server/store/adaptations.ts';
import { workByUri } from '../../server/store/works.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import type { Json, PeerActor } from '../support/peer-actor.ts';
import { fixture, schemaProblems } from '../support/wire-schemas.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

/** Says in NodeInfo that a server knows tries. */
function speaksOurTerms(peer: Peer): void {
  const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.1';
  const serve = (path: string, json: Json) =>
    peer.serve(path, { type: 'application/json', body: JSON.stringify(json) });
  serve('/.well-known/nodeinfo', { links: [{ rel, href: `${peer.origin}/nodeinfo/2.1` }] });
  const software = { name: 'other-node', version: '1.0.0' };
  serve('/nodeinfo/2.1', { software, metadata: { features: ['teaching-practice/1'] } });
}

describe('another software that speaks our terms', () => {
  let known: KnownSender;
  let other: Peer;
  let marja: PeerActor;
  let count = 0;

  beforeAll(async () => {
    known = await openKnownSender(speaksOurTerms);
    other = await openPeer();
    marja = other.actor('marja');
  });

  afterAll(async () => {
    await known?.stop();
    await other?.close();
  });

  /** The example of the documentation, as somebody of this server would send it. */
  const example = (name: 'story' | 'try', by: PeerActor, more: Json = {}): Json => {
    const { id, attributedTo, url, ...rest } = fixture(name);
    const own = `${new URL(by.uri).origin}/objects/${++count}`;
    const text = JSON.stringify(rest).replaceAll(id, own).replaceAll(attributedTo, by.uri);
    const document = { ...JSON.parse(text), id: own, attributedTo: by.uri, url: `${own}/page`, ...more };
    expect(schemaProblems(name, document)).toEqual([]);
    expectGoodShape(document);
    return document;
  };
  const embedded = ({ '@context': _, replies: __, ...object }: Json) => object;
  const ofOurs = (by: PeerActor, more: Json = {}) => {
    const { uri } = known.story;
    return example('try', by, { inReplyTo: uri, isBasedOn: uri, 'tp:lineage': [uri], ...more });
  };
  const tries = async (id: string) => {
    const { db } = known.pine.ctx;
    return db.selectFrom('adaptation').selectAll().where('uri', '=', id).executeTakeFirst();
  };

  test('sends a story, and every term of it is kept', async () => {
    const story = example('story', known.bob);
    expect(await known.done(known.creates(embedded(story)))).toBe('stored');
    expect(await workByUri(known.pine.ctx.db, story.id)).toMatchObject({
      kind: 'practice-story',
      title: story.name,
      gist: story.summary,
      sections: story['tp:sections'],
      gistOther: story['tp:gistOther'],
      subjects: story['tp:subjects'],
      focus: story['tp:focus'],
      ageMin: 15,
      ageMax: 16,
      levelLabel: story['tp:levelLabel'],
      classSize: story['tp:classSize'],
      whyItMatters: story['tp:whyItMatters'],
      madePossibleBy: story['tp:madePossibleBy'],
      licence: 'cc-by',
      builtOn: [{ uri: story.isBasedOn }],
      lineage: story['tp:lineage'],
      version: 2,
      html: expect.stringContaining('<strong>sand timer</strong>'),
    });
  });

  test('sends a try of a story of ours: it appears at once and the author is told', async () => {
    const attempt = ofOurs(known.bob);
    expect(await known.done(known.creates(embedded(attempt)))).toBe('stored');
    expect(await tries(attempt.id)).toMatchObject({
      state: 'published',
      of_uri: known.story.uri,
      of_title: 'Seven silent seconds',
      context: attempt['tp:context'],
      changed: attempt['tp:changed'],
      kept: attempt['tp:kept'],
      happened: attempt['tp:happened'],
      verdict: 'worked',
      tip: attempt['tp:tip'],
      evidence: [
        {
          ...attempt['tp:evidence'][0],
          rows: [{ n: 24 }, { cells: ['4b', null, 16] }],
          columns: [{}, {}, {}],
        },
      ],
      lineage: [known.story.uri],
    });
    const { db } = known.pine.ctx;
    const notices = await db
      .selectFrom('notice')
      .select(['kind', 'about_uri'])
      .where('object_uri', '=', attempt.id)
      .execute();
    expect(notices).toEqual([{ kind: 'tried', about_uri: known.story.uri }]);
    const collection = await (await fetch(`${known.story.uri}/tries`)).json();
    expect(collection.orderedItems).toContain(attempt.id);
  });

  test('a table that does not fit its caps is left out, and the try stays', async () => {
    const [table] = fixture('try')['tp:evidence'];
    const { columns, rows } = table;
    for (const wrong of [
      { ...table, rows: Array(25).fill(rows[0]) },
      { ...table, columns: Array(9).fill(columns[1]) },
      { ...table, columns: [columns[0], { name: 'right', type: 'percent' }], rows: [{ cells: ['4a', 40] }] },
      { ...table, rows: [{ cells: ['4a', '<b>11</b>', 19] }] },
      'a table',
    ]) {
      const attempt: Json = { ...ofOurs(known.bob), 'tp:evidence': [wrong] };
      expect(await known.done(known.creates(embedded(attempt)))).toBe('stored');
      expect(await tries(attempt.id)).toMatchObject({ happened: attempt['tp:happened'], evidence: [] });
    }
  });

  test('a try from a server that does not say so waits for the author', async () => {
    const attempt = ofOurs(marja);
    const create = known.creates(embedded(attempt), marja);
    expect((await other.send(marja, known.inbox, create)).status).toBe(202);
    expect(await known.outcome(create.id)).toBe('stored');
    expect(await tries(attempt.id)).toMatchObject({ state: 'held' });
    const collection = await (await fetch(`${known.story.uri}/tries`)).json();
    expect(collection.orderedItems).not.toContain(attempt.id);
  });

  test('a try of something unknown here, asked for by its address, can be tried and built on', async () => {
    const attempt = example('try', known.bob);
    known.peer.serve(attempt.id, attempt);
    const { ctx } = known.pine;
    const found = await ctx.lookup.object(attempt.id);
    expect(found).toMatchObject({ kind: 'try', uri: attempt.id, lineage: attempt['tp:lineage'] });
    const ruth = known.pine.ctx.db.selectFrom('actor').select('id').where('handle', '=', 'ruth');
    const { id } = await ruth.executeTakeFirstOrThrow();
    const told = tryInput.parse({ happened: 'It did.', verdict: 'worked' });
    const { uri } = await reportTry(ctx, id, found.uri, told);
    const own = await adaptationByUri(ctx.db, uri);
    expect(own).toMatchObject({ ofUri: attempt.id, lineage: [...attempt['tp:lineage'], attempt.id] });
  });

  test('names an object by its address alone: it is fetched', async () => {
    const story = example('story', known.bob);
    known.peer.serve(story.id, story);
    expect(await known.done(known.creates(story.id))).toBe('stored');
    expect(await workByUri(known.pine.ctx.db, story.id)).toMatchObject({ kind: 'practice-story' });
  });

  test('pushes less than it serves: what it serves is taken', async () => {
    const story = example('story', known.bob);
    known.peer.serve(story.id, story);
    const thin = Object.fromEntries(
      Object.entries(embedded(story)).filter(([key]) => !key.startsWith('tp:')),
    );
    expect(await known.done(known.creates(thin))).toBe('stored');
    expect(await workByUri(known.pine.ctx.db, story.id)).toMatchObject({
      kind: 'practice-story',
      sections: story['tp:sections'],
    });
  });

  test('sends an edit: only a later one counts', async () => {
    const story = example('story', known.bob);
    await known.done(known.creates(embedded(story)));
    const at = (updated: string, name: string) =>
      known.activity('Update', { ...embedded(story), updated, name });
    expect(await known.done(at('2026-11-21T09:30:00Z', 'The same time'))).toBe('older');
    expect(await known.done(at('2026-11-21T09:29:59Z', 'Earlier'))).toBe('older');
    expect(await known.done(at('2026-11-21T09:30:01Z', 'Later'))).toBe('updated');
    expect(await workByUri(known.pine.ctx.db, story.id)).toMatchObject({ title: 'Later' });
  });

  test('takes a story back: nothing of its text stays, and it does not return', async () => {
    const story = example('story', known.bob);
    await known.done(known.creates(embedded(story)));
    expect(await known.done(known.activity('Delete', { id: story.id, type: 'Tombstone' }))).toBe(
      'taken-back',
    );
    const { db } = known.pine.ctx;
    const row = await db.selectFrom('work').selectAll().where('uri', '=', story.id).executeTakeFirst();
    expect(row).toMatchObject({ state: 'purged', raw: null });
    expect(JSON.stringify(row)).not.toMatch(/silent|timer|sand/);
    expect(await known.done(known.creates(embedded(story)))).toBe('taken-back');
  });
});
