import { followActor, unfollowActor } from '../../server/actions/follow-actor.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { peopleHere } from '../../server/reads/people-here.ts';
import { personPage, remotePersonPage } from '../../server/reads/person-page.ts';
import { queryPart, typed, whoOf } from '../http/asked.ts';
import { localPath } from '../http/local-path.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { personPath } from '../search/find.ts';
import { PeoplePage } from './people-page.tsx';
import { PersonPage } from './person-page.tsx';

/** People: their pages, following them. */
export function peopleRoutes(routes: Routes): void {
  routes.memberGet('/people', async (visit) => {
    const people = await peopleHere(visit.web.ctx.db, visit.viewer.actorId);
    return { page: <PeoplePage frame={visit.frame} people={people} /> };
  });
  routes.get('/@:who', show);
  routes.memberPost('/@:who/follow', follow);
  routes.memberPost('/@:who/unfollow', unfollow);
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
