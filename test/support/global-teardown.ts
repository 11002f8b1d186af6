import { rmSync } from 'node:fs';
import type { EmbeddedDatabase } from '../../server/store/embedded.ts';

/** What the set-up hands to the end of the run; both happen in Jest's own process. */
export type TestRun = typeof globalThis & { ajarTestRun?: { dataDir: string; server: EmbeddedDatabase } };

export default async function tearDown(): Promise<void> {
  const run = (globalThis as TestRun).ajarTestRun;
  await run?.server.stop();
  if (run) rmSync(run.dataDir, { recursive: true, force: true });
}
