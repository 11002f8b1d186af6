import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import type { TableFix } from '../../server/check/small-table.ts';
import { FieldError } from '../kit/fields.tsx';
import { chosenIn, type FormState, fieldId, textIn, tie } from '../kit/form-state.ts';
import { around } from './around.ts';
import { type AskedOnce, ATTESTED, answerName, askedOnce, CHECK_FIELD } from './check-form.ts';

interface QuestionsProps {
  form: FormState;
  questions: readonly MarkedQuestion[];
  /** the text of a field, for showing the words around a passage */
  textOf(field: string): string;
  /** where a field can be changed; without it the field is on this page */
  linkTo?(field: string): string;
}

/** The student check as cards: a sentence, the passage, and what can be done with one press. */
export function StudentCheck({ form, questions, ...more }: QuestionsProps) {
  const { say } = form;
  const asked = askedOnce(questions);
  return (
    <section
      class="student-check"
      id={fieldId(CHECK_FIELD)}
      aria-labelledby="student-check-title"
      tabindex={-1}
    >
      <h2 id="student-check-title">{say('check.title')}</h2>
      {asked.length === 0 ? (
        <p>{say('check.nothing')}</p>
      ) : (
        <>
          <p>{say('check.lead', { count: asked.length })}</p>
          <ul class="questions">
            {asked.map((one) => (
              <li key={one.mark}>
                <QuestionCard form={form} asked={one} {...more} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function QuestionCard({
  form,
  asked: { mark, first, count },
  textOf,
  linkTo,
}: Omit<QuestionsProps, 'questions'> & { asked: AskedOnce }) {
  const { say } = form;
  const id = `question-${mark}`;
  const stop = first.severity === 'stop';
  return (
    <article class={stop ? 'question stop' : 'question'} aria-labelledby={id}>
      <h3 id={id}>
        <span class="question-kind">{say(stop ? 'check.stop' : 'check.ask')}</span>{' '}
        {say(`check.type.${first.type}`)}
      </h3>
      <Passage question={first} text={textOf(first.field)} />
      {first.tableFixes && <p class="muted">{say(first.edits ? 'check.in-text-table' : 'check.in-table')}</p>}
      {first.field === 'photos' && <p class="muted">{say('check.in-photo')}</p>}
      {count > 1 && <p class="muted">{say('check.count', { count })}</p>}
      <fieldset class="answers">
        <legend class="hidden">{say('check.answer')}</legend>
        {first.fix !== null && (
          <Answer
            form={form}
            mark={mark}
            value="fix"
            label={first.fix === '' ? say('check.fix.remove') : say('check.fix', { words: first.fix })}
          />
        )}
        {first.tableFixes?.map((fix) => (
          <Answer key={fix} form={form} mark={mark} value={fix} label={say(`check.table.${fix}`)} />
        ))}
        {!stop && <Answer form={form} mark={mark} value="keep" label={say(`check.keep.${first.type}`)} />}
      </fieldset>
      <p>
        <a href={`${linkTo?.(first.field) ?? ''}#${fieldId(first.field)}`}>{say('check.change')}</a>
      </p>
    </article>
  );
}

function Answer({
  form,
  mark,
  value,
  label,
}: {
  form: FormState;
  mark: string;
  value: 'fix' | 'keep' | TableFix;
  label: string;
}) {
  const id = `answer-${mark}-${value}`;
  return (
    <div class="choice">
      <input
        type="radio"
        id={id}
        name={answerName(mark)}
        value={value}
        checked={textIn(form, answerName(mark)) === value}
      />
      <label for={id}>{label}</label>
    </div>
  );
}

function Passage({ question, text }: { question: MarkedQuestion; text: string }) {
  const fits = text.slice(question.start, question.end) === question.text;
  const { start, end, about } = question;
  const { before, after } = fits ? around(text, start, end, about) : { before: '', after: '' };
  return (
    <blockquote class="passage" dir="auto">
      {before}
      <mark>{question.text}</mark>
      {after}
    </blockquote>
  );
}

/** The one sentence that a teacher confirms before a work is shown to others. */
export function Attestation({ form }: { form: FormState }) {
  const { say } = form;
  const ties = tie(form, [ATTESTED], false);
  return (
    <div class={ties.error ? 'field has-error' : 'field'}>
      <FieldError form={form} ties={ties} />
      <div class="choice">
        <input
          type="checkbox"
          id={ties.id}
          name={ATTESTED}
          value="yes"
          checked={chosenIn(form, ATTESTED).includes('yes')}
          {...ties.aria}
        />
        <label for={ties.id}>{say('check.attest')}</label>
      </div>
    </div>
  );
}
