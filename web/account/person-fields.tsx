import { LIMITS } from '../../server/domain/text-limits.ts';
import { SUBJECTS } from '../../server/domain/vocabulary.ts';
import { AgeRange, Checkboxes } from '../kit/choices.tsx';
import { TextArea, TextField } from '../kit/fields.tsx';
import type { FormState } from '../kit/form-state.ts';
import { optionsOf } from '../kit/words.ts';

interface FieldsProps {
  form: FormState;
}

/** The name as colleagues see it. */
export function NameField({ form }: FieldsProps) {
  const { say } = form;
  return (
    <TextField
      form={form}
      name="name"
      label={say('person.name')}
      hint={say('person.name.help')}
      autocomplete="name"
      width="medium"
    />
  );
}

/** The address that never changes, as others will see it while it is typed. */
export function HandleField({ form, host }: FieldsProps & { host: string }) {
  const { say } = form;
  return (
    <TextField
      form={form}
      name="handle"
      label={say('person.handle')}
      hint={say('person.handle.help', { example: `@ruth@${host}` })}
      autocomplete="off"
      before="@"
      after={`@${host}`}
    />
  );
}

/** What one signs in with. */
export function SignInFields({ form }: FieldsProps) {
  const { say } = form;
  return (
    <>
      <TextField
        form={form}
        name="email"
        type="email"
        label={say('person.email')}
        hint={say('person.email.help')}
        autocomplete="username"
        width="medium"
      />
      <NewPassword form={form} name="password" label={say('person.password')} />
    </>
  );
}

/** A new password, twice. */
export function NewPassword({ form, name, label }: FieldsProps & { name: string; label: string }) {
  const { say } = form;
  const shared = { form, type: 'password', autocomplete: 'new-password', width: 'medium' } as const;
  return (
    <>
      <TextField
        {...shared}
        name={name}
        label={label}
        hint={say('person.password.help', { min: LIMITS.passwordMin })}
      />
      <TextField {...shared} name={`${name}Again`} label={say('person.password-again')} />
    </>
  );
}

/** Subjects and ages: by these colleagues are suggested. */
export function TeachingFields({ form }: FieldsProps) {
  const { say } = form;
  return (
    <>
      <Checkboxes
        form={form}
        name="subjects"
        label={say('person.subjects')}
        hint={say('person.subjects.help')}
        options={optionsOf(say, 'subject', SUBJECTS)}
        columns
        optional
      />
      <AgeRange form={form} label={say('person.ages')} hint={say('person.ages.help')} optional />
    </>
  );
}

/** A few words about oneself. */
export function BioField({ form }: FieldsProps) {
  const { say } = form;
  return (
    <TextArea
      form={form}
      name="bio"
      label={say('person.bio')}
      hint={say('person.bio.help')}
      limit={LIMITS.bio}
      optional
    />
  );
}
