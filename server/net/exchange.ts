import type { Agent, Dispatcher } from 'undici';
import type { Deadline } from './deadline.ts';
import { NetError, toNetError } from './errors.ts';

export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** An answer with the part of its body that was wanted. */
export interface Answer {
  status: number;
  headers: ResponseHeaders;
  body: Buffer;
}

/** How much of a body to keep, and what a longer one means: a failure, or a rest that nobody needs. */
export interface Reading {
  keep: number;
  longer: 'refuse' | 'drop';
}

/** Decides, once the headers are there, how the body is read; may throw a NetError to refuse the answer. */
export type Reader = (status: number, headers: ResponseHeaders) => Reading;

/**
 * One request and its answer over an undici agent, without the costs of a stream. Bytes are counted as they
 * arrive; a compressed body is never unpacked, so it cannot grow.
 *
 * @param drain with `longer: 'drop'`, bytes beyond `keep` that are read for the sake of the connection
 * @throws NetError, or the reason of the deadline
 */
export function exchange(
  agent: Agent,
  request: Dispatcher.DispatchOptions,
  deadline: Deadline,
  read: Reader,
  drain: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (answer: Answer | null, error: unknown): void => {
      deadline.watch(null);
      if (answer) resolve(answer);
      else reject(error);
    };
    const handler = new Exchange(read, drain, done);
    deadline.watch((reason) => handler.stop(reason));
    if (!handler.settled) agent.dispatch(request, handler);
  });
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #read: Reader;
  readonly #drain: number;
  readonly #done: (answer: Answer | null, error: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #settled = false;
  #status = 0;
  #headers: ResponseHeaders = {};
  #reading: Reading | null = null;
  #received = 0;

  constructor(read: Reader, drain: number, done: (answer: Answer | null, error: unknown) => void) {
    this.#read = read;
    this.#drain = drain;
    this.#done = done;
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** Ends the exchange from outside: with what is there if that is enough, else with `reason`. */
  stop(reason: unknown): void {
    this.#settle(reason);
    this.#abort();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) this.#abort();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: ResponseHeaders): void {
    if (status < 200) return;
    try {
      if (status > 599) throw new NetError('protocol', `they answered with the unknown status ${status}`);
      const reading = this.#read(status, headers);
      if (reading.longer === 'refuse' && Number(headers['content-length']) > reading.keep) throw tooBig(reading.keep);
      this.#status = status;
      this.#headers = headers;
      this.#reading = reading;
    } catch (error) {
      this.stop(error);
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled || !this.#reading) return;
    const { keep, longer } = this.#reading;
    const room = keep - this.#received;
    this.#received += chunk.length;
    if (room > 0) this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    if (longer === 'refuse' && this.#received > keep) this.stop(tooBig(keep));
    if (longer === 'drop' && this.#received > keep + this.#drain) this.stop(null);
  }

  onResponseEnd(): void {
    this.#settle(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(toNetError(error));
  }

  /** `failure` counts unless the reader already has all it wants: a status with a body that does not matter. */
  #settle(failure: unknown): void {
    if (this.#settled) return;
    this.#settled = true;
    const enough = this.#reading && (failure === null || this.#reading.longer === 'drop');
    if (!enough) return this.#done(null, failure);
    this.#done({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) }, null);
  }

  #abort(): void {
    this.#controller?.abort(new NetError('connection', 'the exchange was ended from this side'));
  }
}

function tooBig(bytes: number): NetError {
  return new NetError('too-big', `their answer is longer than ${bytes} bytes`);
}
