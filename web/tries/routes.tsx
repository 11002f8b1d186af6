import { editTry } from '../../server/actions/edit-try.ts';
import { makeStoryOfTry } from '../../server/actions/make-story-of-try.ts';
import { reportTry, trySubject } from '../../server/actions/report-try.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import type { OPEN_AUDIENCES } from '../../server/domain/vocabulary.ts';
import { type Original, originalToTry } from '../../server/reads/original.ts';
import { ownPerson } from '../../server/reads/own-person.ts';
import { placeOf, placeOfId } from '../../server/reads/place-of.ts';
import { tryPage } from '../../server/reads/try-page.ts';
import { askedIn } from '../check/asked-in.ts';
import { answersIn } from '../check/check-form.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { firstAudience } from '../stories/first-audience.ts';
import { placePath, tryAnchor, tryPath } from '../stories/refs.ts';
import { EditTryPage } from './edit-try-page.tsx';
import { findOriginal } from './find-original.tsx';
import { planRoutes } from './plan-routes.tsx';
import { tidyTable } from './table-form.ts';
import { mendedTable, tableMoved } from './table-moves.ts';
import { TakeBackTryPage } from './take-back-try-page.tsx';
import { TriedPage } from './tried-page.tsx';
import { readTry, tryValues } from './try-fields.ts';

/** "I tried this": finding what was tried, telling back, taking it back. */
export function tryRoutes(routes: Routes): void {
  planRoutes(routes);
  routes.memberGet('/write/tried', begin);
  routes.memberPost('/write/tried', send);
  routes.memberGet('/write/tried/:id/edit', async (visit) => {
    const data = await ownTry(visit);
    const form = freshForm(visit.frame.say, tryValues(data.adaptation));
    return { page: <EditTryPage frame={visit.frame} data={data} form={form} /> };
  });
  routes.memberPost('/write/tried/:id/edit', edit);
  routes.memberPost('/write/tried/:id/story', makeStory);
  routes.memberGet('/write/tried/:id/take-back', async (visit) => {
    const data = await ownTry(visit);
    return { page: <TakeBackTryPage frame={visit.frame} data={data} /> };
  });
  routes.memberPost('/write/tried/:id/take-back', takeBack);
}

function begin(visit: MemberVisit): Promise<Outcome> {
  return findOriginal(visit, 'tried', async (what) => {
    const me = await ownPerson(visit.web.ctx.db, visit.viewer.actorId);
    const form = freshForm(visit.frame.say, {
      subjects: me.subjects,
      ageMin: me.ageMin,
      ageMax: me.ageMax,
      lang: me.languages[0] ?? visit.frame.lang,
      audience: what.mayLeave ? firstAudience(me) : 'district',
    });
    return { page: <TriedPage frame={visit.frame} original={what} form={form} /> };
  });
}

async function send(sent: MemberVisit): Promise<Outcome> {
  const { ctx } = sent.web;
  const { say } = sent.frame;
  const what = await originalToTry(ctx.db, sent.viewer, typed(sent.form, 'of'));
  const moved = tableMoved(say, sent.form);
  if (moved) return { page: <TriedPage frame={sent.frame} original={what} form={freshForm(say, moved)} /> };
  const visit = { ...sent, form: tidyTable(sent.form) };
  let read = readTry(visit.form);
  if (!read.ok) {
    const form = { say, values: visit.form, problems: read.problems };
    return { page: <TriedPage frame={visit.frame} original={what} form={form} />, status: 422 };
  }
  const { input } = read;
  const people = [visit.viewer.actorId, what.author.id];
  const subjectOf = async (better: Visit['form']) => {
    const again = readTry(better);
    return { ...trySubject(again.ok ? again.input : input), people };
  };
  const { form, asked } = await askedIn(visit, subjectOf, (better, found) =>
    mendedTable(visit, better, found),
  );
  if (asked) return { page: <TriedPage frame={visit.frame} original={what} {...asked} />, status: 422 };
  read = readTry(form);
  if (!read.ok) {
    const again = { say, values: form, problems: read.problems };
    return { page: <TriedPage frame={visit.frame} original={what} form={again} />, status: 422 };
  }
  const told = await reportTry(ctx, visit.viewer.actorId, what.uri, read.input, answersIn(visit.form));
  return {
    seeOther: `${await backTo(visit, what)}#${tryAnchor(told)}`,
    flash: {
      kind: 'ok',
      text: thanks(visit, what, read.input.audience),
      link: {
        href: `${paths.adaptation(visit.frame.viewer.handle, told.id)}#yours`,
        label: say('try-form.sent.story'),
      },
    },
  };
}

