import { LIMITS } from '../../server/domain/text-limits.ts';
import { CLASS_SIZES, FOCUSES, LANGUAGES, LICENCES, SUBJECTS } from '../../server/domain/vocabulary.ts';
import type { Parent } from '../../server/reads/story-page.ts';
import { AgeRange, Checkboxes, Radios } from '../kit/choices.tsx';
import { Select, TextArea, TextField } from '../kit/fields.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { optionsOf } from '../kit/words.ts';
import { languageOptions } from './language-options.ts';
import { ParentLink } from './story-body.tsx';

interface TravelFieldsProps {
  frame: Frame;
  form: FormState;
  /** what the addresses under "Built on" are, as far as we know */
  builtOn: readonly Parent[];
}

/** Step 2: what helps others to find the story and to know whether it is for them. */
export function TravelFields({ frame, form, builtOn }: TravelFieldsProps) {
  const { say } = frame;
  const lang = textIn(form, 'lang');
  const known = builtOn.filter((parent) => parent.title !== null);
  return (
    <>
      <TextArea
        form={form}
        name="gist"
        label={say('travel.gist')}
        hint={say('travel.gist.help')}
        limit={LIMITS.gist}
        lang={lang}
        letter
        heading
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
      <TextField
        form={form}
        name="levelLabel"
        label={say('travel.level-label')}
        hint={say('travel.level-label.help')}
        width="medium"
        lang={lang}
        optional
      />
      <Radios
        form={form}
        name="classSize"
        label={say('travel.class-size')}
        options={optionsOf(say, 'class-size', CLASS_SIZES)}
        columns
        optional
      />
      <Checkboxes
        form={form}
        name="focus"
        label={say('travel.focus')}
        hint={say('travel.focus.help')}
        options={optionsOf(say, 'focus', FOCUSES)}
        columns
        optional
      />
      <TextArea
        form={form}
        name="whyItMatters"
        label={say('travel.why-it-matters')}
        hint={say('travel.why-it-matters.help')}
        limit={LIMITS.whyItMatters}
        rows={2}
        lang={lang}
        optional
      />
      <TextArea
        form={form}
        name="madePossibleBy"
        label={say('travel.made-possible')}
        hint={say('travel.made-possible.help')}
        limit={LIMITS.madePossibleBy}
        rows={2}
        lang={lang}
        optional
      />
      <Select
        form={form}
        name="lang"
        label={say('travel.lang')}
        options={languageOptions(frame.lang, LANGUAGES, lang)}
      />
      <fieldset class="pair">
        <legend class="label">
          {say('travel.gist-other')} <span class="optional">{say('form.optional')}</span>
        </legend>
        <p class="hint">{say('travel.gist-other.help')}</p>
        <Select
          form={form}
          name="gistOtherLang"
          label={say('travel.gist-other-lang')}
          blank={say('travel.no-other')}
          options={languageOptions(frame.lang, LANGUAGES, textIn(form, 'gistOtherLang'))}
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
      <TextField
        form={form}
        name="tags"
        label={say('travel.tags')}
        hint={say('travel.tags.help')}
        lang={lang}
        optional
      />
      <TextField
        form={form}
        name="builtOn"
        label={say('travel.built-on')}
        hint={say('travel.built-on.help')}
        inputmode="url"
        autocomplete="off"
        optional
      />
      {known.length > 0 && (
        <ul class="known">
          {known.map((parent) => (
            <li key={parent.uri}>
              <ParentLink frame={frame} parent={parent} />
            </li>
          ))}
        </ul>
      )}
      <Radios
        form={form}
        name="licence"
        label={say('travel.licence')}
        options={optionsOf(say, 'licence', LICENCES)}
      />
    </>
  );
}
