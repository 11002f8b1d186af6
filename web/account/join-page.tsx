import type { Label } from '../../server/domain/vocabulary.ts';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Panel } from '../kit/panel.tsx';
import { HandleField, NameField, SignInFields, TeachingFields } from './person-fields.tsx';

interface JoinPageProps {
  frame: Frame;
  form: FormState;
  action: string;
  host: string;
  label: Label;
}

/** What an invitation leads to: an account in one page. */
export function JoinPage({ frame, form, action, host, label }: JoinPageProps) {
  const { say } = frame;
  const title = say('join.title', { district: frame.district.name });
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead title={title} lead={say('join.lead')} />
      <PostForm action={action} form={form}>
        <NameField form={form} />
        <HandleField form={form} host={host} />
        <SignInFields form={form} />
        <TeachingFields form={form} />
        <Panel>
          <p>{say('join.label', { label: say(`label.${label}`) })}</p>
          <p>{say('join.rules')}</p>
        </Panel>
        <Actions>
          <Submit label={say('join.button')} />
        </Actions>
      </PostForm>
    </Layout>
  );
}
