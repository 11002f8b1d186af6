import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const FOLDER = join(import.meta.dirname, '../../web/assets/css');
const css = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.css') && name !== 'print.css')
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\//g, '');

type Hue = readonly [day: string, night: string];
const tokens = new Map<string, Hue>(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(([, name, day, night]) => [
    name as string,
    [day as string, night as string],
  ]),
);

/** Relative luminance and contrast, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function lowest(words: string, ground: string): number {
  const [front, back] = [tokens.get(words), tokens.get(ground)];
  if (!front || !back) throw new Error(`no colour ${words} or ${ground}`);
  return Math.min(contrast(front[0], back[0]), contrast(front[1], back[1]));
}

const WORDS = ['ink', 'muted', 'spruce', 'spruce-deep', 'amber-text', 'brick', 'leaf', 'plum', 'sky'];
const SURFACES = ['paper', 'card', 'wash', 'glow'];
const TONES = [...tokens.keys()].filter((name) => name.startsWith('tone-'));

/** Every rule that gives both a colour and a ground by token, e.g. buttons. */
const rules = [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
  const color = /(?:^|[;\s])color:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
  const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
  return color && ground ? [[selector.trim().replace(/\s+/g, ' '), color, ground] as const] : [];
});

describe('the colours of the pages, by day and by night', () => {
  test.each(WORDS.flatMap((words) => SURFACES.map((ground) => [words, ground] as const)))(
    '%s can be read on %s',
    (words, ground) => expect(lowest(words, ground)).toBeGreaterThanOrEqual(4.5),
  );

  test.each(TONES)('initials can be read on %s', (tone) => {
    expect(lowest('ink', tone)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(rules)('%s: %s can be read on %s', (_selector, words, ground) => {
    expect(lowest(words, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'card', 'wash', 'glow'])(
    'edges of controls and the focus ring are seen on %s',
    (ground) => {
      expect(lowest('border', ground)).toBeGreaterThanOrEqual(3);
      expect(lowest('spruce', ground)).toBeGreaterThanOrEqual(3);
    },
  );

  test('no colour of words or grounds stands outside the tokens', () => {
    const known = new Set([...tokens.keys(), 'accent']);
    const used = [
      ...css.matchAll(/(?:^|[;{\s])(?:color|background|background-color|fill|stroke):\s*([^;}]+)/g),
    ].map(([, value = '']) => value.trim());
    const strange = used.filter((value) => {
      const token = /^var\(--([\w-]+)/.exec(value)?.[1];
      return token ? !known.has(token) : !['none', 'inherit', 'currentColor', 'transparent'].includes(value);
    });
    expect(used.length).toBeGreaterThan(30);
    expect(strange).toEqual([]);
  });

  test('words in a colour of the tokens are among those measured', () => {
    const colours = new Set(
      [...css.matchAll(/(?:^|[;{\s])color:\s*var\(--([\w-]+)\)/g)].map(([, name]) => name as string),
    );
    const onFills = new Set(rules.map(([, words]) => words));
    expect([...colours].filter((name) => !WORDS.includes(name) && !onFills.has(name))).toEqual([]);
  });
});
