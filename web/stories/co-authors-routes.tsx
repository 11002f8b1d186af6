import { answerCoAuthor, dropCoAuthor, inviteCoAuthor } from '../../server/actions/co-authors.ts';
import { isOwn } from '../../server/domain/audience.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import type { Work } from '../../server/domain/work.ts';
import { askedDraft, coAuthorsOf } from '../../server/reads/co-authors.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import { pathPart, typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { AskedPage, CoAuthorsPage } from './co-authors-page.tsx';

/** Writing together: the author asks, the colleague reads and says yes or no. */
export function coAuthorsRoutes(routes: Routes): void {
  routes.memberGet('/write/story/:id/co-authors', async (visit) => showList(visit, await own(visit)));
  routes.memberPost('/write/story/:id/co-authors', invite);
  routes.memberPost('/write/story/:id/co-authors/drop', async (visit) => {
    const work = await own(visit);
    await dropCoAuthor(visit.web.ctx, visit.viewer.actorId, work.id, typed(visit.form, 'who'));
    return { seeOther: paths.coAuthors(work.id) };
  });
  routes.memberGet('/write/story/:id/join', async (visit) => {
    const { db } = visit.web.ctx;
    const draft = await askedDraft(db, visit.viewer.actorId, pathPart(visit, 'id'));
    return { page: <AskedPage frame={visit.frame} draft={draft} /> };
  });
  routes.memberPost('/write/story/:id/join', answer);
}

/** Only the author's own draft. */
async function own(visit: MemberVisit): Promise<Work> {
  const { actorId } = visit.viewer;
  const work = await ownWork(visit.web.ctx.db, actorId, pathPart(visit, 'id'));
  if (!isOwn(work, actorId) || work.state !== 'draft') throw new Refusal('not-found', 'no-work');
  return work;
}

async function showList(visit: MemberVisit, work: Work, sent?: FormState): Promise<Outcome> {
  const coAuthors = await coAuthorsOf(visit.web.ctx.db, work.id);
  const form = sent ?? freshForm(visit.frame.say);
  const page = <CoAuthorsPage frame={visit.frame} work={work} coAuthors={coAuthors} form={form} />;
  return { page, ...(sent ? { status: 422 } : {}) };
}

async function invite(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  await takeOne(visit, 'invite');
  try {
    await inviteCoAuthor(
      visit.web.ctx,
      visit.viewer.actorId,
      work.id,
      typed(visit.form, 'coAuthor').slice(0, 100),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.say === 'no-work') throw error;
    const problems = [{ field: 'coAuthor', say: error.say }];
    return showList(visit, work, { say: visit.frame.say, values: visit.form, problems });
  }
  return {
    seeOther: paths.coAuthors(work.id),
    flash: { kind: 'ok', text: visit.frame.say('co-authors.done') },
  };
}

async function answer(visit: MemberVisit): Promise<Outcome> {
  const id = pathPart(visit, 'id');
  const said = typed(visit.form, 'answer') === 'yes' ? 'yes' : 'no';
  await answerCoAuthor(visit.web.ctx, visit.viewer.actorId, id, said);
  const text = visit.frame.say(`co-authors.answered.${said}`);
  return { seeOther: said === 'yes' ? paths.joinStory(id) : paths.write(), flash: { kind: 'ok', text } };
}
