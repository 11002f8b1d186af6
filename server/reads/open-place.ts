import type { Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { type Place, placeOf } from './place-of.ts';
import { replyPage } from './reply-page.ts';
import { remoteWorkPage, storyPage } from './story-page.ts';
import { tryPage } from './try-page.ts';

/**
 * The place of a work, try or reply by its lasting address or that of its page, when this viewer may open it (or may
 * know that it was taken back). Null for everything else, hidden or not there alike: a place holds words of titles.
 */
export async function openPlace(db: Db, viewer: Viewer, address: string): Promise<Place | null> {
  const place = await placeOf(db, address);
  if (!place) return null;
  try {
    await open(db, viewer, place);
    return place;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.kind === 'gone' ? place : null;
  }
}

function open(db: Db, viewer: Viewer, { kind, handle, host, slug, id }: Place): Promise<unknown> {
  if (kind === 'try') return tryPage(db, viewer, handle, host, id);
  if (kind === 'reply') return replyPage(db, viewer, handle, host, id);
  return host === null ? storyPage(db, viewer, handle, slug ?? '') : remoteWorkPage(db, viewer, id);
}
