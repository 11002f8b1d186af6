import type { StoryPage as Data } from '../../server/reads/story-page.ts';
import type { ThreadReplies } from '../../server/reads/thread-replies.ts';
import { DoorPanel } from '../account/door-panel.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton, RemoteLink } from '../kit/link.tsx';
import { Panel, WithSide } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { shownHost, webUrl } from '../kit/web-url.ts';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { AppreciatedBy } from './appreciated-by.tsx';
import { Busy } from './busy.tsx';
import { Conversation, type ReplyBox } from './conversation.tsx';
import { isFlashBelow } from './flash-below.ts';
import { Inside } from './inside.tsx';
import { QuotedBy } from './quoted-by.tsx';
import { placeName, workPath } from './refs.ts';
import { EditOrTakeBack, FromOwnServer, PassOn } from './side-panels.tsx';
import { StoryBody } from './story-body.tsx';
import { storyFacts } from './story-facts.ts';
import { TriedElsewhere } from './tried-elsewhere.tsx';
import type { TriesAsked } from './tries-shown.ts';

interface StoryPageProps {
  frame: Frame;
  data: Data;
  talk: ThreadReplies;
  box: ReplyBox | null;
  /** instead of the box: that its author’s door is closed */
  resting: string | null;
  /** the page of the tries that is shown */
  tries: TriesAsked;
}

/** A story, ours or from elsewhere, with the way it went and what was said about it. */
export function StoryPage({ frame, data, talk, box, resting, tries }: StoryPageProps) {
  const { say } = frame;
  const { work, author, coAuthors, builtOn, thread, photos } = data;
  const isOurs = author.host === null;
  return (
    <Layout
      frame={frame}
      title={work.title || say('story.untitled')}
      description={work.audience === 'everyone' ? work.gist : undefined}
      head={
        isOurs
          ? storyFacts(frame, work, {
              authors: [author, ...coAuthors],
              photos,
              builtOn: data.builtOn.filter(({ leaves }) => leaves).map(({ uri }) => uri),
            })
          : { robots: 'noindex' }
      }
      wide
      flashBelow={isFlashBelow(frame, talk, thread)}
    >
      {!isOurs && <FromElsewhere frame={frame} data={data} />}
      <WithSide
        label={say('story.side')}
        side={<Side frame={frame} data={data} resting={resting !== null} />}
        after={
          <>
            <TriedElsewhere
              frame={frame}
              thread={thread}
              origin={{ who: author.name || author.handle, where: placeName(frame, author) }}
              of={{ uri: work.uri, path: workPath(work, author) }}
              shown={tries}
              isAuthor={data.isAuthor}
            />
            <Conversation
              frame={frame}
              talk={talk}
              path={workPath(work, author)}
              box={box}
              isAuthor={data.isAuthor}
            />
            {resting && <p class="muted">{resting}</p>}
            {data.isAuthor && <DoorPanel frame={frame} />}
          </>
        }
      >
        <Inside frame={frame} audience={work.audience} author={author} />
        <StoryBody {...{ frame, work, author, coAuthors, builtOn, photos }} />
      </WithSide>
    </Layout>
  );
}

/** The line above a work of another server: whose it is, where to read the original, how old this copy is. */
export function FromElsewhere({
  frame,
  data: { work, author, photosElsewhere: count },
}: {
  frame: Frame;
  data: Data;
}) {
  const { say } = frame;
  const original = webUrl(work.url) ?? webUrl(work.uri);
  const short = work.html === '';
  return (
    <div class="banner">
      <p>
        {say('remote.from', { host: placeName(frame, author) })}
        {original && (
          <>
            {' · '}
            <RemoteLink href={original}>{say('remote.original')}</RemoteLink>
          </>
        )}
        {work.fetchedAt && <> · {say('remote.fetched', { date: dateText(frame, work.fetchedAt) })}</>}
      </p>
      {count > 0 && original && (
        <p>
          <RemoteLink href={original}>{say('photos.elsewhere')}</RemoteLink>
        </p>
      )}
      {short && <p>{say('remote.short')}</p>}
      {short && <ButtonForm action={paths.fetchAgain(work.id)} label={say('remote.again')} kind="quiet" />}
    </div>
  );
}

/** What can be done with it: for its author, for colleagues, for everybody else. */
function Side({ frame, data, resting }: { frame: Frame; data: Data; resting: boolean }) {
  const { say, viewer } = frame;
  const { work, author, isAuthor, isPlanned } = data;
  const address = webUrl(work.url) ?? webUrl(work.uri);
  if (isAuthor) return <AuthorSide frame={frame} data={data} />;
  return (
    <>
      {viewer ? (
        <Panel tone="light" title={say('story.try')} id="try-it">
          <p>{say('story.try.help', { name: author.name || author.handle })}</p>
          <LinkButton
            href={isPlanned ? paths.tries() : paths.plan(work.uri)}
            label={say(isPlanned ? 'story.planned' : 'story.plan')}
            icon="calendar"
            kind={isPlanned ? 'plain' : 'primary'}
          />
          <LinkButton
            href={paths.tried(work.uri)}
            label={say('story.i-tried')}
            icon="pen-line"
            kind="plain"
          />
          {!resting && (
            <LinkButton
              href={paths.thanks(work.uri)}
              label={say('thanks.say')}
              icon="hand-heart"
              kind="quiet"
            />
          )}
        </Panel>
      ) : (
        <FromOwnServer
          frame={frame}
          id="try-it"
          title={say('story.try-elsewhere')}
          uri={work.uri}
          address={address}
          here={say('story.try-here')}
        />
      )}
      {viewer && work.audience === 'everyone' && address && (
        <PassOn
          frame={frame}
          address={address}
          help={say('story.pass-on.help')}
          label={author.host === null ? undefined : shownHost(address)}
        />
      )}
      <GuardLinks
        frame={frame}
        author={author}
        uri={work.uri}
        workId={work.host === null ? work.id : undefined}
      />
    </>
  );
}

function AuthorSide({ frame, data: { work, quotes, authorSide } }: { frame: Frame; data: Data }) {
  const { say } = frame;
  const address = work.audience === 'everyone' ? webUrl(work.url) : null;
  return (
    <>
      {authorSide && (
        <Panel title={say('story.yours')} id="yours">
          <EditOrTakeBack frame={frame} edit={paths.writeStory(work.id)} takeBack={paths.takeBack(work.id)} />
        </Panel>
      )}
      {address && <PassOn frame={frame} address={address} help={say('story.pass-on.yours')} />}
      {authorSide && <Busy frame={frame} root={work} isHandedOver={authorSide.isHandedOver} />}
      {authorSide && <AppreciatedBy frame={frame} appreciated={authorSide.appreciated} />}
      <QuotedBy frame={frame} workId={work.id} quotes={quotes} />
    </>
  );
}
