/** How far a door stands open, in degrees. */
export type Angle = number;

const TOP = 4;
const BOTTOM = 60;
const HINGE = 9;
const JAMB = 39;
/** how much nearer the free edge comes to the eye when the door stands at a right angle */
const DEPTH = 13;

/** A door ajar: frame, light through the gap, and the leaf turned by `angle` degrees on its left edge. */
export function Door({ angle }: { angle: Angle }) {
  const turn = (angle * Math.PI) / 180;
  const free = round(HINGE + (JAMB - HINGE) * Math.cos(turn));
  const near = round(DEPTH * Math.sin(turn));
  const knob = round(free - 3.5 * Math.cos(turn) - 0.6);
  return (
    <svg class="door" viewBox="0 0 48 76" width="48" height="76" aria-hidden="true" focusable="false">
      <path class="light" d={`M${HINGE} ${TOP}H${JAMB}V${BOTTOM}H${HINGE}z`} />
      <path class="glow" d={`M${free} ${BOTTOM}H${JAMB}L${JAMB + 7} 74H${round(free + near * 0.35)}z`} />
      <path class="frame" d={`M6 ${BOTTOM}V${TOP - 3}H42V${BOTTOM}`} />
      <path
        class="leaf"
        d={`M${HINGE} ${TOP}L${free} ${TOP + near * 0.45}V${BOTTOM + near}L${HINGE} ${BOTTOM}z`}
      />
      <circle class="knob" cx={knob} cy={round(34 + near * 0.7)} r="1.5" />
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A little more or less open for each id, always the same for the same one: -7 to 7 degrees. */
export function swing(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 33 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % 15) - 7;
}
