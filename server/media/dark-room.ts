import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../domain/refusal.ts';
import type { DarkRoomJob, DarkRoomResult } from './dark-room-job.ts';

/** Photos that are decoded at one time, and that wait for it. Each takes up to 260 MB for a second or two. */
const AT_ONCE = 1;
const MOST_WAITING = 8;
const DEADLINE_MS = 30_000;
/** of the part that runs JavaScript, in MB: it moves no pixels itself */
const HEAP_MB = 64;

const PROGRAM = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? './dark-room-process.ts' : './dark-room-process.js',
    import.meta.url,
  ),
);

/** Has photos decoded and written anew, one after another, each in a process that ends with it. */
export class DarkRoom {
  /** how many files were handed to a decoder so far */
  begun = 0;
  #working = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * Decodes one photo and writes it in every size.
   * @throws Refusal `unavailable photo-busy` when too many wait; `invalid photo-broken` when it cannot be decoded
   */
  async develop(job: DarkRoomJob): Promise<DarkRoomResult> {
    await this.#turn();
    try {
      this.begun += 1;
      return await run(job);
    } finally {
      const next = this.#waiting.shift();
      // the place is handed on, so that nobody comes between
      if (next) next();
      else this.#working -= 1;
    }
  }

  async #turn(): Promise<void> {
    if (this.#working < AT_ONCE) {
      this.#working += 1;
      return;
    }
    if (this.#waiting.length >= MOST_WAITING) throw new Refusal('unavailable', 'photo-busy');
    await new Promise<void>((done) => this.#waiting.push(done));
  }
}

async function run(job: DarkRoomJob): Promise<DarkRoomResult> {
  // without our environment: the decoder knows no secrets
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--no-warnings', PROGRAM], {
    env: { MALLOC_ARENA_MAX: '2' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: DEADLINE_MS,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  // it may end before it has read anything
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  const [said, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Refusal('invalid', 'photo-broken');
  return JSON.parse(said) as DarkRoomResult;
}
