// npm run check: types, format and lint, who imports whom, dead code. Each names itself when it fails.
import { spawn } from 'node:child_process';

const CHECKS = [
  ['types', 'tsc', ['-p', 'tsconfig.json']],
  ['format and lint', 'biome', ['check', '--error-on-warnings', '--max-diagnostics=100', '.']],
  [
    'who imports whom',
    'depcruise',
    ['--config', '.dependency-cruiser.cjs', 'server', 'web', 'federation', 'migrations', 'test', 'scripts'],
  ],
  ['dead code', 'knip', ['--no-progress']],
];

const results = await Promise.all(CHECKS.map(run));
for (const { name, output } of results.filter((result) => !result.passed)) {
  process.stdout.write(`\n=== ${name}: failed ===\n${output.trimEnd()}\n`);
}
const line = results.map(({ name, passed, seconds }) => `${name} ${passed ? 'ok' : 'FAILED'} ${seconds} s`);
process.stdout.write(`\n${line.join(', ')}\n`);
process.exitCode = results.filter((result) => !result.passed).length;

/** npm puts node_modules/.bin first in PATH, so the tools are found by name. */
function run([name, tool, args]) {
  const before = performance.now();
  const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  child.stderr.on('data', (part) => (output += part));
  return new Promise((resolve) => {
    const done = (passed) =>
      resolve({ name, passed, output, seconds: ((performance.now() - before) / 1000).toFixed(1) });
    child.on('error', (error) => {
      output += error.message;
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
}
