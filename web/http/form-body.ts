import express, { type Request } from 'express';
import type { Visit } from './visit.ts';

/** The most bytes that a form may send: the longest story is about 60 KiB when every letter takes three. */
export const FORM_BYTES = 256 * 1024;
export const FIELDS = 300;

/** Reads sent forms. More bytes or fields than that end in a 413 of the error handler. */
export const readForm = express.urlencoded({ extended: false, limit: FORM_BYTES, parameterLimit: FIELDS });

/**
 * The fields of a form. Characters that the database cannot hold are dropped at the door, and lines end as everywhere else
 * (browsers send CR LF: HTML, 4.10.21.7), so that places in a text are the same before and after it is kept.
 */
export function formOf(request: Request): Visit['form'] {
  const sent = (request.body ?? {}) as Record<string, string | string[]>;
  const clean = (text: string) => text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n');
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  );
}
