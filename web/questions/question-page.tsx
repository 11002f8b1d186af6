import { isClosed, stateOf } from '../../server/domain/question.ts';
import type { CallState } from '../../server/domain/vocabulary.ts';
import type { StoryPage as Data } from '../../server/reads/story-page.ts';
import type { ThreadReplies } from '../../server/reads/thread-replies.ts';
import type { WorkCard } from '../../server/reads/work-cards.ts';
import { escapeHtml } from '../../server/text/markdown.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { DoorPanel } from '../account/door-panel.tsx';
import { StoryCard } from '../kit/card.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { LinkButton } from '../kit/link.tsx';
import { CardList, Chips, PageHead, Panel, Part, WithSide } from '../kit/panel.tsx';
import { Prose } from '../kit/prose.tsx';
import { webUrl } from '../kit/web-url.ts';
import { agesText } from '../kit/words.ts';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { AppreciatedBy } from '../stories/appreciated-by.tsx';
import { Busy } from '../stories/busy.tsx';
import { Conversation, type ReplyBox } from '../stories/conversation.tsx';
import { isFlashBelow } from '../stories/flash-below.ts';
import { HeldPlaces, HiddenPlaces } from '../stories/places.tsx';
import { storyCard, workPath } from '../stories/refs.ts';
import { EditOrTakeBack, FromOwnServer, PassOn } from '../stories/side-panels.tsx';
import { Byline, OtherLanguages } from '../stories/story-body.tsx';
import { workFacts } from '../stories/story-facts.ts';
import { FromElsewhere } from '../stories/story-page.tsx';
import { subjectChips } from '../tags/tag-link.ts';

interface QuestionPageProps {
  frame: Frame;
  data: Data;
  talk: ThreadReplies;
  /** stories that answer it */
  stories: readonly WorkCard[];
  box: ReplyBox | null;
  /** instead of the box: that its author’s door is closed */
  resting: string | null;
}

/** A question, ours or from elsewhere, and everything that was answered. */
export function QuestionPage({ frame, data, talk, stories, box, resting }: QuestionPageProps) {
  const { say } = frame;
  const { work, author } = data;
  const isOurs = author.host === null;
  const nothing = stories.length === 0 && talk.replies.length === 0 && talk.held.length === 0;
  return (
    <Layout
      frame={frame}
      title={work.title || say('question.state.unknown')}
      description={work.audience === 'everyone' ? work.gist : undefined}
      head={isOurs ? workFacts(frame, work, author) : { robots: 'noindex' }}
      wide
      flashBelow={isFlashBelow(frame, talk)}
    >
      {!isOurs && <FromElsewhere frame={frame} data={data} />}
      <WithSide
        label={say('question.side')}
        side={<Side frame={frame} data={data} resting={resting} />}
        after={
          <>
            <HeldPlaces frame={frame} held={data.thread.held} />
            {stories.length > 0 && (
              <Part title={say('question.stories')} id="stories">
                <CardList>
                  {stories.map((card) => (
                    <StoryCard key={card.id} frame={frame} story={storyCard(frame, card)} />
                  ))}
                </CardList>
              </Part>
            )}
            <HiddenPlaces frame={frame} hidden={data.thread.hidden} />
            {nothing && <p class="serif muted">{say('question.none')}</p>}
            <Conversation
              frame={frame}
              talk={talk}
              path={workPath(work, author)}
              box={box}
              isAuthor={data.isAuthor}
              isQuestion
            />
            {resting && <p class="muted">{resting}</p>}
            {data.isAuthor && <DoorPanel frame={frame} />}
          </>
        }
      >
        {isOurs && work.audience !== 'everyone' && <p class="kicker inside">{say('story.inside')}</p>}
        <Body frame={frame} data={data} />
      </WithSide>
    </Layout>
  );
}

function Body({ frame, data: { work, author } }: Pick<QuestionPageProps, 'frame' | 'data'>) {
  const { say } = frame;
  // the title is the beginning of the text: a short question would stand there twice
  const isWhole = work.html === `<p>${escapeHtml(work.title)}</p>`;
  const facts = [agesText(say, work.ageMin, work.ageMax), ...subjectChips(say, work.subjects)];
  return (
    <article class="story">
      <PageHead title={work.title} lang={work.lang} kicker={say(`question.state.${stateOf(work)}`)}>
        <Byline frame={frame} work={work} authors={[author]} />
        <Chips facts={facts} label={say('story.facts')} />
      </PageHead>
      {!isWhole && <Prose html={asStoredSafeHtml(work.html)} lang={work.lang} />}
      <OtherLanguages frame={frame} lines={work.gistOther} />
    </article>
  );
}

/** What can be done with it: for its author, for colleagues, for everybody else. */
function Side({ frame, data, resting }: Pick<QuestionPageProps, 'frame' | 'data' | 'resting'>) {
  const { say, viewer } = frame;
  const { work, author, isAuthor } = data;
  if (isAuthor) return <AuthorSide frame={frame} data={data} />;
  const address = webUrl(work.url) ?? webUrl(work.uri);
  return (
    <>
      {isClosed(work) ? (
        <Panel tone="light" title={say('question.state.closed')} id="answer-it">
          <p>{say('question.closed', { name: author.name || author.handle })}</p>
        </Panel>
      ) : viewer ? (
        <Panel tone="light" title={say('question.answer-it')} id="answer-it">
          <p>{say('question.answer-it.help')}</p>
          {!resting && <LinkButton href="#say" label={say('question.send-answer')} icon="message-circle" />}
          <LinkButton
            href={paths.newStory({ answers: work.uri })}
            label={say('question.with-story')}
            icon="notebook-pen"
            kind="plain"
          />
        </Panel>
      ) : (
        <FromOwnServer
          frame={frame}
          id="answer-it"
          title={say('question.answer-elsewhere')}
          uri={work.uri}
          address={address}
          here={say('question.answer-here')}
        />
      )}
      <GuardLinks frame={frame} author={author} uri={work.uri} />
    </>
  );
}

/** What its author can say of it, in the order in which a question goes. */
const NEXT: Readonly<Record<CallState, readonly CallState[]>> = {
  open: ['answered', 'closed'],
  answered: ['open', 'closed'],
  closed: ['open'],
};

function AuthorSide({ frame, data: { work, authorSide } }: Pick<QuestionPageProps, 'frame' | 'data'>) {
  const { say } = frame;
  const address = work.audience === 'everyone' ? webUrl(work.url) : null;
  return (
    <>
      <Panel title={say('question.yours')} id="yours">
        {!isClosed(work) && <p>{say('question.yours.help')}</p>}
        {NEXT[stateOf(work)].map((state) => (
          <ButtonForm
            key={state}
            action={paths.questionState(work.id)}
            fields={{ state }}
            label={say(`question.mark.${state}`)}
          />
        ))}
        <EditOrTakeBack frame={frame} edit={paths.editQuestion(work.id)} takeBack={paths.takeBack(work.id)} />
      </Panel>
      {address && <PassOn frame={frame} address={address} help={say('question.pass-on')} />}
      {authorSide && <Busy frame={frame} root={work} isHandedOver={authorSide.isHandedOver} />}
      {authorSide && <AppreciatedBy frame={frame} appreciated={authorSide.appreciated} />}
    </>
  );
}
