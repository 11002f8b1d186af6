import type { MemberVisit } from '../http/visit.ts';
import { TextField } from '../kit/fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Link, LinkButton } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { Settings } from './settings-frame.tsx';

interface LeavePageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  /** nobody else could run this place */
  alone: boolean;
}

/** What closing an account does, and the password that it takes. */
export function LeavePage({ frame, form, alone }: LeavePageProps) {
  const { say, viewer } = frame;
  return (
    <Settings frame={frame} title={say('leave.title')} lead={say('leave.lead')}>
      <ul class="points">
        <li>{say('leave.works')}</li>
        <li>{say('leave.elsewhere')}</li>
        <li>{say('leave.name', { handle: `@${viewer.handle}` })}</li>
        <li>{say('leave.for-ever')}</li>
      </ul>
      {alone ? (
        <p>{say('leave.alone')}</p>
      ) : (
        <PostForm action={paths.closeAccount()} form={form}>
          <TextField
            form={form}
            name="currentPassword"
            type="password"
            label={say('account.password.current')}
            autocomplete="current-password"
            width="medium"
          />
          <Actions>
            <Submit label={say('leave.do')} kind="danger" icon="log-out" />
            <Link href={paths.settings('account')}>{say('leave.stay')}</Link>
          </Actions>
        </PostForm>
      )}
    </Settings>
  );
}

/** The last page: nobody is signed in any more. */
export function LeftPage({ frame }: { frame: Frame }) {
  const { say } = frame;
  return (
    <Layout
      frame={{ ...frame, viewer: null, unread: false }}
      title={say('left.title')}
      head={{ robots: 'noindex' }}
    >
      <PageHead title={say('left.title')} lead={say('left.lead')} />
      <LinkButton href={paths.home()} label={say('error-page.home')} kind="plain" />
    </Layout>
  );
}
