import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES, OPEN_AUDIENCES, SUBJECTS, VERDICTS } from '../../server/domain/vocabulary.ts';
import type { Original } from '../../server/reads/original.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { StudentCheck } from '../check/questions.tsx';
import { AgeRange, Checkboxes, Radios } from '../kit/choices.tsx';
import { Select, TextArea, TextField } from '../kit/fields.tsx';
import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { Prose } from '../kit/prose.tsx';
import { optionsOf } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { languageOptions } from '../stories/language-options.ts';
import { tryPath, workPath } from '../stories/refs.ts';

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
        <TextArea
          form={form}
          name="changed"
          label={say('try.changed')}
          hint={say('try.changed.help')}
          limit={LIMITS.tryChanged}
          letter
          heading
        />
        <TextArea
          form={form}
          name="kept"
          label={say('try.kept')}
          hint={say('try.kept.help')}
          limit={LIMITS.tryKept}
          letter
          heading
          optional
        />
        <TextArea
          form={form}
          name="happened"
          label={say('try.happened')}
          hint={say('try.happened.help')}
          limit={LIMITS.tryHappened}
          letter
          heading
        />
        <Radios
          form={form}
          name="verdict"
          label={say('try.verdict')}
          hint={say('try.verdict.help')}
          options={optionsOf(say, 'verdict', VERDICTS)}
        />
        <TextField
          form={form}
          name="context"
          label={say('try.context')}
          hint={say('try.context.help')}
          optional
        />
        <AgeRange form={form} optional />
        <details class="more" open={form.problems.some(({ field }) => MORE.includes(field))}>
          <summary>{say('try-form.more')}</summary>
          <Checkboxes
            form={form}
            name="subjects"
            label={say('travel.subjects')}
            options={optionsOf(say, 'subject', SUBJECTS)}
            columns
            optional
          />
          <TextArea
            form={form}
            name="tip"
            label={say('try.tip')}
            hint={say('try.tip.help')}
            limit={LIMITS.tryTip}
            rows={2}
            optional
          />
          <Select
            form={form}
            name="lang"
            label={say('try-form.lang')}
            options={languageOptions(frame.lang, LANGUAGES, String(form.values.lang ?? ''))}
          />
          <Select
            form={form}
            name="gistOtherLang"
            label={say('travel.gist-other-lang')}
            blank={say('travel.no-other')}
            options={languageOptions(frame.lang, LANGUAGES, String(form.values.gistOtherLang ?? ''))}
            optional
          />
          <TextArea
            form={form}
            name="gistOther"
            label={say('travel.gist-other')}
            hint={say('try-form.gist-other.help')}
            limit={LIMITS.gist}
            rows={2}
            optional
          />
        </details>
        <Radios
          form={form}
          name="audience"
          label={say('travel.audience')}
          hint={original.mayLeave ? undefined : say('try-form.stays-inside')}
          options={audiences(frame, original.mayLeave)}
        />
        <div class="actions">
          <Submit label={say('try-form.send', { name: nameOf(original) })} icon="send" />
        </div>
      </PostForm>
    </Layout>
  );
}

const MORE = ['subjects', 'tip', 'lang', 'gistOther', 'gistOtherLang'];

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
