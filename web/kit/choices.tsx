import type { ComponentChildren } from 'preact';
import { FieldError, type Option } from './fields.tsx';
import { chosenIn, type FormState, fieldId, type Ties, textIn, tie } from './form-state.ts';

interface GroupProps {
  form: FormState;
  name: string;
  /** the question */
  label: string;
  hint?: string;
  optional?: boolean;
}

interface GroupFrameProps extends Omit<GroupProps, 'name'> {
  ties: Ties;
  radios?: boolean;
  children: ComponentChildren;
}

function Group({ form, label, hint, optional, ties, radios, children }: GroupFrameProps) {
  return (
    <fieldset
      class={ties.error ? 'field has-error' : 'field'}
      aria-describedby={ties.aria['aria-describedby']}
      // a plain group knows no invalid state, a radio group does
      {...(radios
        ? {
            role: 'radiogroup' as const,
            'aria-invalid': ties.aria['aria-invalid'],
          }
        : {})}
    >
      <legend class="label">
        {label}
        {optional && <span class="optional"> {form.say('form.optional')}</span>}
      </legend>
      {hint && (
        <p class="hint" id={ties.hintId}>
          {hint}
        </p>
      )}
      <FieldError form={form} ties={ties} />
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  invalid?: 'true';
}

function Choice({ kind, id, name, option, checked, invalid }: ChoiceProps) {
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? `${id}-about` : undefined}
        aria-invalid={invalid}
      />
      <label for={id}>{option.label}</label>
      {option.hint && (
        <p class="hint" id={`${id}-about`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

interface OptionsProps extends GroupProps {
  options: readonly Option[];
  /** side by side where there is room, for short words */
  columns?: boolean;
}

/** The first control has the id that the error summary points to. */
const choiceId = (ties: Ties, index: number): string => (index === 0 ? ties.id : `${ties.id}-${index + 1}`);

/** One of a few, each a sentence. */
export function Radios({ options, columns, ...group }: OptionsProps) {
  const ties = tie(group.form, [group.name], Boolean(group.hint));
  const chosen = textIn(group.form, group.name);
  return (
    <Group {...group} ties={ties} radios>
      <div class={columns ? 'choices columns' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radio"
            id={choiceId(ties, index)}
            name={group.name}
            option={option}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </Group>
  );
}

/** Any number of a list; the form sends `name` once for each. */
export function Checkboxes({ options, columns, ...group }: OptionsProps) {
  const ties = tie(group.form, [group.name], Boolean(group.hint));
  const chosen = chosenIn(group.form, group.name);
  return (
    <Group {...group} ties={ties}>
      <div class={columns ? 'choices columns' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkbox"
            id={choiceId(ties, index)}
            name={group.name}
            option={option}
            checked={chosen.includes(option.value)}
            invalid={ties.aria['aria-invalid']}
          />
        ))}
      </div>
    </Group>
  );
}

/** One box to tick; sends `yes`. */
export function Checkbox({ form, name, label, hint }: Omit<GroupProps, 'optional'>) {
  const ties = tie(form, [name], Boolean(hint));
  return (
    <div class={ties.error ? 'field has-error' : 'field'}>
      <FieldError form={form} ties={ties} />
      <div class="choice">
        <input
          type="checkbox"
          id={ties.id}
          name={name}
          value="yes"
          checked={textIn(form, name) === 'yes'}
          {...ties.aria}
        />
        <label for={ties.id}>{label}</label>
        {hint && (
          <p class="hint" id={ties.hintId}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

interface AgeRangeProps {
  form: FormState;
  label?: string;
  hint?: string;
  optional?: boolean;
}

/** The students' ages as two numbers, `ageMin` and `ageMax`; problems of `ages` show here too. */
export function AgeRange({ form, label = form.say('form.ages'), hint, optional }: AgeRangeProps) {
  const ties = tie(form, ['ages', 'ageMin', 'ageMax'], Boolean(hint));
  const box = (name: 'ageMin' | 'ageMax', words: string) => (
    <div class="age">
      <label for={fieldId(name)}>{words}</label>
      <input
        class="input number"
        type="text"
        id={fieldId(name)}
        name={name}
        inputmode="numeric"
        autocomplete="off"
        value={textIn(form, name)}
        {...ties.aria}
      />
    </div>
  );
  return (
    <Group form={form} label={label} hint={hint} optional={optional} ties={ties}>
      <div class="ages">
        {box('ageMin', form.say('form.age-from'))}
        {box('ageMax', form.say('form.age-to'))}
      </div>
    </Group>
  );
}
