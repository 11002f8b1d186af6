import { z } from 'zod';
import { cleanLine, cleanText, LIMITS } from '../../server/domain/text-limits.ts';

/** Small readers of ActivityStreams JSON as servers really write it: an id or an embedded object, one or many. */

const uri = z
  .string()
  .max(LIMITS.url)
  .regex(/^https?:\/\//);

/** An id, or the id of an embedded object; anything else is null. */
export function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return uri.safeParse(id).data ?? null;
}

/** The object that an activity carries whole; null when it only names one. */
export function embeddedIn({ object }: Record<string, unknown>): Record<string, unknown> | null {
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>) : null;
}

/** A list whatever it was: one becomes a list of one, nothing an empty one. At most `max` items. */
export function listOf(value: unknown, max: number): unknown[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).slice(0, max);
}

export function idsOf(value: unknown, max: number): string[] {
  return listOf(value, max).flatMap((item) => idOf(item) ?? []);
}

/** The author of an object: the first where there are several, as everywhere on the fediverse. */
export function authorOf(object: Record<string, unknown>): string | null {
  return idOf(listOf(object.attributedTo, 1)[0]);
}

/** A string, or the first value of its `…Map` form. */
export function textOf(object: Record<string, unknown>, name: string, max: number): string {
  const plain = object[name];
  if (typeof plain === 'string') return cleanText(plain, max);
  const map = object[`${name}Map`];
  if (typeof map === 'object' && map !== null) {
    const first = Object.values(map).find((value) => typeof value === 'string');
    if (typeof first === 'string') return cleanText(first, max);
  }
  return '';
}

/** A term of ours that holds one line of text. */
export function ownLine(object: Record<string, unknown>, name: string, max: number): string {
  const value = object[name];
  return typeof value === 'string' ? cleanLine(value, max) : '';
}

export function ownText(object: Record<string, unknown>, name: string, max: number): string {
  const value = object[name];
  return typeof value === 'string' ? cleanText(value.trim(), max) : '';
}

/** The language: the first key of `contentMap`, `nameMap` or `summaryMap`, else `und`. */
export function langOf(object: Record<string, unknown>): string {
  for (const name of ['contentMap', 'nameMap', 'summaryMap']) {
    const map = object[name];
    const key = typeof map === 'object' && map !== null ? Object.keys(map)[0] : undefined;
    if (key && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(key)) return key;
  }
  return 'und';
}

/** A time, null when it is none or outside 1990 … a day from now (a future one becomes now). */
export function timeOf(value: unknown, now: Date): Date | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const time = Date.parse(value);
  if (!Number.isFinite(time) || time < Date.UTC(1990, 0)) return null;
  return new Date(Math.min(time, now.getTime()));
}

/** The page of an object: a string, a Link, or the first of a list, http(s) only. */
export function urlOf(value: unknown): string | null {
  for (const item of listOf(value, 10)) {
    const href = typeof item === 'object' && item !== null ? (item as { href?: unknown }).href : item;
    const parsed = uri.safeParse(href);
    if (parsed.success) return parsed.data;
  }
  return null;
}

const PUBLIC_NAMES = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);

/** Is everybody named in this list? */
export function namesPublic(list: unknown): boolean {
  return listOf(list, LIMITS.remoteArray).some((item) => typeof item === 'string' && PUBLIC_NAMES.has(item));
}

/** Is it addressed to everybody, in `to` or `cc`? */
export function isPublic(object: Record<string, unknown>): boolean {
  return namesPublic(object.to) || namesPublic(object.cc);
}

/** `10-11` → 10 and 11 (years); null when it is not that. */
export function agesOf(value: unknown): { ageMin: number | null; ageMax: number | null } {
  const match = typeof value === 'string' ? /^(\d{1,2})-(\d{1,2})$/.exec(value) : null;
  if (!match) return { ageMin: null, ageMax: null };
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low <= high ? { ageMin: low, ageMax: high } : { ageMin: null, ageMax: null };
}

/** Those of a list of words that are known ones. */
export function knownWords<T extends string>(value: unknown, known: readonly T[], max: number): T[] {
  return listOf(value, 50)
    .filter((item): item is T => known.includes(item as T))
    .slice(0, max);
}

/** A term of ours that may arrive as JSON or as text of JSON. */
export function ownList(value: unknown, max: number): Record<string, unknown>[] {
  return listOf(value, max).filter(
    (item): item is Record<string, unknown> =>
      typeof item === 'object' && item !== null && !Array.isArray(item),
  );
}
