import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { DataFolderInUse, holdDataFolder, secretIn } from '../../server/store/data-folder.ts';
import { connectEmbedded, openEmbeddedDatabase } from '../../server/store/embedded.ts';
import { findPostmaster, isServerOf, stopPostmaster } from '../../server/store/postmaster.ts';
import { quickFolder } from '../support/quick-folder.ts';

const HOLDER = fileURLToPath(new URL('../support/data-folder-holder.ts', import.meta.url));
let dataDir: string;
let children: ChildProcess[] = [];
let made: string;
/** Each test keeps a row of its own. */
let rows = 0;

beforeAll(async () => {
  made = quickFolder('ajar-embedded-');
  const database = await openEmbeddedDatabase({ dataDir: made });
  await database.stop();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = quickFolder('ajar-embedded-');
  rows += 1;
});

afterEach(async () => {
  for (const child of children) await kill(child);
  children = [];
  const left = server();
  if (left) await stopPostmaster(cluster(), left.pid, 2_000);
  if (dataDir !== made) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** For tests that are not about the first use: one that exists already, since making a thousand files takes a while. */
const useMadeDatabase = () => {
  rmdirSync(dataDir);
  dataDir = made;
};
const cluster = () => join(dataDir, 'postgres');
const server = () => findPostmaster(cluster());

/** Another process on the data folder: its lines so far, and a wait for one that begins with a word. */
function holder(role: 'node' | 'command') {
  const child = spawn(process.execPath, [HOLDER, dataDir, role], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines: string[] = [];
  let finished = false;
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  reader.once('close', () => {
    finished = true;
  });
  const says = async (word: string): Promise<string> => {
    for (;;) {
      const found = lines.find((line) => line.startsWith(word));
      if (found) return found.slice(word.length + 1);
      if (finished) throw new Error(`The other process ended and said: ${lines.join(' / ')}`);
      await new Promise((resolve) => reader.once('line', resolve).once('close', resolve));
    }
  };
  return { child, says };
}

function ended(child: ChildProcess): Promise<unknown> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));
}

async function kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await ended(child);
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

