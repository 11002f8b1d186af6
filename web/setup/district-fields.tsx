import { LANGUAGES } from '../../server/domain/vocabulary.ts';
import { type Option, Select, TextField } from '../kit/fields.tsx';
import type { FormState } from '../kit/form-state.ts';
import type { Frame } from '../kit/frame.ts';
import { languageOptions } from '../stories/language-options.ts';

interface DistrictFieldsProps {
  frame: Frame;
  form: FormState;
  host: string;
}

/** The district's name and where it is. */
export function DistrictFields({ frame, form, host }: DistrictFieldsProps) {
  const { say } = frame;
  return (
    <>
      <TextField
        form={form}
        name="districtName"
        label={say('setup.district-name')}
        hint={say('setup.district-name.help')}
        autocomplete="organization"
        width="medium"
      />
      <TextField
        form={form}
        name="shortName"
        label={say('setup.short-name')}
        hint={say('setup.short-name.help', { example: `@pinehollow@${host}` })}
        autocomplete="off"
        before="@"
        after={`@${host}`}
      />
      <TextField
        form={form}
        name="country"
        label={say('setup.country')}
        autocomplete="country-name"
        width="medium"
        optional
      />
      <Select
        form={form}
        name="timezone"
        label={say('setup.timezone')}
        hint={say('setup.timezone.help')}
        options={timezones()}
        blank={say('setup.timezone.choose')}
      />
      <Select
        form={form}
        name="language"
        label={say('setup.language')}
        hint={say('setup.language.help')}
        options={languageOptions(frame.lang, LANGUAGES)}
      />
    </>
  );
}

/** Every zone of the time zone database: "Europe / Helsinki". */
export function timezones(): Option[] {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ').replaceAll('/', ' / ') }));
}

/** The server's own zone is the best guess; UTC is what servers have that nobody told where they are. */
export function likelyTimezone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone === 'UTC' ? '' : zone;
}
