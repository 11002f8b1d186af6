import { editedAt } from '../../server/domain/adaptation.ts';
import type { ThreadReplies } from '../../server/reads/thread-replies.ts';
import type { TryPage as Data } from '../../server/reads/try-page.ts';
import { Copyable } from '../kit/copyable.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import type { HeadFacts } from '../kit/head.tsx';
import { Layout } from '../kit/layout.tsx';
import { LinkButton, RemoteLink } from '../kit/link.tsx';
import { PageHead, Panel, WithSide } from '../kit/panel.tsx';
import { Avatar, PersonLink } from '../kit/person-link.tsx';
import { dateText, Time } from '../kit/time.tsx';
import { VerdictMark } from '../kit/verdict.tsx';
import { webUrl } from '../kit/web-url.ts';
import { agesText, subjectNames } from '../kit/words.ts';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { AppreciatedBy } from '../stories/appreciated-by.tsx';
import { Busy } from '../stories/busy.tsx';
import { Conversation, type ReplyBox } from '../stories/conversation.tsx';
import { isFlashBelow } from '../stories/flash-below.ts';
import { Inside } from '../stories/inside.tsx';
import { personRef, placeName, tryPath } from '../stories/refs.ts';
import { EditOrTakeBack } from '../stories/side-panels.tsx';
import { OtherLanguages, ParentLink } from '../stories/story-body.tsx';
import { headFacts } from '../stories/story-facts.ts';
import { TriedElsewhere } from '../stories/tried-elsewhere.tsx';
import type { TriesAsked } from '../stories/tries-shown.ts';
import { TryAnswers } from './try-answers.tsx';

interface TryPageProps {
  frame: Frame;
  data: Data;
  talk: ThreadReplies;
  box: ReplyBox | null;
  /** instead of the box: that its author’s door is closed */
  resting: string | null;
  /** the page of the tries of it that is shown */
  tries: TriesAsked;
}

/** What became of an idea in one classroom, in full. */
export function TryPage({ frame, data, talk, box, resting, tries }: TryPageProps) {
  const { say } = frame;
  const { adaptation, author, of, thread } = data;
  const name = author.name || author.handle;
  const edited = editedAt(adaptation);
  const title =
    of.title === null ? say('try-page.title', { name }) : say('try-page.title-of', { name, title: of.title });
  return (
    <Layout
      frame={frame}
      title={title}
      head={headOf(frame, data, title)}
      wide
      flashBelow={isFlashBelow(frame, talk, thread)}
    >
      <WithSide
        label={say('story.side')}
        side={<Side frame={frame} data={data} resting={resting !== null} />}
        after={
          <>
            {(thread.lineage.nodes.length + thread.held.length + thread.hidden.length > 0 ||
              tries.from > 0) && (
              <TriedElsewhere
                frame={frame}
                thread={thread}
                origin={{ who: name, where: placeName(frame, author) }}
                of={{ uri: adaptation.uri, path: tryPath(adaptation, author) }}
                shown={tries}
                isAuthor={data.isAuthor}
              />
            )}
            <Conversation
              frame={frame}
              talk={talk}
              path={tryPath(adaptation, author)}
              box={box}
              isAuthor={data.isAuthor}
            />
            {resting && <p class="muted">{resting}</p>}
          </>
        }
      >
        <Inside frame={frame} audience={adaptation.audience} author={author} />
        <article class="story">
          <PageHead
            title={say('try-page.title', { name })}
            kicker={
              <>
                {say('card.tried')} <ParentLink frame={frame} parent={of} />
              </>
            }
          >
            <div class="byline">
              <Avatar person={author} />
              <div>
                <p class="byline-names">
                  <PersonLink person={personRef(frame, author)} />
                </p>
                <p class="meta">
                  <bdi>{placeName(frame, author)}</bdi>
                  {adaptation.publishedAt && <Time frame={frame} date={adaptation.publishedAt} />}
                  {edited && <span>{say('card.edited', { date: dateText(frame, edited) })}</span>}
                  {[
                    agesText(say, adaptation.ageMin, adaptation.ageMax),
                    ...subjectNames(say, adaptation.subjects),
                  ]
                    .filter((fact) => fact !== '')
                    .map((fact) => (
                      <span key={fact}>{fact}</span>
                    ))}
                </p>
              </div>
            </div>
            {adaptation.verdict && <VerdictMark say={say} verdict={adaptation.verdict} />}
          </PageHead>
          <OtherLanguages frame={frame} lines={adaptation.gistOther} />
          <TryAnswers frame={frame} adaptation={adaptation} />
        </article>
      </WithSide>
    </Layout>
  );
}

function headOf(frame: Frame, { adaptation, author }: Data, title: string): HeadFacts {
  if (adaptation.audience !== 'everyone' || author.host !== null) return { robots: 'noindex' };
  const description = adaptation.changed || adaptation.happened;
  return headFacts(frame, author, { ...adaptation, path: tryPath(adaptation, author), title, description });
}

function Side({ frame, data, resting }: { frame: Frame; data: Data; resting: boolean }) {
  const { say, viewer } = frame;
  const { adaptation, author, isAuthor } = data;
  const address =
    adaptation.audience === 'everyone' ? (webUrl(adaptation.url) ?? webUrl(adaptation.uri)) : null;
  return (
    <>
      {isAuthor && (
        <Panel title={say('try-page.yours')} id="yours">
          <ButtonForm
            action={paths.storyOfTry(adaptation.id)}
            label={say('try-page.make-story')}
            icon="notebook-pen"
          />
          <p class="hint">{say('try-page.make-story.help')}</p>
          <EditOrTakeBack
            frame={frame}
            edit={paths.editTry(adaptation.id)}
            takeBack={paths.takeBackTry(adaptation.id)}
            label={say('try-page.edit')}
          />
        </Panel>
      )}
      {data.authorSide && (
        <>
          <Busy frame={frame} root={adaptation} isHandedOver={data.authorSide.isHandedOver} />
          <AppreciatedBy frame={frame} appreciated={data.authorSide.appreciated} />
        </>
      )}
      {viewer && !isAuthor && (
        <Panel tone="light" title={say('story.try')} id="try-it">
          <p>{say('try-page.try.help')}</p>
          <LinkButton href={paths.tried(adaptation.uri)} label={say('story.i-tried')} icon="pen-line" />
          {!resting && (
            <LinkButton
              href={paths.thanks(adaptation.uri)}
              label={say('thanks.say')}
              icon="hand-heart"
              kind="quiet"
            />
          )}
        </Panel>
      )}
      {!viewer && author.host === null && (
        <Panel tone="light" title={say('story.try-elsewhere')} id="try-it">
          <LinkButton
            href={paths.interact(adaptation.uri)}
            label={say('interact.open')}
            icon="external-link"
          />
        </Panel>
      )}
      {address && (
        <Panel title={say('story.pass-on')} id="pass-on">
          {author.host === null ? (
            <Copyable label={say('story.address')} text={address} />
          ) : (
            <RemoteLink href={address}>{say('remote.original')}</RemoteLink>
          )}
        </Panel>
      )}
      <GuardLinks frame={frame} author={author} uri={adaptation.uri} />
    </>
  );
}
