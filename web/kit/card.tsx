import type { EvidenceTable } from '../../server/domain/evidence-table.ts';
import type { CallState, Verdict } from '../../server/domain/vocabulary.ts';
import { EvidenceTableView } from './evidence-table.tsx';
import type { Frame } from './frame.ts';
import { PersonLink, type PersonRef } from './person-link.tsx';
import { dateText, Time } from './time.tsx';
import { VerdictMark } from './verdict.tsx';
import { agesText, minutesText, subjectNames } from './words.ts';

export interface StoryCardData {
  href: string;
  title: string;
  /** of what is no story: how a question stands */
  question?: CallState;
  /** the language of title and gist */
  lang: string;
  /** with it the card has a third line, at most two lines high */
  gist?: string;
  author: PersonRef;
  /** district, school or host, when it is not obvious */
  place?: string;
  subjects: readonly string[];
  ageMin: number | null;
  ageMax: number | null;
  levelLabel?: string;
  words?: number;
  publishedAt?: Date | null;
  /** how many classrooms told back */
  tries?: number;
}

interface StoryCardProps {
  frame: Frame;
  story: StoryCardData;
  /** the heading's level, 3 by default: the list stands under an h2 */
  level?: 2 | 3 | 4;
}

/** A story or a question in a list: the title, then who, for whom and how long, on one line each. */
export function StoryCard({ frame, story, level = 3 }: StoryCardProps) {
  const { say } = frame;
  const Heading = `h${level}` as const;
  const facts = [
    agesText(say, story.ageMin, story.ageMax, story.levelLabel),
    subjectNames(say, story.subjects.slice(0, 1)).join(),
    story.words ? minutesText(say, story.words) : '',
    story.tries ? say('card.tries', { count: story.tries }) : '',
  ].filter((fact) => fact !== '');
  return (
    <article class="story-card">
      <Heading class="card-title" lang={story.lang} dir="auto">
        <a href={story.href}>{story.title}</a>
      </Heading>
      {story.gist && (
        <p class="card-gist" lang={story.lang} dir="auto">
          {story.gist}
        </p>
      )}
      <p class="meta">
        {story.question && <strong>{say(`question.state.${story.question}`)}</strong>}
        <PersonLink person={story.author} />
        {story.place && <span>{story.place}</span>}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {story.publishedAt && <Time frame={frame} date={story.publishedAt} />}
      </p>
    </article>
  );
}

export interface TryCardData {
  href: string;
  author: PersonRef;
  place?: string;
  ageMin: number | null;
  ageMax: number | null;
  levelLabel?: string;
  /** who can read it, when that is not everyone */
  inside?: string;
  verdict: Verdict | null;
  lang: string;
  changed: string;
  happened?: string;
  /** a small table of what was counted */
  evidence?: readonly EvidenceTable[];
  /** what was tried: named where the card stands away from it */
  of?: { title: string; href?: string; lang?: string };
  publishedAt?: Date | null;
  /** what was told has been changed since */
  editedAt?: Date | null;
}

/** What became of an idea in another classroom: the verdict in words, who and where, what was changed. */
export function TryCard({ frame, attempt }: { frame: Frame; attempt: TryCardData }) {
  const { say } = frame;
  const ages = agesText(say, attempt.ageMin, attempt.ageMax, attempt.levelLabel);
  return (
    <article class="try-card">
      <p class="try-head">
        <PersonLink person={attempt.author} avatar />
        {attempt.verdict && <VerdictMark say={say} verdict={attempt.verdict} />}
      </p>
      {attempt.of && (
        <p class="try-of">
          {say('card.tried')}{' '}
          <cite lang={attempt.of.lang} dir="auto">
            {attempt.of.href ? <a href={attempt.of.href}>{attempt.of.title}</a> : attempt.of.title}
          </cite>
        </p>
      )}
      <dl class="try-words" lang={attempt.lang} dir="auto">
        {attempt.changed && (
          <div>
            <dt lang={frame.lang}>{say('card.changed')}</dt>
            <dd>{attempt.changed}</dd>
          </div>
        )}
        {attempt.happened && (
          <div>
            <dt lang={frame.lang}>{say('card.happened')}</dt>
            <dd>{attempt.happened}</dd>
          </div>
        )}
      </dl>
      {attempt.evidence?.map((table) => (
        <details key={table.caption} class="try-table">
          <summary>{table.caption || say('table.small')}</summary>
          <EvidenceTableView frame={frame} table={table} lang={attempt.lang} id={attempt.href} />
        </details>
      ))}
      <p class="meta">
        {attempt.inside && <span>{attempt.inside}</span>}
        {attempt.place && <span>{attempt.place}</span>}
        {ages && <span>{ages}</span>}
        {attempt.publishedAt && <Time frame={frame} date={attempt.publishedAt} />}
        {attempt.editedAt && <span>{say('card.edited', { date: dateText(frame, attempt.editedAt) })}</span>}
        <a href={attempt.href}>{say('card.open-try')}</a>
      </p>
    </article>
  );
}
