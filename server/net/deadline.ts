import { NetError } from './errors.ts';

/** The end of one call, by time or by the caller's signal. One timer for all hops; `clear` it when done. */
export class Deadline {
  #reason: unknown;
  #ended = false;
  #watcher: ((reason: unknown) => void) | null = null;
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;

  /** @param ms from now */
  constructor(ms: number, signal?: AbortSignal | null) {
    this.#timer = setTimeout(() => this.#end(tookTooLong(ms)), ms);
    this.#signal = signal ?? undefined;
    if (this.#signal?.aborted) this.#onAbort();
    else this.#signal?.addEventListener('abort', this.#onAbort);
  }

  /** Whoever works at the moment is told of the end, at once if it has come already. Null: nobody. */
  watch(watcher: ((reason: unknown) => void) | null): void {
    this.#watcher = watcher;
    if (this.#ended) watcher?.(this.#reason);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#watcher = null;
  }

  readonly #onAbort = (): void => this.#end(this.#signal?.reason);

  #end(reason: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#reason = reason;
    this.#watcher?.(reason);
  }
}

function tookTooLong(ms: number): NetError {
  return new NetError('timeout', `the whole exchange took longer than ${Math.ceil(ms / 1000)} s`);
}
