import type { Actor } from '../../server/domain/actor.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import type { Work } from '../../server/domain/work.ts';
import type { Parent } from '../../server/reads/story-page.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import type { Frame } from '../kit/frame.ts';
import { Icon } from '../kit/icon.tsx';
import { RemoteLink } from '../kit/link.tsx';
import { languageName, sayAny } from '../kit/messages.ts';
import { type Chip, Chips, PageHead, Panel } from '../kit/panel.tsx';
import { Avatar, People } from '../kit/person-link.tsx';
import { Prose } from '../kit/prose.tsx';
import { dateText, Time } from '../kit/time.tsx';
import { webUrl } from '../kit/web-url.ts';
import { agesText, licenceText, minutesText } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { StoryPhotos } from '../photos/story-photos.tsx';
import { focusChips, subjectChips } from '../tags/tag-link.ts';
import { personRef, placeName } from './refs.ts';

interface StoryBodyProps {
  frame: Frame;
  work: Work;
  author: Actor;
  coAuthors?: readonly Actor[];
  builtOn?: readonly Parent[];
  photos?: readonly ShownPhoto[];
}

/** A story from its title to its licence, as readers and previews show it. */
export function StoryBody({
  frame,
  work,
  author,
  coAuthors = [],
  builtOn = [],
  photos = [],
}: StoryBodyProps) {
  const { say } = frame;
  const title = work.title || say('story.untitled');
  return (
    <article class="story">
      <PageHead
        title={title}
        lang={work.lang}
        kicker={<BuiltOn frame={frame} parents={builtOn} authorId={author.id} />}
      >
        <Byline frame={frame} work={work} authors={[author, ...coAuthors]} />
        <Chips facts={factsOf(frame, work)} label={say('story.facts')} />
      </PageHead>
      {work.version > 1 && work.changeNote && (
        <p class="corrected">
          <Icon name="pen-line" />
          <span>
            {say('story.corrected', { date: dateText(frame, work.updatedAt ?? frame.now) })}{' '}
            <span lang={work.lang} dir="auto">
              {work.changeNote}
            </span>
          </span>
        </p>
      )}
      {work.gist && (
        <p class="lead gist" lang={work.lang} dir="auto">
          {work.gist}
        </p>
      )}
      <OtherLanguages frame={frame} lines={work.gistOther} />
      <Prose html={asStoredSafeHtml(work.html)} lang={work.lang} />
      <StoryPhotos photos={photos} lang={work.lang} />
      {work.whyItMatters && (
        <Panel title={say('travel.why-it-matters')} id="why-it-matters">
          <p class="serif" lang={work.lang} dir="auto">
            {work.whyItMatters}
          </p>
        </Panel>
      )}
      <StoryFoot frame={frame} work={work} />
    </article>
  );
}

/** Who wrote it, where, and when. */
export function Byline({ frame, work, authors }: { frame: Frame; work: Work; authors: readonly Actor[] }) {
  const { say } = frame;
  const [first] = authors;
  if (!first) return null;
  return (
    <div class="byline">
      <Avatar person={first} />
      <div>
        <p class="byline-names">
          <People lang={frame.lang} people={authors.map((author) => personRef(frame, author))} />
        </p>
        <p class="meta">
          {first.label === 'student-teacher' && <span>{say('label.student-teacher')}</span>}
          <bdi>{placeName(frame, first)}</bdi>
          {work.publishedAt && <Time frame={frame} date={work.publishedAt} />}
          {work.wordCount > 0 && <span>{minutesText(say, work.wordCount)}</span>}
        </p>
      </div>
    </div>
  );
}

function factsOf({ say }: Frame, work: Work): Chip[] {
  return [
    agesText(say, work.ageMin, work.ageMax, work.levelLabel),
    ...subjectChips(say, work.subjects),
    work.classSize === null ? '' : sayAny(say, `class-size.${work.classSize}`),
    ...focusChips(say, work.focus),
  ];
}

