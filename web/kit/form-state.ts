import type { VNode } from 'preact';
import type { Problem } from '../../server/domain/work.ts';
import { isMessageKey, type Say, sayAny } from './messages.ts';

export type FieldValue = string | number | null | undefined | readonly (string | number)[];

/** A form as it is shown: what stands in the fields and what is wrong with them. Every field component takes it. */
export interface FormState {
  say: Say;
  values: Readonly<Record<string, FieldValue>>;
  /** the field's name and the key of a sentence, `error.<field>.<say>` */
  problems: readonly Problem[];
  /** what stands beside boxes, by their names */
  notes?: ReadonlyMap<string, VNode>;
}

/** A form before anybody pressed its button. */
export function freshForm(say: Say, values: FormState['values'] = {}): FormState {
  return { say, values, problems: [] };
}

/** The parts of a zod error that are needed here, so that any schema will do. */
interface SchemaError {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}

/**
 * A form that was sent and did not pass: the same values, and one problem for each field that zod complained of.
 * @param sent what the person sent, as strings and lists, so that nothing typed is lost
 */
export function failedForm(say: Say, sent: FormState['values'], error: SchemaError): FormState {
  const problems = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form');
    if (!problems.has(field)) problems.set(field, { field, say: issue.message });
  }
  return { say, values: sent, problems: [...problems.values()] };
}

/** The id of a field's first control: where the error summary points. */
export function fieldId(name: string): string {
  // the ages are two numbers
  if (name === 'ages') return fieldId('ageMin');
  return `field-${name.replace(/[^\w-]+/g, '-')}`;
}

export function textIn(form: FormState, name: string): string {
  const value = form.values[name];
  return value === null || value === undefined ? '' : String(value);
}

export function chosenIn(form: FormState, name: string): readonly string[] {
  const value = form.values[name];
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined || value === '' ? [] : [String(value)];
}

/** The sentence for a problem: that of its field, or that of a refusal which was told at a field. */
export function problemText(say: Say, problem: Problem): string {
  const refusal = `refusal.${problem.say}`;
  const own = `error.${problem.field}.${problem.say}`;
  return sayAny(say, !isMessageKey(own) && isMessageKey(refusal) ? refusal : own);
}

/** The ids and texts that tie a label, a hint and an error to a control. */
export interface Ties {
  id: string;
  hintId: string | undefined;
  errorId: string | undefined;
  error: string | undefined;
  noteId: string | undefined;
  note: VNode | undefined;
  /** for the control itself */
  aria: { 'aria-describedby'?: string; 'aria-invalid'?: 'true' };
}

/** @param names the field, and others whose problems are shown at it too */
export function tie(
  form: FormState,
  names: readonly [string, ...string[]],
  hint: boolean,
  more?: string,
): Ties {
  const id = fieldId(names[0]);
  const problem = form.problems.find((one) => names.includes(one.field));
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = problem ? `${id}-error` : undefined;
  const note = form.notes?.get(names[0]);
  const noteId = note && `${id}-note`;
  const described = [hintId, more, errorId, noteId].filter((one) => one !== undefined).join(' ');
  return {
    id,
    hintId,
    errorId,
    error: problem ? problemText(form.say, problem) : undefined,
    noteId,
    note,
    aria: {
      ...(described ? { 'aria-describedby': described } : {}),
      ...(problem ? { 'aria-invalid': 'true' as const } : {}),
    },
  };
}
