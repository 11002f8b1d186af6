import { TAKE_BACK_REASONS } from '../../server/actions/take-back-work.ts';
import type { Work } from '../../server/domain/work.ts';
import { Radios } from '../kit/choices.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

/** Asks why, says what will happen, and asks once more. */
export function TakeBackPage({
  frame,
  work,
  path,
  form,
}: {
  frame: Frame;
  work: Work;
  path: string;
  form: FormState;
}) {
  const { say } = frame;
  const options = TAKE_BACK_REASONS.map((reason) => ({
    value: reason,
    label: say(`take-back.reason.${reason}`),
    hint: say(`take-back.reason.${reason}.help`),
  }));
  return (
    <Layout frame={frame} title={say('take-back.title')} head={{ robots: 'noindex' }}>
      <PageHead title={say('take-back.title')} kicker={work.title} lead={say('take-back.lead')} />
      <PostForm action={paths.takeBack(work.id)} form={form}>
        <Radios form={form} name="reason" label={say('take-back.reason')} options={options} />
        {work.audience === 'everyone' && <p>{say('take-back.honest')}</p>}
        <div class="actions">
          <Submit label={say('take-back.do')} kind="danger" icon="undo-2" />
          <a href={path}>{say('take-back.keep')}</a>
        </div>
      </PostForm>
    </Layout>
  );
}

/** A draft is thrown away for good: one more question. */
export function DiscardPage({ frame, work }: { frame: Frame; work: Work }) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={say('discard.title')} head={{ robots: 'noindex' }}>
      <PageHead
        title={say('discard.title')}
        kicker={work.title || say('story.untitled')}
        lead={say('discard.lead')}
      />
      <PostForm action={paths.discard(work.id)}>
        <div class="actions">
          <Submit label={say('discard.do')} kind="danger" icon="x" />
          <a href={paths.write()}>{say('discard.keep')}</a>
        </div>
      </PostForm>
    </Layout>
  );
}
