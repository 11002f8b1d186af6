import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { svgParts } from './svg.tsx';

/** The icons in use, all from Lucide (ISC). Add one here to use it. */
export const ICONS = [
  'arrow-left',
  'arrow-right',
  'bell',
  'book-open',
  'calendar',
  'check',
  'chevron-down',
  'circle-help',
  'clock',
  'download',
  'external-link',
  'eye',
  'flag',
  'hand-heart',
  'house',
  'image',
  'info',
  'languages',
  'link',
  'lock',
  'log-out',
  'mail',
  'message-circle',
  'monitor',
  'moon',
  'notebook-pen',
  'pen-line',
  'plus',
  'printer',
  'rss',
  'search',
  'send',
  'settings',
  'sun',
  'triangle-alert',
  'undo-2',
  'user-plus',
  'user-round',
  'users',
  'x',
] as const;
export type IconName = (typeof ICONS)[number];

const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');
const drawn = new Map(
  ICONS.map((name) => [name, svgParts(readFileSync(join(folder, `${name}.svg`), 'utf8'))]),
);

/** A small picture beside words that say the same; screen readers skip it. Never use it alone. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      {drawn.get(name)?.nodes}
    </svg>
  );
}
