import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Ctx } from '../../../server/actions/context.ts';
import { setUpDistrict } from '../../../server/actions/set-up-district.ts';
import { systemClock } from '../../../server/domain/clock.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { openMedia } from '../../../server/media/media.ts';
import { type OpenDatabase, openDb } from '../../../server/store/db.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../../server/store/embedded.ts';
import type { Load, LoadResult } from '../load.ts';
import type { SinkCounts, SinkQuestion } from '../sink.ts';
import { type Child, startChild } from './child.ts';
import { type RunningNode, startNode } from './node.ts';

/** One figure beside what it is compared with. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  /** value / baseline */
  ratio: number | null;
}

/** A node with its database, named and with an empty house. */
export interface Site {
  node: RunningNode;
  /** for preparing data and looking at results, in the process of the benchmark */
  ctx: Ctx;
  database: OpenDatabase;
  /** stops the node; the database stays until the end of the run */
  close(): Promise<void>;
}

/** What every measurement works with. */
export class Bench {
  readonly quick: boolean;
  /** how often each figure is taken; the median counts */
  readonly runs: number;
  readonly rows: Row[] = [];
  readonly load: Child<Load, LoadResult>;
  readonly sink: Child<SinkQuestion, SinkCounts>;
  readonly folder: string;
  readonly #server: EmbeddedDatabase;
  readonly #profileDir: string | null;
  #databases = 0;

  private constructor(
    server: EmbeddedDatabase,
    folder: string,
    options: { quick: boolean; profileDir: string | null },
  ) {
    this.#server = server;
    this.folder = folder;
    this.quick = options.quick;
    this.runs = options.quick ? 1 : 3;
    this.#profileDir = options.profileDir;
    this.load = startChild('load.ts');
    this.sink = startChild('sink.ts');
  }

  /** PostgreSQL as it comes with Ajar, with its own settings, in a folder that goes away at the end. */
  static async open(options: { quick: boolean; profileDir: string | null }): Promise<Bench> {
    const folder = mkdtempSync(join(tmpdir(), 'ajar-bench-'));
    return new Bench(await openEmbeddedDatabase({ dataDir: folder }), folder, options);
  }

  async close(): Promise<void> {
    await Promise.all([this.load.stop(), this.sink.stop()]);
    await this.#server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  emptyDatabase(): Promise<string> {
    this.#databases += 1;
    return this.#server.database(`bench_${this.#databases}`);
  }

  /**
   * @param name under which a CPU profile is kept
   * @param logged which statements PostgreSQL writes to its log
   */
  async site(name: string, logged: 'none' | 'all' = 'none'): Promise<Site> {
    const url = await this.emptyDatabase();
    const preparing = openDb(url, { max: 1 });
    await sql`alter database ${sql.ref(new URL(url).pathname.slice(1))} set log_statement = ${sql.lit(logged)}`.execute(
      preparing.db,
    );
    await preparing.close();
    const node = await startNode(url, this.#profileDir && join(this.#profileDir, name));
    const database = openDb(url, { max: 4 });
    const never = async (): Promise<never> => {
      throw new Refusal('unavailable', 'no-lookup');
    };
    const ctx: Ctx = {
      db: database.db,
      clock: systemClock,
      origin: node.origin,
      host: new URL(node.origin).host,
      lookup: { actor: never, object: never, ownServer: never },
      media: openMedia('/nonexistent'),
    };
    await setUpDistrict(ctx, {
      districtName: 'Bench',
      shortName: 'bench',
      country: '',
      timezone: 'UTC',
      language: 'en',
    });
    const close = async () => {
      await database.close();
      await node.stop();
    };
    return { node, ctx, database, close };
  }

  /** Measures as often as the run wants; the median counts. */
  async repeat<T>(measure: (run: number) => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    for (let run = 0; run < this.runs; run++) results.push(await measure(run));
    return results;
  }

  row(name: string, value: number, unit: string, baseline: number | null = null): void {
    const row = {
      name,
      value: rounded(value),
      unit,
      baseline: baseline === null ? null : rounded(baseline),
      ratio: baseline === null ? null : rounded(value / baseline),
    };
    this.rows.push(row);
    process.stderr.write(
      `  ${name}: ${row.value} ${unit}${row.ratio === null ? '' : ` (${row.ratio} × ${row.baseline})`}\n`,
    );
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param share 0.95 for the 95th percentile */
export function percentile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Three digits that mean something. */
function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** @throws when anything but the given status came */
export function requireOnly(result: LoadResult, status: string): LoadResult {
  const others = Object.entries(result.statuses).filter(([seen]) => seen !== status);
  if (others.length > 0)
    throw new Error(`answers other than ${status}: ${JSON.stringify(Object.fromEntries(others))}`);
  return result;
}