/** The page of what was tried, where the new try now stands. */
async function backTo(visit: MemberVisit, what: Original): Promise<string> {
  const place = await placeOf(visit.web.ctx.db, what.uri);
  return place ? placePath(place) : paths.person(visit.frame.viewer.handle);
}

function thanks(
  { frame: { say }, viewer }: MemberVisit,
  what: Original,
  audience: (typeof OPEN_AUDIENCES)[number],
): string {
  const name = what.author.name || what.author.handle;
  if (audience === 'me') return say('try-form.sent.me');
  if (audience === 'district' && what.author.host !== null) return say('try-form.sent.inside', { name });
  return what.author.id === viewer.actorId ? say('try-form.sent.own') : say('try-form.sent', { name });
}

/** Saves what was told anew. For whom it is stays as it was. */
async function edit(sent: MemberVisit): Promise<Outcome> {
  const { ctx } = sent.web;
  const { say } = sent.frame;
  const data = await ownTry(sent);
  const { adaptation, author, of } = data;
  const page = (form: FormState, questions?: readonly MarkedQuestion[]) => (
    <EditTryPage frame={sent.frame} data={data} form={form} questions={questions} />
  );
  const moved = tableMoved(say, sent.form);
  if (moved) return { page: page(freshForm(say, moved)) };
  const visit = { ...sent, form: tidyTable(sent.form) };
  const readAgain = (form: Visit['form']) => readTry({ ...form, audience: adaptation.audience });
  const first = readAgain(visit.form);
  if (!first.ok) return { page: page({ say, values: visit.form, problems: first.problems }), status: 422 };
  const people = [author.id, ...(of.author ? [of.author.id] : [])];
  const subjectOf = async (better: Visit['form']) => {
    const again = readAgain(better);
    return { ...trySubject(again.ok ? again.input : first.input), people, audience: adaptation.audience };
  };
  const { form, asked } = await askedIn(visit, subjectOf, (better, found) =>
    mendedTable(visit, better, found),
  );
  if (asked) return { page: page(asked.form, asked.questions), status: 422 };
  const read = readAgain(form);
  if (!read.ok) return { page: page({ say, values: form, problems: read.problems }), status: 422 };
  const gistOther = [...read.input.gistOther, ...adaptation.gistOther.slice(1)];
  await editTry(ctx, author.id, adaptation.id, { ...read.input, gistOther }, answersIn(visit.form));
  return { seeOther: tryPath(adaptation, author), flash: { kind: 'ok', text: say('try-edit.saved') } };
}

/** A try of the visitor’s own; whatever else may be read under this address is not theirs. */
async function ownTry(visit: MemberVisit) {
  const { db } = visit.web.ctx;
  const data = await tryPage(db, visit.viewer, visit.frame.viewer.handle, null, pathPart(visit, 'id'));
  return data;
}

/** A story of one's own begins with what was told. */
async function makeStory(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const me = await ownPerson(ctx.db, visit.viewer.actorId);
  const id = await makeStoryOfTry(ctx, visit.viewer.actorId, pathPart(visit, 'id'), firstAudience(me));
  return { seeOther: paths.writeStory(id) };
}

async function takeBack(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const id = pathPart(visit, 'id');
  const place = await placeOfId(ctx.db, id);
  await takeBackTry(ctx, visit.viewer.actorId, id);
  const of = place?.ofUri ? await placeOf(ctx.db, place.ofUri) : null;
  return {
    seeOther: of ? placePath(of) : paths.home(),
    flash: { kind: 'ok', text: visit.frame.say('take-back.try.done') },
  };
}
