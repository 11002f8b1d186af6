import type { MemberVisit } from '../http/visit.ts';
import { Checkbox } from '../kit/choices.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Panel } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { Settings } from './settings-frame.tsx';

interface MailPageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  /** the node has a mail server */
  sendsLetters: boolean;
}

/** Which letters one wants. */
export function MailPage({ frame, form, sendsLetters }: MailPageProps) {
  const { say } = frame;
  return (
    <Settings frame={frame} title={say('mail.title')} lead={say('mail.lead')}>
      {!sendsLetters && (
        <Panel tone="light">
          <p>{say('mail.none')}</p>
        </Panel>
      )}
      <PostForm action={paths.settings('mail')} form={form}>
        <Checkbox form={form} name="mailTried" label={say('mail.tried')} hint={say('mail.tried.help')} />
        <Actions>
          <Submit label={say('mail.save')} />
        </Actions>
      </PostForm>
    </Settings>
  );
}

/** The way out, without signing in. @param action null when it is done */
export function StopMailPage({ frame, action }: { frame: Frame; action: string | null }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('mail.stop.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('mail.stop.title')} lead={say(action ? 'mail.stop.lead' : 'mail.stop.done')} />
      {action && <ButtonForm action={action} label={say('mail.stop.do')} kind="primary" />}
    </Layout>
  );
}
