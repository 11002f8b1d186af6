import { Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';

/** Back to the step before; everything is kept. */
export function BackButton({ say }: Pick<FormState, 'say'>) {
  return <Submit label={say('write.back')} name="go" value="back" kind="quiet" />;
}
