import type { Person } from '../../server/domain/actor.ts';
import { OPEN_AUDIENCES } from '../../server/domain/vocabulary.ts';

/** Whom something new is for before its author chooses: the district at first, then as last time; student teachers always the district. */
export function firstAudience(
  person: Pick<Person, 'label' | 'lastAudience'>,
): (typeof OPEN_AUDIENCES)[number] {
  if (person.label === 'student-teacher') return 'district';
  return OPEN_AUDIENCES.find((audience) => audience === person.lastAudience) ?? 'district';
}
