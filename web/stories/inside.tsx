import type { Actor } from '../../server/domain/actor.ts';
import type { Audience } from '../../server/domain/vocabulary.ts';
import type { Frame } from '../kit/frame.ts';

interface Shared {
  audience: Audience;
  author: Pick<Actor, 'host'>;
}

/** Who can read what was written here; '' for everyone, and for what came from elsewhere. */
export function insideWords({ say }: Frame, { audience, author }: Shared): string {
  if (author.host !== null || audience === 'everyone') return '';
  return say(audience === 'district' ? 'story.inside' : 'story.only-me');
}

/** The line above what is not for everyone. */
export function Inside({ frame, ...shared }: Shared & { frame: Frame }) {
  const words = insideWords(frame, shared);
  return words === '' ? null : <p class="kicker inside">{words}</p>;
}
