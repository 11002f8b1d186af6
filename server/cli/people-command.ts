import { addPerson, personInput } from '../actions/add-person.ts';
import { setUpDistrict } from '../actions/set-up-district.ts';
import { ROLES, type Role } from '../domain/vocabulary.ts';
import type { NodeAccess } from '../node-context.ts';
import { theDistrict } from '../store/districts.ts';
import { CommandProblem } from './problem.ts';
import { problemLines } from './with-node.ts';

export interface PeopleAddOptions {
  name: string;
  email: string;
  role: string;
  label: string;
}

/**
 * Makes an account from the shell. On a node without a name the district is named after its host first,
 * so that every command works before the browser set-up; the name can be changed later.
 * @returns a sentence with the new address
 */
export async function addPersonCommand(
  node: NodeAccess,
  handle: string,
  options: PeopleAddOptions,
  password: string,
): Promise<string> {
  const { ctx } = node;
  if (!ROLES.includes(options.role as Role))
    throw new CommandProblem(`role: choose one of ${ROLES.join(', ')}.`);
  const input = personInput.safeParse({
    handle,
    name: options.name,
    email: options.email,
    label: options.label,
    password: password.replace(/\r?\n$/, ''),
  });
  if (!input.success)
    throw new CommandProblem(
      problemLines(input.error.issues.map((issue) => ({ field: String(issue.path[0]), say: issue.message }))),
    );
  await nameDistrict(node);
  await addPerson(ctx, { ...input.data, role: options.role as Role });
  return `@${input.data.handle}@${ctx.host}`;
}

/** Gives an unnamed district the name of its host. */
export async function nameDistrict(node: NodeAccess): Promise<void> {
  const { ctx } = node;
  if (await theDistrict(ctx.db)) return;
  const name = new URL(ctx.origin).hostname;
  await setUpDistrict(ctx, {
    districtName: name,
    shortName: 'our_district',
    country: '',
    timezone: 'UTC',
    language: 'en',
  });
}
