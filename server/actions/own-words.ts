import type { Db } from '../store/db.ts';
import { personById } from '../store/people.ts';
import type { CheckSubject } from './student-check.ts';

/**
 * What somebody says of themselves, or of the picture beside a name, as the student check takes it: everybody may read
 * it.
 * @param field the name of its box
 */
export async function ownWords(db: Db, actorId: string, field: string, text: string): Promise<CheckSubject> {
  const person = await personById(db, actorId);
  return {
    id: actorId,
    version: 1,
    audience: 'everyone',
    lang: person?.languages[0] ?? 'en',
    texts: [{ field, text }],
    people: [actorId],
    ofSelf: true,
  };
}
