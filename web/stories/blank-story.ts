import { SUBJECTS } from '../../server/domain/vocabulary.ts';
import { type StoryInput, storyInput } from '../../server/domain/work.ts';
import { ownPerson } from '../../server/reads/own-person.ts';
import { type Parent, parentOf } from '../../server/reads/story-page.ts';
import { queryPart, typed } from '../http/asked.ts';
import type { MemberVisit } from '../http/visit.ts';
import { firstAudience } from './first-audience.ts';
import { languageIn } from './story-fields.ts';

/** the field that holds the question, on the page of a story that is not kept yet */
export const ANSWERS = 'answers';

/** The question that a new story answers, by its address in the query or the form; null when there is none to be read. */
export async function answeredQuestion(visit: MemberVisit): Promise<Parent | null> {
  const uri = typed(visit.form, ANSWERS) || queryPart(visit, ANSWERS);
  const parent = uri === '' ? null : await parentOf(visit.web.ctx.db, visit.viewer, uri);
  return parent?.isQuestion ? parent : null;
}

/** What the editor begins with: what the writer teaches, the audience of last time, and the question it answers. */
export async function blankStory(visit: MemberVisit): Promise<StoryInput> {
  const [me, question] = await Promise.all([
    ownPerson(visit.web.ctx.db, visit.viewer.actorId),
    answeredQuestion(visit),
  ]);
  return storyInput.parse({
    lang: languageIn(me.languages[0] ?? visit.frame.lang) ?? 'en',
    audience: firstAudience(me),
    subjects: SUBJECTS.filter((subject) => me.subjects.includes(subject)).slice(0, 3),
    ageMin: me.ageMin,
    ageMax: me.ageMax,
    builtOn: question ? [{ uri: question.uri }] : [],
  });
}
