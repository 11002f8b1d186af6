import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { markStale } from '../../server/actions/context.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { theDistrict } from '../../server/store/districts.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import type { Json } from '../support/peer-actor.ts';

const MANY = 450;

describe('a collection that is longer than a page', () => {
  let pine: TestDistrict;
  let peer: Peer;
  let story: string;

  beforeAll(async () => {
    [pine, peer] = await Promise.all([openDistrict(), openPeer()]);
    story = (await publish(pine.ctx, await aTeacher(pine.ctx, 'ruth'))).uri;
    const sam = await aTeacher(pine.ctx, 'sam');
    await writeReply(pine.ctx, sam, story, { text: 'Did they mind the wait?', lang: 'en' });
    await again('reply');
    await again('work');
  });

  afterAll(async () => {
    await pine?.stop();
    await peer?.close();
  });

  /** the only row of a table, many times */
  const again = async (table: 'reply' | 'work' | 'adaptation') => {
    const { rows } = await sql<{ names: string }>`
      select string_agg(quote_ident(attname), ', ') as names from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
      pine.ctx.db,
    );
    const names = sql.raw(rows[0]?.names ?? '');
    await sql`
      insert into ${sql.table(table)} (${names}) select ${names} from (
        select (jsonb_populate_record(one, jsonb_build_object(
          'id', left(one.id, 22) || lpad(n::text, 4, '0'), 'uri', one.uri || '-' || n, 'slug', n::text))).*
        from ${sql.table(table)} one, generate_series(1, ${sql.lit(MANY - 1)}) n) copies`.execute(
      pine.ctx.db,
    );
  };

  const json = async (address: string): Promise<Json> => {
    const answer = await peer.get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    return (await answer.json()) as Json;
  };
  /** every item, page by page; each page is what it was called */
  const readThrough = async (collection: Json): Promise<string[]> => {
    const items: unknown[] = [];
    let next = typeof collection.first === 'string' ? collection.first : collection.first.id;
    while (next) {
      const page = await json(next);
      expect(page).toMatchObject({ id: next, partOf: collection.id });
      expect(page.type).toBe(`${collection.type}Page`);
      items.push(...(page.items ?? page.orderedItems));
      next = page.next;
    }
    return items.map((item) => (typeof item === 'string' ? item : (item as Json).object));
  };

  test('of replies says how many there are, and every page that it names is there', async () => {
    const { replies } = await json(story);
    expect(replies).toEqual((({ '@context': _, ...rest }) => rest)(await json(replies.id)));
    expect(replies).toMatchObject({ type: 'Collection', totalItems: MANY });
    const first = (({ '@context': _, ...rest }) => rest)(await json(replies.first.id));
    expect(replies.first).toEqual(first);
    expect(first.items).toHaveLength(200);
    expect(new Set(await readThrough(replies)).size).toBe(MANY);
  });

  test('of a whole conversation too', async () => {
    const { context, attributedTo } = await json(story);
    const thread = await json(context);
    expect(thread).toMatchObject({ type: 'OrderedCollection', totalItems: MANY + 1, attributedTo });
    const all = await readThrough(thread);
    expect(all[0]).toBe(story);
    expect(new Set(all).size).toBe(MANY + 1);
  });

  test('of the district’s boosts too', async () => {
    const id = `${(await theDistrict(pine.ctx.db))?.actor.id}`;
    const outbox = await json(`${pine.origin}/ap/actors/${id}/outbox`);
    expect(outbox).toMatchObject({ totalItems: MANY });
    expect(new Set(await readThrough(outbox)).size).toBe(MANY);
  });

  test('of a district that boosts nothing names a page that is there', async () => {
    const outbox = await json(`${pine.origin}/ap/actor/outbox`);
    expect(await readThrough(outbox)).toEqual([]);
  });

  test('has no other pages', async () => {
    for (const page of [MANY, '0', '-1', 'x', '9'.repeat(9)])
      for (const name of ['replies', 'context'])
        expect((await peer.get(`${story}/${name}?page=${page}`)).status).toBe(
          page === MANY && name === 'context' ? 200 : 404,
        );
  });

  test('of tries: fewer stand in the collection itself', async () => {
    const { uri } = await publish(pine.ctx, await aTeacher(pine.ctx, 'noor'));
    const tried = tryInput.parse({ happened: 'They spoke.', verdict: 'worked' });
    const one = await reportTry(pine.ctx, await aTeacher(pine.ctx, 'jordan'), uri, tried);
    expect(await json(`${uri}/tries`)).toMatchObject({ totalItems: 1, orderedItems: [one.uri] });
    await again('adaptation');
    await markStale(pine.ctx.db, `object:${uri}`);
    const tries = await json(`${uri}/tries`);
    expect(tries).toMatchObject({ type: 'OrderedCollection', totalItems: MANY });
    expect(new Set(await readThrough(tries)).size).toBe(MANY);
  });
});
