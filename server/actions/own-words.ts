import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { personById } from '../store/people.ts';
import type { CheckSubject } from './student-check.ts';

/** Texts by the names of their boxes. */
type Texts = Readonly<Record<string, string>>;

const ofSelf = (id: string, lang: string | undefined, texts: Texts): CheckSubject => ({
  id,
  version: 1,
  audience: 'everyone',
  lang: lang ?? 'en',
  texts: Object.entries(texts).map(([field, text]) => ({ field, text })),
  people: [id],
  ofSelf: true,
});

/**
 * What somebody says of themselves, and of the picture beside their name, as the student check takes it: everybody may
 * read it.
 */
export async function ownWords(db: Db, actorId: string, texts: Texts): Promise<CheckSubject> {
  return ofSelf(actorId, (await personById(db, actorId))?.languages[0], texts);
}

/** What the district says of itself: its own address and telephone are its own choice too. */
export async function districtWords(db: Db, texts: Texts): Promise<CheckSubject> {
  const district = await theDistrict(db);
  return ofSelf(district?.actor.id ?? '', district?.languages[0], texts);
}
