import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { workByUri } from '../store/works.ts';

/** Whose work or try a thread hangs on, and so who decides about it: one of ours, else nobody here. */
export async function threadOwner(db: Db, rootUri: string): Promise<string | null> {
  const root = (await workByUri(db, rootUri)) ?? (await adaptationByUri(db, rootUri));
  const owner = root && (await actorById(db, root.authorId));
  return owner?.host === null ? owner.id : null;
}
