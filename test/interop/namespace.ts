import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { CannotRun } from './cannot-run.ts';

/** the option with which the program runs inside */
export const INSIDE = 'inside';
/** exit code from inside when the machine lacks something; it has said so */
export const COULD_NOT = 75;

/**
 * Runs a program with mounts, a network and process numbers of its own: the machine's are not touched, and everything
 * in there ends with that program. Without root a user namespace lends the rights for it.
 * @returns its exit code; 0 when it could not run
 * @throws CannotRun when the machine gives no namespaces
 */
export function inNamespace(program: string): Promise<number> {
  const rights = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const walls = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const command = [process.execPath, '--enable-source-maps', program, `--${INSIDE}`];
  // its standard input is a lifeline: it closes when this process ends, however that comes about
  const child = spawn('/usr/bin/unshare', [...rights, ...walls, ...command], {
    stdio: ['pipe', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part;
    process.stderr.write(part);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void child.kill('SIGKILL'));
  return new Promise((done, fail) => {
    child.once('error', () => fail(new CannotRun('unshare is not on this machine')));
    child.once('close', (code) => {
      if (said.startsWith('unshare: ')) fail(new CannotRun(said.trim()));
      else done(code === COULD_NOT ? 0 : (code ?? 1));
    });
  });
}

/** Inside: ends this process, and with it everything, when the one outside has ended. */
export function endWithOutside(): void {
  process.stdin.resume().once('end', () => process.exit(1));
  (process.stdin as Socket).unref();
}
