import { Hidden, PostForm, Submit } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import type { MessageKey } from '../kit/messages.ts';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { BASE, type Conflict, pickOf, UNSURE } from './merge-sent.ts';

/** What the boxes of the editor are called. */
export const BOX_LABELS: Readonly<Record<string, MessageKey>> = {
  title: 'prompt.title',
  where: 'prompt.where',
  how: 'prompt.how',
  students: 'prompt.students',
  why: 'prompt.why',
  next: 'prompt.next',
  free: 'prompt.free',
  gist: 'travel.gist',
  subjects: 'travel.subjects',
  focus: 'travel.focus',
  ageMin: 'travel.age-range',
  ageMax: 'travel.age-range',
  levelLabel: 'travel.level-label',
  classSize: 'travel.class-size',
  whyItMatters: 'travel.why-it-matters',
  madePossibleBy: 'travel.made-possible',
  lang: 'travel.lang',
  gistOtherLang: 'travel.gist-other-lang',
  gistOther: 'travel.gist-other',
  tags: 'travel.tags',
  builtOn: 'travel.built-on',
  licence: 'travel.licence',
};

interface ConflictPageProps {
  frame: Frame;
  id: string;
  action: string;
  /** everything that was sent, and what the boxes hold on the server by now */
  form: Readonly<Record<string, string | string[]>>;
  base: string;
  conflicts: readonly Conflict[];
}

/** Changed in two places: both versions of each box side by side, and the author takes one of them. */
export function ConflictPage({ frame, id, action, form, base, conflicts }: ConflictPageProps) {
  const { say } = frame;
  const asked = new Set(conflicts.map(({ field }) => pickOf(field)));
  return (
    <Layout frame={frame} title={say('conflict.title')} head={{ robots: 'noindex' }} wide>
      <PageHead title={say('conflict.title')} lead={say('conflict.lead')} />
      <PostForm action={action} class="editor">
        {Object.entries(form)
          .filter(([name]) => name !== BASE && name !== UNSURE && !asked.has(name))
          .flatMap(([name, value]) => [value].flat().map((text) => ({ name, text })))
          .map(({ name, text }) => (
            <Hidden key={name + text} fields={{ [name]: text }} />
          ))}
        <Hidden fields={{ [BASE]: base }} />
        {conflicts.map(({ field, mine, theirs }) => (
          <fieldset key={field} class="versions">
            <legend class="label">{say(BOX_LABELS[field] ?? 'prompt.unknown')}</legend>
            <Version say={say} field={field} which="mine" text={mine} checked />
            <Version say={say} field={field} which="theirs" text={theirs} />
          </fieldset>
        ))}
        <div class="actions">
          <Submit label={say('conflict.take')} icon="check" />
          <LinkButton href={paths.writeStory(id)} label={say('conflict.drop')} kind="quiet" />
        </div>
      </PostForm>
    </Layout>
  );
}

function Version({
  say,
  field,
  which,
  text,
  checked = false,
}: {
  say: Frame['say'];
  field: string;
  which: 'mine' | 'theirs';
  text: string;
  checked?: boolean;
}) {
  const id = `pick-${field}-${which}`;
  return (
    <div class="version">
      <div class="choice">
        <input type="radio" id={id} name={pickOf(field)} value={which} checked={checked} />
        <label for={id}>{say(`conflict.${which}`)}</label>
      </div>
      <pre class="kept-text" dir="auto">
        {text || say('conflict.empty')}
      </pre>
    </div>
  );
}
