import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Command, CommanderError } from 'commander';
import { type CheckOptions, checkFile } from '../../server/cli/check.ts';
import { addCheck } from '../../server/cli/check-command.ts';
import { CommandProblem } from '../../server/cli/problem.ts';
import { readTable } from '../../server/cli/table-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'ajar-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAIN: CheckOptions = { author: [], email: [], smallN: '10' };

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a draft on the command line', () => {
  const draft = `\ufeff---\r\ntitle: Cards\r\ngist: Write to ann@example.org.\r\nlang: fi\r\nemail: ruth@example.org\r\n---\r\n## How\r\nkolme neljästä oppilaasta, ruth@example.org\r\n`;

  test('offsets are those of the file as it is, and the front matter says language and author', async () => {
    const { print, exit } = await checkFile(file('draft.md', draft), { ...PLAIN, json: true });
    const findings = JSON.parse(print);
    expect(findings).toEqual([
      { type: 'email', severity: 'stop', start: 35, end: 50, text: 'ann@example.org' },
      { type: 'small-cell', severity: 'ask', start: 101, end: 115, text: 'kolme neljästä' },
    ]);
    for (const { start, end, text } of findings) expect(draft.slice(start, end)).toBe(text);
    expect(exit).toBe(1);
  });

  test('the command line goes before the front matter', async () => {
    const path = file('draft.md', draft);
    const { print } = await checkFile(path, { ...PLAIN, json: true, lang: 'en', email: ['ann@example.org'] });
    expect(print).toBe('[]');
  });

  test('says in plain sentences where, what, and what to do', async () => {
    const path = file('two.md', 'Fine.\nThree of my four newcomers\nwrote to ann@example.org.');
    const { print, exit } = await checkFile(path, PLAIN);
    expect(print.split('\n')).toEqual([
      `${path}:2:1 Question: a number about very few students: “Three of my four”. Write “Some of my” instead.`,
      `${path}:3:10 Stop: an e-mail address: “ann@example.org”. Take it out.`,
      '1 stop, 1 question.',
    ]);
    expect(exit).toBe(1);
  });

  test('a clean one ends with 0, also without front matter or with a broken one', async () => {
    for (const text of ['All is well.', '---\ntitle: [\n---\nAll is well.']) {
      const path = file('clean.md', text);
      expect(await checkFile(path, PLAIN)).toEqual({ print: `${path}: nothing to ask about.`, exit: 0 });
    }
  });

  test.each<[string, string, string | Uint8Array, Partial<CheckOptions>]>([
    ['a text that is too long', 'long.md', 'a '.repeat(40_000), {}],
    ['bytes that are no text', 'bytes.md', new Uint8Array([0xff, 0xfe, 0x41]), {}],
    ['JSON that is none', 'table.json', '{"rows": [', {}],
    ['a table without rows', 'table.json', '{}', {}],
    ['a threshold that is too low', 'x.md', 'x', { smallN: '3' }],
  ])('does not take %s', async (_what, name, content, options) => {
    await expect(checkFile(file(name, content), { ...PLAIN, ...options })).rejects.toThrow(CommandProblem);
  });

  test('small numbers in a table of a draft are stops, at their places in the file', async () => {
    const text =
      '---\ntitle: Wait\n---\n\nWe counted.\n\n| | Before | After |\n|---|---|---|\n| Got it | 3 | 5 |\n';
    const { print, exit } = await checkFile(file('table.md', text), { ...PLAIN, json: true });
    const [three, five] = [text.indexOf('3 |'), text.indexOf('5 |')];
    expect(JSON.parse(print)).toEqual([
      { type: 'small-cell', severity: 'stop', start: three, end: three + 1, text: '3' },
      { type: 'small-cell', severity: 'stop', start: five, end: five + 1, text: '5' },
    ]);
    expect(exit).toBe(1);
  });

  test('no file, and an unknown option, end with 2', async () => {
    const program = new Command('ajar').exitOverride().configureOutput({ writeErr: () => {} });
    addCheck(program);
    const before = process.exitCode;
    const write = process.stderr.write;
    process.stderr.write = () => true;
    try {
      await program.parseAsync(['check', join(folder, 'none.md')], { from: 'user' });
      expect(process.exitCode).toBe(2);
      const wrong = program.parseAsync(['check', '--what'], { from: 'user' });
      await expect(wrong).rejects.toMatchObject({ exitCode: 2 });
      await expect(wrong).rejects.toBeInstanceOf(CommanderError);
    } finally {
      process.stderr.write = write;
      process.exitCode = before;
    }
  });
});

