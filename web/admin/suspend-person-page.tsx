import { SUSPENSION_LIMITS, SUSPENSION_REASONS } from '../../server/domain/suspension.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Radios } from '../kit/choices.tsx';
import { TextArea, TextField } from '../kit/fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';
import { nameOf } from './people-page.tsx';
import type { OneAccount } from './person-page.tsx';

interface DecisionProps {
  frame: MemberVisit['frame'];
  account: OneAccount;
  form: FormState;
}

/** Says what suspending somebody does, and asks why. */
export function SuspendPersonPage({ frame, account, form }: DecisionProps) {
  const { say } = frame;
  const name = nameOf(account);
  const options = SUSPENSION_REASONS.map((reason) => ({
    value: reason,
    label: say(`suspension.reason.${reason}`),
  }));
  return (
    <Settings frame={frame} title={say('suspend-person.title', { name })}>
      <ul class="points">
        <li>{say('suspend-person.hidden', { name })}</li>
        <li>{say('suspend-person.told')}</li>
        <li>{say('suspend-person.out', { name })}</li>
        <li>{say('suspend-person.kept')}</li>
      </ul>
      <PostForm action={paths.suspendPerson(account.actorId)} form={form}>
        <Radios form={form} name="reason" label={say('suspend-person.reason')} options={options} />
        <TextArea
          form={form}
          name="note"
          label={say('suspend-person.note', { name })}
          hint={say('suspend-person.note.help')}
          limit={SUSPENSION_LIMITS.note}
        />
        <Actions>
          <Submit label={say('suspend-person.do')} kind="danger" />
          <Link href={paths.adminPerson(account.actorId)}>{say('suspend-person.leave')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
}

/** Says what closing somebody's account does, and has their handle typed: it cannot be undone. */
export function CloseAccountPage({ frame, account, form }: DecisionProps) {
  const { say } = frame;
  const name = nameOf(account);
  return (
    <Settings frame={frame} title={say('close-person.title', { name })} lead={say('close-person.lead')}>
      <ul class="points">
        <li>{say('close-person.works', { name })}</li>
        <li>{say('close-person.elsewhere')}</li>
        <li>{say('close-person.name', { handle: `@${account.handle}` })}</li>
        <li>{say('close-person.instead')}</li>
      </ul>
      <PostForm action={paths.closeAccountOf(account.actorId)} form={form}>
        <TextField
          form={form}
          name="handle"
          label={say('close-person.handle', { handle: `@${account.handle}` })}
          hint={say('close-person.handle.help')}
          autocomplete="off"
          width="medium"
        />
        <Actions>
          <Submit label={say('close-person.do')} kind="danger" icon="log-out" />
          <Link href={paths.adminPerson(account.actorId)}>{say('close-person.leave')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
}
