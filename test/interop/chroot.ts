import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** not in everybody's PATH */
export const CHROOT = '/usr/sbin/chroot';

/** where programs are, in the folder and outside */
export const PATHS = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Mounts what the programs in the folder need; seen in this namespace only, and gone with it. */
export function furnish(root: string, hosts: string, data: string): void {
  const dev = join(root, 'dev');
  mount('-t', 'tmpfs', 'tmpfs', dev);
  mkdirSync(join(dev, 'shm'));
  for (const name of ['null', 'zero', 'random', 'urandom']) {
    writeFileSync(join(dev, name), '');
    mount('--bind', `/dev/${name}`, join(dev, name));
  }
  writeFileSync(join(root, 'etc', 'hosts'), hosts);
  writeFileSync(join(root, 'etc', 'nsswitch.conf'), 'hosts: files\n');
  mount('--bind', data, join(root, 'srv'));
}

/** Puts a file over one of the machine's, in this namespace only. */
export function cover(file: string, by: string): void {
  mount('--bind', by, file);
}

/**
 * Runs a program of the folder.
 * @param input what it reads from standard input
 * @returns what it wrote to stdout and stderr @throws Error with that, when it failed or took 30 s
 */
export function inside(root: string, command: readonly string[], input = ''): Promise<string> {
  const env = { PATH: PATHS, LANG: 'C.UTF-8' };
  return new Promise((done, fail) => {
    const child = execFile(CHROOT, [root, ...command], { env, timeout: 30_000 }, (error, stdout, stderr) => {
      if (error) fail(new Error(`${command.join(' ')}: ${stderr || error.message}`));
      else done(stdout + stderr);
    });
    child.stdin?.end(input);
  });
}

function mount(...args: string[]): void {
  execFileSync('/bin/mount', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
