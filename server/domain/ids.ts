import { decodeTime, encodeTime, monotonicFactory } from 'ulid';

const next = monotonicFactory();

/**
 * A new ULID: 26 characters, lower case, sorts by time (milliseconds), strictly increasing within a process.
 * @param at milliseconds since 1970, the present by default
 */
export function newId(at: number = Date.now()): string {
  return next(at).toLowerCase();
}

/** True when `text` has the form of one of our ids. */
export function isId(text: string): boolean {
  return /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text);
}

/** When an id was made, in milliseconds since 1970. */
export function idTime(id: string): number {
  return decodeTime(id);
}

/** The least id of that time: every id made then or later sorts after it. */
export function firstIdAt(at: number): string {
  return encodeTime(at).toLowerCase().padEnd(26, '0');
}
