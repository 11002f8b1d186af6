import { readdirSync, readFileSync } from 'node:fs';

const CALL = /\b(describe|test|it)(?:\.\w+)?\s*(?=[(<])/g;
const QUOTED = /^\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/;

/**
 * The tests of all projects as `describe › test name`, read from the sources; those outside a describe by their name
 * alone. Names of parametrised tests stand as they are written (`%s`).
 */
export function testNames(root: URL): Set<string> {
  const names = new Set<string>();
  for (const project of ['federation', 'integration', 'unit', 'browser']) {
    for (const file of readdirSync(new URL(`${project}/`, root), { recursive: true, encoding: 'utf8' }))
      if (/\.test\.tsx?$/.test(file))
        for (const name of namesIn(readFileSync(new URL(`${project}/${file}`, root), 'utf8')))
          names.add(name);
  }
  return names;
}

function namesIn(source: string): string[] {
  const names: string[] = [];
  const open: { name: string; end: number }[] = [];
  for (const match of source.matchAll(CALL)) {
    const at = match.index;
    let after = skipTypes(source, at + match[0].length);
    let end = closing(source, after);
    // `test.each([...])('name', …)`: the name stands in the second pair of brackets
    if (/\.each/.test(match[0])) {
      after = end + 1;
      end = closing(source, after);
    }
    const name = QUOTED.exec(source.slice(after + 1, after + 400))?.[2]?.replace(/\\(.)/g, '$1');
    if (name === undefined) continue;
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < at) open.pop();
    if (match[1] === 'describe') open.push({ name, end });
    else names.push([...open.map((one) => one.name), name].join(' › '));
  }
  return names;
}

/** Past the type arguments of `test.each<…>`. */
function skipTypes(source: string, at: number): number {
  return source[at] === '<' ? source.indexOf('>(', at) + 1 : at;
}

/** The place of the bracket that closes the one at `at`; brackets in texts and comments do not count. */
function closing(source: string, at: number): number {
  let depth = 0;
  for (let index = at; index < source.length; index += 1) {
    const char = source[index] as string;
    if (source.startsWith('//', index)) index = source.indexOf('\n', index);
    else if (char === "'" || char === '"' || char === '`') index = endOfText(source, index);
    else if (char === '/' && beginsPattern(source, index)) index = endOfPattern(source, index);
    else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) {
      depth -= 1;
      if (depth === 0) return index;
    }
    if (index < 0) break;
  }
  return source.length;
}

function endOfText(source: string, at: number): number {
  const quote = source[at];
  for (let index = at + 1; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (quote === '`' && source.startsWith('${', index)) index = closing(source, index + 1);
    else if (source[index] === quote) return index;
  }
  return source.length;
}

/** A slash divides after a value; after anything else it begins a pattern (or ends a tag, before `>`). */
function beginsPattern(source: string, at: number): boolean {
  return source[at + 1] !== '>' && /[(,=:[!&|?{};>]\s*$/.test(source.slice(Math.max(0, at - 80), at));
}

function endOfPattern(source: string, at: number): number {
  let inClass = false;
  for (let index = at + 1; index < source.length; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if ((char === '/' && !inClass) || char === '\n') return index;
  }
  return source.length;
}
