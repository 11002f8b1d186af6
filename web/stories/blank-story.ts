import { SUBJECTS } from '../../server/domain/vocabulary.ts';
import { type StoryInput, storyInput } from '../../server/domain/work.ts';
import { ownPerson } from '../../server/reads/own-person.ts';
import type { MemberVisit } from '../http/visit.ts';
import { firstAudience } from './first-audience.ts';
import { languageIn } from './story-fields.ts';

/** What the editor begins with: what the writer teaches, and the audience of last time. */
export async function blankStory(visit: MemberVisit): Promise<StoryInput> {
  const me = await ownPerson(visit.web.ctx.db, visit.viewer.actorId);
  return storyInput.parse({
    lang: languageIn(me.languages[0] ?? visit.frame.lang) ?? 'en',
    audience: firstAudience(me),
    subjects: SUBJECTS.filter((subject) => me.subjects.includes(subject)).slice(0, 3),
    ageMin: me.ageMin,
    ageMax: me.ageMax,
  });
}
