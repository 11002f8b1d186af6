import { hostOf } from '../../server/domain/handle.ts';
import { answeredBy, isTry } from '../translate/thread.ts';
import { embeddedIn, idOf } from '../translate/wire.ts';

/** A stored activity as far as the order of handling goes. */
export interface Ordered {
  type: string;
  actorUri: string;
  /** null: it could not be read and has no effect */
  json: Record<string, unknown> | null;
}

/** Activities that are handled in one transaction. */
export interface Wave<T> {
  items: T[];
  /** true: side by side, so that their questions become one statement; false: one after the other */
  sideBySide: boolean;
}

const LARGEST_TOGETHER = 200;
const LARGEST_IN_TURN = 25;

/**
 * Cuts a list of activities into waves that are handled one after the other. Side by side are only those whose order
 * cannot matter: simple ones, none of which makes, changes or removes something that another one is about.
 */
export function wavesOf<T extends Ordered>(activities: readonly T[]): Wave<T>[] {
  const waves: Wave<T>[] = [];
  let made = new Set<string>();
  let named = new Set<string>();
  for (const one of activities) {
    const touch = touchOf(one);
    const wave = waves.at(-1);
    const fits =
      wave?.sideBySide === (touch !== null) &&
      wave.items.length < (touch ? LARGEST_TOGETHER : LARGEST_IN_TURN) &&
      !touch?.makes.some((uri) => made.has(uri) || named.has(uri)) &&
      !touch?.names.some((uri) => made.has(uri));
    if (fits) wave.items.push(one);
    else {
      waves.push({ items: [one], sideBySide: touch !== null });
      made = new Set();
      named = new Set();
    }
    for (const uri of touch?.makes ?? []) made.add(uri);
    for (const uri of touch?.names ?? []) named.add(uri);
  }
  return waves;
}

/** What an activity makes, changes or removes, and what else its effect depends on; null when it needs a turn of its own. */
function touchOf({ type, actorUri, json }: Ordered): { makes: string[]; names: string[] } | null {
  if (!json) return { makes: [], names: [] };
  const id = idOf(json.object);
  if (!id) return null;
  const object = embeddedIn(json);
  switch (type) {
    case 'Create':
    case 'Update': {
      // a profile, an object to be fetched, and a try (of which a host may send so many a day) take their turn
      if (!object || id === actorUri || isTry(object)) return null;
      const answered = answeredBy(object);
      return { makes: [id], names: answered ? [answered] : [] };
    }
    case 'Delete':
      return id === actorUri ? null : { makes: [id], names: [] };
    case 'Like':
    case 'EmojiReact':
      return { makes: [], names: [id] };
    case 'Announce':
      // of something on the booster's own host: may be fetched and stored
      return object || hostOf(id) === hostOf(actorUri) ? null : { makes: [], names: [id] };
    default:
      return null;
  }
}
