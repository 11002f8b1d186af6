import { LIMITS } from '../../server/domain/text-limits.ts';
import type { Original } from '../../server/reads/original.ts';
import { TextArea, TextField } from '../kit/fields.tsx';
import { Actions, Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

/** "I'm going to try this": when, and a word to oneself. */
export function PlanPage({ frame, original, form }: { frame: Frame; original: Original; form: FormState }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('plan.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('plan.title')} kicker={original.title} lead={say('plan.lead')} />
      <PostForm action={paths.plan()} form={form}>
        <Hidden fields={{ of: original.uri }} />
        <TextField
          form={form}
          name="plannedFor"
          type="date"
          label={say('plan.when')}
          hint={say('plan.when.help')}
          width="short"
          optional
        />
        <TextArea
          form={form}
          name="word"
          label={say('plan.note')}
          hint={say('plan.note.help')}
          limit={LIMITS.tryContext}
          rows={2}
          optional
        />
        <Actions>
          <Submit label={say('plan.do')} icon="check" />
        </Actions>
      </PostForm>
    </Layout>
  );
}
