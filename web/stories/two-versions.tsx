import type { Work } from '../../server/domain/work.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { ConflictPage } from './conflict-page.tsx';
import { baseOf, type mergeSent } from './merge-sent.ts';
import type { StoryPart } from './story-fields.ts';
import { storyOf } from './story-values.ts';

/** Nothing is stored until the author has chosen. */
export function twoVersions(
  { frame }: MemberVisit,
  part: StoryPart,
  work: Work,
  { form, conflicts }: ReturnType<typeof mergeSent>,
): Outcome {
  const action = part === 'tell' ? paths.writeStory(work.id) : paths.storyStep(work.id, STEP[part]);
  const base = baseOf(storyOf(work), part);
  const page = <ConflictPage {...{ frame, id: work.id, action, form, base, conflicts }} />;
  return { page, status: 409 };
}

const STEP = { travel: 'help-it-travel', who: 'who' } as const;
