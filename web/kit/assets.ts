import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { encodingOf } from '../http/encoding.ts';
import { projectRoot } from './project-root.ts';

interface Asset {
  url: string;
  type: string;
  body: Buffer;
  /** null: already compressed, as fonts are */
  packed: { br: Buffer; gzip: Buffer } | null;
}

const FOLDER = join(projectRoot(), 'web', 'assets');
const STYLES = [
  'fonts',
  'reset',
  'tokens',
  'base',
  'building',
  'parts',
  'cards',
  'form',
  'lineage',
  'pages',
  'account',
  'stories',
  'writing',
  'photos',
  'people',
  'print',
];
/** both OFL; Latin letters come with the first page, the rest of Europe's when a text needs them */
const FONTS = {
  'literata.woff2': '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
  'literata-ext.woff2': '@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2',
  'atkinson.woff2':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  'atkinson-ext.woff2':
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
} as const;

export type AssetName =
  | 'ajar.css'
  | 'cover-boxes.js'
  | 'enhance.js'
  | 'keep-draft.js'
  | 'own-names.js'
  | 'rich-switch.js'
  | 'rich-text.js'
  | 'mark.svg'
  | keyof typeof FONTS;

/** The two fonts that every page needs at once. */
export const FONT_PRELOADS = ['literata.woff2', 'atkinson.woff2'] as const satisfies AssetName[];

const assets = new Map<string, Asset>();
const require = createRequire(import.meta.url);

for (const [name, file] of Object.entries(FONTS))
  add(name, 'font/woff2', readFileSync(require.resolve(file)), false);
add('mark.svg', 'image/svg+xml', readFileSync(join(FOLDER, 'mark.svg')));
const everywhere = ['live-count.js', 'theme-switch.js'].map((name) =>
  readFileSync(join(FOLDER, 'enhance', name)),
);
add('enhance.js', 'text/javascript; charset=utf-8', Buffer.concat(everywhere));
for (const name of ['keep-draft.js', 'cover-boxes.js', 'own-names.js', 'rich-switch.js'])
  add(name, 'text/javascript; charset=utf-8', readFileSync(join(FOLDER, 'enhance', name)));
// made by the build, from packages
add(
  'rich-text.js',
  'text/javascript; charset=utf-8',
  readFileSync(join(projectRoot(), 'dist', 'rich-text.js')),
);
add('ajar.css', 'text/css; charset=utf-8', Buffer.from(stylesheet()));

/** The address of an asset; its hash changes with its content, so that browsers may keep it for a year. */
export function asset(name: AssetName): string {
  const found = assets.get(name);
  if (!found) throw new Error(`no asset ${name}`);
  return found.url;
}

/** The one stylesheet: its files in order, without comments, with the fonts' addresses filled in. */
export function stylesheet(): string {
  return STYLES.map((name) => readFileSync(join(FOLDER, 'css', `${name}.css`), 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/url\((\w[\w-]*\.woff2)\)/g, (_, name: string) => `url(${assets.get(name)?.url ?? ''})`)
    .trim();
}

function add(name: string, type: string, body: Buffer, pack = true): void {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const packed = pack ? { br: brotliCompressSync(body), gzip: gzipSync(body) } : null;
  assets.set(name, { url: `/assets/${hash}/${name}`, type, body, packed });
}

/**
 * Answers `GET /assets/<hash>/<name>` from memory. An old hash (a page from before an update) gets today's file,
 * which must then not be kept; other paths go on to the next handler.
 */
export const assetsHandler: RequestHandler = (req, res, next) => {
  const [, , , name = ''] = req.path.split('/');
  const found = req.path.startsWith('/assets/') ? assets.get(name) : undefined;
  if (!found || (req.method !== 'GET' && req.method !== 'HEAD')) return next();
  res.setHeader('Content-Type', found.type);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', req.path === found.url ? 'public, max-age=31536000, immutable' : 'no-cache');
  const encoding = found.packed ? encodingOf(req) : null;
  if (found.packed) res.setHeader('Vary', 'Accept-Encoding');
  let body = found.body;
  if (found.packed && encoding) {
    res.setHeader('Content-Encoding', encoding);
    body = found.packed[encoding];
  }
  res.setHeader('Content-Length', body.length);
  res.end(req.method === 'HEAD' ? undefined : body);
};
