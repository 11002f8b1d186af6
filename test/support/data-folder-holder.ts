// A process that opens the database of a data folder as a node or as a command, says so, and stays until it is told to stop.
// Usage: node data-folder-holder.ts <data folder> node|command
import { connectEmbedded, openEmbeddedDatabase } from '../../server/store/embedded.ts';

const [, , dataDir = '', role] = process.argv;
const open = role === 'node' ? openEmbeddedDatabase : connectEmbedded;
const log = (line: string) => process.stdout.write(`said ${line}\n`);
try {
  const database = await open({ dataDir, log, patience: 20_000 });
  process.stdout.write(`open ${database.url}\n`);
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`refused ${(error as Error).name} ${(error as Error).message}\n`);
  process.exit(1);
}
