import { OPEN_AUDIENCES } from '../../server/domain/vocabulary.ts';
import { QUOTE_POLICIES } from '../../server/domain/work.ts';
import { replyPolicyOptions } from '../account/reply-policy-options.ts';
import { Radios } from '../kit/choices.tsx';
import type { FormState } from '../kit/form-state.ts';

/** Step 3: the widest circle that may read it, each with what that means; then who may answer and who may quote it. */
export function WhoFields({ form, label }: { form: FormState; label: string }) {
  const { say } = form;
  const options = OPEN_AUDIENCES.map((audience) => ({
    value: audience,
    label: say(`audience.${audience}`),
    hint: say(`audience.${audience}.help`),
  }));
  const quotes = QUOTE_POLICIES.map((policy) => ({
    value: policy,
    label: say(`quote-policy.${policy}`),
    hint: say(`quote-policy.${policy}.help`),
  }));
  return (
    <>
      <Radios form={form} name="audience" label={label} options={options} />
      <Radios form={form} name="replyPolicy" label={say('who.replies')} options={replyPolicyOptions(say)} />
      <Radios form={form} name="quotePolicy" label={say('who.quotes')} options={quotes} />
    </>
  );
}
