import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { ACCENTS, FEDERATION_MODES } from '../../server/domain/district.ts';
import { PHOTO_POLICIES, type ShownPhoto } from '../../server/domain/photo.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import { Settings } from '../account/settings-frame.tsx';
import { StudentCheck } from '../check/questions.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { Checkbox, Checkboxes, Radios } from '../kit/choices.tsx';
import { Select, TextArea, TextField } from '../kit/fields.tsx';
import { Actions, PostForm, Submit } from '../kit/form.tsx';
import { type FormState, textIn } from '../kit/form-state.ts';
import { Link } from '../kit/link.tsx';
import { paths } from '../paths.ts';
import { PictureFields } from '../photos/picture-fields.tsx';
import { timezones } from '../setup/district-fields.tsx';
import { languageOptions } from '../stories/language-options.ts';
import { HolidayFields } from './holiday-fields.tsx';

interface DistrictSettingsPageProps {
  frame: MemberVisit['frame'];
  form: FormState;
  picture: ShownPhoto | null;
  /** what the student check asks about the form that was sent */
  asked: readonly MarkedQuestion[];
}

/** What the district says of itself, and how it meets other servers. */
export function DistrictSettingsPage({ frame, form, picture, asked }: DistrictSettingsPageProps) {
  const { say, lang } = frame;
  const modes = FEDERATION_MODES.map((mode) => ({
    value: mode,
    label: say(`federation-mode.${mode}`),
    hint: say(`federation-mode.${mode}.help`),
  }));
  const policies = PHOTO_POLICIES.map((policy) => ({
    value: policy,
    label: say(`photo-policy.${policy}`),
    hint: say(`photo-policy.${policy}.help`),
  }));
  return (
    <Settings frame={frame} title={say('district-settings.title')} lead={say('district-settings.lead')}>
      <PostForm action={paths.districtSettings()} form={form} withFile>
        {asked.length > 0 && (
          <StudentCheck form={form} questions={asked} textOf={(field) => textIn(form, field)} />
        )}
        <TextField
          form={form}
          name="districtName"
          label={say('setup.district-name')}
          autocomplete="organization"
          width="medium"
        />
        <TextArea
          form={form}
          name="about"
          label={say('district-settings.about')}
          hint={say('district-settings.about.help')}
          limit={LIMITS.about}
          rows={6}
          optional
        />
        <TextField
          form={form}
          name="country"
          label={say('setup.country')}
          autocomplete="country-name"
          width="medium"
          optional
        />
        <Checkboxes
          form={form}
          name="languages"
          label={say('district-settings.languages')}
          hint={say('district-settings.languages.help')}
          options={languageOptions(lang, LANGUAGES)}
          columns
        />
        <Select
          form={form}
          name="timezone"
          label={say('setup.timezone')}
          hint={say('setup.timezone.help')}
          options={timezones()}
        />
        <HolidayFields form={form} />
        <TextField
          form={form}
          name="contactEmail"
          type="email"
          label={say('district-settings.contact')}
          hint={say('district-settings.contact.help')}
          autocomplete="off"
          width="medium"
          optional
        />
        <TextField
          form={form}
          name="pressContact"
          label={say('district-settings.press')}
          hint={say('district-settings.press.help')}
          limit={200}
          optional
        />
        <Radios
          form={form}
          name="accent"
          label={say('district-settings.accent')}
          hint={say('district-settings.accent.help')}
          options={ACCENTS.map((accent) => ({ value: accent, label: say(`accent.${accent}`) }))}
          columns
        />
        <Radios
          form={form}
          name="federationMode"
          label={say('district-settings.mode')}
          hint={say('district-settings.mode.help')}
          options={modes}
        />
        <Checkbox
          form={form}
          name="authorizedFetch"
          label={say('district-settings.signed')}
          hint={say('district-settings.signed.help')}
        />
        <Radios
          form={form}
          name="photoPolicy"
          label={say('district-settings.photos')}
          hint={say('district-settings.photos.help')}
          options={policies}
        />
        <TextField
          form={form}
          name="smallN"
          label={say('district-settings.small-n')}
          hint={say('district-settings.small-n.help')}
          inputmode="numeric"
          width="short"
        />
        <TextArea
          form={form}
          name="idPatterns"
          label={say('district-settings.id-patterns')}
          hint={say('district-settings.id-patterns.help')}
          rows={3}
          optional
        />
        <PictureFields
          form={form}
          picture={picture}
          title={say('picture.title.district')}
          help={say('picture.help.district')}
        />
        <Actions>
          <Submit label={say('district-settings.save')} />
          <Link href={paths.district()}>{say('district-settings.look')}</Link>
        </Actions>
      </PostForm>
    </Settings>
  );
}
