import type { Actor } from '../domain/actor.ts';
import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById, actorByUri } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { replyByUri } from '../store/replies.ts';
import { readableOf, workByUri } from '../store/works.ts';
import { type Place, placeOf } from './place-of.ts';
import { replyPage } from './reply-page.ts';

/** Somebody, or something that they shared, about which a moderator is asked. */
export interface AskedAbout {
  uri: string;
  kind: 'person' | 'work' | 'try' | 'reply';
  /** it is a work of the kind that asks */
  isQuestion?: boolean;
  author: Actor;
  /** of a work; of a try, what was tried; else empty */
  title: string;
  lang: string;
  /** a reply's words: clean HTML; else empty */
  html: string;
  /** null for a person */
  place: Place | null;
}

/**
 * What a member may ask a moderator about, by its lasting address: whatever they can read, what waits for their own
 * decision too, and nothing of their own.
 * @throws Refusal `not-found no-work`, for a reply that was taken back `gone taken-back`
 */
export async function askedAbout(db: Db, viewer: Viewer, uri: string): Promise<AskedAbout> {
  const found = await describe(db, uri);
  const me = viewer.kind === 'member' ? viewer.actorId : null;
  if (!found || me === null || found.author.id === me || found.author.state === 'suspended')
    throw new Refusal('not-found', 'no-work');
  if (!(await maySee(db, viewer, found, me))) throw new Refusal('not-found', 'no-work');
  return found;
}

/** What is held here under a lasting address, whoever may read it. Null: nothing, or nobody any more. */
export async function describe(db: Db, uri: string): Promise<AskedAbout | null> {
  const actor = await actorByUri(db, uri);
  if (actor) {
    if (actor.state === 'gone' || actor.kind === 'application') return null;
    return { uri, kind: 'person', author: actor, title: '', lang: '', html: '', place: null };
  }
  const place = await placeOf(db, uri);
  if (!place || place.uri !== uri) return null;
  const [work, adaptation, reply] = await Promise.all([
    workByUri(db, uri),
    adaptationByUri(db, uri),
    replyByUri(db, uri),
  ]);
  const thing = work ?? adaptation ?? reply;
  const author = thing && (await actorById(db, thing.authorId));
  if (!thing || !author) return null;
  const title = work?.title ?? adaptation?.ofTitle ?? '';
  const html = reply?.html ?? (adaptation ? adaptation.html : '');
  const asked = work !== null && isQuestion(work);
  return { uri, kind: place.kind, isQuestion: asked, author, title, lang: thing.lang, html, place };
}

async function maySee(
  db: Db,
  viewer: Viewer,
  { uri, kind, author, place }: AskedAbout,
  me: string,
): Promise<boolean> {
  if (kind === 'person') return true;
  if (kind === 'work') {
    const work = await workByUri(db, uri);
    return work !== null && mayRead(viewer, await readableOf(db, work));
  }
  if (kind === 'try') {
    const adaptation = await adaptationByUri(db, uri);
    if (!adaptation) return false;
    const { state, ofUri } = adaptation;
    if (mayRead(viewer, readableBy(adaptation, author))) return true;
    return (state === 'held' || state === 'hidden') && (await workByUri(db, ofUri))?.authorId === me;
  }
  return place !== null && (await replyPage(db, viewer, place.handle, place.host, place.id)) !== null;
}
