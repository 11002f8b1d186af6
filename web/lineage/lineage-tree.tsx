import { VERDICTS } from '../../server/domain/vocabulary.ts';
import type { LineageNode } from '../../server/reads/lineage.ts';
import { Door } from '../kit/door.tsx';
import type { Frame } from '../kit/frame.ts';
import { OPENING } from '../kit/lineage-strip.tsx';
import { nameOf } from '../stories/lineage-refs.ts';
import { placeName } from '../stories/refs.ts';
import { layoutTree, type Spot } from './layout-tree.ts';

const COLUMN = 250;
const ROW = 88;
const MARGIN = 12;
const DOOR_WIDTH = 48;
/** beside a door, where a wide letter takes the place of two */
const LETTERS = 19;
const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

type At = Spot<LineageNode>;
const x = ({ column }: Pick<At, 'column'>) => MARGIN + column * COLUMN;
const y = ({ row }: Pick<At, 'row'>) => MARGIN + row * ROW;

/** The whole way of an idea as a tree of doors, from left to right. What it says stands in words beside it. */
export function LineageTree({ frame, origin, uri }: { frame: Frame; origin: LineageNode; uri: string }) {
  const { say } = frame;
  const { spots, columns, rows } = layoutTree(origin);
  const width = columns * COLUMN + MARGIN;
  const height = rows * ROW + MARGIN;
  return (
    <section class="lineage-tree" tabindex={0} aria-label={say('lineage.tree', { count: spots.length - 1 })}>
      <svg
        role="img"
        aria-label={say('lineage.tree', { count: spots.length - 1 })}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        <defs>
          {VERDICTS.map((verdict) => (
            <g key={verdict} id={`door-${verdict}`}>
              <Door angle={OPENING[verdict]} />
            </g>
          ))}
          <g id="door-told">
            <Door angle={30} />
          </g>
          <g id="door-empty">
            <Door angle={0} />
          </g>
          <g id="door-origin" class="origin">
            <Door angle={70} />
          </g>
        </defs>
        {spots.map((spot) => spot.parent && <Step key={spot.node.uri} spot={spot} parent={spot.parent} />)}
        {spots.map((spot) => (
          <Stop key={spot.node.uri} frame={frame} spot={spot} isHere={spot.node.uri === uri} />
        ))}
      </svg>
    </section>
  );
}

/** The line from one stop to the next; broken while its own server has not said so. */
function Step({ spot, parent }: { spot: At; parent: At }) {
  const floor = 38;
  const from = { x: x(parent) + DOOR_WIDTH, y: y(parent) + floor };
  const to = { x: x(spot), y: y(spot) + floor };
  const middle = to.x - 24;
  return (
    <path
      class={spot.node.confirmed ? 'step' : 'step unconfirmed'}
      d={`M${from.x} ${from.y}H${middle}V${to.y}H${to.x}`}
    />
  );
}

function Stop({ frame, spot, isHere }: { frame: Frame; spot: At; isHere: boolean }) {
  const { told } = spot.node;
  const left = x(spot);
  const top = y(spot);
  const verdict = told?.kind === 'try' ? told.adaptation.verdict : null;
  const door = spot.parent === null && told ? 'origin' : told === null ? 'empty' : (verdict ?? 'told');
  return (
    <g class={isHere ? 'stop here' : 'stop'}>
      <use href={`#door-${door}`} x={left} y={top} />
      {told && (
        <>
          <text class="where" x={left + DOOR_WIDTH + 8} y={top + 22}>
            {short(placeName(frame, told.author))}
          </text>
          <text class="who" x={left + DOOR_WIDTH + 8} y={top + 56}>
            {short(nameOf(told))}
          </text>
          {verdict && (
            <text class="who" x={left + DOOR_WIDTH + 8} y={top + 72}>
              {frame.say(`verdict.${verdict}`)}
            </text>
          )}
        </>
      )}
    </g>
  );
}

function short(text: string): string {
  const letters = [...text];
  let room = LETTERS;
  const fits = letters.filter((letter) => {
    room -= WIDE.test(letter) ? 2 : 1;
    return room >= 1;
  });
  return room >= 0 ? text : `${fits.join('').trimEnd()}…`;
}
