// npm run dev: the demo districts, built again and restarted at every change of a source. Ctrl-C ends all of it.
import { spawn } from 'node:child_process';
import { utimesSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
const entry = join(root, 'dist', 'server', 'demo.js');
const children = [
  start([compiler, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  start(['--enable-source-maps', '--watch', '--watch-preserve-output', entry]),
];

// Style sheets, messages and drawings are read once, when the districts start: a change there is a reason to restart.
let restarting;
watch(join(root, 'web'), { recursive: true }, (_event, file) => {
  if (!file || /\.tsx?$/.test(file)) return;
  clearTimeout(restarting);
  restarting = setTimeout(() => utimesSync(entry, new Date(), new Date()), 100);
});

let running = children.length;
for (const child of children) {
  child.once('exit', () => {
    running -= 1;
    if (running === 0) process.exit(0);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
  });
}

function start(args) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
}
