import { chosen, typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';

type Sent = Visit['form'];
type Problem = FormState['problems'][number];

/** What was typed about oneself, ready for the schemas in server/actions/add-person.ts. */
export function profileSent(form: Sent) {
  return {
    name: typed(form, 'name'),
    bio: typed(form, 'bio'),
    subjects: chosen(form, 'subjects'),
    ageMin: wholeNumber(typed(form, 'ageMin')),
    ageMax: wholeNumber(typed(form, 'ageMax')),
  };
}

/** What was typed for a new account. A few words about oneself come later, when the student check can ask about them. */
export function accountSent(form: Sent) {
  return {
    ...profileSent(form),
    bio: '',
    handle: typed(form, 'handle').trim().replace(/^@/, ''),
    email: typed(form, 'email'),
    password: typed(form, 'password'),
  };
}

/** Null for an empty box, NaN for what is no whole number: the schema then says so. */
function wholeNumber(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** A new password is typed twice, since nobody can see it. */
export function passwordProblems(form: Sent, first: string): Problem[] {
  return typed(form, first) === typed(form, `${first}Again`)
    ? []
    : [{ field: `${first}Again`, say: 'differs' }];
}

/** Adds problems to a form that comes back. */
export function withProblems(form: FormState, problems: readonly Problem[]): FormState {
  return { ...form, problems: [...form.problems, ...problems] };
}
