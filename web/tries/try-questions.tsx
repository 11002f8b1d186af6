import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES, SUBJECTS, VERDICTS } from '../../server/domain/vocabulary.ts';
import { AgeRange, Checkboxes, Radios } from '../kit/choices.tsx';
import { Select, TextArea, TextField } from '../kit/fields.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { optionsOf } from '../kit/words.ts';
import { languageOptions } from '../stories/language-options.ts';
import { TableFields } from './table-fields.tsx';

const MORE = ['subjects', 'tip', 'lang', 'gistOther', 'gistOtherLang'];

/** The four questions about a try, what was changed first, and what else may be said. */
export function TryQuestions({ frame, form }: { frame: Frame; form: FormState }) {
  const { say } = frame;
  return (
    <>
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
      <TableFields form={form} />
    </>
  );
}
