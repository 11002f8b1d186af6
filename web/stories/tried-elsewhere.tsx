import type { StoryThread } from '../../server/reads/story-thread.ts';
import { Empty } from '../kit/empty.tsx';
import { FlashAt } from '../kit/flash.tsx';
import type { Frame } from '../kit/frame.ts';
import { LineageStrip } from '../kit/lineage-strip.tsx';
import { Pager } from '../kit/pager.tsx';
import { Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { doorsOf, flatLineage, toldAnchor } from './lineage-refs.ts';
import { HeldPlaces, HiddenPlaces, HideIt, ToldCard } from './places.tsx';
import type { TriesAsked } from './tries-shown.ts';

interface TriedElsewhereProps {
  frame: Frame;
  thread: StoryThread;
  /** where it began */
  origin: { who: string; where: string };
  /** what was tried */
  of: { uri: string; path: string };
  /** the page of the tries that is shown */
  shown: TriesAsked;
  /** the reader wrote it */
  isAuthor: boolean;
}

/** The way of an idea through other classrooms: the strip of doors, then each try in full. */
export function TriedElsewhere({ frame, thread, origin, of, shown, isAuthor }: TriedElsewhereProps) {
  const { say } = frame;
  const { nodes, next } = thread.lineage;
  const told = flatLineage(nodes).flatMap(({ node, after }) => {
    // what was tried of a colleague's try is theirs to decide
    const isTheirs = after?.told?.author.host === null;
    return node.told ? [{ told: node.told, decides: thread.decides && !isTheirs }] : [];
  });
  const page = (from: number) => paths.triesOf(of.path, { from, like: shown.like });
  return (
    <Part title={say('story.tried')} id="tried">
      <HeldPlaces frame={frame} held={thread.held} />
      {told.length === 0 && shown.from === 0 && next === null ? (
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
            {shown.mine && (told.length > 1 || shown.like) && (
              <a href={paths.triesOf(of.path, { like: !shown.like })}>
                {say(shown.like ? 'lineage.oldest-first' : 'lineage.like-mine')}
              </a>
            )}
          </p>
          <ul class="card-list tries">
            {told.map(({ told: one, decides }) => (
              <li key={toldAnchor(one)} id={toldAnchor(one)}>
                <FlashAt frame={frame} id={toldAnchor(one)} />
                <ToldCard frame={frame} told={one} />
                {decides && <HideIt frame={frame} told={one} />}
              </li>
            ))}
          </ul>
          <Pager
            say={say}
            newer={shown.from > 0 ? page(0) : null}
            older={next === null ? null : page(next)}
            labels={{ newer: say('lineage.first'), older: say('lineage.next') }}
          />
          {!thread.lineage.whole && (
            <p class="muted">
              {say('lineage.more-below')} <a href={paths.lineage(of.path)}>{say('lineage.whole')}</a>
            </p>
          )}
        </>
      )}
      <HiddenPlaces frame={frame} hidden={thread.hidden} />
    </Part>
  );
}
