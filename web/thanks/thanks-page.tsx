import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { THANKS } from '../../server/domain/reply.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import type { Original } from '../../server/reads/original.ts';
import { StudentCheck } from '../check/questions.tsx';
import { Radios } from '../kit/choices.tsx';
import { Select, TextArea } from '../kit/fields.tsx';
import { Actions, Hidden, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { languageOptions } from '../stories/language-options.ts';

interface ThanksPageProps {
  frame: Frame;
  original: Original;
  form: FormState;
  /** what the student check still asks */
  questions?: readonly MarkedQuestion[];
}

/** "Say thank you": what for, and a sentence or two. */
export function ThanksPage({ frame, original, form, questions = [] }: ThanksPageProps) {
  const { say } = frame;
  const { author } = original;
  const name = author.name || author.handle;
  const title = say('thanks.title', { name });
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead
        title={title}
        kicker={
          <cite lang={original.lang} dir="auto">
            {original.title || say('story.untitled')}
          </cite>
        }
        lead={say('thanks.lead')}
      />
      <PostForm action={paths.thanks()} form={form}>
        <Hidden fields={{ of: original.uri }} />
        {questions.length > 0 && (
          <StudentCheck form={form} questions={questions} textOf={(field) => textIn(form, field)} />
        )}
        <Radios
          form={form}
          name="what"
          label={say('thanks.what')}
          options={THANKS.map((value) => ({ value, label: say(`thanks.what.${value}`) }))}
        />
        <TextArea
          form={form}
          name="text"
          label={say('thanks.text')}
          hint={say('thanks.text.help')}
          limit={LIMITS.thanks}
          rows={3}
        />
        <Select
          form={form}
          name="lang"
          label={say('talk.lang')}
          options={languageOptions(frame.lang, LANGUAGES, textIn(form, 'lang'))}
          width="medium"
        />
        <Actions>
          <Submit label={say('thanks.send')} icon="hand-heart" />
        </Actions>
      </PostForm>
    </Layout>
  );
}
