import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LoopDelay, ProbeQuestion } from './probe.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** The build that is drilled; `FAULTS_DIST` names another one, relative to the project. */
const MAIN = join(ROOT, process.env.FAULTS_DIST ?? 'dist', 'server', 'main.js');
const PROBE = join(import.meta.dirname, 'probe.ts');

/** Environment of a node besides its port. */
export interface NodeSettings {
  PORT: string;
  DATA_DIR?: string;
  DATABASE_URL?: string;
  ROLE?: 'all' | 'web' | 'worker';
  ORIGIN?: string;
  TRUST_PROXY?: string;
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

  /**
   * Starts `dist/server/main.js` without waiting for it.
   * @param probed with a probe inside, for `loopDelay` and `moveClock`
   */
  static spawn(settings: NodeSettings, probed = false): NodeProcess {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: build it with "node scripts/prepare.mjs".`);
    const env = { PATH: process.env.PATH, ALLOW_PRIVATE_ADDRESSES: 'on', ...settings };
    const probe = probed ? ['--disable-warning=ExperimentalWarning', '--import', PROBE] : [];
    const child = spawn(process.execPath, ['--enable-source-maps', ...probe, MAIN], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe', ...(probed ? (['ipc'] as const) : [])],
    });
    const node = new NodeProcess(child);
    running.add(node);
    return node;
  }

  /** Starts a node and waits until it serves. */
  static async start(settings: NodeSettings, probed = false): Promise<NodeProcess> {
    const before = performance.now();
    const node = NodeProcess.spawn(settings, probed);
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

  /** How late its event loop was since this was asked last. Only with a probe. */
  loopDelay(): Promise<LoopDelay> {
    return this.#ask<LoopDelay>({ ask: 'loop' });
  }

  /** Puts its clock forward or back from the right time. Only with a probe. */
  async moveClock(ms: number): Promise<void> {
    await this.#ask({ clockMs: ms });
  }

  #ask<T>(question: ProbeQuestion): Promise<T> {
    return new Promise((done, fail) => {
      this.#child.once('message', (answer) => done(answer as T));
      this.#child.send(question, (error) => error && fail(error));
      void this.#exit.then(() => fail(new Error(`the node has ended with ${this.ended}`)));
    });
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
