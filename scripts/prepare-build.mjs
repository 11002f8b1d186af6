// The build: TypeScript to dist/, everything else copied beside it, what has no source any more removed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { node24 } from './prepare-install.mjs';

const FOLDERS = ['server', 'federation', 'web', 'migrations'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** True when dist/ was built from exactly these sources: by content, since a checkout changes times at will. */
export function isBuilt(root) {
  const stamp = stampFile(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/**
 * Builds dist/. The stamp is written last, so an interrupted build is done again.
 * @throws when TypeScript found errors; what it could write is in dist/ all the same
 */
export function build(root) {
  const stamp = stampFile(root);
  rmSync(stamp, { force: true });
  const before = fingerprint(root);
  const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  const node = existsSync(node24(root)) ? node24(root) : process.execPath;
  const result = spawnSync(node, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  copyAssets(root);
  if (result.status !== 0) throw new Error('the build failed: TypeScript found the errors above.');
  removeOrphans(root);
  writeFileSync(stamp, before);
}

/** Copies what is not TypeScript (style sheets, pictures, scripts for the browser) to the same place in dist/. */
export function copyAssets(root) {
  for (const file of sources(root).filter((name) => !isTypeScript(name))) {
    mkdirSync(dirname(join(root, 'dist', file)), { recursive: true });
    cpSync(join(root, file), join(root, 'dist', file));
  }
}

function removeOrphans(root) {
  const expected = new Set(sources(root).flatMap((file) => outputsOf(file)));
  for (const file of filesBelow(root, 'dist')) {
    const inside = file.slice('dist/'.length);
    if (!expected.has(inside) && FOLDERS.includes(inside.split('/')[0])) rmSync(join(root, file));
  }
}

function outputsOf(file) {
  if (!isTypeScript(file)) return [file];
  const script = file.replace(/\.tsx?$/, '.js');
  return [script, `${script}.map`];
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...sources(root)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const sources = (root) => FOLDERS.flatMap((folder) => filesBelow(root, folder));
const isTypeScript = (file) => /\.tsx?$/.test(file);
const stampFile = (root) => join(root, 'dist', '.built');

/** Paths relative to `root`, with slashes, in a fixed order. */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
}
