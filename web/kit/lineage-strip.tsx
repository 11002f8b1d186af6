import type { Verdict } from '../../server/domain/vocabulary.ts';
import { Door, swing } from './door.tsx';
import type { Frame } from './frame.ts';
import { VerdictMark } from './verdict.tsx';

/** One classroom that an idea went through. */
export interface LineageDoor {
  id: string;
  /** the page of the try or work; absent when there is none to open */
  href?: string;
  /** the name of who tried it */
  who: string;
  /** the word below the door: district, town or country; the host for others */
  where: string;
  /** "Grade 5 · ages 10–11" */
  ages?: string;
  verdict: Verdict | null;
  /** the first sentence of what was changed, or of what happened when nothing was */
  changed: string;
  /** `changed` says what happened */
  happened?: boolean;
  /** the language of `changed` */
  lang: string;
  /** 1 for a try of the work itself, 2 for a try of a try … */
  depth: number;
  /** whose version was tried, where that is not the first author's */
  after?: string;
  /** a story of its own came of it */
  story?: boolean;
  /** its own server has not said so yet */
  unconfirmed?: boolean;
  /** taken back or not known here: no words and no name, the door stays for what hangs on it */
  empty?: boolean;
}

/** Wider where it worked; even "not here – yet" is a door ajar. */
export const OPENING: Record<Verdict, number> = {
  worked: 58,
  partly: 40,
  'not-yet': 22,
};

interface LineageStripProps {
  frame: Frame;
  /** where it began: the first door */
  origin: { who: string; where: string };
  /** oldest first, each try after the one that it followed */
  doors: readonly LineageDoor[];
  /** there are other pages of them */
  more?: boolean;
}

/** The way of an idea: doors in a row, joined by a line, each opening to what was changed there. */
export function LineageStrip({ frame, origin, doors, more }: LineageStripProps) {
  const { say } = frame;
  return (
    <ol
      class="lineage"
      aria-label={more ? say('lineage.label-page') : say('lineage.label', { count: doors.length })}
    >
      <li class="lineage-door origin">
        <div class="lineage-head">
          <Door angle={70} />
          <span class="lineage-where">{origin.where}</span>
          <span class="lineage-who">{say('lineage.origin', { who: origin.who })}</span>
        </div>
      </li>
      {doors.map((door) => (
        <li key={door.id} class={`lineage-door depth-${Math.min(Math.max(door.depth, 1), 4)}`}>
          {door.empty ? (
            <div class="lineage-head">
              <Door angle={0} />
              <span class="lineage-who">{say('lineage.empty')}</span>
            </div>
          ) : (
            <details>
              <summary class="lineage-head">
                <Door angle={(door.verdict ? OPENING[door.verdict] : 30) + swing(door.id)} />
                <span class="lineage-where">
                  <bdi>{door.where}</bdi>
                </span>
                <span class="lineage-who">
                  <bdi>
                    {door.after ? say('lineage.after', { who: door.who, other: door.after }) : door.who}
                  </bdi>
                </span>
                {door.verdict && <VerdictMark say={say} verdict={door.verdict} />}
                {door.story && <span>{say('lineage.story')}</span>}
                {door.unconfirmed && <span class="lineage-who">{say('lineage.unconfirmed')}</span>}
                <span class="lineage-more">
                  {say(door.story ? 'lineage.more-story' : door.happened ? 'card.happened' : 'lineage.more')}
                </span>
              </summary>
              <DoorWords frame={frame} door={door} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function DoorWords({ frame: { say }, door }: { frame: Frame; door: LineageDoor }) {
  return (
    <div class="lineage-words">
      <p lang={door.lang} dir="auto">
        {door.changed}
      </p>
      <p class="meta">
        {door.ages && <span>{door.ages}</span>}
        {door.href && <a href={door.href}>{say('lineage.open', { who: door.who })}</a>}
      </p>
    </div>
  );
}
