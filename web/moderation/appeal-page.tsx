import { SUSPENSION_LIMITS } from '../../server/domain/suspension.ts';
import type { OpenAppeal } from '../../server/reads/suspension.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { TextArea } from '../kit/fields.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { sayAny } from '../kit/messages.ts';
import { Panel, Part } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

interface AppealPageProps {
  frame: MemberVisit['frame'];
  appeal: OpenAppeal;
  form: FormState;
}

/** What somebody who is suspended says to it, for a moderator who did not decide: lift it, or say why it stands. */
export function AppealPage({ frame, appeal, form }: AppealPageProps) {
  const { say } = frame;
  const { person, reason, note, since, appealedAt } = appeal;
  const name = person.name || person.handle;
  const address = paths.decideAppeal(person.id);
  return (
    <Settings frame={frame} title={say('appeal.title', { name })} lead={say('appeal.lead')}>
      <Panel title={say('appeal.why', { date: dateText(frame, since) })} id="why">
        <p>{sayAny(say, `suspension.reason.${reason}`)}</p>
        <blockquote class="told" dir="auto">
          {note}
        </blockquote>
      </Panel>
      <Panel title={say('appeal.says', { name, date: dateText(frame, appealedAt) })} id="says" tone="light">
        <blockquote class="told" dir="auto">
          {appeal.appeal}
        </blockquote>
      </Panel>
      <Part title={say('appeal.grant.title')} id="grant">
        <p>{say('appeal.grant.help', { name })}</p>
        <ButtonForm action={address} fields={{ decision: 'lift' }} label={say('appeal.grant')} icon="check" />
      </Part>
      <Part title={say('appeal.refuse.title')} id="refuse">
        <PostForm action={address} form={form}>
          <TextArea
            form={form}
            name="answer"
            label={say('appeal.answer', { name })}
            hint={say('appeal.answer.help')}
            limit={SUSPENSION_LIMITS.answer}
          />
          <Actions>
            <Submit label={say('appeal.refuse')} kind="plain" name="decision" value="stands" />
            <Link href={paths.reports()}>{say('appeal.leave')}</Link>
          </Actions>
        </PostForm>
      </Part>
    </Settings>
  );
}
