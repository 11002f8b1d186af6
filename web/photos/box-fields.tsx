import { FieldError } from '../kit/fields.tsx';
import { type FormState, fieldId, textIn, tie } from '../kit/form-state.ts';

/** Boxes on the page at one time; for more one comes again. */
export const COVERS = ['box1', 'box2', 'box3', 'box4'] as const;
export const CROP = 'crop';
export type BoxName = (typeof COVERS)[number] | typeof CROP;

/** The four numbers of a box, in the order in which they stand. */
export const SIDES = ['x', 'y', 'width', 'height'] as const;
export type Side = (typeof SIDES)[number];

/** The name of one number of a box. The first has the name of the box, so that what is wrong with it leads there. */
export const sideName = (box: BoxName, side: Side): string => (side === 'x' ? box : `${box}-${side}`);

/** The names of all numbers of all boxes. */
const ALL: readonly string[] = [...COVERS, CROP as BoxName].flatMap((box) =>
  SIDES.map((side) => sideName(box, side)),
);

/** Whether something stands in the boxes. */
export const isDrawn = (values: FormState['values']): boolean =>
  ALL.some((name) => String(values[name] ?? '').trim() !== '');

/** A form with its boxes empty. */
export const withoutBoxes = <V,>(values: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !ALL.includes(name)));

/** A part of a photo as four numbers in percent; the script of the page fills them in where somebody draws. */
export function BoxFields({ form, name, legend }: { form: FormState; name: BoxName; legend: string }) {
  const { say } = form;
  const ties = tie(form, [name], false);
  return (
    <fieldset class={ties.error ? 'box-fields has-error' : 'box-fields'} data-box={name}>
      <legend>{legend}</legend>
      <FieldError form={form} ties={ties} />
      <div class="sides">
        {SIDES.map((side) => {
          const own = sideName(name, side);
          return (
            <div key={side} class="side-field">
              <label for={fieldId(own)}>{say(`box.${side}`)}</label>
              <input
                class="input number"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                id={fieldId(own)}
                name={own}
                value={textIn(form, own)}
                data-side={side}
                {...ties.aria}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
