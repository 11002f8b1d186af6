import { TextField } from '../kit/fields.tsx';
import { Actions, Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

interface SignInPageProps {
  frame: Frame;
  form: FormState;
  /** where to go afterwards, a path of ours */
  back: string;
  /** whom to write to, empty when the district names nobody */
  contact: string;
}

/** The door for those who have an account. */
export function SignInPage({ frame, form, back, contact }: SignInPageProps) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('sign-in.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('sign-in.title')}
        lead={back === paths.home() ? undefined : say('sign-in.first')}
      />
      <PostForm action={paths.signIn()} form={form}>
        <Hidden fields={{ back }} />
        <TextField
          form={form}
          name="email"
          type="email"
          label={say('person.email')}
          autocomplete="username"
          width="medium"
        />
        <TextField
          form={form}
          name="password"
          type="password"
          label={say('person.password')}
          autocomplete="current-password"
          width="medium"
        />
        <Actions>
          <Submit label={say('sign-in.button')} />
        </Actions>
      </PostForm>
      <section class="explained">
        <h2>{say('sign-in.no-account.title')}</h2>
        <p>{say('sign-in.no-account.text')}</p>
        <p>{contact ? say('sign-in.forgotten.write', { contact }) : say('sign-in.forgotten.ask')}</p>
      </section>
    </Layout>
  );
}
