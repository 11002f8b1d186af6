import type { Ctx } from '../../server/actions/context.ts';
import type { Config } from '../../server/config.ts';
import { createDistrict } from '../../server/district.ts';
import { freePort } from './free-port.ts';
import { freshDatabase } from './postgres.ts';

export interface UnnamedNode {
  ctx: Ctx;
  origin: string;
  stop(): Promise<void>;
}

/** A node on its first day: a database with nothing in it, no name, nobody. */
export async function openUnnamed(settings: Partial<Config> = {}): Promise<UnnamedNode> {
  const [databaseUrl, port] = await Promise.all([freshDatabase(), freePort()]);
  const origin = `http://localhost:${port}`;
  const district = await createDistrict({
    origin,
    port,
    host: '127.0.0.1',
    dataDir: '/nonexistent',
    allowPrivateAddresses: true,
    role: 'web',
    smtpUrl: null,
    trustProxy: 0,
    ...settings,
    databaseUrl,
  });
  await district.start();
  return { ctx: district.ctx, origin, stop: () => district.stop() };
}
