import { type Holiday, MOST_HOLIDAYS } from '../../server/domain/holiday.ts';
import { typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import { FieldError, TextField } from '../kit/fields.tsx';
import { type FormState, textIn, tie } from '../kit/form-state.ts';

/** More rows than holidays, so that an administrator who sends too many learns it. */
const ROWS = MOST_HOLIDAYS + 2;
const FREE = 2;
const fromName = (row: number): string => `holidayFrom${row}`;
const toName = (row: number): string => `holidayTo${row}`;

/** What stands in the boxes. */
export const holidayValues = (holidays: readonly Holiday[]): FormState['values'] =>
  Object.fromEntries(
    holidays.flatMap(({ from, to }, row) => [
      [fromName(row), from],
      [toName(row), to === from ? '' : to],
    ]),
  );

/** What was typed, ready for the schema. A row without a last day is one day; rows with nothing in them are none. */
export const holidaysSent = (form: Visit['form']): Holiday[] =>
  Array.from({ length: ROWS }, (_, row) => {
    const [from, to] = [typed(form, fromName(row)).trim(), typed(form, toName(row)).trim()];
    return { from, to: to || from };
  }).filter(({ to }) => to !== '');

/** The days on which school is closed, a row each, and two rows more; saved, there are two more again. */
export function HolidayFields({ form }: { form: FormState }) {
  const { say } = form;
  const ties = tie(form, ['holidays'], true);
  const isFilled = (row: number) => [fromName, toName].some((name) => textIn(form, name(row)) !== '');
  const filled = Array.from({ length: ROWS }, (_, row) => row).filter(isFilled);
  const rows = Math.min(ROWS, (filled.at(-1) ?? -1) + 1 + FREE);
  return (
    <fieldset
      class={ties.error ? 'field has-error' : 'field'}
      id={ties.id}
      tabindex={-1}
      aria-describedby={ties.aria['aria-describedby']}
    >
      <legend class="label">
        {say('district-settings.holidays')} <span class="optional">{say('form.optional')}</span>
      </legend>
      <p class="hint" id={ties.hintId}>
        {say('district-settings.holidays.help')}
      </p>
      <FieldError form={form} ties={ties} />
      {Array.from({ length: rows }, (_, row) => (
        <fieldset class="two-days" key={fromName(row)}>
          <legend class="hidden">{say('district-settings.holiday', { number: row + 1 })}</legend>
          <TextField
            form={form}
            name={fromName(row)}
            type="date"
            label={say('district-settings.holiday.from')}
            width="medium"
          />
          <TextField
            form={form}
            name={toName(row)}
            type="date"
            label={say('district-settings.holiday.to')}
            width="medium"
          />
        </fieldset>
      ))}
    </fieldset>
  );
}
