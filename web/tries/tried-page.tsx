import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { OPEN_AUDIENCES } from '../../server/domain/vocabulary.ts';
import type { Original } from '../../server/reads/original.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { StudentCheck } from '../check/questions.tsx';
import { Radios } from '../kit/choices.tsx';
import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { Prose } from '../kit/prose.tsx';
import { paths } from '../paths.ts';
import { tryPath, workPath } from '../stories/refs.ts';
import { TryQuestions } from './try-questions.tsx';

interface TriedPageProps {
  frame: Frame;
  original: Original;
  form: FormState;
  /** what the student check still asks */
  questions?: readonly MarkedQuestion[];
}

/** "I tried this": four questions, what was changed first, with the original at hand. */
export function TriedPage({ frame, original, form, questions = [] }: TriedPageProps) {
  const { say } = frame;
  const title = say('try-form.title');
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead title={title} lead={say('try-form.lead')} />
      <OriginalAtHand frame={frame} original={original} />
      <PostForm action={paths.tried()} form={form}>
        <Hidden fields={{ of: original.uri }} />
        {questions.length > 0 && (
          <StudentCheck form={form} questions={questions} textOf={(field) => textIn(form, field)} />
        )}
        <TryQuestions frame={frame} form={form} />
        <Radios
          form={form}
          name="audience"
          label={say('travel.audience')}
          hint={original.mayLeave ? undefined : say('try-form.stays-inside')}
          options={audiences(frame, original.mayLeave)}
        />
        <div class="actions">
          <Submit label={sendLabel(frame, original)} icon="send" />
        </div>
      </PostForm>
    </Layout>
  );
}

/** An author elsewhere is sent it only if it may leave, which the button cannot know; to oneself nothing is sent. */
function sendLabel({ say, viewer }: Frame, original: Original): string {
  const { author } = original;
  return author.host !== null || author.id === viewer?.actorId
    ? say('try-form.send.somebody')
    : say('try-form.send', { name: nameOf(original) });
}

/** A try of something that stays inside stays inside too. */
function audiences({ say }: Frame, mayLeave: boolean) {
  return [...OPEN_AUDIENCES]
    .filter((audience) => mayLeave || audience !== 'everyone')
    .map((audience) => ({
      value: audience,
      label: say(`audience.${audience}`),
      hint: say(`try-form.${audience}.help`),
    }));
}

/** The original, folded away: a teacher who forgot a detail need not leave the page. */
function OriginalAtHand({ frame, original }: { frame: Frame; original: Original }) {
  const { say } = frame;
  return (
    <details class="original">
      <summary>
        <span class="muted">{say('card.tried')}</span>{' '}
        <cite lang={original.lang} dir="auto">
          {original.title || say('story.untitled')}
        </cite>{' '}
        <span class="muted">
          <bdi>{nameOf(original)}</bdi>
        </span>
      </summary>
      {original.gist && (
        <p class="serif" lang={original.lang} dir="auto">
          {original.gist}
        </p>
      )}
      <Prose html={asStoredSafeHtml(original.html)} lang={original.lang} small />
      <p>
        <a
          href={
            original.kind === 'work'
              ? workPath(original, original.author)
              : tryPath(original, original.author)
          }
        >
          {say('try-form.open-original')}
        </a>
      </p>
    </details>
  );
}

const nameOf = ({ author }: Original): string => author.name || author.handle;
