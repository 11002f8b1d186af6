import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** A finished answer that is the same for everybody. */
export interface Answer {
  status: number;
  type: string;
  body: Buffer;
  etag: string;
  cacheControl: string;
}

/** What a loader gives: the answer and the tags that make it stale. */
export interface Loaded {
  answer: Answer;
  tags: readonly string[];
  /** false: given, and not kept */
  keep?: boolean;
}

interface Entry extends Loaded {
  freshUntil: number;
}

const FRESH_MS = 60_000;
/** how long an answer may be served while the database is away */
const STALE_MS = 3_600_000;

/**
 * Public answers as bytes with an ETag, in memory, one for each node process.
 * A change makes its tags stale in every process (over NOTIFY, and after 60 s without it); many readers at once
 * cause one load; while the database is away the last answer is served.
 */
export class PublicCache {
  readonly #entries = new LRUCache<string, Entry>({
    max: 5_000,
    maxSize: 64 * 1024 * 1024,
    sizeCalculation: (entry) => entry.answer.body.length + 500,
    ttl: STALE_MS,
  });
  readonly #keysOfTag = new LRUCache<string, Set<string>>({ max: 20_000 });
  readonly #staleSince = new LRUCache<string, number>({ max: 20_000 });
  readonly #loading = new Map<string, Promise<Loaded>>();
  #ticks = 0;

  /** The answer if it is fresh: costs nothing. */
  peek(key: string): Answer | null {
    const entry = this.#entries.get(key);
    return entry && entry.freshUntil > performance.now() ? entry.answer : null;
  }

  /**
   * The answer from the cache, else from `load`.
   * @param isAway tells from an error that the database is away: then an older answer does
   */
  async get(key: string, load: () => Promise<Loaded>, isAway: (error: unknown) => boolean): Promise<Answer> {
    const fresh = this.peek(key);
    if (fresh) return fresh;
    try {
      const running = this.#loading.get(key) ?? this.#load(key, load);
      return (await running).answer;
    } catch (error) {
      const old = this.#entries.get(key);
      if (old && isAway(error)) return old.answer;
      throw error;
    }
  }

  async #load(key: string, load: () => Promise<Loaded>): Promise<Loaded> {
    const started = ++this.#ticks;
    const running = load();
    this.#loading.set(key, running);
    try {
      const loaded = await running;
      // a change that came while loading wins: then the answer is given but not kept
      if (loaded.keep !== false && !loaded.tags.some((tag) => (this.#staleSince.get(tag) ?? 0) > started)) {
        this.#entries.set(key, { ...loaded, freshUntil: performance.now() + FRESH_MS });
        for (const tag of loaded.tags) this.#keys(tag).add(key);
      }
      return loaded;
    } finally {
      this.#loading.delete(key);
    }
  }

  #keys(tag: string): Set<string> {
    let keys = this.#keysOfTag.get(tag);
    if (!keys) {
      keys = new Set();
      this.#keysOfTag.set(tag, keys);
    }
    return keys;
  }

  /** Forgets every answer with this tag. */
  markStale(tag: string): void {
    this.#staleSince.set(tag, ++this.#ticks);
    for (const key of this.#keysOfTag.get(tag) ?? []) {
      this.#entries.delete(key);
      this.#loading.delete(key);
    }
    this.#keysOfTag.delete(tag);
  }

  clear(): void {
    this.#ticks += 1;
    this.#entries.clear();
    this.#keysOfTag.clear();
    this.#loading.clear();
  }
}

/** Makes an answer of text. */
export function answerOf(status: number, type: string, body: string, cacheControl: string): Answer {
  const bytes = Buffer.from(body);
  return {
    status,
    type,
    body: bytes,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    cacheControl,
  };
}
