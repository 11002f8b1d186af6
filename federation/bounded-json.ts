const DEPTH = 20;
const ITEMS = 1_000;
/** values in all: a page of a collection has some thousands, and a million would keep the parser busy */
const VALUES = 20_000;
/** where a NUL or a half character may be: they can only come escaped */
const UNCLEAN = /\\u(?:0000|d[89a-f])/i;

/**
 * Parses JSON from outside: no nesting below 20, no list longer than 1,000, no `__proto__` keys. NUL and half
 * characters, which PostgreSQL does not take, are removed from texts and refused in names.
 * @param most values in all, counted before anything is parsed
 * @returns null when it is not JSON or breaks a bound
 */
export function boundedJson(text: string, most = VALUES): Record<string, unknown> | null {
  if (hasMoreValues(text, most)) return null;
  let value: unknown;
  try {
    value = UNCLEAN.test(text) ? JSON.parse(text, (_, item) => cleaned(item)) : JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return withinBounds(value) ? (value as Record<string, unknown>) : null;
}

/** Counts what parts values in JSON: commas and opening brackets that do not stand in a string. */
function hasMoreValues(text: string, most: number): boolean {
  if (text.length <= most) return false;
  let count = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted) at += code === BACKSLASH ? 1 : 0;
    else if (code === COMMA || code === BRACKET || code === BRACE) count += 1;
    if (count > most) return true;
  }
  return false;
}

const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

function withinBounds(root: object): boolean {
  const stack: { value: object; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.depth > DEPTH) return false;
    if (Array.isArray(next.value) ? next.value.length > ITEMS : !Object.keys(next.value).every(isName))
      return false;
    for (const child of Object.values(next.value))
      if (typeof child === 'object' && child !== null) stack.push({ value: child, depth: next.depth + 1 });
  }
  return true;
}

const isName = (key: string): boolean => key !== '__proto__' && !key.includes('\0') && key.isWellFormed();

const cleaned = (item: unknown): unknown =>
  typeof item === 'string' ? item.replaceAll('\0', '').toWellFormed() : item;
