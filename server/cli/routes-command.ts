import type { Express, Router } from 'express';
import { configFromEnvironment } from '../config.ts';
import { createDistrict } from '../district.ts';
import { openNode } from '../node-context.ts';

interface Layer {
  route?: { path: string | RegExp; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

/** Every route of the node, `METHOD path`, one a line. */
export async function listRoutes(): Promise<string> {
  const config = configFromEnvironment();
  const node = await openNode(config);
  const district = await createDistrict({ ...config, databaseUrl: node.databaseUrl });
  const lines = collect((district.app as Express & { router: Router }).router.stack as unknown as Layer[]);
  await district.stop();
  await node.close();
  return [...new Set(lines)]
    .sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? ''))
    .join('\n');
}

function collect(stack: readonly Layer[]): string[] {
  return stack.flatMap((layer) => {
    if (layer.route)
      return Object.keys(layer.route.methods).map(
        (method) => `${method.toUpperCase().padEnd(6)} ${String(layer.route?.path)}`,
      );
    return layer.handle?.stack ? collect(layer.handle.stack) : [];
  });
}
