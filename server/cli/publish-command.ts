import { readFile, stat } from 'node:fs/promises';
import { publishStory } from '../actions/publish-story.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { storySubject } from '../actions/story-subject.ts';
import { type MarkedQuestion, openQuestions } from '../actions/student-check.ts';
import { takeBackWork } from '../actions/take-back-work.ts';
import type { NodeAccess } from '../node-context.ts';
import { ownWork } from '../reads/drafts.ts';
import { localActorByHandle } from '../store/actors.ts';
import { readStory, StoryFileError } from '../story-file.ts';
import { CommandProblem } from './problem.ts';

const FILE_MAX = 262_144;

/**
 * Publishes a story file. Whoever does it for somebody says with it that the text was read through.
 * @param kept passages of the student check that may stay, as they stand in the text
 * @returns the page's address and the ActivityPub id, a line each
 * @throws CommandProblem with every question of the student check that is not answered
 */
export async function publishFile(
  node: NodeAccess,
  file: string,
  handle: string,
  kept: readonly string[] = [],
): Promise<string> {
  const { ctx } = node;
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new CommandProblem(`There is no file ${file}.`);
  if (size > FILE_MAX) throw new CommandProblem(`${file} is larger than ${FILE_MAX / 1024} KiB.`);
  const story = readStory(await readFile(file, 'utf8'));
  const author = await localActorByHandle(ctx.db, handle.replace(/^@/, ''));
  if (author?.kind !== 'person')
    throw new CommandProblem(`Nobody here is called ${handle}. Add them first: ajar people add ${handle} …`);
  const id = await saveDraft(ctx, author.id, story);
  const draft = await ownWork(ctx.db, author.id, id);
  const asked = await openQuestions(ctx, await storySubject(ctx.db, draft, story));
  const answers = {
    attested: true,
    kept: asked.filter(({ text }) => kept.includes(text)).map(({ mark }) => mark),
  };
  const published = await publishStory(ctx, author.id, id, story, answers);
  if (!published.ok) {
    await takeBackWork(ctx, author.id, id, 'changed-mind');
    if (published.still) throw new CommandProblem(questionLines(file, published.still.questions));
    throw new StoryFileError(published.problems);
  }
  return `${published.url}\n${published.uri}`;
}

function questionLines(file: string, questions: readonly MarkedQuestion[]): string {
  const lines = questions.map(
    ({ severity, type, field, text }) =>
      `${severity === 'stop' ? 'must go' : 'please look'}: ${type} in ${field}: ${JSON.stringify(text)}`,
  );
  return [
    `${file} was not published: the student check has questions.`,
    ...lines,
    'What may stay is named with --keep "the passage", once for each; what must go has to be taken out.',
  ].join('\n');
}
