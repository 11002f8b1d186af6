import type { Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { localActorByHandle } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { workById, workBySlug } from '../store/works.ts';
import { type WholeLineage, wholeLineage } from './lineage.ts';
import { placeOfId } from './place-of.ts';

export interface LineagePage extends WholeLineage {
  /** the work or try from which the page was opened */
  uri: string;
}

/** What is asked about: a story of ours, a work from elsewhere by its id here, or a try by its id and its author. */
export type LineageOf =
  | { handle: string; slug: string }
  | { workId: string }
  | { tryId: string; handle: string; host: string | null };

/**
 * The whole way of the idea in which a work or try stands. Things from elsewhere have a page for signed-in readers only.
 * @throws Refusal `not-found no-work` when it is not held here or this viewer may not know of it
 */
export async function lineagePage(db: Db, viewer: Viewer, of: LineageOf): Promise<LineagePage> {
  const uri = await addressOf(db, viewer, of);
  const lineage = uri === null ? null : await wholeLineage(db, viewer, uri);
  if (uri === null || lineage === null) throw new Refusal('not-found', 'no-work');
  return { uri, ...lineage };
}

async function addressOf(db: Db, viewer: Viewer, of: LineageOf): Promise<string | null> {
  if ('slug' in of) {
    const author = await localActorByHandle(db, of.handle);
    return (author && (await workBySlug(db, author.id, of.slug)))?.uri ?? null;
  }
  if ('workId' in of) {
    const work = viewer.kind === 'member' ? await workById(db, of.workId) : null;
    return work && work.host !== null ? work.uri : null;
  }
  if (of.host !== null && viewer.kind !== 'member') return null;
  const place = await placeOfId(db, of.tryId);
  const isTheirs = place?.host === of.host && place.handle.toLowerCase() === of.handle.toLowerCase();
  return place?.kind === 'try' && isTheirs ? place.uri : null;
}
