import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/free-port.ts';
import { endWithUs } from './child.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A node of Ajar as it is started in earnest: built, in a process of its own. */
export interface RunningNode {
  pid: number;
  port: number;
  origin: string;
  /** Ends it as an administrator would, so that a CPU profile is written. */
  stop(): Promise<void>;
}

/**
 * Starts a node on a database and waits until it answers.
 * @param profileDir where a CPU profile goes when the node ends; null: none
 */
export async function startNode(databaseUrl: string, profileDir: string | null = null): Promise<RunningNode> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  if (profileDir) mkdirSync(profileDir, { recursive: true });
  const flags = [
    '--enable-source-maps',
    ...(profileDir ? ['--cpu-prof', `--cpu-prof-dir=${profileDir}`] : []),
  ];
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: databaseUrl,
    ALLOW_PRIVATE_ADDRESSES: 'on',
    ROLE: 'all',
  };
  const child = spawn(process.execPath, [...flags, join(ROOT, 'dist/server/main.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (said = `${said}${part}`.slice(-4_000)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await Promise.race([ready(origin), ended]);
  if (child.exitCode !== null) throw new Error(`the node did not start:\n${said}`);
  return {
    pid: child.pid as number,
    port,
    origin,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
      if (/error|fatal/i.test(said)) process.stderr.write(`The node said:\n${said}\n`);
    },
  };
}

async function ready(origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
}
