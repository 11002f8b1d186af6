import { saveDraft } from '../../server/actions/save-draft.ts';
import type { Work } from '../../server/domain/work.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import { blankStory } from './blank-story.ts';
import { firstSave } from './first-save.ts';
import { mergeSent } from './merge-sent.ts';
import { readStory } from './story-fields.ts';
import { storyOf } from './story-values.ts';
import { twoVersions } from './two-versions.tsx';

/**
 * Keeps the text of the first page that came along with a photo.
 * @param work the draft; null for a story that is not kept yet
 * @returns the draft's id, or the page where its author has to choose between two versions first
 */
export async function keepText(visit: MemberVisit, work: Work | null): Promise<string | Outcome> {
  const { web, viewer } = visit;
  if (!work) {
    return firstSave<string | Outcome>(
      visit,
      async (keep) => keep(readStory(visit.form, await blankStory(visit), ['tell']).story),
      (made) => keepText(visit, made),
    );
  }
  const before = storyOf(work);
  const merged = mergeSent(visit.form, before, 'tell');
  if (merged.conflicts.length > 0) return twoVersions(visit, 'tell', work, merged);
  return saveDraft(
    web.ctx,
    viewer.actorId,
    readStory(merged.form, before, ['tell']).story,
    work.id,
    work.updatedAt,
  );
}
