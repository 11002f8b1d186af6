import { PgBoss } from 'pg-boss';

/** A job that runs by the clock. `cron` is in UTC. */
export interface Schedule {
  name: string;
  cron: string;
  run: () => Promise<unknown>;
}

export interface Schedules {
  stop(): Promise<void>;
}

/**
 * Runs jobs by the clock, each once among all processes of the node (pg-boss, its own schema `pgboss`).
 * @param onError told about failures; a failed job runs again at its next time
 */
export async function startSchedules(
  databaseUrl: string,
  schedules: readonly Schedule[],
  onError: (error: unknown) => void,
): Promise<Schedules> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'ajar-jobs',
    max: 2,
    persistQueueStats: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const { name, cron, run } of schedules) {
    await boss.createQueue(name, { retryLimit: 1, expireInSeconds: 600 });
    await boss.schedule(name, cron);
    await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
      await run();
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
