import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { Row } from './bench.ts';

/** What a figure must be: a ratio to its baseline, or a value of its own. */
interface Bar {
  of: 'ratio' | 'value';
  atLeast?: number;
  atMost?: number;
  aim?: number;
}

/** By the beginning of a figure's name. A figure without a bar is there for information. */
const BARS: readonly (readonly [name: string, bar: Bar])[] = [
  ['inbox Create handled', { of: 'ratio', atLeast: 4, aim: 8 }],
  ['fan-out of a story', { of: 'ratio', atLeast: 0.35, aim: 0.6 }],
  ['story page from the cache', { of: 'ratio', atLeast: 0.6 }],
  ['person page from the cache', { of: 'ratio', atLeast: 0.6 }],
  ['actor from the cache', { of: 'ratio', atLeast: 0.6 }],
  ['article from the cache', { of: 'ratio', atLeast: 0.6 }],
  ['story page, nothing cached, p95', { of: 'value', atMost: 20 }],
  ['10,000 works: ', { of: 'value', atMost: 200 }],
  ['story with 5,000 tries: its page, p95', { of: 'ratio', atMost: 2 }],
  ['story with 5,000 tries: its page, HTML', { of: 'value', atMost: 150 }],
  ['herd of 1,000 servers in a second, p99', { of: 'value', atMost: 1_000 }],
  ['herd of 1,000 servers in a second, looks', { of: 'ratio', atMost: 1 }],
  ['memory of an idle node', { of: 'value', atMost: 180 }],
  ['database for 100,000 remote posts, after', { of: 'value', atMost: 150 }],
];

const START = '<!-- made by npm run bench -- --write -->';
const END = '<!-- end -->';

/** Puts the rows of a run between the markers of docs/performance.md. */
export function writeReport(rows: readonly Row[], how: string): void {
  const file = new URL('../../../docs/performance.md', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  if (before === undefined || rest === undefined) throw new Error('docs/performance.md has lost its markers');
  const after = rest.slice(rest.indexOf(END));
  writeFileSync(file, `${before}${START}\n${table(rows, how)}\n${after}`);
}

function table(rows: readonly Row[], how: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  const load = loadavg()[0]?.toFixed(1);
  const lines = rows.map((row) => {
    const bar = BARS.find(([name]) => row.name.startsWith(name))?.[1];
    const baseline = row.baseline === null ? '' : `${row.baseline} ${row.unit}`;
    return `| ${row.name} | ${row.value} ${row.unit} | ${baseline} | ${row.ratio ?? ''} | ${bar ? verdict(bar, row) : ''} |`;
  });
  return [
    `${how} on ${machine}; load of the machine at the end: ${load}.`,
    '',
    '| figure | value | baseline | ratio | bar |',
    '|---|--:|--:|--:|---|',
    ...lines,
  ].join('\n');
}

function verdict(bar: Bar, row: Row): string {
  const figure = bar.of === 'ratio' ? row.ratio : row.value;
  const met = figure !== null && figure >= (bar.atLeast ?? -Infinity) && figure <= (bar.atMost ?? Infinity);
  const limit = bar.atLeast === undefined ? `at most ${bar.atMost}` : `at least ${bar.atLeast}`;
  return `${limit}${bar.aim ? `, aim ${bar.aim}` : ''}: ${met ? 'met' : '**not met**'}`;
}
