import { OPEN_AUDIENCES } from '../../server/domain/vocabulary.ts';
import { Radios } from '../kit/choices.tsx';
import type { FormState } from '../kit/form-state.ts';

/** Step 3: the widest circle that may read it, each with what that means. */
export function WhoFields({ form, label }: { form: FormState; label: string }) {
  const { say } = form;
  const options = OPEN_AUDIENCES.map((audience) => ({
    value: audience,
    label: say(`audience.${audience}`),
    hint: say(`audience.${audience}.help`),
  }));
  return <Radios form={form} name="audience" label={label} options={options} />;
}
