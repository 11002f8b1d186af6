import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { tableForm } from '../support/tables.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const TOLD = {
  changed: 'Pairs.',
  happened: 'More spoke.',
  verdict: 'worked',
  lang: 'en',
  audience: 'everyone',
};
const COLUMNS = ['Class', 'before', 'after'];
const CLASSES = tableForm(COLUMNS, [
  ['Class A', 11, 16, 27],
  ['Class B', 12, 19, 26],
]);
const NEWCOMERS = tableForm(COLUMNS, [
  ['Class A', 11, 16, 27],
  ['Newcomers', 3, 4, 5],
  ['Class B', 12, 19, 26],
]);

describe('a small table in a try', () => {
  let node: TestDistrict;
  let marcus: Visitor;
  let ruthId: string;
  let story: { uri: string; page: string };
  const anybody = () => new Visitor(node.origin);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    marcus = await signedIn(node.origin, 'marcus');
  });
  beforeEach(async () => {
    const { uri, url } = await publish(node.ctx, ruthId, aStory());
    story = { uri, page: new URL(url).pathname };
  });
  afterAll(() => node?.stop());

  const send = (fields: Record<string, string>) =>
    marcus.post('/write/tried', { ...TOLD, of: story.uri, ...fields });
  const idIn = (location: string) => location.split('#try-')[1] ?? '';
  const stored = async (id: string) =>
    (await node.ctx.db.selectFrom('adaptation').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
      .evidence;
  /** The name of the choices of the one question about the table. */
  const question = (text: string) => /name="(check-[^"]+)" value="hide"/.exec(text)?.[1] ?? '';

  test('begins with a shape, grows by buttons, and nothing that was written is lost', async () => {
    const first = await send({ 'table-go': 'begin before-after' });
    expect(first.status).toBe(200);
    for (const kept of ['Pairs.', 'More spoke.', 'value="worked" checked'])
      expect(first.text).toContain(kept);
    expect(first.text).toMatch(/name="table-column-2"[^>]*value="before"/);
    const begun = { ...tableForm(COLUMNS, [['My class', 11, 16, 27]]), 'table-caption': 'Hands' };
    const row = await send({ ...begun, 'table-go': 'row' });
    expect([row.status, row.text.includes('name="table-cell-2-3"')]).toEqual([200, true]);
    for (const kept of ['My class', 'value="11"', 'value="27"', 'Hands', 'More spoke.'])
      expect(row.text).toContain(kept);
    const column = await send({ ...begun, 'table-go': 'column' });
    expect(column.text).toContain('name="table-column-4"');
    const out = await send({ ...begun, 'table-go': 'leave-out' });
    expect(out.text).not.toContain('My class');
    expect(out.text).toContain('More spoke.');
    // the page begins where something happened
    const focus = (text: string) => /<[^>]*autofocus[^>]*>/.exec(text)?.[0];
    expect(focus(first.text)).toContain('name="table-caption"');
    expect(focus(row.text)).toContain('name="table-cell-2-1"');
    expect(focus(column.text)).toContain('name="table-column-4"');
    expect(focus(out.text)).toContain('<summary');
    // the Enter key sends the try: the first button of the form says nothing of the table
    expect(
      /<button[^>]*type="submit"[^>]*>/.exec(out.text.slice(out.text.indexOf('action="/write/tried"')))?.[0],
    ).toContain('hidden');
    expect((await anybody().get(story.page)).text).not.toContain('More spoke.');
  });

  test('is shown as a table on its own page and in its card', async () => {
    const sent = await send({ ...CLASSES, 'table-caption': 'Who spoke' });
    const id = idIn(sent.location);
    for (const path of [story.page, `/@marcus/tries/${id}`]) {
      const { text } = await marcus.get(path);
      expect(text).toContain('Who spoke</caption>');
      expect(text).toMatch(/<th scope="col"[^>]*>after<\/th>/);
      expect(text).toMatch(
        /<th scope="row"[^>]*>Class B<\/th><td[^>]*>12<\/td><td[^>]*>19<\/td><td[^>]*>26<\/td>/,
      );
    }
    expect((await stored(id))[0]).toMatchObject({ rows: [{ n: 27 }, { n: 26 }] });
  });

  test('what is missing is said at its box, and the numbers stay', async () => {
    const { status, text } = await send({ ...CLASSES, 'table-n-2': '', 'table-cell-1-2': 'many' });
    expect(status).toBe(422);
    expect(text).toContain('Say how many students are behind the numbers of this row.');
    expect(text).toContain('href="#field-table-cell-1-2"');
    expect(text).toMatch(/value="many"[^>]*aria-invalid="true"/);
    expect(text).toContain('value="19"');
    const none = await send(tableForm(COLUMNS, [['Class A', '', '', 27]]));
    expect([none.status, none.text.includes('There is no number in the table.')]).toEqual([422, true]);
  });

  test('about very few students is stopped, and one press hides them and sends it', async () => {
    const stopped = await send(NEWCOMERS);
    expect([stopped.status, stopped.text.includes('This must go.')]).toEqual([422, true]);
    expect(stopped.text).toContain('Newcomers · before: 3 · after: 4 · n: 5');
    expect(stopped.text).not.toMatch(/name="check-[^"]+" value="keep"/);
    const name = question(stopped.text);
    // what must go cannot be kept
    expect((await send({ ...NEWCOMERS, [name]: 'keep' })).status).toBe(422);
    const sent = await send({ ...NEWCOMERS, [name]: 'hide' });
    expect(sent.status).toBe(303);
    const id = idIn(sent.location);
    expect(JSON.stringify(await stored(id))).toContain(
      '"cells": ["Newcomers", null, null]'.replaceAll(': ', ':').replaceAll(', ', ','),
    );
    const { text } = await anybody().get(`/@marcus/tries/${id}`);
    expect(text).toMatch(/Newcomers<\/th><td[^>]*>–<\/td><td[^>]*>–<\/td><td[^>]*>–<\/td>/);
    expect(text).toContain('A dash stands where');
    const object = await (
      await fetch(`${node.origin}/@marcus/tries/${id}`, { headers: { accept: 'application/activity+json' } })
    ).text();
    expect(object).toContain('Newcomers: – before, – after');
    // and told again as it is, nothing is asked
    const form = await marcus.get(`/write/tried/${id}/edit`);
    expect(form.text).toMatch(/name="table-cell-2-1"[^>]*value="Newcomers"/);
  });

  test('one press shows the whole class only, another leaves the table out', async () => {
    const name = question((await send(NEWCOMERS)).text);
    const whole = await send({ ...NEWCOMERS, [name]: 'whole-class' });
    expect(await stored(idIn(whole.location))).toMatchObject([
      { rows: [{ cells: ['Whole class', 26, 39], n: 58, total: true }] },
    ]);
    const without = await send({ ...NEWCOMERS, [name]: 'leave-out' });
    expect(await stored(idIn(without.location))).toEqual([]);
  });

  test('among colleagues a small number is asked about, and may stay', async () => {
    const inside = { ...NEWCOMERS, audience: 'district' };
    const asked = await send(inside);
    expect([asked.status, asked.text.includes('Please look.')]).toEqual([422, true]);
    const sent = await send({ ...inside, [question(asked.text)]: 'keep' });
    expect(sent.status).toBe(303);
    expect(JSON.stringify(await stored(idIn(sent.location)))).toContain('Newcomers');
    // for oneself nobody asks
    expect((await send({ ...NEWCOMERS, audience: 'me' })).status).toBe(303);
  });

  test('is looked at in its words too, and the fix is put into its box', async () => {
    const named = {
      ...CLASSES,
      'table-caption': 'Ask ruth@school.example',
      'table-cell-1-1': 'ann@school.example',
    };
    const asked = await send(named);
    expect(asked.status).toBe(422);
    const names = [...asked.text.matchAll(/name="(check-[^"]+)" value="fix"/g)].map(([, name]) => name ?? '');
    expect(names).toHaveLength(2);
    const sent = await send({ ...named, ...Object.fromEntries(names.map((name) => [name, 'fix'])) });
    expect(JSON.stringify(await stored(idIn(sent.location)))).not.toContain('school.example');
  });

  test('is changed and taken out where the try is edited, by the same rules', async () => {
    const id = idIn((await send(CLASSES)).location);
    const path = `/write/tried/${id}/edit`;
    const versions = async () =>
      (
        await node.ctx.db
          .selectFrom('adaptation')
          .select('version')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).version;
    expect((await marcus.post(path, { ...TOLD, ...CLASSES })).status).toBe(303);
    expect(await versions()).toBe(1);
    const grown = await marcus.post(path, { ...TOLD, ...CLASSES, 'table-go': 'row' });
    expect([grown.status, grown.text.includes('table-cell-3-1')]).toEqual([200, true]);
    expect((await marcus.post(path, { ...TOLD, ...NEWCOMERS })).status).toBe(422);
    await marcus.post(path, { ...TOLD, ...CLASSES, 'table-cell-1-3': '17' });
    expect([await versions(), (await anybody().get(`/@marcus/tries/${id}`)).text.includes('>17<')]).toEqual([
      2,
      true,
    ]);
    await marcus.post(path, TOLD);
    expect(await stored(id)).toEqual([]);
  });

  test('goes when the try is taken back', async () => {
    const id = idIn((await send({ ...CLASSES, 'table-caption': 'Who spoke' })).location);
    await marcus.post(`/write/tried/${id}/take-back`);
    const { status, text } = await anybody().get(`/@marcus/tries/${id}`);
    expect([status, text.includes('Who spoke')]).toEqual([410, false]);
  });

  test('larger than it may be it is refused, whoever asks', () => {
    const rows = Array.from({ length: 9 }, (_, r) => ({ cells: [`Week ${r}`, 20], n: 27 }));
    const evidence = [
      {
        columns: [
          { name: 'Week', type: 'label' },
          { name: 'hands', type: 'count' },
        ],
        rows,
      },
    ];
    expect(tryInput.safeParse({ happened: 'x', verdict: 'worked', evidence }).error?.issues[0]?.message).toBe(
      'too-large',
    );
    const bare = [{ columns: evidence[0]?.columns, rows: [{ cells: ['Week', 20] }] }];
    expect(
      tryInput.safeParse({ happened: 'x', verdict: 'worked', evidence: bare }).error?.issues[0]?.message,
    ).toBe('no-n');
  });

  test('a small group is stopped without the form too', async () => {
    const rows = [{ cells: ['Newcomers', 3], n: 5 }];
    const evidence = [
      {
        columns: [
          { name: 'Group', type: 'label' },
          { name: 'spoke', type: 'count' },
        ],
        rows,
      },
    ];
    const input = tryInput.parse({ happened: 'x', verdict: 'worked', evidence });
    const [marcusRow] = await node.ctx.db
      .selectFrom('actor')
      .select('id')
      .where('handle', '=', 'marcus')
      .execute();
    await expect(reportTry(node.ctx, marcusRow?.id ?? '', story.uri, input)).rejects.toMatchObject({
      questions: [{ type: 'small-cell', severity: 'stop' }],
    });
  });
});
