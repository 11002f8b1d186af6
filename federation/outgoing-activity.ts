import type { Carries } from '../server/domain/outgoing-event.ts';
import type { Addressee } from '../server/reads/addressees.ts';
import { CONTEXT, withContext } from './translate/context.ts';
import { carriedBy } from './translate/verbs.ts';

/** An activity ready to go: its document, who signs it, and where it goes. */
export interface Outgoing {
  id: string;
  type: string;
  carries: Carries | null;
  actorId: string;
  objectUri: string | null;
  body: string;
  to: Addressee[];
}

/** Makes the bytes of an activity, once for all receivers. */
export function outgoing(
  document: { id: string; type: string },
  actorId: string,
  objectUri: string | null,
  to: Addressee[],
  context: unknown = CONTEXT,
): Outgoing {
  return {
    id: document.id,
    type: document.type,
    carries: carriedBy(document.type),
    actorId,
    objectUri,
    body: JSON.stringify(withContext(document, context)),
    to,
  };
}
