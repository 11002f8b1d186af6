import { addPerson } from '../../../server/actions/add-person.ts';
import type { Ctx } from '../../../server/actions/context.ts';
import { publishStory } from '../../../server/actions/publish-story.ts';
import { saveDraft } from '../../../server/actions/save-draft.ts';
import { storyInput } from '../../../server/domain/work.ts';
import { PASSWORD } from '../../support/password.ts';
import { READ_THROUGH } from '../../support/read-through.ts';

/** @returns the actor id */
export function aTeacher(ctx: Ctx, handle: string): Promise<string> {
  const person = {
    handle,
    name: 'Ruth Abara',
    email: `${handle}@school.example`,
    password: PASSWORD,
    label: 'teacher' as const,
    bio: 'Chemistry, grades 9 to 12.',
    subjects: ['sciences' as const],
    ageMin: 15,
    ageMax: 16,
  };
  return addPerson(ctx, person);
}

const PARAGRAPH =
  'I bought a **seven-second sand timer**. I ask, I turn it over, and nobody may raise a hand before the sand is through. ' +
  'The first week was *awful*: nervous laughter, pens on desks, my own wish to help. By week four they wrote while the ' +
  'sand ran, and the hands that went up were no longer the same five.';

/** A story of usual length (some 500 words), published to everybody. */
export async function aPublishedStory(
  ctx: Ctx,
  authorId: string,
  title: string,
): Promise<{ id: string; uri: string; url: string }> {
  const story = storyInput.parse({
    title,
    gist: 'A sand timer after each question, and I sit down: by week four nearly three times as many students spoke.',
    sections: ['where', 'how', 'students', 'why', 'next'].map((key) => ({
      key,
      markdown: `${PARAGRAPH}\n\n1. I ask.\n2. I turn it over.\n\n${PARAGRAPH}`,
    })),
    subjects: ['sciences'],
    focus: ['questioning-discussion'],
    tags: ['WaitTime'],
    ageMin: 15,
    ageMax: 16,
    audience: 'everyone',
  });
  const id = await saveDraft(ctx, authorId, story);
  const published = await publishStory(ctx, authorId, id, story, READ_THROUGH);
  if (!published.ok) throw new Error(`not publishable: ${JSON.stringify(published.problems)}`);
  return published;
}
