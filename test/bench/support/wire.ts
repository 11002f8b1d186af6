/** HTTP/1.1 over bare sockets, as little as a load generator needs: it shares two cores with what it measures. */

/** What stands before a body, and how long the body is; null while the head is not complete. */
export interface Head {
  /** the first line, such as `HTTP/1.1 202 Accepted` or `POST /inbox HTTP/1.1` */
  first: string;
  host: string;
  /** bytes before the body */
  length: number;
  /** bytes of the body; -1: chunked */
  body: number;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

export function readHead(bytes: Buffer): Head | null {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end === -1) return null;
  const text = bytes.toString('latin1', 0, end);
  const first = text.slice(0, text.indexOf('\r\n') === -1 ? undefined : text.indexOf('\r\n'));
  const length = /\r\ncontent-length: *(\d+)/i.exec(text);
  const chunked = /\r\ntransfer-encoding: *chunked/i.test(text);
  const host = /\r\nhost: *([^\r]+)/i.exec(text)?.[1] ?? '';
  return { first, host, length: end + END_OF_HEAD.length, body: chunked ? -1 : Number(length?.[1] ?? 0) };
}

/** Finds whole messages in what arrives on a socket; bodies are counted and thrown away unless small. */
export class Messages {
  readonly #onMessage: (head: Head, body: Buffer) => void;
  #parts: Buffer[] = [];
  #size = 0;
  #head: Head | null = null;

  /** @param onMessage gets the head and the whole body of each message */
  constructor(onMessage: (head: Head, body: Buffer) => void) {
    this.#onMessage = onMessage;
  }

  take(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#size += chunk.length;
    while (this.#size > 0 && this.#next());
  }

  #next(): boolean {
    if (this.#head && this.#head.body !== -1 && this.#size < this.#head.length + this.#head.body)
      return false;
    const bytes = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
    this.#parts = [bytes];
    this.#head ??= readHead(bytes);
    const head = this.#head;
    if (!head) return false;
    const end =
      head.body === -1 ? bytes.indexOf(LAST_CHUNK, head.length) + LAST_CHUNK.length : head.length + head.body;
    if (bytes.length < end || end < head.length) return false;
    this.#head = null;
    this.#size = bytes.length - end;
    this.#parts = this.#size > 0 ? [bytes.subarray(end)] : [];
    this.#onMessage(head, bytes.subarray(head.length, end));
    return true;
  }
}