describe('a table on the command line', () => {
  const hide = [
    { row: 1, column: 'Before' },
    { row: 1, column: 'n' },
  ];

  test('prints the verdict', async () => {
    const rows = [
      ['A', 25, 34],
      ['New', 4, 20],
      ['B', 27, 40],
    ];
    const path = file('table.json', JSON.stringify({ columns: ['Class', 'n', 'Before'], rows }));
    const { print, exit } = await checkFile(path, { ...PLAIN, json: true });
    expect(JSON.parse(print).hide).toContainEqual({ row: 1, column: 'n' });
    expect(Object.keys(JSON.parse(print))).toEqual(['verdict', 'hide', 'band']);
    expect(exit).toBe(1);
    expect((await checkFile(path, { ...PLAIN, smallN: '5' })).exit).toBe(1);
  });

  test.each<[string, unknown]>([
    [
      'lists and names',
      {
        columns: ['Class', 'n', 'Before'],
        rows: [
          ['A', 25, '34 %'],
          ['New', 4, '20 %'],
          ['B', 27, '40%'],
        ],
      },
    ],
    [
      'objects by name',
      [
        { Class: 'A', n: 25, Before: '34 %' },
        { Class: 'New', n: 4, Before: '20 %' },
        { Class: 'B', n: 27, Before: '40 %' },
      ],
    ],
    [
      'n beside the cells',
      {
        columns: [
          { name: 'Class', type: 'label' },
          { name: 'Before', type: 'percent' },
        ],
        rows: [
          { cells: ['A', 34], n: 25 },
          { cells: ['New', 20], n: 4 },
          { cells: ['B', 40], n: 27 },
        ],
      },
    ],
    [
      'labels beside the values',
      {
        columns: [
          { name: 'Class', type: 'text' },
          { name: 'Before', type: 'percentage' },
        ],
        rows: [
          { label: 'A', values: [34], n: 25 },
          { label: 'New', values: [20], n: 4 },
          { label: 'B', values: [40], n: 27 },
        ],
      },
    ],
    [
      'n left out of a list',
      {
        columns: ['Class', 'n', 'Before'],
        rows: [
          { cells: ['A', '34 %'], n: 25 },
          { cells: ['New', '20 %'], n: 4 },
          { cells: ['B', '40 %'], n: 27 },
        ],
      },
    ],
  ])('is read from %s', async (_how, table) => {
    const { print } = await checkFile(file('table.json', JSON.stringify(table)), { ...PLAIN, json: true });
    expect(JSON.parse(print)).toEqual({ verdict: 'hide', hide, band: [] });
  });

  test('types are what the numbers look like', () => {
    const { columns, nName } = readTable({
      columns: ['Week', 'N', 'Correct', 'Score (mean)', 'Points', 'Wrote'],
      rows: [
        [1, 25, '34%', 7, '6,5', 12],
        [2, 25, '50 %', 8, 7, 15],
      ],
    });
    expect(columns.map(({ type }) => type)).toEqual(['label', 'percent', 'mean', 'mean', 'count']);
    expect(nName).toBe('N');
  });

  test('totals say what they are, in words or in so many words', () => {
    const table = readTable({
      columns: ['Group', 'yes', 'no', { name: 'both', total: true }],
      rows: [['A', 12, 13, 25], ['Yhteensä', 12, 13, 25], { cells: ['Alles', 12, 13, 25], total: true }],
    });
    expect(table.rows.map(({ total }) => total)).toEqual([false, true, true]);
    expect(table.columns.map(({ total }) => total)).toEqual([false, false, false, true]);
    expect(
      readTable({ columns: ['Group', 'yes', 'Total'], rows: [['A', 12, 25]] }).columns.at(-1)?.total,
    ).toBe(true);
  });

  test('one n for all, n of each column, a column that is called Students', () => {
    const rows = [['A', '34 %', '50 %']];
    const ns = (table: unknown) => readTable(table).columns.map(({ n }) => n);
    expect(ns({ columns: ['Class', 'x', 'y'], rows, n: 27 })).toEqual([null, 27, 27]);
    expect(ns({ columns: ['Class', 'x', 'y'], rows, n: { x: 27, y: 9 } })).toEqual([null, 27, 9]);
    expect(ns({ columns: ['Class', { name: 'x', n: 12 }, { name: 'y', n: 13 }], rows })).toEqual([
      null,
      12,
      13,
    ]);
    expect(ns({ columns: ['Class', 'x', 'y'], rows, n: [27, 9] })).toEqual([null, 27, 9]);
    expect(
      ns({ columns: { Class: 'label', x: 'percent', y: { type: 'percent', n: 5 } }, rows, n: 27 }),
    ).toEqual([null, 27, 5]);
    expect(readTable({ columns: ['Class', 'x', 'y'], rows, n: [27] }).rows[0]?.n).toBe(27);
    const students = readTable({ columns: ['Class', 'Students', 'x'], rows: [['A', 8, '34 %']] });
    expect([students.nName, students.rows[0]?.n]).toEqual(['Students', 8]);
  });

  test('what is hidden already stays hidden', () => {
    const { rows } = readTable({
      columns: ['Class', 'n', 'x %'],
      rows: [
        ['A', 12, '≤5 %'],
        ['B', '<10', '–'],
        ['C', 30, 40],
      ],
    });
    expect(rows.map(({ cells, n }) => [...cells, n])).toEqual([
      ['A', '≤5 %', 12],
      ['B', null, null],
      ['C', 40, 30],
    ]);
  });

  test.each<[unknown, RegExp]>([
    [{ columns: ['Class', 'x %'], rows: [['A', 34]] }, /row 1, x %: say how many students/],
    [{ columns: ['Class', { name: 'x', type: 'share' }], rows: [['A', 34]] }, /column 2, type/],
    [{ columns: ['Class', 'x'], rows: [['A', 34, 5]] }, /3 cells for 2 columns/],
    [{ columns: ['Class', 'x'], rows: ['A'] }, /A row is/],
    [{ rows: [[1, 2]] }, /no columns/],
    [
      { columns: ['Class', { name: 'x', type: 'count' }], rows: [['A', 'many']] },
      /row 1, x: “many” is not a number/,
    ],
  ])('says what is wrong with %j', (table, say) => {
    expect(() => readTable(table)).toThrow(say);
  });

  test('the published schema takes the example of the documentation and what the reader makes of it', () => {
    const schema = JSON.parse(readFileSync('docs/schemas/evidence-table.schema.json', 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const example =
      /```json\n(\{[\s\S]*?\n\})\n```/.exec(readFileSync('docs/student-check.md', 'utf8'))?.[1] ?? '';
    const table = JSON.parse(example);
    expect(validate(table)).toBe(true);
    const { columns, rows } = readTable(table);
    expect(validate({ columns, rows })).toBe(true);
    expect(validate({ columns: ['one'], rows: [[1]] })).toBe(false);
    expect(validate({ columns: ['a', { name: 'b', type: 'share' }], rows: [['x', 1]] })).toBe(false);
    expect(validate({ columns: ['a', 'b'], rows: [] })).toBe(false);
  });
});
