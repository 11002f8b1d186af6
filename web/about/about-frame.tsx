import type { ComponentChildren } from 'preact';
import { Together } from '../account/together.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import type { MessageKey } from '../kit/messages.ts';
import { PageHead } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

interface AboutProps {
  frame: Frame;
  title: string;
  lead?: string;
  description?: string;
  children: ComponentChildren;
}

/** A page about this place, with the way to the others. */
export function About({ frame, title, lead, description, children }: AboutProps) {
  const { say } = frame;
  const pages = [
    { href: paths.about(), label: say('about.nav.about') },
    { href: paths.aboutPrivacy(), label: say('about.nav.privacy') },
    { href: paths.aboutRules(), label: say('about.nav.rules') },
    { href: paths.aboutSafety(), label: say('about.nav.safety') },
    { href: paths.aboutFederation(), label: say('about.nav.federation') },
  ];
  const canonical = `${frame.origin}${frame.path.split('?')[0]}`;
  return (
    <Layout frame={frame} title={title} description={description ?? lead} head={{ canonical }}>
      <Together frame={frame} label={say('about.nav.label')} pages={pages} />
      <PageHead title={title} lead={lead} />
      {children}
    </Layout>
  );
}

interface ExplainedProps {
  frame: Frame;
  title?: MessageKey;
  /** paragraphs */
  text?: readonly MessageKey[];
  /** points of a list, after the paragraphs */
  points?: readonly MessageKey[];
  numbered?: boolean;
  children?: ComponentChildren;
}

/** A heading with a few plain sentences. */
export function Explained({
  frame: { say },
  title,
  text = [],
  points = [],
  numbered,
  children,
}: ExplainedProps) {
  const List = numbered ? 'ol' : 'ul';
  return (
    <section class="explained">
      {title && <h2>{say(title)}</h2>}
      {text.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
      {points.length > 0 && (
        <List>
          {points.map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </List>
      )}
      {children}
    </section>
  );
}
