import type { TryCard as Card, StoryThread } from '../../server/reads/story-thread.ts';
import { TryCard } from '../kit/card.tsx';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { LineageStrip } from '../kit/lineage-strip.tsx';
import { Panel, Part } from '../kit/panel.tsx';
import { GuardLinks } from '../moderation/guard-links.tsx';
import { paths } from '../paths.ts';
import { doorsOf, tryAnchor, tryCard } from './refs.ts';
import { OtherLanguages } from './story-body.tsx';

interface TriedElsewhereProps {
  frame: Frame;
  thread: StoryThread;
  /** where it began */
  origin: { who: string; where: string };
  /** the lasting address of what was tried */
  uri: string;
  /** the reader wrote it */
  isAuthor: boolean;
}

/** The way of an idea through other classrooms: the strip of doors, then each try in full. */
export function TriedElsewhere({ frame, thread, origin, uri, isAuthor }: TriedElsewhereProps) {
  const { say } = frame;
  const cards = flat(thread.tries);
  return (
    <Part title={say('story.tried')} id="tried">
      <HeldTries frame={frame} cards={thread.held.tries} />
      {cards.length === 0 ? (
        <Empty
          drawing="paper-planes"
          text={say(isAuthor ? 'story.tried.none-yours' : 'story.tried.none')}
          action={
            frame.viewer && !isAuthor
              ? { href: paths.tried(uri), label: say('story.i-tried'), icon: 'pen-line' }
              : undefined
          }
        />
      ) : (
        <>
          <LineageStrip frame={frame} origin={origin} doors={doorsOf(frame, thread.tries)} />
          <ul class="card-list tries">
            {cards.map((card) => (
              <li key={card.adaptation.id} id={tryAnchor(card.adaptation)}>
                <TryCard frame={frame} attempt={tryCard(frame, card)} />
                <OtherLanguages frame={frame} lines={card.adaptation.gistOther} />
              </li>
            ))}
          </ul>
          {thread.triesTotal > thread.tries.length && (
            <p class="muted">{say('story.tried.more', { count: thread.triesTotal })}</p>
          )}
        </>
      )}
    </Part>
  );
}

/** Every try, each after the one that it followed. */
function flat(cards: readonly Card[]): Card[] {
  return cards.flatMap((card) => [card, ...flat(card.tries)]);
}

/** For the author alone: tries from servers that have not told us anything before. */
function HeldTries({ frame, cards }: { frame: Frame; cards: readonly Card[] }) {
  if (cards.length === 0) return null;
  const { say } = frame;
  return (
    <Panel title={say('held.tries')} tone="light" id="held-tries" level={3}>
      <p>{say('held.help')}</p>
      <ul class="card-list">
        {cards.map((card) => (
          <li key={card.adaptation.id}>
            <TryCard frame={frame} attempt={tryCard(frame, card)} />
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
