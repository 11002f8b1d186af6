import type { Command } from 'commander';
import { type CheckOptions, checkFile } from './check.ts';
import { CommandProblem } from './problem.ts';

/** What the command answers when it could not look. */
const BAD_INPUT = 2;

/** `ajar check`: exit 0 when there is nothing to ask about, 1 when there is, 2 when the file or an option is no good. */
export function addCheck(program: Command): void {
  program
    .command('check <file>')
    .description('the student check of a Markdown draft, or of an evidence table (.json); needs no node')
    .option('--json', 'findings as JSON')
    .option('--lang <tag>', 'language of the text, before what its front matter says')
    .option('--author <name>', 'may stand in the text; several times for several', collect, [])
    .option('--email <address>', 'may stand in the text', collect, [])
    .option('--small-n <number>', 'the smallest group whose numbers are shown', '10')
    .exitOverride((error) => {
      if (error.exitCode !== 0) error.exitCode = BAD_INPUT;
      throw error;
    })
    .action(async (file: string, options: CheckOptions) => {
      try {
        const { print, exit } = await checkFile(file, options);
        process.stdout.write(`${print}\n`);
        process.exitCode = exit;
      } catch (error) {
        if (!(error instanceof CommandProblem)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = BAD_INPUT;
      }
    });
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
