// Fault drills: what must hold when processes are killed, databases crash and other servers misbehave.
// Usage: node test/faults/run.ts [--quick] [--only F1,F19] [--write]
// Prints a table, and with --write brings docs/faults.md up to date; exit 1 when an invariant did not hold. A node under test is `dist/server/main.js` as a process of its own.
import { parseArgs } from 'node:util';
import type { Fault, Verdict } from './fault.ts';
import { FAULTS } from './faults.ts';
import { writeRow } from './report.ts';
import { killAllNodes } from './support/node-process.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const only = values.only?.toUpperCase().split(',');
const chosen = FAULTS.filter(({ id }) => !only || only.includes(id));
if (chosen.length === 0) {
  process.stderr.write(`There is no such fault; there are ${FAULTS.map(({ id }) => id).join(', ')}.\n`);
  process.exit(1);
}

async function drill(fault: Fault): Promise<Verdict> {
  process.stderr.write(`${fault.id} ${fault.fault} …\n`);
  try {
    return await fault.run(values.quick);
  } catch (error) {
    return { figure: '–', broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  } finally {
    await killAllNodes();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = 0;
say('| | fault | invariant | figure | ok |');
say('|---|---|---|---|---|');
for (const fault of chosen) {
  const verdict = await drill(fault);
  const { figure, broken } = verdict;
  const all = FAULTS.map(({ id }) => id);
  if (values.write) writeRow(fault, verdict, values.quick, all);
  if (broken.length > 0) failed += 1;
  say(
    `| ${fault.id} | ${fault.fault} | ${fault.invariant} | ${figure} | ${broken.length === 0 ? 'yes' : 'NO'} |`,
  );
  for (const sentence of broken) process.stderr.write(`  ${fault.id}: ${sentence}\n`);
}
process.exit(failed === 0 ? 0 : 1);
