import type { Person } from '../domain/actor.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { wantsMailTried } from '../store/letters.ts';
import { personById } from '../store/people.ts';

/** The signed-in person's own account, for what forms begin with. @throws Refusal `not-found no-person` */
export async function ownPerson(db: Db, actorId: string): Promise<Person> {
  const person = await personById(db, actorId);
  if (!person) throw new Refusal('not-found', 'no-person');
  return person;
}

/** Whether a person wants a letter when somebody tried their work. */
export const wantsLetters = (db: Db, actorId: string): Promise<boolean> => wantsMailTried(db, actorId);