/** Lines for those who do not read the language of the text. */
export function OtherLanguages({
  frame,
  lines,
}: {
  frame: Frame;
  lines: readonly { lang: string; text: string }[];
}) {
  if (lines.length === 0) return null;
  return (
    <ul class="other-languages">
      {lines.map(({ lang, text }) => (
        <li key={lang}>
          <span class="muted">
            {frame.say('story.in-language', { language: languageName(frame.lang, lang) })}
          </span>{' '}
          <span lang={lang} dir="auto">
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StoryFoot({ frame, work }: { frame: Frame; work: Work }) {
  const { say } = frame;
  const licence = licenceText(frame, work.licence);
  const licenceUrl = webUrl(licence.url);
  const address = webUrl(work.url);
  return (
    <footer class="story-foot">
      {work.madePossibleBy && (
        <p>
          <strong>{say('travel.made-possible')}:</strong>{' '}
          <span lang={work.lang} dir="auto">
            {work.madePossibleBy}
          </span>
        </p>
      )}
      {work.tags.length > 0 && (
        <p class="muted tags">
          {work.tags.map((tag) => (
            <a key={tag} href={paths.tag(tag)} rel="tag">{`#${tag}`}</a>
          ))}
        </p>
      )}
      <p class="muted">
        {licenceUrl ? <RemoteLink href={licenceUrl}>{licence.text}</RemoteLink> : licence.text}
      </p>
      {address && (
        <p class="print-only" dir="ltr">
          {address}
        </p>
      )}
    </footer>
  );
}

function BuiltOn({
  frame,
  parents,
  authorId,
}: {
  frame: Frame;
  parents: readonly Parent[];
  authorId: string;
}) {
  if (parents.length === 0) return null;
  return (
    <>
      {frame.say(parents.every(({ isQuestion }) => isQuestion) ? 'story.answers' : 'travel.built-on')}{' '}
      {parents.map((parent, index) => (
        <span key={parent.uri}>
          {index > 0 && ' · '}
          <ParentLink frame={frame} parent={inWords(frame, parent, authorId)} />
        </span>
      ))}
    </>
  );
}

/** A try has no title of its own: “my try of …”, “a try of …”. */
function inWords({ say }: Frame, parent: Parent, authorId: string): Parent {
  if (!parent.isTry || parent.title === null) return parent;
  const title = parent.title || say('story.untitled');
  return parent.author?.id === authorId
    ? { ...parent, title: say('travel.my-try', { title }), author: null }
    : { ...parent, title: say('travel.a-try', { title }) };
}

/** What something was built on or tried: its title as a link, or what is left of it. */
export function ParentLink({ frame, parent }: { frame: Frame; parent: Parent }) {
  const { say } = frame;
  if (parent.title === null) {
    if (parent.isTakenBack)
      return <span>{say(parent.isQuestion ? 'story.question-taken-back' : 'story.parent-taken-back')}</span>;
    const address = webUrl(parent.url);
    return address ? <RemoteLink href={address} /> : <span>{say('story.parent-closed')}</span>;
  }
  // a post of pictures alone has no words
  const title = parent.title || say('story.untitled');
  if (parent.isTakenBack)
    return (
      <>
        {title} <span>({say('story.parent-taken-back.short')})</span>
      </>
    );
  const href = parent.url && hrefOf(frame, parent.url);
  const outside = webUrl(href);
  return (
    <>
      {outside ? <RemoteLink href={outside}>{title}</RemoteLink> : href ? <a href={href}>{title}</a> : title}
      {parent.author && <bdi> – {parent.author.name || parent.author.handle}</bdi>}
    </>
  );
}

/** Our own absolute addresses as paths, so that a page stays in the building by whatever name it was opened. */
export function hrefOf(frame: Pick<Frame, 'origin'>, url: string): string {
  return url.startsWith(`${frame.origin}/`) ? url.slice(frame.origin.length) : url;
}
