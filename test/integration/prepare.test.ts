import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'ajar-prepare-'));
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

/** Runs a module that may use what the scripts export, in a process of its own. */
function run(code: string): {
  child: ChildProcess;
  says: (word: string) => Promise<string>;
  ended: Promise<void>;
} {
  const program = `
    import { withLock } from ${JSON.stringify(join(SCRIPTS, 'prepare-lock.mjs'))};
    import { isInstalled } from ${JSON.stringify(join(SCRIPTS, 'prepare-install.mjs'))};
    const root = ${JSON.stringify(clone)};
    ${code}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => waiting.forEach((resolve) => void resolve());
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      wake();
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const says = async (word: string): Promise<string> => {
    void ended.then(wake);
    for (;;) {
      const line = lines.find((candidate) => candidate.includes(word));
      if (line) return line;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`It ended and said: ${lines.join(' / ')}`);
      await new Promise<void>((resolve) => waiting.add(resolve));
    }
  };
  return { child, says, ended };
}

const holdUntilTold = `await withLock(root, async () => { console.log('holding'); await new Promise((done) => process.stdin.once('data', done)); });
  process.exit(0);`;

describe('preparing a clone', () => {
  it('is done by one run at a time', async () => {
    const first = run(holdUntilTold);
    await first.says('holding');
    const second = run(holdUntilTold);
    await second.says('waiting for another run');
    first.child.stdin?.write('go');
    await second.says('holding');
    second.child.stdin?.write('go');
    await Promise.all([first.ended, second.ended]);
    expect(existsSync(join(clone, '.prepare.lock'))).toBe(false);
  });

  it('goes on when the run before it was killed', async () => {
    const first = run(holdUntilTold);
    await first.says('holding');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(clone, '.prepare.lock'))).toBe(true);
    const second = run(holdUntilTold);
    await second.says('holding');
    second.child.stdin?.write('go');
    await second.ended;
  });

  it('waits for an npm that outlived the run that started it', async () => {
    const npm = spawn('sleep', ['600']);
    const first = run(
      `await withLock(root, async (note) => { note(${npm.pid}); console.log('noted'); setTimeout(() => {}, 1e6); await new Promise(() => {}); });`,
    );
    await first.says('noted');
    first.child.kill('SIGKILL');
    await first.ended;
    const second = run(holdUntilTold);
    await second.says('waiting for another run');
    npm.kill('SIGKILL');
    await second.says('holding');
    second.child.stdin?.write('go');
    await second.ended;
  });

  it('does not take the number of a dead run for that run when another program has it now', async () => {
    writeFileSync(join(clone, '.prepare.lock'), JSON.stringify([{ pid: process.pid, began: 'long ago' }]));
    const next = run(holdUntilTold);
    await next.says('holding');
    next.child.stdin?.write('go');
    await next.ended;
  });
});

describe('the packages of a clone', () => {
  const asks = async () =>
    (await run('console.log(isInstalled(root) ? "installed" : "missing");').says('')).trim();
  const lock = {
    packages: {
      '': {},
      'node_modules/one': { version: '1.0.0' },
      'node_modules/two': { version: '2.0.0' },
      'node_modules/elsewhere': { version: '1.0.0', optional: true },
    },
  };

  function add(name: string): void {
    mkdirSync(join(clone, 'node_modules', name), { recursive: true });
    writeFileSync(join(clone, 'node_modules', name, 'package.json'), '{}');
  }

  function npmWrites(packages: Record<string, unknown>): void {
    writeFileSync(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  }

  beforeEach(() => {
    writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock));
    // An image with a Node of its own has none among the packages; ours would be looked for there.
    mkdirSync(join(clone, 'node_modules', 'node', 'bin'), { recursive: true });
    writeFileSync(join(clone, 'node_modules', 'node', 'bin', 'node'), '#!/bin/sh\necho v24.0.0\n', {
      mode: 0o755,
    });
  });

  it('are missing while an install has not come to its end', async () => {
    add('one');
    add('two');
    expect(await asks()).toBe('missing');
  });

  it('are recognised when somebody ran npm by hand', async () => {
    add('one');
    add('two');
    npmWrites(lock.packages);
    expect(await asks()).toBe('installed');
  });

  it('are missing when one of them is gone, and when another version is asked for', async () => {
    add('one');
    add('two');
    npmWrites(lock.packages);
    expect(await asks()).toBe('installed');
    rmSync(join(clone, 'node_modules', 'two'), { recursive: true });
    expect(await asks()).toBe('missing');
    add('two');
    expect(await asks()).toBe('installed');
    writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock).replace('2.0.0', '3.0.0'));
    expect(await asks()).toBe('missing');
  });
});
