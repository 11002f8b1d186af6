import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTable, type Place, type TableVerdict } from '../../server/check/check-table.ts';
import { publishTable } from '../../server/check/publish-table.ts';
import { type EvidenceTable, evidenceTable } from '../../server/domain/evidence-table.ts';

const SMALL_N = fc.constantFrom(5, 10, 15);
const COUNT = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }));

/** Counts of two to four kinds in one to five groups, with totals that add up, at either side or both; n or not. */
const counts = fc
  .record({
    cells: fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 4 }))
      .chain(([r, c]) =>
        fc.array(fc.array(COUNT, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
      ),
    totalRow: fc.boolean(),
    totalColumn: fc.boolean(),
    withN: fc.boolean(),
  })
  .map(({ cells, totalRow, totalColumn, withN }) => {
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    const all = totalRow
      ? [...cells, (cells[0] ?? []).map((_, c) => sum(cells.map((row) => row[c] ?? 0)))]
      : cells;
    const names = (cells[0] ?? []).map((_, c) => ({ name: `k${c}`, type: 'count' }));
    return evidenceTable.parse({
      columns: [
        { name: 'group', type: 'label' },
        ...names,
        ...(totalColumn ? [{ name: 'all', type: 'count', total: true }] : []),
      ],
      rows: all.map((row, r) => ({
        cells: [`g${r}`, ...row, ...(totalColumn ? [sum(row)] : [])],
        n: withN ? sum(row) : null,
        total: totalRow && r === cells.length,
      })),
    });
  });

