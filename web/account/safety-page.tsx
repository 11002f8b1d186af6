import type { Guards } from '../../server/reads/guards.ts';
import type { MemberVisit } from '../http/visit.ts';
import { Radios } from '../kit/choices.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Part } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { paths } from '../paths.ts';
import { personRef } from '../stories/refs.ts';
import { DoorPanel } from './door-panel.tsx';
import { replyPolicyOptions } from './reply-policy-options.ts';
import { Settings } from './settings-frame.tsx';

interface SafetyPageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  blocked: Guards['blocked'];
}

/** Who may answer, a closed door, and whom one does not want to hear from. */
export function SafetySettingsPage({ frame, form, blocked }: SafetyPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('safety.title')} lead={say('safety.lead')}>
      <PostForm action={paths.settings('safety')} form={form}>
        <Radios
          form={form}
          name="replyPolicy"
          label={say('safety.replies')}
          hint={say('safety.replies.help')}
          options={replyPolicyOptions(say)}
        />
        <Actions>
          <Submit label={say('safety.save')} />
        </Actions>
      </PostForm>
      <DoorPanel frame={frame} />
      <Part title={say('safety.blocked')} id="blocked">
        {blocked.length === 0 ? (
          <p class="muted">{say('safety.blocked.none')}</p>
        ) : (
          <ul class="card-list people-list">
            {blocked.map((actor) => (
              <li key={actor.id}>
                <PersonLink person={personRef(frame, actor)} avatar handle />
                <ButtonForm
                  action={paths.unblock()}
                  fields={{ who: actor.id }}
                  label={say('guard.unblock')}
                  kind="quiet"
                />
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Settings>
  );
}
