import { BANDS, type ColumnType } from '../domain/evidence-table.ts';

const TOTAL =
  /^(?:(?:grand |sub)?totals?|all|sum|everyone|whole class|overall|totales|total general|todos|toda la clase|yhteensä|kaikki|koko luokka|summa|gesamt|insgesamt|summe|alle|ganze klasse|ensemble|tous|toute la classe|hela klassen|alla|summa|合计|总计|总数|全体|全班)$/i;
const LOW = /^[≤<]=?\s?5\s?%$/;
const HIGH = /^[≥>]=?\s?95\s?%$/;
const NOTHING = /^(?:|-|–|—|\*|n\/?a|<\s?\d{1,3}|hidden|\.)$/i;

/** Is a row or column that is called this the others taken together? */
export const isTotal = (name: string): boolean => TOTAL.test(name.trim());

/** Does this stand where there is no number, or one that is not shown? */
export const isNoText = (value: string): boolean =>
  NOTHING.test(value) || LOW.test(value) || HIGH.test(value);

/** What was written into a cell as the table has it: a number, a band, null for nothing; else as it is, for the rules to say no. */
export function cellOf(value: unknown, type: ColumnType | undefined): unknown {
  if (type === 'label') return value === null || value === undefined ? null : String(value);
  if (typeof value === 'string' && LOW.test(value)) return BANDS.low;
  if (typeof value === 'string' && HIGH.test(value)) return BANDS.high;
  if (value === undefined || (typeof value === 'string' && NOTHING.test(value.trim()))) return null;
  return numberOf(value) ?? value;
}

/** @returns the number of 34, "34 %", "9,3" or "1,250"; null of everything else */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 30) return null;
  const plain = value
    .replace(/[%\s]/g, '')
    .replace(/^(\d{1,3}(?:,\d{3})+)$/, (all) => all.replaceAll(',', ''));
  return /^-?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}
