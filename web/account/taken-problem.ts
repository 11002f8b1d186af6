import { Refusal } from '../../server/domain/refusal.ts';
import type { FormState } from '../kit/form-state.ts';

/** The problem of a field whose value somebody else has; null for any other error. */
export function takenProblem(error: unknown): FormState['problems'][number] | null {
  if (!(error instanceof Refusal)) return null;
  if (error.say === 'handle-taken') return { field: 'handle', say: 'taken' };
  if (error.say === 'email-taken') return { field: 'email', say: 'taken' };
  return null;
}
