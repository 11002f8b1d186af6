import { sql } from 'kysely';
import type { Actor, Person } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import type { Viewer } from '../domain/audience.ts';
import type { Handle } from '../domain/handle.ts';
import { Refusal } from '../domain/refusal.ts';
import { localActorByHandle, remoteActorByHandle, toActor } from '../store/actors.ts';
import { toAdaptation } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Db } from '../store/db.ts';
import { followBetween } from '../store/follows.ts';
import { personById } from '../store/people.ts';
import { type CardPage, cardPage, cardQuery, type WorkCard } from './work-cards.ts';

export interface RemoteNote {
  uri: string;
  url: string | null;
  html: string;
  lang: string | null;
  publishedAt: Date;
}

export interface PersonPage extends CardPage {
  actor: Actor;
  /** null for somebody elsewhere */
  person: Person | null;
  /** what they asked, the newest first */
  questions: WorkCard[];
  tries: Adaptation[];
  /** short posts of somebody elsewhere */
  notes: RemoteNote[];
  /** how the viewer follows them; null when signed out or it is oneself */
  follow: 'none' | 'requested' | 'accepted' | null;
  isSelf: boolean;
  /** the viewer has blocked them */
  blocked: boolean;
}

const PAGE = 20;

/** @throws Refusal `not-found no-person`, `gone account-closed` */
export async function personPage(
  db: Db,
  viewer: Viewer,
  handle: string,
  after?: string,
): Promise<PersonPage> {
  const actor = await localActorByHandle(db, handle);
  if (actor?.kind !== 'person' || actor.state === 'suspended') throw new Refusal('not-found', 'no-person');
  if (actor.state === 'gone') throw new Refusal('gone', 'account-closed');
  return pageOf(db, viewer, actor, after);
}

/** Somebody elsewhere whom we know already. Signed-in readers only. @throws Refusal `not-found no-person` */
export async function remotePersonPage(
  db: Db,
  viewer: Viewer,
  handle: string,
  host: string,
  after?: string,
): Promise<PersonPage> {
  const actor = viewer.kind === 'member' ? await remoteActorByHandle(db, handle, host) : null;
  if (!actor || actor.state === 'suspended') throw new Refusal('not-found', 'no-person');
  return pageOf(db, viewer, actor, after);
}

async function pageOf(db: Db, viewer: Viewer, actor: Actor, after?: string): Promise<PersonPage> {
  const isSelf = viewer.kind === 'member' && viewer.actorId === actor.id;
  const audiences = isSelf
    ? ['me', 'group', 'district', 'network', 'everyone']
    : viewer.kind === 'member'
      ? ['district', 'everyone']
      : ['everyone'];
  const works = cardQuery(db)
    .where('author_id', '=', actor.id)
    .where('state', '=', 'published')
    .where('audience', 'in', audiences);
  const [page, questions, tries, notes, person, follow, blocked] = await Promise.all([
    cardPage(db, works.where('kind', '!=', 'call'), after),
    cardPage(db, works.where('kind', '=', 'call')),
    db
      .selectFrom('adaptation')
      .selectAll()
      .where('author_id', '=', actor.id)
      .where('state', '=', 'published')
      .where('audience', 'in', audiences as never)
      .orderBy('id', 'desc')
      .limit(PAGE)
      .execute(),
    actor.host === null
      ? []
      : db
          .selectFrom('remote_note')
          .select(['uri', 'url', 'html', 'lang', 'published_at as publishedAt'])
          .where('author_id', '=', actor.id)
          .orderBy('published_at', 'desc')
          .limit(PAGE)
          .execute(),
    actor.host === null ? personById(db, actor.id) : null,
    viewer.kind === 'member' && !isSelf ? followBetween(db, viewer.actorId, actor.id) : null,
    viewer.kind === 'member' && !isSelf && hasBlocked(db, viewer.actorId, actor.id),
  ]);
  return {
    ...page,
    actor,
    person,
    questions: questions.works,
    tries: tries.map(toAdaptation),
    notes,
    follow:
      viewer.kind !== 'member' || isSelf
        ? null
        : follow?.state === 'accepted' || follow?.state === 'requested'
          ? follow.state
          : 'none',
    isSelf,
    blocked,
  };
}

/** Somebody elsewhere whom we know: by handle, by the address of their profile or by their lasting one. */
export async function knownActor(db: Db, who: Handle | string): Promise<Actor | null> {
  if (typeof who !== 'string') return remoteActorByHandle(db, who.user, who.host);
  const row = await db
    .selectFrom('actor')
    .selectAll()
    .where(sql<boolean>`uri = ${who} or url = ${who}`)
    .limit(1)
    .executeTakeFirst();
  return row ? toActor(row) : null;
}
