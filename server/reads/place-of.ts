import { actorById } from '../store/actors.ts';
import { adaptationById, adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { replyById, replyByUri } from '../store/replies.ts';
import { workById, workByUri, workByUrl } from '../store/works.ts';

/** Where something that we hold has its page. Says nothing about who may open it: the page asks that itself. */
export interface Place {
  kind: 'work' | 'try' | 'reply';
  id: string;
  uri: string;
  /** of its author; `host` null: one of ours */
  handle: string;
  host: string | null;
  /** the readable end of the address of a work of ours */
  slug: string | null;
  /** the work or try that a thread hangs on; of a work or try: itself */
  rootUri: string;
  /** what was tried, for a try */
  ofUri: string | null;
}

/** The place of a work, try or reply by its lasting address or the address of its page. Null: not held here. */
export async function placeOf(db: Db, address: string): Promise<Place | null> {
  const work = (await workByUri(db, address)) ?? (await workByUrl(db, address));
  if (work) return at(db, 'work', work);
  const adaptation = await adaptationByUri(db, address);
  if (adaptation) return at(db, 'try', adaptation);
  const reply = await replyByUri(db, address);
  return reply && at(db, 'reply', reply);
}

/** The same by the id here. */
export async function placeOfId(db: Db, id: string): Promise<Place | null> {
  const work = await workById(db, id);
  if (work) return at(db, 'work', work);
  const adaptation = await adaptationById(db, id);
  if (adaptation) return at(db, 'try', adaptation);
  const reply = await replyById(db, id);
  return reply && at(db, 'reply', reply);
}

interface Held {
  id: string;
  uri: string;
  authorId: string;
  slug?: string | null;
  rootUri?: string;
  ofUri?: string;
}

async function at(db: Db, kind: Place['kind'], held: Held): Promise<Place | null> {
  const author = await actorById(db, held.authorId);
  if (!author) return null;
  return {
    kind,
    id: held.id,
    uri: held.uri,
    handle: author.handle,
    host: author.host,
    slug: held.slug ?? null,
    rootUri: held.rootUri ?? held.uri,
    ofUri: held.ofUri ?? null,
  };
}
