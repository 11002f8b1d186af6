import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ROLES } from '../domain/vocabulary.ts';
import { addCheck } from './check-command.ts';
import { addDistrict } from './district-command.ts';
import { doctor } from './doctor.ts';
import { addPersonCommand, type PeopleAddOptions, setPasswordCommand } from './people-command.ts';
import { publishFile } from './publish-command.ts';
import { withNode } from './with-node.ts';

/** An option that can be given several times. */
const collect = (value: string, earlier: string[]): string[] => [...earlier, value];

/** Every command of `ajar`. */
export function addCommands(program: Command): void {
  program
    .command('doctor')
    .description('checks this node and says what to do about what is wrong')
    .action(async () => {
      process.exitCode = (await doctor()) ? 0 : 1;
    });

  program
    .command('migrate')
    .description('brings the database to the newest form')
    .action(() =>
      withNode(async ({ migrated }) =>
        say(migrated.length > 0 ? `Done: ${migrated.join(', ')}.` : 'The database was up to date.'),
      ),
    );

  program
    .command('district')
    .description('names the district without the browser')
    .requiredOption('--name <name>', 'as people know it')
    .requiredOption('--short-name <name>', 'its fediverse handle: a-z, 0-9, _')
    .option('--country <country>', 'where it is', '')
    .option('--timezone <zone>', 'IANA name', 'UTC')
    .option('--language <tag>', 'two letters', 'en')
    .action((options) => withNode(async (node) => say(await addDistrict(node, options))));

  const people = program.command('people').description('people of this node');
  people
    .command('add <handle>')
    .description('makes an account; the password is read from standard input')
    .requiredOption('--name <name>', 'as colleagues know them')
    .requiredOption('--email <email>', 'for signing in')
    .option('--role <role>', ROLES.join(', '), 'member')
    .option('--label <label>', 'teacher, student-teacher, coach, retired, other', 'teacher')
    .requiredOption('--password-stdin', 'read the password from standard input')
    .action((handle: string, options: PeopleAddOptions) =>
      withNode(async (node) => say(await addPersonCommand(node, handle, options, readFileSync(0, 'utf8')))),
    );

  people
    .command('password <handle>')
    .description('gives somebody a new password, read from standard input, and signs them out everywhere')
    .requiredOption('--password-stdin', 'read the password from standard input')
    .action((handle: string) =>
      withNode(async (node) => say(await setPasswordCommand(node, handle, readFileSync(0, 'utf8')))),
    );

  program
    .command('publish <file>')
    .description('publishes a story from Markdown with front matter; prints its page and its ActivityPub id')
    .requiredOption('--as <handle>', 'whose story it is')
    .option('--keep <passage>', 'leaves a passage that the student check asks about', collect, [])
    .action((file: string, options: { as: string; keep: string[] }) =>
      withNode(async (node) => say(await publishFile(node, file, options.as, options.keep))),
    );

  addCheck(program);

  program
    .command('routes')
    .description('lists every address that the node answers')
    .action(async () => {
      const { listRoutes } = await import('./routes-command.ts');
      say(await listRoutes());
    });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
