const DEPTH = 20;
const ITEMS = 1_000;

/**
 * Parses JSON from outside: no nesting below 20, no list longer than 1,000, no `__proto__` keys, no NUL.
 * @returns null when it is not JSON or breaks a bound
 */
export function boundedJson(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return withinBounds(value) ? (value as Record<string, unknown>) : null;
}

function withinBounds(root: object): boolean {
  const stack: { value: object; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.depth > DEPTH) return false;
    if (Array.isArray(next.value) ? next.value.length > ITEMS : Object.hasOwn(next.value, '__proto__'))
      return false;
    for (const child of Object.values(next.value))
      if (typeof child === 'object' && child !== null) stack.push({ value: child, depth: next.depth + 1 });
  }
  return true;
}
