import { type FromOutside, outsideStops } from '../../server/actions/outside-stops.ts';
import type { Frame } from '../kit/frame.ts';

/** Why something from another server waits, whoever sent it: what the student check would stop in it. */
export function WhyHeld({ frame: { say, district }, thing }: { frame: Frame; thing: FromOutside }) {
  const { smallN = 10, idPatterns = [] } = district;
  const stops = outsideStops(thing, { smallN, idPatterns });
  if (stops.length === 0) return null;
  return (
    <div class="muted why-held">
      <p>{say('held.why')}</p>
      <ul>
        {stops.map((type) => (
          <li key={type}>{say(`check.type.${type}`)}</li>
        ))}
      </ul>
    </div>
  );
}
