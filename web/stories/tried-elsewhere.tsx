import { shownTry } from '../../server/actions/outside-stops.ts';
import type { Told } from '../../server/reads/lineage.ts';
import type { StoryThread, TryCard as Waiting } from '../../server/reads/story-thread.ts';
import { StoryCard, TryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { LineageStrip } from '../kit/lineage-strip.tsx';
import { Pager } from '../kit/pager.tsx';
import { Panel, Part } from '../kit/panel.tsx';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { WhyHeld } from '../moderation/why-held.tsx';
import { paths } from '../paths.ts';
import { builtCard, countedCard, doorsOf, flatLineage, toldAnchor } from './lineage-refs.ts';
import { tryCard } from './refs.ts';
import { OtherLanguages } from './story-body.tsx';

interface TriedElsewhereProps {
  frame: Frame;
  thread: StoryThread;
  /** where it began */
  origin: { who: string; where: string };
  /** what was tried */
  of: { uri: string; path: string };
  /** the page of the tries that is shown */
  shown: { from: number; like: boolean };
  /** the reader wrote it */
  isAuthor: boolean;
}

/** The way of an idea through other classrooms: the strip of doors, then each try in full. */
export function TriedElsewhere({ frame, thread, origin, of, shown, isAuthor }: TriedElsewhereProps) {
  const { say } = frame;
  const { nodes, next } = thread.lineage;
  const told = flatLineage(nodes).flatMap(({ node }) => (node.told ? [node.told] : []));
  const page = (from: number) => paths.triesOf(of.path, { from, like: shown.like });
  return (
    <Part title={say('story.tried')} id="tried">
      <HeldTries frame={frame} cards={thread.held} />
      {told.length === 0 && shown.from === 0 ? (
        <Empty
          drawing="paper-planes"
          text={say(isAuthor ? 'story.tried.none-yours' : 'story.tried.none')}
          action={
            frame.viewer && !isAuthor
              ? { href: paths.tried(of.uri), label: say('story.i-tried'), icon: 'pen-line' }
              : undefined
          }
        />
      ) : (
        <>
          <LineageStrip
            frame={frame}
            origin={origin}
            doors={doorsOf(frame, nodes)}
            more={next !== null || shown.from > 0}
          />
          <p class="row lineage-links">
            <a href={paths.lineage(of.path)}>{say('lineage.whole')}</a>
            {frame.viewer && (told.length > 1 || shown.like) && (
              <a href={paths.triesOf(of.path, { like: !shown.like })}>
                {say(shown.like ? 'lineage.oldest-first' : 'lineage.like-mine')}
              </a>
            )}
          </p>
          <ul class="card-list tries">
            {told.map((one) => (
              <li key={toldAnchor(one)} id={toldAnchor(one)}>
                <ToldCard frame={frame} told={one} />
              </li>
            ))}
          </ul>
          <Pager
            say={say}
            newer={shown.from > 0 ? page(0) : null}
            older={next === null ? null : page(next)}
            labels={{ newer: say('lineage.first'), older: say('lineage.next') }}
          />
        </>
      )}
    </Part>
  );
}

/** One stop in full: a try, a reply that counts as one, or a story that came of it. */
function ToldCard({ frame, told }: { frame: Frame; told: Told }) {
  switch (told.kind) {
    case 'try':
      return (
        <>
          <TryCard frame={frame} attempt={tryCard(frame, told)} />
          <OtherLanguages frame={frame} lines={told.adaptation.gistOther} />
        </>
      );
    case 'reply':
      return <TryCard frame={frame} attempt={countedCard(frame, told)} />;
    case 'work':
      return <StoryCard frame={frame} story={builtCard(frame, told)} />;
  }
}

/** For the author alone: tries from servers that have not told us anything before. */
function HeldTries({ frame, cards }: { frame: Frame; cards: readonly Waiting[] }) {
  if (cards.length === 0) return null;
  const { say } = frame;
  return (
    <Panel title={say('held.tries')} tone="light" id="held-tries" level={3}>
      <p>{say('held.help')}</p>
      <ul class="card-list">
        {cards.map((card) => (
          <li key={card.adaptation.id}>
            <TryCard frame={frame} attempt={tryCard(frame, card)} />
            {card.adaptation.host !== null && <WhyHeld frame={frame} thing={shownTry(card.adaptation)} />}
            <ShowOrHide frame={frame} id={card.adaptation.id} />
            <GuardLinks frame={frame} author={card.author} uri={card.adaptation.uri} block />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The author's decision about something that waits. */
export function ShowOrHide({ frame: { say }, id }: { frame: Frame; id: string }) {
  return (
    <div class="row">
      <ButtonForm action={paths.showReply(id)} label={say('held.show')} icon="eye" />
      <ButtonForm action={paths.hideReply(id)} label={say('held.hide')} icon="x" kind="quiet" />
    </div>
  );
}
