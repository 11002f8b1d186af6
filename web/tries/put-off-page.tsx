import { TextField } from '../kit/fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Link } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

interface PutOffPageProps {
  frame: Frame;
  plan: { id: string; title: string | null };
  form: FormState;
}

/** Until which day something that one means to try is put off. */
export function PutOffPage({ frame, plan, form }: PutOffPageProps) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('plans.put-off.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('plans.put-off.title')}
        kicker={plan.title ?? say('plans.gone')}
        lead={say('plans.put-off.lead')}
      />
      <PostForm action={paths.putOff(plan.id)} form={form}>
        <TextField form={form} name="putOff" type="date" label={say('plans.put-off.day')} width="short" />
        <Actions>
          <Submit label={say('plans.put-off')} icon="check" />
          <Link href={paths.tries()}>{say('ask.leave')}</Link>
        </Actions>
      </PostForm>
    </Layout>
  );
}
