import { TRY_TABLE } from '../../server/domain/adaptation.ts';
import { TABLE_NAMES as NAMES } from '../../server/domain/table-names.ts';
import { Radios } from '../kit/choices.tsx';
import { TextField } from '../kit/fields.tsx';
import { DefaultSubmit, Hidden, Submit } from '../kit/form.tsx';
import { type FormState, fieldId, problemText, textIn, tie } from '../kit/form-state.ts';
import { optionsOf } from '../kit/words.ts';
import { TABLE_KINDS, tableSize } from './table-form.ts';
import { TABLE_SHAPES } from './table-moves.ts';

/** A small table of what was counted: shapes to begin with, then a fixed grid. Its buttons keep everything that was written. */
export function TableFields({ form }: { form: FormState }) {
  const { say } = form;
  const size = tableSize(form.values);
  return (
    <details class="more" id={fieldId('table')} open={size !== null}>
      <summary autofocus={hasFocus(form, 'table')}>{say('table.offer')}</summary>
      <DefaultSubmit />
      {size === null ? (
        <>
          <p class="hint">{say('table.shapes.help')}</p>
          <div class="actions">
            {TABLE_SHAPES.map((shape) => (
              <Submit
                key={shape}
                label={say(`table.shape.${shape}`)}
                name={NAMES.go}
                value={`begin ${shape}`}
                kind="plain"
              />
            ))}
          </div>
        </>
      ) : (
        <Grid form={form} size={size} />
      )}
    </details>
  );
}

/** The page begins where the button that was pressed did something, not at its top. */
const hasFocus = (form: FormState, name: string): boolean => textIn(form, NAMES.focus) === name;

interface GridProps {
  form: FormState;
  size: { rows: number; columns: number };
}

function Grid({ form, size }: GridProps) {
  const { say } = form;
  return (
    <>
      <Hidden fields={{ [NAMES.rows]: String(size.rows), [NAMES.columns]: String(size.columns) }} />
      <TextField
        form={form}
        name={NAMES.caption}
        label={say('table.caption')}
        hint={say('table.caption.help')}
        limit={TRY_TABLE.caption}
        autofocus={hasFocus(form, NAMES.caption)}
        optional
      />
      <Radios
        form={form}
        name={NAMES.kind}
        label={say('table.kind')}
        options={optionsOf(say, 'table.kind', TABLE_KINDS)}
        columns
      />
      <TextField
        form={form}
        name={NAMES.n}
        label={say('table.n-all')}
        hint={say('table.n-all.help')}
        width="short"
        inputmode="numeric"
        autocomplete="off"
        optional
      />
      <GridProblems form={form} />
      <GridBoxes form={form} size={size} />
      <div class="actions">
        {size.rows < TRY_TABLE.rows && (
          <Submit label={say('table.add-row')} name={NAMES.go} value="row" kind="plain" icon="plus" />
        )}
        {size.columns < TRY_TABLE.columns && (
          <Submit label={say('table.add-column')} name={NAMES.go} value="column" kind="plain" icon="plus" />
        )}
        <Submit label={say('table.leave-out')} name={NAMES.go} value="leave-out" kind="quiet" icon="x" />
      </div>
    </>
  );
}

/** What is wrong in the boxes, above them: in a box there is no room for a sentence. */
function GridProblems({ form }: { form: FormState }) {
  const problems = form.problems.filter(({ field }) => field === 'table' || /^table-.*-\d+$/.test(field));
  if (problems.length === 0) return null;
  return (
    <ul class="field-error">
      {problems.map((problem) => (
        <li key={problem.field + problem.say} id={`${fieldId(problem.field)}-error`}>
          {problemText(form.say, problem)}
        </li>
      ))}
    </ul>
  );
}

function GridBoxes({ form, size }: GridProps) {
  const { say } = form;
  const columns = Array.from({ length: size.columns }, (_, c) => c);
  const rows = Array.from({ length: size.rows }, (_, r) => r);
  const nameOf = (c: number) => textIn(form, NAMES.column(c)) || say('table.column', { number: c + 1 });
  return (
    <div class="table-scroll">
      <table class="grid-boxes">
        <caption class="hidden">{say('table.small')}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c} scope="col">
                <Box form={form} name={NAMES.column(c)} label={say('table.column-name', { number: c + 1 })} />
              </th>
            ))}
            <th scope="col">{say('table.n')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r}>
              {columns.map((c) => (
                <td key={c}>
                  <Box
                    form={form}
                    name={NAMES.cell(r, c)}
                    label={say('table.cell', { row: r + 1, column: nameOf(c) })}
                    number={c > 0}
                  />
                </td>
              ))}
              <td>
                <Box
                  form={form}
                  name={NAMES.rowN(r)}
                  label={say('table.cell', { row: r + 1, column: say('table.n') })}
                  number
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BoxProps {
  form: FormState;
  name: string;
  label: string;
  number?: boolean;
}

function Box({ form, name, label, number }: BoxProps) {
  const { id, aria } = tie(form, [name], false);
  return (
    <input
      class={number ? 'input number' : 'input'}
      type="text"
      id={id}
      name={name}
      value={textIn(form, name)}
      aria-label={label}
      inputmode={number ? 'decimal' : undefined}
      autocomplete="off"
      autofocus={hasFocus(form, name)}
      dir="auto"
      {...aria}
    />
  );
}
