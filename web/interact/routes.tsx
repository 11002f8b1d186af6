import { homeServer } from '../../server/domain/home-server.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { type SharedThing, sharedThing } from '../../server/reads/shared-thing.ts';
import { queryPart, typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import { webUrl } from '../kit/web-url.ts';
import { paths } from '../paths.ts';
import { wayTo } from '../search/find.ts';
import { showSearch } from '../search/routes.tsx';
import { askedByHand, orNotFound, pastedAddress } from '../stories/find-thing.ts';
import { LookUpPage } from './look-up-page.tsx';
import { OnTheWayPage } from './on-the-way-page.tsx';
import { OwnServerPage } from './own-server-page.tsx';

/**
 * `/interact?uri=`: readers without an account here open something of ours on their own server; somebody of ours whom
 * another server sends here sees what is elsewhere.
 */
export function interactRoutes(routes: Routes): void {
  routes.get('/interact', (visit) => {
    const uri = queryPart(visit, 'uri').trim();
    return visit.viewer.kind === 'member' ? openHere(visit, uri) : openElsewhere(visit, uri);
  });
  routes.post('/interact', leadOn);
}

/** Another site's link must not make this node ask around; somebody's own press of one may. */
async function openHere(visit: Visit, uri: string): Promise<Outcome> {
  if (uri === '') return { seeOther: paths.search() };
  const byHand = askedByHand(visit) || visit.request.get('sec-fetch-user') === '?1';
  const way = await wayTo(visit, uri, byHand);
  if (way === null) return { seeOther: paths.search(uri) };
  if ('to' in way) return { seeOther: way.to };
  if (!byHand) return { page: <LookUpPage frame={visit.frame} address={uri} /> };
  return showSearch(visit, uri, null, way.say);
}

async function openElsewhere(visit: Visit, uri: string): Promise<Outcome> {
  const thing = await thingAt(visit, uri);
  if (thing) return ask(visit, thing);
  // what is elsewhere can be opened here by our own people
  const way = uri === '' ? null : await wayTo(visit, uri, false);
  if (way && 'say' in way && way.say === 'signed-out') return { seeOther: paths.signIn(paths.interact(uri)) };
  throw new Refusal('not-found', 'not-found');
}

async function thingAt(visit: Visit, uri: string): Promise<SharedThing | null> {
  const address = pastedAddress(uri);
  return address === null ? null : sharedThing(visit.web.ctx.db, address);
}

type Problem = 'no-address' | 'no-way' | 'nothing' | 'unreachable' | 'too-many';

function ask({ frame }: Visit, thing: SharedThing, server = '', say?: Problem): Outcome {
  const problems = say ? [{ field: 'server', say }] : [];
  const form = { ...freshForm(frame.say, { server }), problems };
  return { page: <OwnServerPage frame={frame} thing={thing} form={form} />, status: say ? 422 : 200 };
}

/**
 * Asks the reader's server where it opens things, and leads there: to that server alone, and only when the reader
 * wrote its name on our own page, so that nobody's link leads through here to anywhere.
 */
async function leadOn(visit: Visit): Promise<Outcome> {
  const { ctx } = visit.web;
  const thing = await thingAt(visit, typed(visit.form, 'uri'));
  if (!thing) throw new Refusal('not-found', 'not-found');
  const server = typed(visit.form, 'server').trim().slice(0, 500);
  const home = homeServer(server);
  if (!home) return ask(visit, thing, server, 'no-address');
  if (home.host === ctx.host) return { seeOther: paths.signIn(paths.interact(thing.uri)) };
  const found = await orNotFound(async () => {
    await takeOne(visit, 'interact');
    return { way: webUrl(await ctx.lookup.ownServer(home, thing)) };
  });
  if (typeof found === 'string') return ask(visit, thing, server, found as Problem);
  if (!found.way) return ask(visit, thing, server, 'no-way');
  return { page: <OnTheWayPage frame={visit.frame} way={found.way} /> };
}
