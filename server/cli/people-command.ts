import { addPerson, passwordInput, personInput } from '../actions/add-person.ts';
import { PROVISIONAL_NAME, setUpDistrict } from '../actions/set-up-district.ts';
import { setPassword } from '../actions/sign-in.ts';
import { ROLES, type Role } from '../domain/vocabulary.ts';
import type { NodeAccess } from '../node-context.ts';
import { localActorByHandle } from '../store/actors.ts';
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
  process.stderr.write(
    `The district is called ${name} for now: give it its name and handle with "ajar district" before anything leaves the node.\n`,
  );
  await setUpDistrict(ctx, {
    districtName: name,
    shortName: PROVISIONAL_NAME,
    country: '',
    timezone: 'UTC',
    language: 'en',
  });
}

/** Sets a new password for somebody who has lost theirs. @returns a sentence */
export async function setPasswordCommand(
  node: NodeAccess,
  handle: string,
  password: string,
): Promise<string> {
  const actor = await localActorByHandle(node.ctx.db, handle.replace(/^@/, ''));
  if (actor?.kind !== 'person') throw new CommandProblem(`Nobody here is called ${handle}.`);
  const given = passwordInput.safeParse(password.replace(/\r?\n$/, ''));
  if (!given.success)
    throw new CommandProblem(
      problemLines(given.error.issues.map((issue) => ({ field: 'password', say: issue.message }))),
    );
  await setPassword(node.ctx, actor.id, given.data);
  return `@${actor.handle} has a new password, and is signed out everywhere.`;
}
