import { HandleField, NameField, SignInFields } from '../account/person-fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Panel } from '../kit/panel.tsx';
import { DistrictFields } from './district-fields.tsx';

interface SetupPageProps {
  frame: Frame;
  form: FormState;
  action: string;
  host: string;
  /** the district has a name already: only its administrator is missing */
  named: boolean;
}

/** The first page of a new node: what the district is called, and who looks after it. */
export function SetupPage({ frame, form, action, host, named }: SetupPageProps) {
  const { say } = frame;
  const title = named ? say('setup.title-named', { district: frame.district.name }) : say('setup.title');
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead title={title} lead={say('setup.lead')} />
      <Panel tone="light">
        <p>{say('setup.address', { example: `@name@${host}` })}</p>
        <p>{say('setup.address.for-ever')}</p>
      </Panel>
      <PostForm action={action} form={form}>
        {!named && (
          <section class="form-part">
            <h2>{say('setup.district')}</h2>
            <DistrictFields frame={frame} form={form} host={host} />
          </section>
        )}
        <section class="form-part">
          <h2>{say('setup.administrator')}</h2>
          <p class="hint">{say('setup.administrator.help')}</p>
          <NameField form={form} />
          <HandleField form={form} host={host} />
          <SignInFields form={form} />
        </section>
        <Actions>
          <Submit label={say('setup.button')} />
        </Actions>
      </PostForm>
    </Layout>
  );
}
