import type { MemberVisit } from '../http/visit.ts';
import { Copyable } from '../kit/copyable.tsx';
import { TextField } from '../kit/fields.tsx';
import { Actions, ButtonForm, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { NewPassword } from './person-fields.tsx';
import { Settings } from './settings-frame.tsx';

interface AccountPageProps {
  frame: MemberVisit['frame'];
  /** the form for a new password */
  form: FormState;
  host: string;
  email: string;
}

/** How one signs in, and how others reach one. */
export function AccountPage({ frame, form, host, email }: AccountPageProps) {
  const { say, viewer } = frame;
  return (
    <Settings frame={frame} title={say('account.title')}>
      <section>
        <Copyable label={say('account.address')} text={`@${viewer.handle}@${host}`} />
        <p class="hint">{say('account.address.help')}</p>
      </section>
      <Part title={say('account.password.title')} id="password">
        <p>{say('account.email', { email })}</p>
        <PostForm action={paths.changePassword()} form={form}>
          {/* so that password keepers know whose it is */}
          <input type="hidden" name="username" value={email} autocomplete="username" />
          <TextField
            form={form}
            name="currentPassword"
            type="password"
            label={say('account.password.current')}
            autocomplete="current-password"
            width="medium"
          />
          <NewPassword form={form} name="newPassword" label={say('account.password.next')} />
          <Actions>
            <Submit label={say('account.password.button')} />
          </Actions>
          <p class="hint">{say('account.password.help')}</p>
        </PostForm>
      </Part>
      <Part title={say('account.elsewhere.title')} id="elsewhere">
        <p>{say('account.elsewhere.text')}</p>
        <ButtonForm
          action={paths.signOutElsewhere()}
          label={say('account.elsewhere.button')}
          icon="log-out"
        />
      </Part>
      <Part title={say('leave.title')} id="leave">
        <p>
          <Link href={paths.closeAccount()}>{say('leave.link')}</Link>
        </p>
      </Part>
    </Settings>
  );
}
