import { beginDraft } from '../../server/actions/begin-draft.ts';
import { isId } from '../../server/domain/ids.ts';
import type { StoryInput, Work } from '../../server/domain/work.ts';
import { storyOfForm } from '../../server/reads/drafts.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit } from '../http/visit.ts';
import { untilSaved } from './merge-sent.ts';

/** The hidden field that tells one form for a new story from another: when its answer is lost it is sent again. */
export const DRAFT_KEY = 'draftKey';

/**
 * Saves a form for a new story: the first time as a new draft, then into the draft that it has made.
 * @param begin what to do the first time; it keeps the story with the function that it gets
 */
export function firstSave<T>(
  visit: MemberVisit,
  begin: (keep: (story: StoryInput) => Promise<string>) => Promise<T>,
  goOn: (made: Work) => Promise<T>,
): Promise<T> {
  const { ctx } = visit.web;
  const { actorId } = visit.viewer;
  const sent = typed(visit.form, DRAFT_KEY);
  return untilSaved(async () => {
    const made = isId(sent) ? await storyOfForm(ctx.db, actorId, sent) : null;
    if (made?.state === 'draft') return goOn(made);
    // once it is published, the form is an old page from which somebody begins the next story
    const key = isId(sent) && !made ? sent : null;
    return begin((story) => beginDraft(ctx, actorId, story, key));
  });
}
