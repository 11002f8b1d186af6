import { readFile, stat } from 'node:fs/promises';
import { publishStory } from '../actions/publish-story.ts';
import { saveDraft } from '../actions/save-draft.ts';
import type { NodeAccess } from '../node-context.ts';
import { localActorByHandle } from '../store/actors.ts';
import { readStory, StoryFileError } from '../story-file.ts';
import { CommandProblem } from './problem.ts';

const FILE_MAX = 262_144;

/** Publishes a story file. @returns the page's address and the ActivityPub id, a line each */
export async function publishFile(node: NodeAccess, file: string, handle: string): Promise<string> {
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
  const published = await publishStory(ctx, author.id, id, story);
  if (!published.ok) throw new StoryFileError(published.problems);
  return `${published.url}\n${published.uri}`;
}
