import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { blockActor } from '../../server/actions/block-actor.ts';
import { receiveActor } from '../../server/actions/receive-actor.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aStranger, aWorkOf, strangerNamed } from '../support/strangers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('searching', () => {
  let node: TestDistrict;
  let ruthId: string;
  let marcusId: string;
  let ruth: Visitor;
  let marcus: Visitor;
  const anybody = () => new Visitor(node.origin);
  const found = async (visitor: Visitor, q: string) =>
    (await visitor.get(`/search?q=${encodeURIComponent(q)}`)).text;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth', { name: 'Ruth Calloway' });
    marcusId = await aTeacher(node.ctx, 'marcus', { name: 'Márcus Whitfield' });
    await aTeacher(node.ctx, 'wenhui', { name: '陈文慧' });
    [ruth, marcus] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'marcus')]);
  });
  afterAll(() => node?.stop());

  const tell = (title: string, more: Partial<Parameters<typeof aStory>[0]> = {}) =>
    publish(
      node.ctx,
      ruthId,
      aStory({
        title,
        gist: 'A gist.',
        tags: [],
        sections: [{ key: 'how', markdown: 'How it was.' }],
        ...more,
      }),
    );

  test('a word is found in all its forms, in the language of the story', async () => {
    await tell('They were interrupting each other on purpose');
    await tell('Opettajien kysymykset', { lang: 'fi' });
    await tell('Las preguntas difíciles', { lang: 'es' });
    expect(await found(anybody(), 'interrupted')).toContain('They were interrupting each other');
    expect(await found(anybody(), 'opettajat kysymyksen')).toContain('Opettajien kysymykset');
    expect(await found(anybody(), 'pregunta dificil')).toContain('Las preguntas difíciles');
    // a form of another language is none of this one
    expect(await found(anybody(), 'preguntar')).not.toContain('They were');
  });

  test('Chinese and Japanese are found by a part of a sentence, and by one sign', async () => {
    await tell('一题三解：让学生自己想', { lang: 'zh' });
    await tell('間違いを大切にする授業', { lang: 'ja' });
    for (const q of ['三解', '学生', '题']) expect(await found(anybody(), q)).toContain('一题三解');
    for (const q of ['大切', '授業']) expect(await found(anybody(), q)).toContain('間違いを大切');
    expect(await found(anybody(), '题解')).not.toContain('一题三解');
    expect(await found(anybody(), '陈文')).toContain('href="/@wenhui"');
  });

  test('short words, the beginning of a word and words in any order; every word counts', async () => {
    await tell('PE with a very big ball', { tags: ['WaitTime'] });
    for (const q of ['PE', 'ball pe', 'wait', 'waittime'])
      expect(await found(anybody(), q)).toContain('PE with a very big ball');
    for (const q of ['p', 'PE balloon'])
      expect(await found(anybody(), q)).not.toContain('PE with a very big ball');
  });

  test('the title weighs more than the gist, and the gist more than the rest', async () => {
    await tell('Third', { sections: [{ key: 'how', markdown: 'We kept a wagtail.' }] });
    await tell('A wagtail');
    await tell('Second', { gist: 'About a wagtail.' });
    const text = await found(anybody(), 'wagtail');
    const places = ['A wagtail<', 'Second<', 'Third<'].map((title) => text.indexOf(title));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('inside stays inside, and what was taken back is gone', async () => {
    await tell('Zebra for everyone');
    await tell('Zebra for us', { audience: 'district' });
    await tell('Zebra for me', { audience: 'me' });
    const gone = await tell('Zebra taken back');
    await takeBackWork(node.ctx, ruthId, gone.id, 'changed-mind');
    const seen = async (visitor: Visitor) => {
      const text = await found(visitor, 'zebra');
      return ['for everyone', 'for us', 'for me', 'taken back'].filter((end) =>
        text.includes(`Zebra ${end}`),
      );
    };
    expect(await seen(anybody())).toEqual(['for everyone']);
    expect(await seen(marcus)).toEqual(['for everyone', 'for us']);
    expect(await seen(ruth)).toEqual(['for everyone', 'for us', 'for me']);
  });

  test('what others wrote is found with their consent alone, and by members alone', async () => {
    const consenting = await aStranger(node.ctx, 'willing', { indexable: true });
    const silent = await aStranger(node.ctx, 'silent', { indexable: false });
    const say = (author: Actor, title: string, searchable?: boolean | null) =>
      receiveWork(node.ctx, author, aWorkOf(author, title, { searchable }));
    await say(consenting, 'Giraffe one');
    await say(consenting, 'Giraffe but not this', false);
    await say(silent, 'Giraffe unasked');
    await say(silent, 'Giraffe this once', true);
    const text = await found(marcus, 'giraffe');
    expect(text).toContain('Giraffe one');
    expect(text).toContain('Giraffe this once');
    expect(text).not.toContain('Giraffe but not this');
    expect(text).not.toContain('Giraffe unasked');
    expect(await found(anybody(), 'giraffe')).not.toContain('Giraffe one');
    // consent can be taken back
    await receiveActor(node.ctx, { ...strangerNamed('willing'), indexable: false });
    expect(await found(marcus, 'giraffe')).not.toContain('Giraffe one');
  });

  test('people are found by a part of the name: those who wish it, and for members those elsewhere who do', async () => {
    await aStranger(node.ctx, 'samwise', { discoverable: true });
    await aStranger(node.ctx, 'samlonely', { discoverable: false });
    const shy = await aTeacher(node.ctx, 'samantha');
    await node.ctx.db.updateTable('actor').set({ discoverable: false }).where('id', '=', shy).execute();
    expect(await found(anybody(), 'whit marcus')).toContain('href="/@marcus"');
    const text = await found(marcus, 'sam');
    expect(text).toContain('@samwise@');
    for (const handle of ['samlonely', 'samantha']) expect(text).not.toContain(handle);
    expect(await found(anybody(), 'sam')).not.toContain('samwise');
  });

  test('whoever is blocked is not found', async () => {
    const rude = await aStranger(node.ctx, 'rude', { indexable: true });
    await receiveWork(node.ctx, rude, aWorkOf(rude, 'Hippopotamus'));
    expect(await found(marcus, 'hippopotamus')).toContain('href="/r/');
    await blockActor(node.ctx, marcusId, rude);
    expect(await found(marcus, 'hippopotamus')).not.toContain('href="/r/');
    expect(await found(ruth, 'hippopotamus')).toContain('href="/r/');
  });

  test('results come in pages, each work once', async () => {
    for (let n = 1; n <= 25; n += 1) await tell(`Lighthouse ${String(n).padStart(2, '0')}`);
    const first = await found(anybody(), 'lighthouse');
    const next = /class="older" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = (await anybody().get(next)).text;
    const titles = [first, second].map((text) => text.match(/Lighthouse \d\d/g) ?? []);
    expect(titles.map((some) => some.length)).toEqual([20, 5]);
    expect(new Set(titles.flat()).size).toBe(25);
    expect(second).not.toContain('class="older"');
  });

  test('nothing found is said in a sentence, with something to do; an odd question is no error', async () => {
    const nothing = await anybody().get('/search?q=xylophone');
    expect(nothing.status).toBe(200);
    expect(nothing.text).toContain('Nothing here speaks of “xylophone”');
    expect(nothing.text).toContain('href="/district"');
    for (const q of ['', '%00', "'", '\\', '&|!:*', '((', 'a'.repeat(3_000), '<->', 'the', '%'])
      expect([q.slice(0, 9), (await anybody().get(`/search?q=${encodeURIComponent(q)}`)).status]).toEqual([
        q.slice(0, 9),
        200,
      ]);
    expect((await anybody().get('/search?q=zebra&page=999999999')).status).toBe(200);
    expect((await anybody().get('/search?q=zebra&page=-1')).text).toContain('Zebra for everyone');
  });

  test('an address leads to its page for those who may open it; others learn nothing, not even its words', async () => {
    const open = await tell('Kookaburra open');
    const mine = await tell('Kookaburra mine', { audience: 'me' });
    const at = async (visitor: Visitor, address: string) => {
      const { status, location } = await visitor.get(`/search?q=${encodeURIComponent(address)}`);
      return [status, location];
    };
    for (const address of [open.uri, open.url])
      expect(await at(anybody(), address)).toEqual([303, '/@ruth/kookaburra-open']);
    for (const address of [mine.uri, mine.url]) {
      expect(await at(ruth, address)).toEqual([303, '/@ruth/kookaburra-mine']);
      expect(await at(marcus, address)).toEqual([422, '']);
      expect(await at(anybody(), address)).toEqual([422, '']);
    }
    expect(await at(anybody(), `@ruth@${node.ctx.host}`)).toEqual([303, '/@ruth']);
    expect(await at(anybody(), `${node.origin}/@ruth`)).toEqual([303, '/@ruth']);
  });

  test('other servers are asked for members alone', async () => {
    const { status, text } = await anybody().get('/search?q=%40sam%40localhost%3A9');
    expect([status, text.includes('Sign in to look things up there')]).toEqual([422, true]);
  });

  test('every page has the box, and no page keeps what was asked', async () => {
    expect((await anybody().get('/')).text).toContain(
      '<form class="site-search" method="get" action="/search"',
    );
    expect((await marcus.get('/')).text).toContain('<form class="site-search"');
    await marcus.get('/search?q=quokkaneedle');
    await anybody().get('/search?q=quokkaneedle');
    const tables = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
      node.ctx.db,
    );
    expect(tables.rows.length).toBeGreaterThan(20);
    for (const { name } of tables.rows) {
      const kept = await sql`select 1 from ${sql.raw(name)} t where t::text ilike '%quokkaneedle%'`.execute(
        node.ctx.db,
      );
      expect([name, kept.rows.length]).toEqual([name, 0]);
    }
  });
});
