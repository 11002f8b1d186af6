import { Hidden, Submit } from '../kit/form.tsx';
import type { Say } from '../kit/messages.ts';
import type { Visit } from './visit.ts';

type Sent = Visit['form'];

/** Passwords are never shown again; addresses to go back to, and what a page notes of its boxes, are no text. */
const shown = (name: string): boolean => !/password|^(?:back|base|unsure)$/i.test(name);

/** The fields of a form as pairs, lists one by one. */
function pairs(form: Sent): [string, string][] {
  return Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((text): [string, string] => [name, text]),
  );
}

/** Something that somebody wrote, not a choice or a button's value: several words, or a script without spaces. */
const isWriting = ([name, text]: [string, string]): boolean =>
  shown(name) && /\S\s+\S|[^\x20-\x7e]/.test(text);

/** Whether there is something that would be missed. */
export function hasText(form: Sent): boolean {
  return pairs(form).some(isWriting);
}

interface KeptFormProps {
  say: Say;
  form: Sent;
  /** where it was to go: with it, it can be sent again from here */
  action?: string;
}

/** What somebody sent and could not be taken: to send again, and to read and copy. */
export function KeptForm({ say, form, action }: KeptFormProps) {
  const texts = pairs(form).filter(isWriting);
  if (texts.length === 0) return null;
  return (
    <section class="kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{say('kept.title')}</h2>
      {texts.map(([name, text]) => (
        <pre key={name} class="kept-text" dir="auto">
          {text}
        </pre>
      ))}
      {action && (
        <form class="button-form" method="post" action={action}>
          {pairs(form)
            .filter(([name]) => !/password/i.test(name))
            .map(([name, text]) => (
              <Hidden key={name + text} fields={{ [name]: text }} />
            ))}
          <Submit label={say('kept.again')} icon="send" />
        </form>
      )}
    </section>
  );
}
