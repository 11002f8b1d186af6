import { newestStories } from '../../server/reads/newest-stories.ts';
import { type Original, original } from '../../server/reads/original.ts';
import { queryPart } from '../http/asked.ts';
import type { MemberVisit, Outcome } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { findPlace, type NotFound, pastedAddress } from '../stories/find-thing.ts';
import { placePath } from '../stories/refs.ts';
import { FindOriginalPage, type Purpose } from './find-original-page.tsx';

const RECENT = 10;

/** What is to be tried, by the address in `of`, from here or from its own server; without one that can be found it is asked for. */
export async function findOriginal(
  visit: MemberVisit,
  purpose: Purpose,
  show: (what: Original) => Promise<Outcome>,
): Promise<Outcome> {
  const of = queryPart(visit, 'of').trim();
  if (of === '') return ask(visit, purpose, of);
  const address = pastedAddress(of);
  if (address === null) return ask(visit, purpose, of, 'no-address');
  const place = await findPlace(visit, address);
  if (typeof place === 'string') return ask(visit, purpose, of, place);
  // somebody says in a reply what they tried: the story is what is told back about
  if (place.kind === 'reply') return { seeOther: paths[purpose](place.rootUri) };
  const what = await original(visit.web.ctx.db, visit.viewer, place.uri);
  return what.isQuestion ? { seeOther: placePath(place) } : show(what);
}

async function ask(visit: MemberVisit, purpose: Purpose, of: string, say?: NotFound): Promise<Outcome> {
  const recent = await newestStories(visit.web.ctx.db, visit.viewer.actorId, RECENT);
  const form = { ...freshForm(visit.frame.say, { of }), problems: say ? [{ field: 'of', say }] : [] };
  return {
    page: <FindOriginalPage frame={visit.frame} purpose={purpose} form={form} recent={recent} />,
    status: say ? 422 : 200,
  };
}
