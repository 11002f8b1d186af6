import type { Express, Router } from 'express';
import { configFromEnvironment } from '../config.ts';
import { createDistrict, type District } from '../district.ts';
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
  const lines = routesOf(district);
  await district.stop();
  await node.close();
  return lines.join('\n');
}

/** Every route of a node, `METHOD path`, each once, by path. */
export function routesOf(district: Pick<District, 'app' | 'pages'>): string[] {
  const lines = [district.app, district.pages].flatMap((app) =>
    app ? collect((app as Express & { router: Router }).router.stack as unknown as Layer[]) : [],
  );
  return [...new Set(lines)].sort((a, b) =>
    (a.split(' ').at(-1) ?? '').localeCompare(b.split(' ').at(-1) ?? ''),
  );
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
