import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { TryPage as Data } from '../../server/reads/try-page.ts';
import { StudentCheck } from '../check/questions.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { tryPath } from '../stories/refs.ts';
import { ParentLink } from '../stories/story-body.tsx';
import { TryQuestions } from './try-questions.tsx';

interface EditTryPageProps {
  frame: Frame;
  data: Data;
  form: FormState;
  /** what the student check still asks */
  questions?: readonly MarkedQuestion[];
}

/** What somebody told about a try, to be told better. */
export function EditTryPage({ frame, data, form, questions = [] }: EditTryPageProps) {
  const { say } = frame;
  const { adaptation, author, of } = data;
  const title = say('try-edit.title');
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead
        title={title}
        lead={say(adaptation.audience === 'everyone' ? 'try-edit.lead' : 'try-edit.lead.inside')}
        kicker={
          <>
            {say('card.tried')} <ParentLink frame={frame} parent={of} />
          </>
        }
      />
      <PostForm action={paths.editTry(adaptation.id)} form={form}>
        {questions.length > 0 && (
          <StudentCheck form={form} questions={questions} textOf={(field) => textIn(form, field)} />
        )}
        <TryQuestions frame={frame} form={form} />
        <div class="actions">
          <Submit label={say('try-edit.save')} icon="check" />
          <a href={tryPath(adaptation, author)}>{say('try-edit.keep')}</a>
        </div>
      </PostForm>
    </Layout>
  );
}
