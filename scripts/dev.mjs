// npm run dev: the demo districts, built again and restarted at every change of a source. Ctrl-C ends all of it.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyAssets } from './prepare-build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
const children = [
  start([compiler, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  start(['--enable-source-maps', '--watch', '--watch-preserve-output', 'dist/server/demo.js']),
];

let copying;
watch(join(root, 'web'), { recursive: true }, (_event, file) => {
  if (!file || /\.tsx?$/.test(file)) return;
  clearTimeout(copying);
  copying = setTimeout(() => copyAssets(root), 100);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    setTimeout(() => process.exit(0), 10_000).unref();
    let running = children.length;
    for (const child of children) {
      child.once('exit', () => {
        running -= 1;
        if (running === 0) process.exit(0);
      });
    }
  });
}

function start(args) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
}
