import type { LeasedActivity } from '../../server/store/inbox.ts';
import type { Office } from '../office.ts';
import { isAboutItself, takesAway } from '../translate/verbs.ts';
import { HANDLERS } from './handlers.ts';
import type { Incoming } from './handling.ts';

/** A leased activity, parsed. */
export interface Read extends LeasedActivity {
  /** null: it cannot be read */
  json: Record<string, unknown> | null;
  /** what it needs from elsewhere is being fetched, or was */
  begun?: Promise<Ready>;
}

/** With its sender and what it needed from elsewhere; null: it has no effect here. */
export interface Ready {
  leased: LeasedActivity;
  incoming: Incoming | null;
}

/** Finds the sender and fetches what the activity needs, once. @throws Later when that cannot be had now */
export function prepared(office: Office, one: Read): Promise<Ready> {
  one.begun ??= prepare(office, one);
  return one.begun;
}

async function prepare(office: Office, leased: Read): Promise<Ready> {
  const { json, uri, type } = leased;
  const handler = HANDLERS[type];
  const actor = json && handler ? await office.documents.actor(leased.actorUri) : null;
  if (!json || !handler || !actor || (actor.state === 'suspended' && !mayBeHeard({ ...json, type })))
    return { leased, incoming: null };
  const incoming: Incoming = { uri, type, actor, json };
  await handler.prepare?.(office, incoming);
  return { leased, incoming };
}

/** Of somebody whom their own server has suspended: that they are back, and what takes something away. */
function mayBeHeard(json: Record<string, unknown>): boolean {
  return takesAway(json) || isAboutItself(json);
}
