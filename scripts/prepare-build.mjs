// The build: TypeScript to dist/, and what has no source any more removed from it. Everything that is not TypeScript
// (style sheets, messages, drawings) is read from its place in the sources and needs no build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24 } from './prepare-install.mjs';

const FOLDERS = ['server', 'federation', 'web', 'migrations'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
/** the rich surface of the writing page: one file for browsers, from packages */
const RICH_TEXT = 'web/assets/rich-text';

/** True when dist/ was built from exactly these sources: by content, since a checkout changes times at will. */
export function isBuilt(root) {
  const stamp = stampFile(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/**
 * Builds dist/. The stamp is written last, so an interrupted build is done again.
 * @throws when TypeScript found errors; what it could write is in dist/ all the same
 */
export async function build(root) {
  const stamp = stampFile(root);
  rmSync(stamp, { force: true });
  const before = fingerprint(root);
  const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  const node = existsSync(node24(root)) ? node24(root) : process.execPath;
  await bundle(root);
  const result = spawnSync(node, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) throw new Error('the build failed: TypeScript found the errors above.');
  removeOrphans(root);
  writeFileSync(stamp, before);
}

async function bundle(root) {
  const { build: bundled } = await import(pathToFileURL(join(root, 'node_modules/esbuild/lib/main.js')));
  await bundled({
    absWorkingDir: root,
    entryPoints: [`${RICH_TEXT}/rich-text.js`],
    outfile: 'dist/rich-text.js',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

function removeOrphans(root) {
  const scripts = sources(root).map((file) => `dist/${file.replace(/\.tsx?$/, '.js')}`);
  const expected = new Set(scripts.flatMap((script) => [script, `${script}.map`]));
  const built = FOLDERS.flatMap((folder) => filesBelow(root, `dist/${folder}`));
  for (const file of built.filter((name) => !expected.has(name))) rmSync(join(root, file));
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...sources(root), ...filesBelow(root, RICH_TEXT)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const stampFile = (root) => join(root, 'dist', '.built');
const sources = (root) =>
  FOLDERS.flatMap((folder) => filesBelow(root, folder)).filter((file) => /\.tsx?$/.test(file));

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
