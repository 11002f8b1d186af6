import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';
import { svgParts } from './svg.tsx';

/** The six line drawings in ink and amber light (web/assets/drawings). */
export const DRAWINGS = [
  'door-ajar',
  'notebook',
  'two-chairs',
  'window-rain',
  'long-table',
  'paper-planes',
] as const;
export type DrawingName = (typeof DRAWINGS)[number];

const drawn = new Map(
  DRAWINGS.map((name) => [
    name,
    svgParts(readFileSync(join(projectRoot(), 'web', 'assets', 'drawings', `${name}.svg`), 'utf8')),
  ]),
);

/** An ornament; it says nothing that the words beside it do not say. */
export function Drawing({ name }: { name: DrawingName }) {
  const drawing = drawn.get(name);
  return (
    <svg class="drawing" viewBox={drawing?.viewBox} aria-hidden="true" focusable="false">
      {drawing?.nodes}
    </svg>
  );
}
