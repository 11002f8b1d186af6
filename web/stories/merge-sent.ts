import { createHash } from 'node:crypto';
import { Refusal } from '../../server/domain/refusal.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { chosen, typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { fieldsOf, type StoryPart } from './story-fields.ts';
import { storyValues } from './story-values.ts';

type Sent = Visit['form'];

/** The hidden field that says what every box held when the page was made: `name:hash` pairs, parted by spaces. */
export const BASE = 'base';
/**
 * The same of what the page has sent since and had no answer to: it may have arrived. Made by
 * web/assets/enhance/keep-draft.js.
 */
export const UNSURE = 'unsure';
/** of a box that was changed in two places: whose words are taken, `mine` or `theirs` */
export const pickOf = (field: string): string => `pick.${field}`;

/** A box that was changed here and on another device. */
export interface Conflict {
  field: string;
  mine: string;
  theirs: string;
}

/** What the boxes of a part hold now, as the hidden field has it. */
export function baseOf(story: StoryInput, part: StoryPart): string {
  const values = storyValues(story);
  return fieldsOf(part)
    .filter((field) => field in values)
    .map((field) => `${field}:${hash(stored(values, field))}`)
    .join(' ');
}

/**
 * Puts what was sent together with what is stored by now, box by box: a box that only one side changed since the page
 * was made takes that side. Nothing of either is lost: what both changed comes back as a conflict.
 * @returns the form to read, the boxes in which the author must choose (there the form holds what was sent), and those
 * that took what is stored, so that the page which sent it still shows something older
 */
export function mergeSent(
  sent: Sent,
  now: StoryInput,
  part: StoryPart,
): { form: Record<string, string | string[]>; conflicts: Conflict[]; kept: string[] } {
  const values = storyValues(now);
  const bases = new Map(pairsIn(sent, BASE).map((pair) => pair.split(':') as [string, string]));
  const unsure = new Set(pairsIn(sent, UNSURE));
  const form: Record<string, string | string[]> = { ...sent };
  const conflicts: Conflict[] = [];
  const older: string[] = [];
  for (const field of fieldsOf(part)) {
    if (!(field in values)) continue;
    const base = bases.get(field);
    const theirs = stored(values, field);
    const mine = normal(chosen(sent, field));
    const kept = () => {
      older.push(field);
      form[field] = listed(values[field]);
    };
    if (base === undefined) {
      // a box that this page does not have
      if (!(field in sent) && bases.size > 1) kept();
      continue;
    }
    if (typed(sent, pickOf(field)) === 'theirs') kept();
    else if (mine === theirs || hash(theirs) === base || unsure.has(`${field}:${hash(theirs)}`)) continue;
    else if (hash(mine) === base) kept();
    else conflicts.push({ field, mine, theirs });
  }
  return { form, conflicts, kept: older };
}

const pairsIn = (sent: Sent, field: string): string[] => typed(sent, field).slice(0, 2_000).split(' ');
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);
const normal = (values: readonly string[]): string =>
  values
    .map((value) => value.replace(/\r\n?/g, '\n').trim())
    .filter((value) => value !== '')
    .sort()
    .join('\n');
const stored = (values: FormState['values'], field: string): string => normal(listed(values[field]));

function listed(value: FormState['values'][string]): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined ? [] : [String(value)];
}

/**
 * Reads, merges and saves again when the draft was changed in between: what came meanwhile is part of the merge then.
 * @throws Refusal `conflict changed-meanwhile` after three times
 */
export async function untilSaved<T>(attempt: () => Promise<T>): Promise<T> {
  for (let times = 1; ; times += 1) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof Refusal && error.say === 'changed-meanwhile' && times < 3;
      if (!again) throw error;
    }
  }
}
