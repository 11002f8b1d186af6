import { Command, CommanderError } from 'commander';
import { addCommands } from './cli/commands.ts';
import { CommandProblem } from './cli/problem.ts';
import { ConfigError } from './config.ts';
import { DataFolderInUse } from './store/data-folder.ts';

/** The command line: `npm run -s ajar -- …`. Answers on stdout, everything else on stderr; exit 1 on any refusal. */
const program = new Command('ajar')
  .description('Runs and looks after a district node.')
  .exitOverride()
  .showHelpAfterError();
addCommands(program);

// a reader such as `head` may have seen enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const known =
      error instanceof CommandProblem || error instanceof ConfigError || error instanceof DataFolderInUse;
    process.stderr.write(
      `${known ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
