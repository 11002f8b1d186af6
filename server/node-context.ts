import { join } from 'node:path';
import type { Ctx } from './actions/context.ts';
import type { Config } from './config.ts';
import { systemClock } from './domain/clock.ts';
import { Refusal } from './domain/refusal.ts';
import { MEDIA_FOLDER, openMedia } from './media/media.ts';
import { openDb } from './store/db.ts';
import { connectEmbedded } from './store/embedded.ts';
import { migrateToLatest } from './store/migrate.ts';
import { storedOrigin } from './store/origin.ts';

/** What a command works with: the node's database, whether the node runs or not. */
export interface NodeAccess {
  ctx: Ctx;
  databaseUrl: string;
  /** names of the migrations that were missing and have run now */
  migrated: string[];
  close(): Promise<void>;
}

/** Opens the database of the node that this environment describes, starting the embedded one if it does not run. */
export async function openNode(config: Config): Promise<NodeAccess> {
  const embedded = config.databaseUrl === null ? await connectEmbedded({ dataDir: config.dataDir }) : null;
  const databaseUrl = config.databaseUrl ?? (embedded as NonNullable<typeof embedded>).url;
  const database = openDb(databaseUrl, { max: 4 });
  const close = async () => {
    await database.close();
    await embedded?.stop();
  };
  try {
    const migrated = await migrateToLatest(database.db);
    const never = async (): Promise<never> => {
      throw new Refusal('unavailable', 'no-lookup');
    };
    // a command speaks for the node under the address that it was set up with
    const origin = (await storedOrigin(database.db)) ?? config.origin;
    const ctx: Ctx = {
      db: database.db,
      clock: systemClock,
      origin,
      host: new URL(origin).host,
      lookup: { actor: never, object: never, ownServer: never },
      media: openMedia(join(config.dataDir, MEDIA_FOLDER)),
    };
    return { ctx, databaseUrl, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}
