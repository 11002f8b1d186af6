import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotRun } from './cannot-run.ts';

const execute = promisify(execFile);

const SUITE = 'trixie';
/** the neighbour; for certificates; for the loopback device of the namespace */
const PACKAGES = ['snac2', 'openssl', 'iproute2'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** names of releases, so that a source of the machine is known to be Debian itself and not something added to it */
const RELEASES = /^(bookworm|trixie|forky|duke|sid|oldstable|stable|testing|unstable)$/;
const FIVE_MINUTES = 300_000;

/** A folder with a few Debian packages in it, good for `chroot`. */
export interface Debian {
  root: string;
  /** names of the package files, `snac2_2.75-2_amd64.deb` */
  packages: string[];
}

/**
 * Makes the folder, or takes the one of an earlier run. Packages are unpacked, not installed: none of their scripts
 * runs, no root is needed, and nothing outside the folder changes. apt checks them against Debian's keys.
 * @param fresh not the one of an earlier run
 * @throws CannotRun when the machine is no Debian, or its mirror does not answer
 */
export async function debian(folder: string, say: (line: string) => void, fresh = false): Promise<Debian> {
  const root = join(folder, 'root');
  const list = join(folder, 'packages.txt');
  if (fresh || !existsSync(list)) {
    say(`fetching ${PACKAGES.join(', ')} from Debian ${SUITE}, once …`);
    const making = `${folder}.new`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    await unpack(join(making, 'root'), await download(join(making, 'apt')), join(making, 'packages.txt'));
    rmSync(join(making, 'apt'), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  }
  return { root, packages: readFileSync(list, 'utf8').trim().split('\n') };
}

/** Downloads the packages and all that they need. @returns the folder that they are in */
async function download(folder: string): Promise<string> {
  for (const part of ['lists/partial', 'cache/archives/partial', 'sources', 'none'])
    mkdirSync(join(folder, part), { recursive: true });
  // the machine's own settings for downloads (a proxy, say), and none of what it does around an update
  const { stdout: machine } = await run('apt-config', ['dump', 'Acquire']);
  const sources = join(folder, 'sources.list');
  writeFileSync(sources, `deb [signed-by=${KEYRING}] ${await mirror(join(folder, 'none'))} ${SUITE} main\n`);
  writeFileSync(join(folder, 'status'), '');
  const settings = {
    'Dir::Etc::parts': join(folder, 'none'),
    'Dir::Etc::main': '/dev/null',
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': join(folder, 'sources'),
    'Dir::State': folder,
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'Dir::Log': folder,
    'APT::Sandbox::User': '',
    'APT::Install-Recommends': 'false',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";`);
  const config = join(folder, 'apt.conf');
  writeFileSync(config, `${machine}\n${lines.join('\n')}\n`);
  await run('apt-get', ['update', '--error-on=any'], config);
  await run('apt-get', ['install', '--yes', '--download-only', ...PACKAGES], config);
  return join(folder, 'cache', 'archives');
}

/** The address of the Debian mirror that this machine uses. @param empty a folder without package lists */
async function mirror(empty: string): Promise<string> {
  if (!existsSync(KEYRING)) throw new CannotRun(`${KEYRING} is missing`);
  const { stdout } = await run('apt-get', ['-o', `Dir::State::lists=${empty}`, '--print-uris', 'update']);
  const release = /^'(.+)\/dists\/([^/]+)\/InRelease'/;
  for (const line of stdout.split('\n')) {
    const [, address, suite = ''] = release.exec(line) ?? [];
    if (address && RELEASES.test(suite)) return address;
  }
  throw new CannotRun('the package sources of this machine name no Debian release');
}

async function unpack(root: string, archives: string, list: string): Promise<void> {
  // as on every Debian: the old places lead to /usr
  for (const name of ['bin', 'lib', 'lib64', 'sbin']) {
    mkdirSync(join(root, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(root, name));
  }
  const packages = readdirSync(archives).filter((name) => name.endsWith('.deb'));
  for (const name of packages) await run('dpkg-deb', ['--extract', join(archives, name), root]);
  for (const name of ['dev', 'srv', 'tmp', 'etc/ssl/certs']) mkdirSync(join(root, name), { recursive: true });
  writeFileSync(list, `${packages.join('\n')}\n`);
}

async function run(program: string, args: string[], config?: string): Promise<{ stdout: string }> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ...(config ? { APT_CONFIG: config } : {}) };
  try {
    return await execute(program, args, { env, timeout: FIVE_MINUTES, maxBuffer: 10_000_000 });
  } catch (error) {
    const { code, stderr = '', message } = error as Error & { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new CannotRun(`${program} is not on this machine`);
    const why = stderr.split('\n').find((line) => /^(E|W|dpkg-deb):/.test(line)) ?? message;
    throw new CannotRun(`${program} ${args[0]} failed: ${why}`);
  }
}
