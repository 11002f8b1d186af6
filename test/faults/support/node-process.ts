import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** The build that is drilled; `FAULTS_DIST` names another one, relative to the project. */
const MAIN = join(ROOT, process.env.FAULTS_DIST ?? 'dist', 'server', 'main.js');

/** Environment of a node besides its port. */
export interface NodeSettings {
  PORT: string;
  DATA_DIR?: string;
  DATABASE_URL?: string;
  ROLE?: 'all' | 'web' | 'worker';
  ORIGIN?: string;
}

/** A node as a process of its own, with everything that it said. */
export class NodeProcess {
  /** what it wrote to stdout and stderr */
  out = '';
  err = '';
  /** its exit code (or signal), null while it runs */
  ended: number | string | null = null;
  /** milliseconds from the start until it said that it serves */
  startedInMs = 0;
  readonly #child: ChildProcess;
  readonly #exit: Promise<void>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.on('data', (part) => (this.out += part));
    child.stderr?.on('data', (part) => (this.err += part));
    this.#exit = new Promise((done) =>
      child.once('close', (code, signal) => {
        this.ended = code ?? signal ?? 'unknown';
        running.delete(this);
        done();
      }),
    );
  }

  /** Starts `dist/server/main.js` without waiting for it. */
  static spawn(settings: NodeSettings): NodeProcess {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: build it with "node scripts/prepare.mjs".`);
    const env = { PATH: process.env.PATH, ALLOW_PRIVATE_ADDRESSES: 'on', ...settings };
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const node = new NodeProcess(child);
    running.add(node);
    return node;
  }

  /** Starts a node and waits until it serves. */
  static async start(settings: NodeSettings): Promise<NodeProcess> {
    const before = performance.now();
    const node = NodeProcess.spawn(settings);
    while (!node.out.includes('Ajar serves ')) {
      if (node.ended !== null) throw new Error(`the node did not start: ${node.err || node.out}`);
      if (performance.now() - before > 60_000) throw new Error(`the node does not start: ${node.out}`);
      await new Promise((done) => setTimeout(done, 5));
    }
    node.startedInMs = performance.now() - before;
    return node;
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  /** `kill -9`, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }

  /** Asks it to stop. @returns its exit code and the milliseconds it took; killed after 40 s */
  async stop(): Promise<{ code: number | string | null; ms: number }> {
    const before = performance.now();
    this.#child.kill('SIGTERM');
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 40_000);
    await this.#exit;
    clearTimeout(force);
    return { code: this.ended, ms: performance.now() - before };
  }

  /** Waits until it ends by itself. @returns its exit code, or null after `ms` */
  async waitForEnd(ms: number): Promise<number | string | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => {
      timer = setTimeout(done, ms);
    });
    await Promise.race([this.#exit, late]);
    clearTimeout(timer);
    return this.ended;
  }
}

const running = new Set<NodeProcess>();

/** Kills every node that a drill has left running. */
export async function killAllNodes(): Promise<void> {
  await Promise.all([...running].map((node) => node.kill()));
}

process.once('exit', () => {
  for (const node of running) process.kill(node.pid, 'SIGKILL');
});
