import type { ComponentChildren } from 'preact';
import { paths } from '../paths.ts';
import { Drawing, type DrawingName } from './drawing.tsx';
import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';
import { LinkButton } from './link.tsx';

interface ErrorPageProps {
  frame: Frame;
  /** the page's name and heading: "This page is not here" */
  title: string;
  /** one plain sentence: what happened */
  text: string;
  /** what was kept: "Your text is safe." */
  kept?: string;
  /** what to do now */
  next?: string;
  /** the request's id, so that somebody can look it up */
  reference?: string;
  action?: { href: string; label: string; newTab?: boolean };
  drawing?: DrawingName;
  /** more to do: a search, what was written */
  children?: ComponentChildren;
}

/** A page for what did not work, in the same building as everything else. */
export function ErrorPage({
  frame,
  title,
  text,
  kept,
  next,
  reference,
  action,
  drawing = 'window-rain',
  children,
}: ErrorPageProps) {
  const { say } = frame;
  return (
    <Layout frame={frame} title={title} head={{ robots: 'noindex' }}>
      <div class="error-page">
        <Drawing name={drawing} />
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {kept && <p>{kept}</p>}
        {next && <p>{next}</p>}
        <LinkButton
          href={action?.href ?? paths.home()}
          label={action?.label ?? say('error-page.home')}
          kind="plain"
          newTab={action?.newTab}
        />
        {children}
        {reference && (
          <p class="reference">
            {say('error-page.reference')} <code>{reference}</code>
          </p>
        )}
      </div>
    </Layout>
  );
}
