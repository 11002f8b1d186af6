import { sayAny, sayIn } from '../../web/kit/messages.ts';
import { configFromEnvironment } from '../config.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Problem } from '../domain/work.ts';
import { type NodeAccess, openNode } from '../node-context.ts';
import { StoryFileError } from '../story-file.ts';
import { CommandProblem } from './problem.ts';

/** Runs a command on this environment's node. Refusals become one sentence each. */
export async function withNode(work: (node: NodeAccess) => Promise<void>): Promise<void> {
  const node = await openNode(configFromEnvironment());
  try {
    await work(node);
  } catch (error) {
    if (error instanceof Refusal)
      throw new CommandProblem(sayAny(sayIn('en'), `refusal.${error.say}`, error.params));
    if (error instanceof StoryFileError) throw new CommandProblem(problemLines(error.problems));
    throw error;
  } finally {
    await node.close();
  }
}

/** One sentence for each thing that is wrong. */
export function problemLines(problems: readonly Problem[]): string {
  const say = sayIn('en');
  return problems
    .map(
      (problem) =>
        `${problem.field}: ${/ /.test(problem.say) ? problem.say : sayAny(say, `error.${problem.field}.${problem.say}`)}`,
    )
    .join('\n');
}
