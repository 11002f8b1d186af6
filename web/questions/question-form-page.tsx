import type { ComponentChildren } from 'preact';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { ASKED } from '../../server/domain/question.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES, SUBJECTS } from '../../server/domain/vocabulary.ts';
import type { Work } from '../../server/domain/work.ts';
import { StudentCheck } from '../check/questions.tsx';
import { AgeRange, Checkboxes, Radios } from '../kit/choices.tsx';
import { Select, TextArea } from '../kit/fields.tsx';
import { PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead } from '../kit/panel.tsx';
import { optionsOf } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { languageOptions } from '../stories/language-options.ts';

interface QuestionFormPageProps {
  frame: Frame;
  form: FormState;
  /** what the student check still asks */
  questions?: readonly MarkedQuestion[];
  /** the question that is asked in other words, and its page; without it a new one is asked */
  of?: { work: Work; path: string };
}

/** Asking colleagues something: a box, whom it concerns, whom it reaches. */
export function QuestionFormPage({ frame, form, questions = [], of }: QuestionFormPageProps) {
  const { say } = frame;
  const title = say(of ? 'question.edit' : 'question.ask');
  const lead = say(
    of ? (of.work.audience === 'everyone' ? 'question.edit.lead' : 'question.edit.inside') : 'question.lead',
  );
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <PageHead title={title} lead={lead} />
      <PostForm action={of ? paths.editQuestion(of.work.id) : paths.askQuestion()} form={form}>
        {questions.length > 0 && (
          <StudentCheck form={form} questions={questions} textOf={(field) => textIn(form, field)} />
        )}
        <QuestionFields frame={frame} form={form}>
          {!of && <Audience form={form} />}
        </QuestionFields>
        <div class="actions">
          <Submit label={say(of ? 'edit.save' : 'question.send')} icon={of ? 'check' : 'send'} />
          {of && <a href={of.path}>{say('edit.leave')}</a>}
        </div>
      </PostForm>
    </Layout>
  );
}

function QuestionFields({
  frame,
  form,
  children,
}: {
  frame: Frame;
  form: FormState;
  children: ComponentChildren;
}) {
  const { say, lang } = frame;
  return (
    <>
      <TextArea
        form={form}
        name="question"
        label={say('question.text')}
        hint={say('question.text.help')}
        limit={LIMITS.question}
        rows={5}
        lang={textIn(form, 'lang') || undefined}
        letter
      />
      <Checkboxes
        form={form}
        name="subjects"
        label={say('travel.subjects')}
        hint={say('travel.subjects.help')}
        options={optionsOf(say, 'subject', SUBJECTS)}
        columns
      />
      <AgeRange form={form} hint={say('travel.ages.help')} />
      {children}
      <Select
        form={form}
        name="lang"
        label={say('try-form.lang')}
        options={languageOptions(lang, LANGUAGES, textIn(form, 'lang'))}
      />
      <fieldset class="pair">
        <legend class="label">
          {say('travel.gist-other')} <span class="optional">{say('form.optional')}</span>
        </legend>
        <p class="hint">{say('question.gist-other.help')}</p>
        <Select
          form={form}
          name="gistOtherLang"
          label={say('travel.gist-other-lang')}
          blank={say('travel.no-other')}
          options={languageOptions(lang, LANGUAGES, textIn(form, 'gistOtherLang'))}
        />
        <TextArea
          form={form}
          name="gistOther"
          label={say('travel.gist-other-text')}
          limit={LIMITS.gist}
          rows={2}
          lang={textIn(form, 'gistOtherLang') || undefined}
        />
      </fieldset>
    </>
  );
}

function Audience({ form }: { form: FormState }) {
  const { say } = form;
  const options = ASKED.map((audience) => ({
    value: audience,
    label: say(`audience.${audience}`),
    hint: say(`question.${audience}.help`),
  }));
  return <Radios form={form} name="audience" label={say('question.whom')} options={options} />;
}
