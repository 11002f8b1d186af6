import type { Dispatcher } from 'undici';
import type { Deadline } from './deadline.ts';
import { NetError, toNetError } from './errors.ts';

export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** An answer with the part of its body that was wanted. */
export interface Answer {
  status: number;
  headers: ResponseHeaders;
  body: Buffer;
  /** false: the rest of the body may still be coming, so the connection is of no further use */
  complete: boolean;
}

/** How much of a body to keep, and what a longer one means: a failure, or a rest that nobody needs. */
export interface Reading {
  keep: number;
  longer: 'refuse' | 'drop';
}

/** Decides, once the headers are there, how the body is read; may throw a NetError to refuse the answer. */
export type Reader = (status: number, headers: ResponseHeaders) => Reading;

/**
 * One request and its answer, without the costs of a stream. Bytes are counted as they arrive; a compressed
 * body is never unpacked, so it cannot grow. Unless the answer is complete, the caller must close the
 * connection.
 *
 * @param drain with `longer: 'drop'`, bytes beyond `keep` that are read so that the connection stays of use
 * @throws NetError, or the reason of the deadline
 */
export function exchange(
  client: Dispatcher,
  request: Dispatcher.DispatchOptions,
  deadline: Deadline,
  read: Reader,
  drain: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const handler = new Exchange(read, drain, (answer, failure) => {
      deadline.watch(null);
      if (answer) resolve(answer);
      else reject(failure);
    });
    deadline.watch((reason) => handler.settle(reason));
    if (!handler.settled) client.dispatch(request, handler);
  });
}

class Exchange implements Dispatcher.DispatchHandler {
  settled = false;
  readonly #read: Reader;
  readonly #drain: number;
  readonly #done: (answer: Answer | null, failure: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #headers: ResponseHeaders = {};
  #reading: Reading | null = null;
  #received = 0;

  constructor(read: Reader, drain: number, done: (answer: Answer | null, failure: unknown) => void) {
    this.#read = read;
    this.#drain = drain;
    this.#done = done;
  }

  onRequestStart(): void {}

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: ResponseHeaders): void {
    if (status < 200 || this.settled) return;
    try {
      if (status > 599) throw new NetError('protocol', `they answered with the unknown status ${status}`);
      const reading = this.#read(status, headers);
      if (reading.longer === 'refuse' && Number(headers['content-length']) > reading.keep)
        throw tooBig(reading);
      this.#status = status;
      this.#headers = headers;
      this.#reading = reading;
    } catch (error) {
      this.settle(error);
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    const reading = this.#reading;
    if (this.settled || !reading) return;
    const room = reading.keep - this.#received;
    this.#received += chunk.length;
    if (room > 0) this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    if (reading.longer === 'refuse' && this.#received > reading.keep) this.settle(tooBig(reading));
    if (reading.longer === 'drop' && this.#received > reading.keep + this.#drain)
      this.settle(tooBig(reading));
  }

  onResponseEnd(): void {
    if (this.settled || !this.#reading) return;
    this.settled = true;
    this.#done(this.#answer(true), null);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.settle(toNetError(error));
  }

  /** Ends before the end: as a failure, unless only a part that nobody needs is missing. */
  settle(failure: unknown): void {
    if (this.settled) return;
    this.settled = true;
    if (this.#reading?.longer === 'drop') this.#done(this.#answer(false), null);
    else this.#done(null, failure);
  }

  #answer(complete: boolean): Answer {
    return { status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks), complete };
  }
}

function tooBig(reading: Reading): NetError {
  return new NetError('too-big', `their answer is longer than ${reading.keep} bytes`);
}
