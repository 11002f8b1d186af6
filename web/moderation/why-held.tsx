import { type FromOutside, outsideStops, shownTry } from '../../server/actions/outside-stops.ts';
import type { Told } from '../../server/reads/lineage.ts';
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

/** The same of what waits for its place. A story has a page of its own already: it never waits for what it says. */
export function WhyToldHeld({ frame, told }: { frame: Frame; told: Told }) {
  if (told.author.host === null || told.kind === 'work') return null;
  return <WhyHeld frame={frame} thing={told.kind === 'try' ? shownTry(told.adaptation) : told.reply} />;
}
