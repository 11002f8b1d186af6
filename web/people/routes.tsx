import { followActor, unfollowActor } from '../../server/actions/follow-actor.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { type Handle, parseHandle } from '../../server/domain/handle.ts';
import { peopleHere } from '../../server/reads/people-here.ts';
import { knownActor, personPage, remotePersonPage } from '../../server/reads/person-page.ts';
import { queryPart, typed, whoOf } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import { localPath } from '../http/local-path.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { askedByHand, findPlace, type NotFound, orNotFound, pastedAddress } from '../stories/find-thing.ts';
import { placePath } from '../stories/refs.ts';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';

/** People: finding them, their pages, following them. */
export function peopleRoutes(routes: Routes): void {
  routes.memberGet('/people', (visit) => list(visit, ''));
  routes.memberGet('/search', search);
  routes.get('/@:who', show);
  routes.memberPost('/@:who/follow', follow);
  routes.memberPost('/@:who/unfollow', unfollow);
}

async function list(visit: MemberVisit, q: string, say?: NotFound): Promise<Outcome> {
  const name = say ? '' : q;
  const people = await peopleHere(visit.web.ctx.db, visit.viewer.actorId, name);
  const form = { ...freshForm(visit.frame.say, { q }), problems: say ? [{ field: 'q', say }] : [] };
  return {
    page: <PeoplePage frame={visit.frame} form={form} people={people} name={name} />,
    status: say ? 422 : 200,
  };
}

/** A handle or an address leads to its page; anything else is part of a name. */
async function search(visit: MemberVisit): Promise<Outcome> {
  const q = queryPart(visit, 'q').trim().slice(0, 500);
  const found = await find(visit, q);
  if (found === null) return list(visit, q);
  return found.startsWith('/') ? { seeOther: found } : list(visit, q, found as NotFound);
}

/** @returns a path, a reason, or null when `q` is a name */
async function find(visit: MemberVisit, q: string): Promise<string | NotFound | null> {
  const handle = parseHandle(q);
  if (handle) return findPerson(visit, q, handle);
  const address = pastedAddress(q);
  if (address === null) return null;
  const place = await findPlace(visit, address);
  if (typeof place !== 'string') return placePath(place);
  return place === 'nothing' ? findPerson(visit, address) : place;
}

async function findPerson(visit: MemberVisit, text: string, handle?: Handle): Promise<string | NotFound> {
  const { ctx } = visit.web;
  if (handle?.host === ctx.host) return paths.person(handle.user);
  const known = await knownActor(ctx.db, handle ?? text);
  if (known) return personPath(known);
  if (!askedByHand(visit)) return 'nothing';
  return orNotFound(async () => {
    await takeOne(visit, 'lookUp', visit.viewer.actorId);
    return personPath(await ctx.lookup.actor(text));
  });
}

function personPath(actor: Actor): string {
  return actor.host === null ? paths.person(actor.handle) : paths.remotePerson(actor.handle, actor.host);
}

async function show(visit: Visit): Promise<Outcome> {
  const { handle, host } = whoOf(visit);
  const { db } = visit.web.ctx;
  const after = queryPart(visit, 'after') || undefined;
  if (host !== null && host !== visit.web.ctx.host) {
    if (visit.viewer.kind !== 'member') return { seeOther: paths.signIn(localPath(visit.frame.path)) };
    return {
      page: (
        <PersonPage
          frame={visit.frame}
          data={await remotePersonPage(db, visit.viewer, handle, host, after)}
        />
      ),
    };
  }
  if (host !== null) return { seeOther: paths.person(handle) };
  if (handle.toLowerCase() === visit.frame.district.shortName.toLowerCase())
    return { seeOther: paths.district() };
  const data = await personPage(db, visit.viewer, handle, after);
  const page = <PersonPage frame={visit.frame} data={data} />;
  return visit.viewer.kind === 'anonymous'
    ? { page, tags: [`actor:${data.actor.id}`, 'district'] }
    : { page };
}

async function actorOf(visit: MemberVisit): Promise<Actor> {
  const { handle, host } = whoOf(visit);
  const { db } = visit.web.ctx;
  const page =
    host === null ? personPage(db, visit.viewer, handle) : remotePersonPage(db, visit.viewer, handle, host);
  return (await page).actor;
}

async function follow(visit: MemberVisit): Promise<Outcome> {
  const actor = await actorOf(visit);
  const state = await followActor(visit.web.ctx, visit.viewer.actorId, actor);
  const text = visit.frame.say(`follow.${state}`, { name: actor.name || actor.handle });
  return { seeOther: localPath(typed(visit.form, 'back'), personPath(actor)), flash: { kind: 'ok', text } };
}

async function unfollow(visit: MemberVisit): Promise<Outcome> {
  const actor = await actorOf(visit);
  await unfollowActor(visit.web.ctx, visit.viewer.actorId, actor.id);
  const text = visit.frame.say('follow.ended', { name: actor.name || actor.handle });
  return { seeOther: localPath(typed(visit.form, 'back'), personPath(actor)), flash: { kind: 'ok', text } };
}
