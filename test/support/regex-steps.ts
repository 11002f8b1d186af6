/**
 * Counts what a backtracking engine does: a small one of our own, for the syntax that the student check's patterns use.
 * Single characters and classes are left to the real engine; a step is one attempt to match one part at one place.
 */
type Node =
  | { kind: 'one'; test: RegExp; known: Map<string, boolean> }
  | { kind: 'edge'; at: '^' | '$' }
  | { kind: 'group'; capture: number | null; options: Node[][] }
  | { kind: 'back'; capture: number }
  | { kind: 'look'; ahead: boolean; wanted: boolean; options: Node[][] }
  | { kind: 'repeat'; of: Node; min: number; max: number; greedy: boolean };

/** Lookbehinds of the patterns are shorter than this. */
const BEHIND = 30;

const PARSED = new WeakMap<RegExp, Node[][]>();

/** @returns the steps that looking for every match in `text` takes, at most `limit` */
export function stepsOf(pattern: RegExp, text: string, limit: number): number {
  const options = PARSED.get(pattern) ?? parse(pattern.source, pattern.flags);
  PARSED.set(pattern, options);
  let steps = 0;
  const captures = new Map<number | null, string>();
  const spend = () => {
    steps++;
    if (steps >= limit) throw new Error('limit');
  };
  const run = (nodes: readonly Node[], i: number, at: number, then: (at: number) => boolean): boolean => {
    const node = nodes[i];
    if (node === undefined) return then(at);
    spend();
    const next = (place: number) => run(nodes, i + 1, place, then);
    switch (node.kind) {
      case 'one': {
        const c = String.fromCodePoint(text.codePointAt(at) ?? 0);
        const is = node.known.get(c) ?? node.test.test(c);
        node.known.set(c, is);
        return at < text.length && is && next(at + c.length);
      }
      case 'edge':
        return (node.at === '^' ? at === 0 : at === text.length) && next(at);
      case 'group': {
        const before = captures.get(node.capture);
        const close = (end: number) => {
          if (node.capture !== null) captures.set(node.capture, text.slice(at, end));
          return next(end);
        };
        if (node.options.some((option) => run(option, 0, at, close))) return true;
        if (before !== undefined) captures.set(node.capture, before);
        return false;
      }
      case 'back': {
        const again = captures.get(node.capture) ?? '';
        return text.startsWith(again, at) && next(at + again.length);
      }
      case 'look': {
        const starts = node.ahead ? [at] : Array.from({ length: Math.min(at, BEHIND) + 1 }, (_, k) => at - k);
        const is = starts.some((start) =>
          node.options.some((option) => run(option, 0, start, (end) => node.ahead || end === at)),
        );
        return is === node.wanted && next(at);
      }
      case 'repeat': {
        const more = (done: number, place: number): boolean => {
          const again = () =>
            done < node.max &&
            run([node.of], 0, place, (end) => (end > place || done < node.min) && more(done + 1, end));
          const on = () => done >= node.min && next(place);
          return node.greedy ? again() || on() : on() || again();
        };
        return more(0, at);
      }
    }
  };
  try {
    for (let at = 0; at <= text.length; ) {
      let end = -1;
      const place = at;
      options.some((option) =>
        run(option, 0, place, (stop) => {
          end = stop;
          return true;
        }),
      );
      at = end > at ? end : at + 1;
    }
  } catch (error) {
    if (!(error instanceof Error && error.message === 'limit')) throw error;
  }
  return steps;
}

function parse(source: string, flags: string): Node[][] {
  const single = flags.replace(/[gy]/g, '');
  let i = 0;
  let opened = 0;
  const eat = (text: string) => {
    if (!source.startsWith(text, i)) return false;
    i += text.length;
    return true;
  };
  const alternatives = (): Node[][] => {
    const options: Node[][] = [[]];
    while (i < source.length && source[i] !== ')') {
      if (eat('|')) options.push([]);
      else options.at(-1)?.push(repeated(atom()));
    }
    return options;
  };
  const closed = (node: Node): Node => {
    if (!eat(')')) throw new Error(`no ) in /${source}/`);
    return node;
  };
  const atom = (): Node => {
    const plain = /^\(\?(?:-?[ims]{1,3})?:/.exec(source.slice(i))?.[0];
    if (plain !== undefined && eat(plain))
      return closed({ kind: 'group', capture: null, options: alternatives() });
    for (const [open, ahead, wanted] of LOOKS)
      if (eat(open)) return closed({ kind: 'look', ahead, wanted, options: alternatives() });
    const name = /^\(\?<\w{1,20}>/.exec(source.slice(i))?.[0];
    if (name ? eat(name) : eat('(')) {
      opened++;
      return closed({ kind: 'group', capture: opened, options: alternatives() });
    }
    const back = /^\\([1-9])/.exec(source.slice(i));
    if (back && eat(back[0])) return { kind: 'back', capture: Number(back[1]) };
    if (source[i] === '^' || source[i] === '$') return { kind: 'edge', at: source[i++] as '^' | '$' };
    const one =
      source[i] === '[' ? classAt(source, i, flags.includes('v')) : (SINGLE.exec(source.slice(i))?.[0] ?? '');
    i += one.length;
    return { kind: 'one', test: new RegExp(`^(?:${one})$`, single), known: new Map() };
  };
  const repeated = (of: Node): Node => {
    const [all, min, comma, max] = /^\{(\d{1,5})(,?)(\d{0,5})\}/.exec(source.slice(i)) ?? [];
    if (all === undefined) {
      const star = eat('*');
      if (star || eat('+'))
        return { kind: 'repeat', of, min: star ? 0 : 1, max: Number.POSITIVE_INFINITY, greedy: !eat('?') };
      if (!eat('?')) return of;
      return { kind: 'repeat', of, min: 0, max: 1, greedy: !eat('?') };
    }
    i += all.length;
    const most = max ? Number(max) : comma ? Number.POSITIVE_INFINITY : Number(min);
    return { kind: 'repeat', of, min: Number(min), max: most, greedy: !eat('?') };
  };
  return alternatives();
}

const LOOKS: readonly [string, boolean, boolean][] = [
  ['(?=', true, true],
  ['(?!', true, false],
  ['(?<=', false, true],
  ['(?<!', false, false],
];
const SINGLE = /^(?:\\[pP]\{[^}]{1,40}\}|\\u[\da-f]{4}|\\[\s\S]|[\s\S])/u;

/** @returns a character class with all classes inside it */
function classAt(source: string, start: number, nested: boolean): string {
  let depth = 0;
  for (let i = start; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '[' && (nested || depth === 0)) depth++;
    else if (source[i] === ']' && --depth === 0) return source.slice(start, i + 1);
  }
  throw new Error(`no ] in /${source}/`);
}
