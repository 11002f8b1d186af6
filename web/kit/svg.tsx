import { type ComponentChild, h } from 'preact';

/** Elements of a drawing; anything else in a file (scripts, styles, foreign objects) is left out. */
const DRAWN = new Set(['g', 'path', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon']);

/**
 * Turns the inside of one of our own SVG files into nodes, so that it stands in the page, takes the colours of the
 * theme and needs no raw HTML. Reads the plain SVG of Lucide and of web/assets/drawings: double-quoted attributes,
 * no text, no entities.
 * @returns the viewBox and the nodes inside `<svg>`
 */
export function svgParts(file: string): {
  viewBox: string;
  nodes: ComponentChild[];
} {
  const viewBox = /viewBox="([^"]+)"/.exec(file)?.[1] ?? '0 0 24 24';
  const body = file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>'));
  const levels: ComponentChild[][] = [[]];
  const open: Record<string, string>[] = [];
  for (const [, closing, name = '', attributes = '', empty] of body.matchAll(
    /<(\/?)([a-z]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>/gi,
  )) {
    if (!DRAWN.has(name)) continue;
    if (closing) {
      const children = levels.pop() ?? [];
      levels.at(-1)?.push(h(name, open.pop() ?? {}, children));
    } else if (empty) {
      levels.at(-1)?.push(h(name, attributesOf(attributes)));
    } else {
      open.push(attributesOf(attributes));
      levels.push([]);
    }
  }
  return { viewBox, nodes: levels[0] ?? [] };
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
