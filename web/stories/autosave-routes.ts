import { saveDraft } from '../../server/actions/save-draft.ts';
import { countWords, type StoryInput, type Work } from '../../server/domain/work.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import { pathPart, typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { blankStory } from './blank-story.ts';
import { firstSave } from './first-save.ts';
import { baseOf, mergeSent, untilSaved } from './merge-sent.ts';
import { readStory, STORY_PARTS, type StoryPart } from './story-fields.ts';
import { oneOf, storyOf } from './story-values.ts';
import { wordsNote } from './words-note.ts';

/** What the writing page is told after it saved by itself. */
interface Saved {
  /** null: there was nothing to keep yet */
  id: string | null;
  /** where the form goes from now on */
  action: string;
  autosave: string;
  base: string;
  /** boxes that were changed on another device too: asked about when the form is sent */
  conflicts: string[];
  /** the sentence about the number of words */
  words: string;
}

/** Saving while somebody writes. Whatever is typed is kept, right or wrong, as with the button. */
export function autosaveRoutes(routes: Routes): void {
  routes.memberPost('/write/story/autosave', saveNew);
  routes.memberPost('/write/story/:id/autosave', save);
}

async function saveNew(visit: MemberVisit): Promise<Outcome> {
  await takeOne(visit, 'autosave');
  const { story } = readStory(visit.form, await blankStory(visit), ['tell']);
  if (story.title === '' && story.sections.length === 0) {
    const [action, autosave] = [paths.newStory(), paths.autosaveNew()];
    return answer({ id: null, action, autosave, base: '', conflicts: [], words: '' });
  }
  return firstSave(
    visit,
    async (keep) => {
      const id = await keep(story);
      return answer({
        id,
        action: paths.writeStory(id),
        autosave: paths.autosave(id),
        base: baseOf(story, 'tell'),
        conflicts: [],
        words: wordsIn(visit, story),
      });
    },
    (made) => saveInto(visit, made),
  );
}

async function save(visit: MemberVisit): Promise<Outcome> {
  await takeOne(visit, 'autosave');
  return untilSaved(async () =>
    saveInto(visit, await ownWork(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'))),
  );
}

async function saveInto(visit: MemberVisit, work: Work): Promise<Outcome> {
  const part: StoryPart = oneOf(STORY_PARTS, typed(visit.form, 'part')) ?? 'tell';
  const before = storyOf(work);
  const { form, conflicts, kept } = mergeSent(visit.form, before, part);
  // what both changed stays as it is stored until the author has chosen
  for (const { field, theirs } of conflicts) form[field] = theirs;
  const { story } = readStory(form, before, [part]);
  await saveDraft(visit.web.ctx, visit.viewer.actorId, story, work.id, work.updatedAt);
  const open = conflicts.map(({ field }) => field);
  return answer({
    id: work.id,
    action: part === 'tell' ? paths.writeStory(work.id) : paths.storyStep(work.id, STEP[part]),
    autosave: paths.autosave(work.id),
    // the page still shows what these boxes held before
    base: withOld(baseOf(story, part), typed(visit.form, 'base'), [...open, ...kept]),
    conflicts: open,
    words: wordsIn(visit, story),
  });
}

const STEP = { travel: 'help-it-travel', who: 'who' } as const;

/** Boxes whose words on the page are not those on the server keep the base of when the page was made. */
function withOld(base: string, old: string, fields: readonly string[]): string {
  const before = new Map(old.split(' ').map((pair) => [pair.split(':')[0] ?? '', pair]));
  return base
    .split(' ')
    .map((pair) => {
      const field = pair.split(':')[0] ?? '';
      return fields.includes(field) ? (before.get(field) ?? pair) : pair;
    })
    .join(' ');
}

const wordsIn = ({ frame }: MemberVisit, { sections, lang }: StoryInput): string =>
  wordsNote(
    frame.say,
    countWords(
      sections.map(({ markdown }) => markdown),
      lang,
    ),
  );

const answer = (saved: Saved): Outcome => ({ type: 'application/json', text: JSON.stringify(saved) });
