import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fanOut } from './measures/fan-out.ts';
import { footprint } from './measures/footprint.ts';
import { herd } from './measures/herd.ts';
import { inbox } from './measures/inbox.ts';
import { manyTries } from './measures/many-tries.ts';
import { manyWorks } from './measures/many-works.ts';
import { reads } from './measures/reads.ts';
import { Bench, type Row } from './support/bench.ts';
import { writeReport } from './support/report.ts';

/** How fast this machine runs a node: every figure beside its baseline from the same run. See docs/performance.md. */
const MEASURES = {
  inbox,
  'fan-out': fanOut,
  reads,
  works: manyWorks,
  tries: manyTries,
  herd,
  footprint,
} as const;

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    profile: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const names = Object.keys(MEASURES) as (keyof typeof MEASURES)[];
const chosen = names.filter((name) => !values.only || name === values.only);
if (chosen.length === 0) throw new Error(`--only takes one of: ${names.join(', ')}`);

const bench = await Bench.open({ quick: values.quick, profileDir: values.profile ?? null });
try {
  for (const name of chosen) {
    process.stderr.write(`${name} …\n`);
    await MEASURES[name](bench);
  }
} finally {
  await bench.close();
}
print(bench.rows);
if (values.write) writeReport(bench.rows, values.quick ? 'A short run' : 'Three runs of each, the median,');
if (values.json) writeFileSync(values.json, `${JSON.stringify(bench.rows, null, 2)}\n`);

function print(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.name,
    `${row.value} ${row.unit}`,
    row.baseline === null ? '' : `${row.baseline} ${row.unit}`,
    row.ratio === null ? '' : String(row.ratio),
  ]);
  const table = [['figure', 'value', 'baseline', 'ratio'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  process.stdout.write(`\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}\n\n`);
  for (const line of table)
    process.stdout.write(
      `${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`,
    );
}
