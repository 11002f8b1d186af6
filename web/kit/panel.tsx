import type { ComponentChildren } from 'preact';

interface PageHeadProps {
  title: string;
  /** a line above the title, e.g. what the work was built on */
  kicker?: ComponentChildren;
  /** a paragraph below it */
  lead?: string;
  /** the language of title and lead, when it is a work's */
  lang?: string;
  children?: ComponentChildren;
}

/** The top of a page: its one h1. */
export function PageHead({ title, kicker, lead, lang, children }: PageHeadProps) {
  return (
    <div class="page-head">
      {kicker && <p class="kicker">{kicker}</p>}
      <h1 lang={lang} dir="auto">
        {title}
      </h1>
      {children}
      {lead && (
        <p class="lead" lang={lang} dir="auto">
          {lead}
        </p>
      )}
    </div>
  );
}

interface PanelProps {
  title?: string;
  /** `quiet` for asides, `light` for what wants to be seen, `card` for things pinned to the board */
  tone?: 'quiet' | 'light' | 'card';
  id?: string;
  level?: 2 | 3;
  children: ComponentChildren;
}

/** A part of a page that stands apart. */
export function Panel({ title, tone = 'quiet', id, level = 2, children }: PanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section class={`panel ${tone}`} id={id} aria-labelledby={title && id ? `${id}-title` : undefined}>
      {title && <Heading id={id ? `${id}-title` : undefined}>{title}</Heading>}
      {children}
    </section>
  );
}

/** A section of a page with its heading and, where there is one, a link to more. */
export function Part({
  title,
  id,
  more,
  children,
}: {
  title: string;
  id?: string;
  more?: { href: string; label: string };
  children: ComponentChildren;
}) {
  return (
    <section class="part" id={id}>
      <div class="part-head">
        <h2>{title}</h2>
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {children}
    </section>
  );
}

/** A list of cards; each child becomes an item. */
export function CardList({ children }: { children: ComponentChildren[] }) {
  return (
    <ul class="card-list">
      {children.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}

/** A short fact, or one that leads to more of its kind. */
export type Chip = string | { text: string; href: string };

/** Short facts about a work: ages, subject, class size. */
export function Chips({ facts, label }: { facts: readonly Chip[]; label: string }) {
  const shown = facts.filter((fact) => fact !== '');
  if (shown.length === 0) return null;
  return (
    <ul class="chips" aria-label={label}>
      {shown.map((fact) =>
        typeof fact === 'string' ? (
          <li key={fact}>{fact}</li>
        ) : (
          <li key={fact.href}>
            <a href={fact.href}>{fact.text}</a>
          </li>
        ),
      )}
    </ul>
  );
}

interface WithSideProps {
  /** the text */
  children: ComponentChildren;
  /** beside it: what can be done with it, and short notes */
  side: ComponentChildren;
  /** the name of the side for those who hear the page */
  label: string;
  /** below the text; on phones the side comes before it */
  after?: ComponentChildren;
}

/** Two columns where there is room. On phones: the text, the side, then what comes after. */
export function WithSide({ children, side, label, after }: WithSideProps) {
  return (
    <div class="with-side">
      <div class="main-column">{children}</div>
      <aside class="side" aria-label={label}>
        {side}
      </aside>
      {after && <div class="main-column">{after}</div>}
    </div>
  );
}
