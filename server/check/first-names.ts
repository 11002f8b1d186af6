import { NAMES as A } from './first-names/a.ts';
import { NAMES as B } from './first-names/b-to-d.ts';
import { NAMES as E } from './first-names/e-to-h.ts';
import { NAMES as HAN } from './first-names/han.ts';
import { NAMES as I } from './first-names/i-to-l.ts';
import { NAMES as M } from './first-names/m-to-q.ts';
import { NAMES as R } from './first-names/r-to-z.ts';

let latin: ReadonlySet<string> | null = null;
let han: ReadonlySet<string> | null = null;

/** First names of many countries in Latin letters, small and without accents (`foldedName`); made when first asked for. */
export function firstNames(): ReadonlySet<string> {
  latin ??= new Set([A, B, E, I, M, R].flatMap((names) => names.trim().split(/\s+/)));
  return latin;
}

/** Chinese first names of two characters, without the family name. */
export function hanFirstNames(): ReadonlySet<string> {
  han ??= new Set(HAN.trim().split(/\s+/));
  return han;
}
