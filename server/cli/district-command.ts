import { districtInput, setUpDistrict } from '../actions/set-up-district.ts';
import type { NodeAccess } from '../node-context.ts';
import { CommandProblem } from './problem.ts';
import { problemLines } from './with-node.ts';

/** Names the district from the shell. @returns a sentence */
export async function addDistrict(
  node: NodeAccess,
  options: { name: string; shortName: string; country: string; timezone: string; language: string },
): Promise<string> {
  const input = districtInput.safeParse({
    districtName: options.name,
    shortName: options.shortName,
    country: options.country,
    timezone: options.timezone,
    language: options.language,
  });
  if (!input.success)
    throw new CommandProblem(
      problemLines(input.error.issues.map((issue) => ({ field: String(issue.path[0]), say: issue.message }))),
    );
  await setUpDistrict(node.ctx, input.data);
  return `${input.data.districtName} is @${input.data.shortName}@${node.ctx.host}.`;
}
