import {
  type PhotoAnswers,
  type PhotoBox,
  type PhotoChange,
  photoAnswers,
  photoChange,
} from '../../server/domain/photo.ts';
import type { Problem } from '../../server/domain/work.ts';
import { typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import { type BoxName, COVERS, CROP, SIDES, sideName } from './box-fields.tsx';

type Form = Visit['form'];
export type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** What was said of a photo. What was not chosen is not answered. */
export function readAnswers(form: Form): Read<PhotoAnswers> {
  const answer = (name: string) => typed(form, name) || null;
  const read = photoAnswers.safeParse({
    alt: typed(form, 'alt'),
    people: answer('people'),
    consent: typed(form, 'consent') === 'yes',
    names: answer('names'),
  });
  if (read.success) return { ok: true, value: read.data };
  return {
    ok: false,
    problems: read.error.issues.map(({ path, message }) => ({ field: String(path[0]), say: message })),
  };
}

/** The boxes that were drawn or typed. A box with nothing in it is none; one with something missing is a problem. */
export function readBoxes(form: Form): Read<PhotoChange> {
  const problems: Problem[] = [];
  const covers = COVERS.flatMap((name) => boxIn(form, name, problems) ?? []);
  const crop = boxIn(form, CROP, problems);
  if (problems.length > 0) return { ok: false, problems };
  const read = photoChange.safeParse({ covers, crop });
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, problems: read.error.issues.map(({ path, message }) => problemOf(path, message)) };
}

function boxIn(form: Form, name: BoxName, problems: Problem[]): PhotoBox | null {
  const texts = SIDES.map((side) =>
    typed(form, sideName(name, side)).normalize('NFKC').replace('%', '').trim(),
  );
  if (texts.every((text) => text === '')) return null;
  const numbers = texts.map((text) =>
    /^\d{1,3}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN,
  );
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  const isWhole = numbers.every((number) => number <= 100) && x < 100 && y < 100 && width > 0 && height > 0;
  if (!isWhole) problems.push({ field: name, say: texts.includes('') ? 'incomplete' : 'percent' });
  return { x, y, width, height };
}

function problemOf(path: readonly PropertyKey[], message: string): Problem {
  const field = path[0] === 'covers' ? (COVERS[Number(path[1] ?? 0)] ?? COVERS[0]) : CROP;
  return { field, say: message };
}
