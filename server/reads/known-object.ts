import type { FoundObject } from '../domain/found-object.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { workByUri, workByUrl } from '../store/works.ts';

/** A work or try that we hold already, by its id or its page. */
export async function knownObject(db: Db, address: string): Promise<FoundObject | null> {
  const work = (await workByUri(db, address)) ?? (await workByUrl(db, address));
  if (work?.state === 'published')
    return {
      kind: 'work',
      id: work.id,
      uri: work.uri,
      title: work.title,
      authorId: work.authorId,
      lineage: work.lineage,
    };
  const adaptation = await adaptationByUri(db, address);
  if (adaptation?.state === 'published')
    return {
      kind: 'try',
      id: adaptation.id,
      uri: adaptation.uri,
      title: adaptation.ofTitle,
      authorId: adaptation.authorId,
      lineage: adaptation.lineage,
    };
  return null;
}
