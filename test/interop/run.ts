// A real neighbour: Ajar and snac2, another ActivityPub server as Debian packages it, become neighbours in a network
// that nobody else is in. Usage: npm run interop [-- --fresh]      --fresh fetches the packages anew
// A line for each check. Exit 1 when one failed; `interop: could not run: …` and exit 0 when the machine lacks what it takes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotRun } from './cannot-run.ts';
import { type Debian, debian } from './debian.ts';
import { endWithOutside, INSIDE, inNamespace } from './namespace.ts';
import { PROJECT } from './project.ts';

const { values } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, [INSIDE]: { type: 'boolean', default: false } },
});
const folder = join(PROJECT, 'data', 'interop');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = await (values[INSIDE] ? runInside() : run());

async function run(): Promise<number> {
  let letGo = (): void => undefined;
  try {
    if (process.platform !== 'linux') throw new CannotRun('it needs Linux');
    mkdirSync(folder, { recursive: true });
    letGo = hold(join(folder, 'running'));
    await packages(values.fresh);
    return await inNamespace(process.argv[1] as string);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    say(`interop: could not run: ${error.message}`);
    return 0;
  } finally {
    letGo();
  }
}

/** The same program once more, with nothing else around it. */
async function runInside(): Promise<number> {
  endWithOutside();
  const { showAll } = await import('./inside.ts');
  return showAll(await packages(false), join(folder, 'last'), say);
}

function packages(fresh: boolean): Promise<Debian> {
  return debian(join(folder, 'debian'), (line) => process.stderr.write(`interop: ${line}\n`), fresh);
}

/** One run at a time: they share the folder. @throws CannotRun */
function hold(file: string): () => void {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new CannotRun((error as Error).message);
      const pid = Number(readFileSync(file, 'utf8'));
      if (pid > 0 && isAlive(pid)) throw new CannotRun(`another run (process ${pid}) is under way`);
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
