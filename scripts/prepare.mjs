// Makes a clone ready to run: packages installed, Node 24 in place, TypeScript built.
// Runs on the host's Node (20 or newer) with nothing but Node itself, because on a fresh clone there is nothing else.
// Usage: node scripts/prepare.mjs          packages and build
//        node scripts/prepare.mjs install  packages only
//        node scripts/prepare.mjs test     both, and a wrong type does not keep the tests from running
// Says what it does on stderr, so that the output of a command stays clean, and nothing when all is ready.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './prepare-build.mjs';
import { install, isInstalled, requireNode24 } from './prepare-install.mjs';
import { withLock } from './prepare-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [, , mode] = process.argv;
const wantsBuild = mode !== 'install';

/** One step: a line when it starts, and one with the seconds it took. */
async function step(starting, done, work) {
  const before = performance.now();
  process.stderr.write(`ajar: ${starting}\n`);
  await work();
  process.stderr.write(`ajar: ${done} in ${((performance.now() - before) / 1000).toFixed(1)} s\n`);
}

try {
  const ready = () => isInstalled(root) && (!wantsBuild || isBuilt(root));
  if (!ready()) {
    await withLock(root, async (noteChild) => {
      if (!isInstalled(root)) {
        await step('installing packages with npm ci, once, about half a minute …', 'packages installed', () =>
          install(root, noteChild),
        );
      }
      if (wantsBuild && !isBuilt(root)) {
        await step('building …', 'built', () => build(root)).catch((error) => {
          if (mode !== 'test') throw error;
          process.stderr.write(`ajar: ${error.message} The tests run all the same.\n`);
        });
      }
    });
  }
  requireNode24(root);
} catch (error) {
  process.stderr.write(`ajar: ${error.message}\n`);
  process.exit(1);
}
