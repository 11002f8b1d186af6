import { SUSPENSION_LIMITS, type Suspension } from '../../server/domain/suspension.ts';
import { TextArea } from '../kit/fields.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Panel, Part } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

interface SuspendedPageProps {
  frame: Frame;
  name: string;
  suspension: Suspension;
  form: FormState;
  /** whom to write to, empty when the district names nobody */
  contact: string;
}

/** What somebody who is suspended sees: what happened and what it means, and one place to say something to it. */
export function SuspendedPage({ frame, name, suspension, form, contact }: SuspendedPageProps) {
  const { say } = frame;
  const { reason, note, since } = suspension;
  return (
    <Layout frame={frame} title={say('suspended.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('suspended.title')}
        lead={say('suspended.lead', { name, date: dateText(frame, since) })}
      />
      <Panel title={say('suspended.why')} id="why" tone="light">
        <p>{say(`suspension.reason.${reason}`)}</p>
        <blockquote class="told" dir="auto">
          {note}
        </blockquote>
      </Panel>
      <ul class="points">
        <li>{say('suspended.hidden')}</li>
        <li>{say('suspended.kept')}</li>
        <li>{say('suspended.elsewhere')}</li>
        <li>{contact ? say('suspended.data.write', { contact }) : say('suspended.data.ask')}</li>
      </ul>
      <Part title={say('suspended.appeal.title')} id="appeal">
        <Appeal frame={frame} suspension={suspension} form={form} />
      </Part>
      <ButtonForm action={paths.signOut()} label={say('nav.sign-out')} icon="log-out" kind="quiet" />
    </Layout>
  );
}

function Appeal({ frame, suspension, form }: Pick<SuspendedPageProps, 'frame' | 'suspension' | 'form'>) {
  const { say } = frame;
  const { appeal, appealedAt, answer, answeredAt } = suspension;
  if (appeal === null || !appealedAt)
    return (
      <PostForm action={paths.appeal()} form={form}>
        <TextArea
          form={form}
          name="appeal"
          label={say('suspended.appeal.label')}
          hint={say('suspended.appeal.help')}
          limit={SUSPENSION_LIMITS.appeal}
        />
        <Actions>
          <Submit label={say('suspended.appeal.send')} icon="send" />
        </Actions>
      </PostForm>
    );
  return (
    <>
      <p>{say('suspended.appeal.sent', { date: dateText(frame, appealedAt) })}</p>
      <blockquote class="told" dir="auto">
        {appeal}
      </blockquote>
      {answer !== null && answeredAt ? (
        <>
          <p>{say('suspended.appeal.stands', { date: dateText(frame, answeredAt) })}</p>
          <blockquote class="told" dir="auto">
            {answer}
          </blockquote>
        </>
      ) : (
        <p>{say('suspended.appeal.waits')}</p>
      )}
    </>
  );
}
