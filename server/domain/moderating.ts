import type { Person } from './actor.ts';
import type { Viewer } from './audience.ts';
import type { Role } from './vocabulary.ts';

/** The roles of those who moderate. */
export const MODERATING = ['moderator', 'admin'] as const satisfies readonly Role[];
type Moderating = (typeof MODERATING)[number];

/** Nobody acts for this node once their account is closed, nor while they are suspended. */
export const NOT_ACTING = ['closed', 'suspended'] as const satisfies readonly Person['state'][];

type Somebody = Viewer | { role: Role; state?: Person['state'] } | null;

/** Does this person, or whoever asks, moderate this node? The one place that answers it; administrators do too. */
export function moderates<S extends Somebody>(somebody: S): somebody is S & { role: Moderating } {
  return MODERATING.some((role) => role === actingRole(somebody));
}

/** Do they administer it? */
export function administers<S extends Somebody>(somebody: S): somebody is S & { role: 'admin' } {
  return actingRole(somebody) === 'admin';
}

function actingRole(somebody: Somebody): Role | null {
  if (somebody === null || !('role' in somebody)) return null;
  return 'state' in somebody && NOT_ACTING.some((state) => state === somebody.state) ? null : somebody.role;
}
