import { REPLY_POLICIES } from '../../server/domain/reply.ts';
import type { Option } from '../kit/fields.tsx';
import type { Say } from '../kit/messages.ts';

/** Who may answer, each with what that means. */
export function replyPolicyOptions(say: Say): Option[] {
  return REPLY_POLICIES.map((policy) => ({
    value: policy,
    label: say(`reply-policy.${policy}`),
    hint: say(`reply-policy.${policy}.help`),
  }));
}
