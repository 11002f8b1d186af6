import type { ComponentChildren, HTMLAttributes } from 'preact';
import { type FormState, type Ties, textIn, tie } from './form-state.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** web/assets/enhance/live-count.js */
      'live-count': HTMLAttributes<HTMLElement> & {
        for: string;
        'data-limit': number;
      };
    }
  }
}

interface FieldProps {
  form: FormState;
  name: string;
  label: string;
  /** one or two plain sentences that stay visible */
  hint?: string;
  /** says "(optional)" after the label */
  optional?: boolean;
}

interface FrameProps extends Pick<FieldProps, 'form' | 'label' | 'hint' | 'optional'> {
  ties: Ties;
  /** the label is a heading of the page */
  heading?: boolean;
  children: ComponentChildren;
}

function Labelled({ form, label, hint, optional, ties, heading, children }: FrameProps) {
  const labelled = (
    <label class="label" for={ties.id}>
      {label}
      {optional && <span class="optional"> {form.say('form.optional')}</span>}
    </label>
  );
  return (
    <div class={ties.error ? 'field has-error' : 'field'}>
      {heading ? <h2 class="label-heading">{labelled}</h2> : labelled}
      {hint && (
        <p class="hint" id={ties.hintId}>
          {hint}
        </p>
      )}
      <FieldError form={form} ties={ties} />
      {ties.note && (
        <div class="field-note" id={ties.noteId}>
          {ties.note}
        </div>
      )}
      {children}
    </div>
  );
}

export function FieldError({ form, ties }: { form: FormState; ties: Ties }) {
  if (!ties.error) return null;
  return (
    <p class="field-error" id={ties.errorId}>
      <span class="hidden">{form.say('form.problem')} </span>
      {ties.error}
    </p>
  );
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'date';
  /** as in HTML: `email`, `current-password`, `new-password`, `username`, `off` … */
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'email' | 'url';
  width?: 'short' | 'medium' | 'full';
  /** the language of what is written */
  lang?: string;
  /** the most characters: shown as a count, never cut off */
  limit?: number;
  /** a heading of the page instead of a plain label */
  heading?: boolean;
  /** shown before the text, e.g. `@` */
  before?: string;
  /** shown after it, e.g. the host of an address */
  after?: string;
  /** the page begins here */
  autofocus?: boolean;
}

/** One line of text. */
export function TextField({
  type = 'text',
  width = 'full',
  autocomplete,
  inputmode,
  lang,
  limit,
  before,
  after,
  heading,
  autofocus,
  ...field
}: TextFieldProps) {
  const { form, name } = field;
  const ties = tie(form, [name], Boolean(field.hint), limit ? `${name}-count` : undefined);
  const input = (
    <input
      class={`input ${width}`}
      id={ties.id}
      name={name}
      // the typings know one literal type at a time
      {...({ type } as { type: 'text' })}
      value={type === 'password' ? '' : textIn(form, name)}
      autocomplete={autocomplete}
      inputmode={inputmode}
      autofocus={autofocus}
      lang={lang}
      dir={type === 'text' || type === 'search' ? 'auto' : undefined}
      spellcheck={type === 'text' ? undefined : false}
      {...ties.aria}
    />
  );
  return (
    <Labelled {...field} ties={ties} heading={heading}>
      {before || after ? (
        <div class={after ? 'with-before with-after' : 'with-before'}>
          {before && (
            <span class="before" aria-hidden="true">
              {before}
            </span>
          )}
          {input}
          {after && (
            <span class="after" aria-hidden="true">
              {after}
            </span>
          )}
        </div>
      ) : (
        input
      )}
      <Counter form={form} name={name} limit={limit} />
    </Labelled>
  );
}

interface TextAreaProps extends FieldProps {
  /** lines shown at first; it grows with the text where browsers can */
  rows?: number;
  /** the most characters: shown as a count, never cut off */
  limit?: number;
  /** a line below, e.g. "340 words – just right" */
  note?: string;
  lang?: string;
  heading?: boolean;
  /** set in the reading face, for stories */
  letter?: boolean;
  /** Markdown: the rich surface may be put over it */
  rich?: boolean;
}

/** Several lines of text, set like a letter. */
export function TextArea({ rows = 4, limit, note, lang, heading, letter, rich, ...field }: TextAreaProps) {
  const { form, name } = field;
  const ties = tie(form, [name], Boolean(field.hint), limit ? `${name}-count` : undefined);
  return (
    <Labelled {...field} ties={ties} heading={heading}>
      <textarea
        class={letter ? 'input letter' : 'input'}
        data-rich={rich ? '' : undefined}
        id={ties.id}
        name={name}
        rows={rows}
        lang={lang}
        dir="auto"
        {...ties.aria}
      >
        {textIn(form, name)}
      </textarea>
      <Counter form={form} name={name} limit={limit} />
      {note && <p class="note">{note}</p>}
    </Labelled>
  );
}

/** "280 characters at most, 112 now"; the small script of the page keeps the number current while one types. */
function Counter({ form, name, limit }: { form: FormState; name: string; limit: number | undefined }) {
  if (!limit) return null;
  const used = [...textIn(form, name)].length;
  return (
    <p class="count" id={`${name}-count`}>
      {form.say('form.limit', { limit })}{' '}
      <live-count for={tie(form, [name], false).id} data-limit={limit}>{`${used} / ${limit}`}</live-count>
    </p>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
  /** the words of the empty choice; without it there is none */
  blank?: string;
  width?: 'short' | 'medium' | 'full';
}

/** One of many, as a list that opens. */
export function Select({ options, blank, width = 'medium', ...field }: SelectProps) {
  const { form, name } = field;
  const ties = tie(form, [name], Boolean(field.hint));
  const chosen = textIn(form, name);
  return (
    <Labelled {...field} ties={ties}>
      <select class={`input ${width}`} id={ties.id} name={name} {...ties.aria}>
        {blank !== undefined && (
          <option value="" selected={chosen === ''}>
            {blank}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
