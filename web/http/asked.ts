import type { Visit } from './visit.ts';

/** A named part of the path, decoded by the router. */
export function pathPart(visit: Visit, name: string): string {
  const part = visit.request.params[name];
  return typeof part === 'string' ? part : '';
}

/** A value of the query, at most 2,048 characters; empty when absent. */
export function queryPart(visit: Visit, name: string): string {
  const part = visit.request.query[name];
  return typeof part === 'string' ? part.slice(0, 2048) : '';
}

/** What was typed into one field. */
export function typed(form: Visit['form'], name: string): string {
  const value = form[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** What was chosen in a group of boxes. */
export function chosen(form: Visit['form'], name: string): string[] {
  const value = form[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** `ruth` or `sam@social.example`, as it stands after the `@` of an address. */
export function whoOf(visit: Visit): { handle: string; host: string | null } {
  const [handle = '', ...host] = pathPart(visit, 'who').split('@');
  return { handle, host: host.length === 0 ? null : host.join('@').toLowerCase() };
}