/** Percentages and means of groups of any size, with or without a total. */
const shares = fc
  .record({
    rows: fc.array(
      fc.record({
        n: fc.integer({ min: 0, max: 40 }),
        yes: fc.integer({ min: 0, max: 100 }),
        mean: fc.integer({ min: 0, max: 90 }),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    totalRow: fc.boolean(),
  })
  .map(({ rows, totalRow }) => {
    const n = rows.reduce((all, row) => all + row.n, 0);
    const mean = (of: 'yes' | 'mean') =>
      Math.round(rows.reduce((all, row) => all + row.n * row[of], 0) / Math.max(1, n));
    const all = totalRow ? [...rows, { n, yes: mean('yes'), mean: mean('mean') }] : rows;
    return evidenceTable.parse({
      columns: [
        { name: 'group', type: 'label' },
        { name: 'yes', type: 'percent' },
        { name: 'no', type: 'percent' },
        { name: 'mean', type: 'mean' },
      ],
      rows: all.map((row, r) => ({
        cells: [`g${r}`, row.yes, 100 - row.yes, row.mean / 10],
        n: row.n,
        total: totalRow && r === rows.length,
      })),
    });
  });

const anyTable = fc.oneof(counts, shares);
const keyOf = ({ row, column }: Place) => `${row} ${column}`;

describe('whatever the numbers are', () => {
  test('everything below the threshold is hidden', () => {
    fc.assert(
      fc.property(anyTable, SMALL_N, (table, smallN) => {
        const hidden = new Set(checkTable(table, smallN).hide.map(keyOf));
        table.rows.forEach(({ cells, n }, r) => {
          if (n !== null && n < smallN) expect(hidden).toContain(`${r} n`);
          table.columns.forEach(({ name, type }, c) => {
            const value = cells[c];
            const small = type === 'count' ? value !== 0 && Number(value) < smallN : n !== null && n < smallN;
            if (type !== 'label' && small) expect(hidden).toContain(`${r} ${name}`);
          });
        });
      }),
    );
  });

  test('no hidden count can be computed from what is shown', () => {
    fc.assert(
      fc.property(counts, SMALL_N, (table, smallN) => {
        const verdict = checkTable(table, smallN);
        for (const place of determined(table, verdict)) expect(place).toBe('not to be computed');
      }),
      { numRuns: 400 },
    );
  });

  test('beside a total that is shown never one number alone is hidden, and of complements never one', () => {
    fc.assert(
      fc.property(shares, SMALL_N, (table, smallN) => {
        const hidden = new Set(checkTable(table, smallN).hide.map(keyOf));
        const total = table.rows.findIndex(({ total: is }) => is);
        for (const column of ['yes', 'no', 'mean', 'n']) {
          const marks = table.rows.filter(({ total: is }, r) => !is && hidden.has(`${r} ${column}`)).length;
          if (total >= 0 && !hidden.has(`${total} ${column}`)) expect(marks).not.toBe(1);
        }
        table.rows.forEach((_, r) => {
          expect(hidden.has(`${r} yes`)).toBe(hidden.has(`${r} no`));
        });
      }),
    );
  });

  test('the published table holds nothing that is hidden, and a second look finds nothing more', () => {
    fc.assert(
      fc.property(anyTable, SMALL_N, (table, smallN) => {
        const verdict = checkTable(table, smallN);
        if (verdict.verdict === 'refuse') return;
        const published = publishTable(table, verdict);
        for (const { row, column } of [...verdict.hide, ...verdict.band]) {
          const at = table.columns.findIndex(({ name }) => name === column);
          const shown =
            row === 'n' ? null : column === 'n' ? published.rows[row]?.n : published.rows[row]?.cells[at];
          expect(typeof shown).not.toBe('number');
        }
        expect(checkTable(published, smallN)).toEqual({ verdict: 'fine', hide: [], band: [] });
      }),
    );
  });

  test('it is refused when more than half is hidden, and only then', () => {
    fc.assert(
      fc.property(anyTable, SMALL_N, (table, smallN) => {
        const { verdict, hide } = checkTable(table, smallN);
        const numbers = table.rows
          .flatMap(({ cells, n }) => [...cells, n])
          .filter((value) => typeof value === 'number');
        expect(verdict === 'refuse').toBe(hide.length * 2 > numbers.length);
      }),
    );
  });
});

/**
 * Hidden counts that the shown ones determine: those whose unit vector lies in the span of the known sums, found by taking
 * the projections away (Gram–Schmidt), which is not how the check itself goes about it.
 */
function determined(table: EvidenceTable, verdict: TableVerdict): string[] {
  const hidden = verdict.hide.map(keyOf);
  const sums: string[][] = [];
  const parts = table.columns.filter(({ type, total }) => type !== 'label' && !total).map(({ name }) => name);
  const rows = table.rows.flatMap(({ total }, r) => (total ? [] : [r]));
  const totalRow = table.rows.findIndex(({ total }) => total);
  table.rows.forEach(({ n }, r) => {
    for (const total of [
      ...table.columns.filter((column) => column.total).map(({ name }) => name),
      ...(n === null ? [] : ['n']),
    ])
      sums.push([...parts, total].map((name) => `${r} ${name}`));
  });
  if (totalRow >= 0)
    for (const name of [
      ...table.columns.filter(({ type }) => type !== 'label').map((column) => column.name),
      'n',
    ])
      if (name !== 'n' || table.rows[0]?.n !== null)
        sums.push([...rows, totalRow].map((r) => `${r} ${name}`));
  const vectors = sums.map((sum) =>
    hidden.map((place) => (sum.includes(place) ? (sum.at(-1) === place ? -1 : 1) : 0)),
  );
  const base: number[][] = [];
  const without = (vector: number[]) =>
    base.reduce((rest, unit) => {
      const along = unit.reduce((all, x, i) => all + x * (rest[i] ?? 0), 0);
      return rest.map((x, i) => x - along * (unit[i] ?? 0));
    }, vector);
  for (const vector of vectors) {
    const rest = without(without(vector));
    const length = Math.hypot(...rest);
    if (length > 1e-9) base.push(rest.map((x) => x / length));
  }
  return hidden.filter(
    (_, i) => Math.hypot(...without(without(hidden.map((__, j) => (i === j ? 1 : 0))))) < 1e-6,
  );
}
