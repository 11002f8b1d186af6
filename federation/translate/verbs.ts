import type { Carries } from '../../server/domain/outgoing-event.ts';
import { idOf } from './wire.ts';

/** What the types of activities mean, for those who handle them without looking inside. */

type Json = Record<string, unknown>;

const CARRIED = new Map<string, Carries>([
  ['Create', 'text'],
  ['Update', 'text'],
  ['Announce', 'pointer'],
  ['Add', 'pointer'],
  ['Delete', 'removal'],
]);

/** What an activity of this type carries of what it is about. */
export const carriedBy = (type: string): Carries | null => CARRIED.get(type) ?? null;

/** Is it about the one whose activity it is: their profile has changed, or is gone? */
export function isAboutItself({ type, actor, object }: Json): boolean {
  return (type === 'Delete' || type === 'Update') && idOf(object) === idOf(actor);
}

/** Does it bring, change or remove an object, so that others may pass it on? */
export function mayBePassedOn({ type }: Json): boolean {
  return type === 'Create' || type === 'Update' || type === 'Delete';
}

/** Does it take something away? */
export function takesAway({ type }: Json): boolean {
  return type === 'Delete' || type === 'Undo';
}
