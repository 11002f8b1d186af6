import { saveDraft } from '../../server/actions/save-draft.ts';
import { newId } from '../../server/domain/ids.ts';
import type { StoryInput, Work } from '../../server/domain/work.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import type { Gap } from '../check/gaps.ts';
import { pathPart, queryPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { Hidden, Submit } from '../kit/form.tsx';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';
import { photosOf } from '../photos/own-photos.ts';
import { BackButton } from './back-button.tsx';
import { ANSWERS, answeredQuestion, blankStory } from './blank-story.ts';
import { parentsOf, withLastingAddresses } from './built-on.ts';
import { gapsOf, withGapNotes, withGaps } from './draft-gaps.ts';
import { EditorPage } from './editor-page.tsx';
import { DRAFT_KEY, firstSave } from './first-save.ts';
import { baseOf, mergeSent, untilSaved } from './merge-sent.ts';
import { ParentLink } from './story-body.tsx';
import { readStory, type StoryPart, type StoryRead } from './story-fields.ts';
import { isFree, storyOf, storyValues, switched } from './story-values.ts';
import { TellFields } from './tell-fields.tsx';
import { TravelFields } from './travel-fields.tsx';
import { twoVersions } from './two-versions.tsx';
import { heldByCheck, mendedByCheck, whoPage } from './who-step.tsx';

/** How a published story is shown and saved: not in steps. */
interface Published {
  show(visit: MemberVisit, work: Work): Promise<Outcome>;
  save(visit: MemberVisit, work: Work): Promise<Outcome>;
}

/** The three steps of a draft. Each sends a form that is kept whatever is missing or too long. */
export function draftRoutes(routes: Routes, published: Published): void {
  routes.memberGet('/write/story', async (visit) => tellPage(visit, null, await blankStory(visit)));
  routes.memberPost('/write/story', saveNew);
  const step = (path: string, part: StoryPart) => {
    routes.memberGet(path, async (visit) => {
      const work = await own(visit);
      return work.state === 'draft'
        ? showStep(visit, part, work.id, storyOf(work))
        : published.show(visit, work);
    });
    routes.memberPost(path, async (visit) => {
      return untilSaved(async () => {
        const work = await own(visit);
        return work.state === 'draft' ? saveStep(visit, part, work) : published.save(visit, work);
      });
    });
  };
  step('/write/story/:id', 'tell');
  step('/write/story/:id/help-it-travel', 'travel');
  step('/write/story/:id/who', 'who');
}

const own = (visit: MemberVisit): Promise<Work> =>
  ownWork(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

async function saveNew(visit: MemberVisit): Promise<Outcome> {
  const read = readStory(visit.form, await blankStory(visit), ['tell']);
  const go = typed(visit.form, 'go');
  const empty = read.story.title === '' && read.story.sections.length === 0;
  if (empty && (go === 'free' || go === 'prompts')) {
    const answers = (await answeredQuestion(visit))?.uri;
    return { seeOther: paths.newStory({ answers, ...(go === 'free' ? { write: go } : {}) }) };
  }
  if (empty)
    return tellPage(visit, null, read.story, {
      say: visit.frame.say,
      values: read.values,
      problems: [{ field: 'title', say: 'nothing-yet' }],
    });
  return firstSave(
    visit,
    async (keep) => afterSaving(visit, 'tell', await keep(asChosen(visit, read.story)), read),
    (made) => saveStep(visit, 'tell', made),
  );
}

async function saveStep(visit: MemberVisit, part: StoryPart, work: Work): Promise<Outcome> {
  const before = storyOf(work);
  const merged = mergeSent(visit.form, before, part);
  if (merged.conflicts.length > 0) return twoVersions(visit, part, work, merged);
  const read = readStory(merged.form, before, [part]);
  const story =
    part === 'travel' ? await withLastingAddresses(visit, read.story, before, work.uri) : read.story;
  const checked = part === 'who' ? await mendedByCheck(visit, work, story) : null;
  const kept = asChosen(visit, checked?.story ?? story);
  await saveDraft(visit.web.ctx, visit.viewer.actorId, kept, work.id, work.updatedAt);
  if (checked)
    return (
      (await heldByCheck(visit, work, read, checked)) ??
      afterSaving(visit, part, work.id, { ...read, story: checked.story }, checked.gaps)
    );
  return afterSaving(visit, part, work.id, { ...read, story });
}

/** Everything is kept by now; where to depends on the button, unless something does not fit. */
async function afterSaving(
  visit: MemberVisit,
  part: StoryPart,
  id: string,
  read: StoryRead,
  found?: readonly Gap[],
): Promise<Outcome> {
  const { say } = visit.frame;
  const texts = freshForm(say, storyValues(read.story));
  const gaps = found ?? gapsOf(visit, texts);
  const on = (path: string): Outcome => ({ seeOther: withGaps(path, gaps, texts) });
  const go = typed(visit.form, 'go');
  if (go === 'free' || go === 'prompts') return { seeOther: freely(paths.writeStory(id), go) };
  if (read.problems.length > 0)
    return showStep(visit, part, id, read.story, { say, values: read.values, problems: read.problems });
  if (go === 'photos') return on(paths.photos(id));
  if (go === 'keep') return { seeOther: paths.write(), flash: { kind: 'ok', text: say('write.kept') } };
  if (go === 'back') return on(part === 'who' ? paths.storyStep(id, 'help-it-travel') : paths.writeStory(id));
  if (part === 'tell') return on(paths.storyStep(id, 'help-it-travel'));
  if (part === 'travel') return on(paths.storyStep(id, 'who'));
  if (read.story.audience === 'me')
    return { seeOther: paths.write(), flash: { kind: 'ok', text: say('write.kept-for-me') } };
  return on(paths.preview(id));
}

/** The story in prompts or in one box, when a button for that was pressed. */
function asChosen(visit: MemberVisit, story: StoryInput): StoryInput {
  const go = typed(visit.form, 'go');
  return go === 'free' || go === 'prompts' ? switched(story, go) : story;
}

const freely = (path: string, go: 'free' | 'prompts'): string =>
  go === 'free' ? `${path}?write=free` : path;

function showStep(
  visit: MemberVisit,
  part: StoryPart,
  id: string,
  story: StoryInput,
  sent?: FormState,
): Outcome | Promise<Outcome> {
  if (part === 'tell') return tellPage(visit, id, story, sent);
  return part === 'travel' ? travelPage(visit, id, story, sent) : whoPage(visit, id, story, sent);
}

const status = (sent: FormState | undefined) => (sent ? { status: 422 } : {});

async function tellPage(
  visit: MemberVisit,
  id: string | null,
  story: StoryInput,
  sent?: FormState,
): Promise<Outcome> {
  const { frame } = visit;
  const { say } = frame;
  const { form, gaps } = withGapNotes(visit, sent ?? freshForm(say, storyValues(story)));
  const question = id === null ? await answeredQuestion(visit) : null;
  const free = isFree(story) || (queryPart(visit, 'write') === 'free' && story.sections.length === 0);
  const page = (
    <EditorPage
      frame={frame}
      form={form}
      step="tell"
      autosave={id === null ? paths.autosaveNew() : paths.autosave(id)}
      base={baseOf(story, 'tell')}
      gaps={gaps}
      action={id === null ? paths.newStory() : paths.writeStory(id)}
      next={say('steps.tell.next')}
      more={
        <Submit
          label={say(free ? 'write.prompts' : 'write.freely')}
          name="go"
          value={free ? 'prompts' : 'free'}
          kind="quiet"
        />
      }
    >
      {id === null && <Hidden fields={{ [DRAFT_KEY]: typed(visit.form, DRAFT_KEY) || newId() }} />}
      {question && (
        <>
          <Hidden fields={{ [ANSWERS]: question.uri }} />
          <p>
            {say('story.answers')} <ParentLink frame={frame} parent={question} />
          </p>
        </>
      )}
      <TellFields form={form} free={free} photos={await photosOf(visit, id, story.audience)} />
    </EditorPage>
  );
  return { page, ...status(sent) };
}

async function travelPage(
  visit: MemberVisit,
  id: string,
  story: StoryInput,
  sent?: FormState,
): Promise<Outcome> {
  const { frame } = visit;
  const { say } = frame;
  const { form, gaps } = withGapNotes(visit, sent ?? freshForm(say, storyValues(story)));
  const page = (
    <EditorPage
      frame={frame}
      form={form}
      step="travel"
      autosave={paths.autosave(id)}
      base={baseOf(story, 'travel')}
      gaps={gaps}
      action={paths.storyStep(id, 'help-it-travel')}
      next={say('steps.travel.next')}
      more={<BackButton say={say} />}
    >
      <TravelFields frame={frame} form={form} builtOn={await parentsOf(visit, story.builtOn)} />
      <p>
        <Link href={paths.coAuthors(id)}>{say('co-authors.link')}</Link>
      </p>
    </EditorPage>
  );
  return { page, ...status(sent) };
}
