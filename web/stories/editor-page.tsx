import type { ComponentChildren } from 'preact';
import { GAPS } from '../check/gaps.ts';
import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { KeepDraft } from './keep-draft.tsx';
import { BASE } from './merge-sent.ts';
import { type Step, Steps } from './steps.tsx';
import type { StoryPart } from './story-fields.ts';

interface EditorPageProps {
  frame: Frame;
  form: FormState;
  step: Step & StoryPart;
  /** where the page saves by itself; a page without boxes to write in needs none */
  autosave?: string;
  /** what the boxes held when the page was made */
  base?: string;
  /** where the student check's fixes took words out, for the next page */
  gaps?: string;
  action: string;
  /** the words of the button that leads on */
  next: string;
  /** other buttons beside "Keep as draft" */
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** One page of the editor: one calm column, like a letter. Every button keeps what was written. */
export function EditorPage({
  frame,
  form,
  step,
  autosave,
  base,
  gaps,
  action,
  next,
  more,
  children,
}: EditorPageProps) {
  const { say } = frame;
  const title = say(`steps.${step}`);
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <Steps say={say} now={step} />
      <PageHead title={title} lead={say(`steps.${step}.lead`)} />
      {form.problems.some((problem) => problem.say !== 'nothing-yet') && (
        <p class="kept-note">{say('write.kept-anyway')}</p>
      )}
      <KeepDraft frame={frame} autosave={autosave}>
        <PostForm action={action} form={form} class="editor">
          <Hidden fields={{ part: step, ...(base === undefined ? {} : { [BASE]: base }) }} />
          {gaps && <Hidden fields={{ [GAPS]: gaps }} />}
          {children}
          <div class="actions">
            <Submit label={next} name="go" value="next" icon="arrow-right" />
            <Submit label={say('write.keep')} name="go" value="keep" kind="plain" />
            {more}
          </div>
        </PostForm>
      </KeepDraft>
    </Layout>
  );
}