async function eventually<T>(question: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await question();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const keep = (url: string) => ask(url, `create table kept_${rows} as select 'a story' as what`);
const kept = (url: string) => ask(url, `select what from kept_${rows}`);

describe('the database in the data folder', () => {
  it('is made on first use, safe against power cuts and closed to others, and is there again after a stop', async () => {
    const first = await openEmbeddedDatabase({ dataDir });
    await keep(first.url);
    expect(
      await ask(first.url, "select current_setting('fsync'), current_setting('data_checksums')"),
    ).toEqual(['on', 'on']);
    expect(await ask(first.url, "select current_setting('listen_addresses')")).toEqual(['']);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(statSync(cluster()).mode & 0o777).toBe(0o700);
    const wrong = new URL(first.url);
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await first.stop();
    expect(server()).toBeUndefined();

    const second = await openEmbeddedDatabase({ dataDir });
    expect(second.url).toBe(first.url);
    expect(await kept(second.url)).toEqual(['a story']);
    await second.stop();
  });

  it('holds further databases', async () => {
    const database = await openEmbeddedDatabase({ dataDir });
    const url = await database.database('other_district');
    await keep(url);
    expect(await kept(await database.database('other_district'))).toEqual(['a story']);
    await expect(kept(database.url)).rejects.toMatchObject({ code: '42P01' });
    await database.stop();
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(dataDir, 'a-folder-with-a-long-name/'.repeat(5));
    const database = await openEmbeddedDatabase({ dataDir: deep });
    expect(await ask(database.url, 'select 1')).toEqual([1]);
    await database.stop();
  });

  it('refuses a second Ajar in one sentence that names the first', async () => {
    useMadeDatabase();
    const first = holder('node');
    await first.says('open');
    const refusal = await openEmbeddedDatabase({ dataDir }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataFolderInUse);
    expect((refusal as Error).message).toContain(`process ${first.child.pid}`);
    expect((refusal as Error).message).toContain(dataDir);
  });

  it('is adopted with every row when Ajar was killed', async () => {
    useMadeDatabase();
    const first = holder('node');
    await keep(await first.says('open'));
    const before = server()?.pid;
    await kill(first.child);
    const second = await openEmbeddedDatabase({ dataDir });
    expect(server()?.pid).toBe(before);
    expect(await kept(second.url)).toEqual(['a story']);
    await second.stop();
  });

  it('starts again under a running Ajar when PostgreSQL was killed', async () => {
    useMadeDatabase();
    const database = await openEmbeddedDatabase({ dataDir });
    await keep(database.url);
    process.kill(server()?.pid as number, 'SIGKILL');
    expect(await eventually(() => kept(database.url))).toEqual(['a story']);
    await database.stop();
    expect(server()).toBeUndefined();
  });

  it('recovers every row when Ajar and PostgreSQL were killed together', async () => {
    useMadeDatabase();
    const first = holder('node');
    await keep(await first.says('open'));
    const before = server()?.pid as number;
    first.child.kill('SIGKILL');
    process.kill(before, 'SIGKILL');
    await ended(first.child);
    const second = await openEmbeddedDatabase({ dataDir });
    expect(server()?.pid).not.toBe(before);
    expect(await kept(second.url)).toEqual(['a story']);
    await second.stop();
  });

  it('replaces a PostgreSQL that was left running and does not answer', async () => {
    useMadeDatabase();
    const first = holder('node');
    await keep(await first.says('open'));
    const before = server()?.pid as number;
    process.kill(before, 'SIGSTOP');
    await kill(first.child);
    const second = await openEmbeddedDatabase({ dataDir });
    expect(isServerOf(cluster(), before)).toBe(false);
    expect(await kept(second.url)).toEqual(['a story']);
    await second.stop();
  });

  it('starts when the number in a left-over file belongs to another program now', async () => {
    useMadeDatabase();
    const first = await openEmbeddedDatabase({ dataDir });
    await first.stop();
    writeFileSync(
      join(cluster(), 'postmaster.pid'),
      `${process.pid}\n${cluster()}\n1\n5432\n${cluster()}\n\n1 1\nready   \n`,
    );
    const second = await openEmbeddedDatabase({ dataDir });
    expect(await ask(second.url, 'select 1')).toEqual([1]);
    await second.stop();
  });

  it('is made anew when making it was interrupted', async () => {
    const first = holder('node');
    await first.says('said Making the database');
    await kill(first.child);
    mkdirSync(join(dataDir, 'postgres.new-left'), { recursive: true });
    const second = await openEmbeddedDatabase({ dataDir });
    expect(await ask(second.url, 'select 1')).toEqual([1]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
    await second.stop();
  });

  it('says so when its password was lost', async () => {
    const first = await openEmbeddedDatabase({ dataDir });
    await first.stop();
    rmSync(join(dataDir, 'postgres.password'));
    await expect(openEmbeddedDatabase({ dataDir })).rejects.toThrow(
      /postgres\.password is not the database's/,
    );
  });
});

describe('a command on the data folder', () => {
  it('uses the database of the running node and leaves it running', async () => {
    useMadeDatabase();
    const node = holder('node');
    await keep(await node.says('open'));
    const command = await connectEmbedded({ dataDir });
    expect(await kept(command.url)).toEqual(['a story']);
    await command.stop();
    expect(await kept(command.url)).toEqual(['a story']);
  });

  it('waits for a node that is just starting', async () => {
    const node = holder('node');
    await node.says('said Making the database');
    const command = await connectEmbedded({ dataDir });
    expect(await ask(command.url, 'select 1')).toEqual([1]);
    expect(await node.says('open')).toBe(command.url);
  });

  it('starts the database for itself when no node runs, and stops it', async () => {
    useMadeDatabase();
    const command = await connectEmbedded({ dataDir });
    await keep(command.url);
    await command.stop();
    expect(server()).toBeUndefined();
  });

  it('makes a node wait until it has finished', async () => {
    useMadeDatabase();
    const command = await connectEmbedded({ dataDir });
    await keep(command.url);
    const node = holder('node');
    await node.says('said Waiting');
    await command.stop();
    expect(await kept(await node.says('open'))).toEqual(['a story']);
  });

  it('waits for another command', async () => {
    useMadeDatabase();
    const first = holder('command');
    await keep(await first.says('open'));
    const second = connectEmbedded({ dataDir });
    await kill(first.child, 'SIGTERM');
    const database = await second;
    expect(await kept(database.url)).toEqual(['a story']);
    await database.stop();
  });
});

describe('the data folder', () => {
  it('is free again when its holder was killed', async () => {
    useMadeDatabase();
    const first = holder('command');
    await first.says('open');
    await expect(holdDataFolder(dataDir, 'command', { patience: 0 })).rejects.toThrow(
      /still using the data folder/,
    );
    await kill(first.child);
    const held = await holdDataFolder(dataDir, 'command', { patience: 0 });
    held.release();
  });

  it('keeps a secret once made, readable by its owner only', () => {
    expect(secretIn(dataDir, 'word', () => 'first')).toBe('first');
    expect(secretIn(dataDir, 'word', () => 'second')).toBe('first');
    expect(statSync(join(dataDir, 'word')).mode & 0o777).toBe(0o600);
  });
});
