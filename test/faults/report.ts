import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Fault, Verdict } from './fault.ts';

const FILE = new URL('../../docs/faults.md', import.meta.url);
const START = '<!-- made by npm run faults -- --write -->\n';
const END = '<!-- end -->';

/**
 * Puts the row of a drill that has just run between the markers of docs/faults.md; the others stay.
 * @param all ids of all drills; the table is in the order of their numbers
 */
export function writeRow(
  { id, fault, invariant }: Fault,
  { figure, broken }: Verdict,
  quick: boolean,
  all: readonly string[],
): void {
  const text = readFileSync(FILE, 'utf8');
  const [before, rest] = text.split(START);
  if (before === undefined || rest === undefined) throw new Error('docs/faults.md has lost its markers');
  const end = rest.indexOf(END);
  const [head = '', rule = '', ...lines] = rest.slice(0, end).trimEnd().split('\n');
  const rows = new Map(lines.map((line) => [line.split('|')[1]?.trim() ?? '', line]));
  const day = new Date().toISOString().slice(0, 10);
  const measured = `${day}${quick ? ', short' : ''}, load ${loadavg()[0]?.toFixed(1)}`;
  const cells = [id, fault, invariant, figure, broken.length === 0 ? 'yes' : '**no**', measured];
  rows.set(id, `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
  const order = all.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  const table = [head, rule, ...order.flatMap((one) => rows.get(one) ?? [])].join('\n');
  writeFileSync(FILE, `${before}${START}${table}\n${rest.slice(end)}`);
}
