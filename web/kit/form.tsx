import type { ComponentChildren } from 'preact';
import { type FormState, fieldId, problemText } from './form-state.ts';
import { Icon, type IconName } from './icon.tsx';

interface PostFormProps {
  action: string;
  /** with it, the error summary stands on top */
  form?: FormState;
  children: ComponentChildren;
  /** `get` for searches: the address then holds what was asked */
  method?: 'post' | 'get';
  /** the form sends a file, as `multipart/form-data` */
  withFile?: boolean;
  class?: string;
}

/** A form that keeps what was typed and says what is wrong on top. Browsers' own checks are off: ours say what to do. */
export function PostForm({
  action,
  form,
  children,
  method = 'post',
  withFile,
  class: name = '',
}: PostFormProps) {
  return (
    <form
      class={`form ${name}`.trim()}
      method={method}
      action={action}
      enctype={withFile ? MULTIPART : undefined}
      novalidate
    >
      {form && <ErrorSummary form={form} />}
      {children}
    </form>
  );
}

/** What is wrong, in sentences that lead to their fields. Nothing when nothing is. It takes the focus as the page opens. */
export function ErrorSummary({ form }: { form: FormState }) {
  if (form.problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{form.say('form.problems', { count: form.problems.length })}</h2>
      <ul>
        {form.problems.map((problem) => (
          <li key={`${problem.field}.${problem.say}`}>
            <a href={`#${fieldId(problem.field)}`}>{problemText(form.say, problem)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

interface SubmitProps {
  label: string;
  kind?: ButtonKind;
  icon?: IconName;
  /** sent along when this button is pressed */
  name?: string;
  value?: string;
  /** another address than the form's */
  formaction?: string;
  /** pressed, the form sends its file too */
  withFile?: boolean;
}

const MULTIPART = 'multipart/form-data';

export function Submit({ label, kind = 'primary', icon, name, value, formaction, withFile }: SubmitProps) {
  return (
    <button
      class={`button ${kind}`}
      type="submit"
      name={name}
      value={value}
      formaction={formaction}
      formenctype={withFile ? MULTIPART : undefined}
    >
      {icon && <Icon name={icon} />}
      {label}
    </button>
  );
}

/** The button of the Enter key where others stand before the one that sends: nobody sees it, and nothing else is sent along. */
export function DefaultSubmit() {
  return <button type="submit" hidden />;
}

interface ButtonFormProps extends Omit<SubmitProps, 'formaction' | 'withFile'> {
  action: string;
  /** hidden fields */
  fields?: Readonly<Record<string, string>>;
}

/** One button that does something: follow, sign out, mark as read. */
export function ButtonForm({ action, fields = {}, kind = 'plain', ...button }: ButtonFormProps) {
  return (
    <form class="button-form" method="post" action={action}>
      <Hidden fields={fields} />
      <Submit kind={kind} {...button} />
    </form>
  );
}

export function Hidden({ fields }: { fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The buttons at the end of a form, side by side. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>;
}
