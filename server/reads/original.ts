import type { Actor } from '../domain/actor.ts';
import { mayLeave, mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { wasShared } from '../domain/taken-back.ts';
import type { Work } from '../domain/work.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { plannedTitle } from '../store/planned-tries.ts';
import { readableOf, workByUri } from '../store/works.ts';

/** What somebody is about to tell back about: a work, or a try of one. */
export interface Original {
  kind: 'work' | 'try';
  id: string;
  slug: string | null;
  uri: string;
  title: string;
  gist: string;
  html: string;
  lang: string;
  author: Actor;
  /** it is answered, not tried */
  isQuestion: boolean;
  /** it was taken back: it can still be told of */
  isTakenBack: boolean;
  /** whether a try of it may leave the district */
  mayLeave: boolean;
}

/** The same, of what can be tried. @throws Refusal `not-found no-work`, for a question too */
export async function originalToTry(db: Db, viewer: Viewer, uri: string): Promise<Original> {
  const found = await original(db, viewer, uri);
  if (found.isQuestion) throw new Refusal('not-found', 'no-work');
  return found;
}

/** By its lasting address. @throws Refusal `not-found no-work` when it is not held here or this viewer may not read it */
export async function original(db: Db, viewer: Viewer, uri: string): Promise<Original> {
  const work = await workByUri(db, uri);
  if (work) {
    const author = await actorById(db, work.authorId);
    if (!author) throw new Refusal('not-found', 'no-work');
    if (!mayRead(viewer, await readableOf(db, work))) return remembered(db, viewer, work, author);
    const { id, slug, title, gist, html, lang } = work;
    const found = {
      id,
      slug,
      uri,
      title,
      gist,
      html,
      lang,
      author,
      isTakenBack: false,
      mayLeave: mayLeave(work),
    };
    return { kind: 'work', ...found, isQuestion: isQuestion(work) };
  }
  const adaptation = await adaptationByUri(db, uri);
  const author = adaptation && (await actorById(db, adaptation.authorId));
  if (!adaptation || !author || !mayRead(viewer, readableBy(adaptation, author)))
    throw new Refusal('not-found', 'no-work');
  const { id, ofTitle: title, html, lang } = adaptation;
  return {
    kind: 'try',
    id,
    slug: null,
    uri,
    title,
    gist: '',
    html,
    lang,
    author,
    isQuestion: false,
    isTakenBack: false,
    mayLeave: mayLeave(adaptation),
  };
}

/** What somebody planned to try and was taken back since: its title as they remember it, nothing of its words. */
async function remembered(db: Db, viewer: Viewer, work: Work, author: Actor): Promise<Original> {
  const mayTell = viewer.kind === 'member' && wasShared(work) && author.state !== 'suspended';
  const title = mayTell ? await plannedTitle(db, viewer.actorId, work.uri) : null;
  if (title === null) throw new Refusal('not-found', 'no-work');
  const { id, uri, lang } = work;
  const gone = {
    id,
    slug: null,
    uri,
    title,
    gist: '',
    html: '',
    lang,
    author,
    isTakenBack: true,
    mayLeave: true,
  };
  return { kind: 'work', ...gone, isQuestion: isQuestion(work) };
}
