import { bringPhotosAlong } from '../../server/actions/change-photos.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { mayComeBack } from '../../server/domain/taken-back.ts';
import { ownTakenBack, takeBackProgress } from '../../server/reads/take-back-progress.ts';
import { pathPart } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { storyOf } from './story-values.ts';
import { TakenBackPage } from './taken-back-page.tsx';

/** After taking back: where the request has got to, and bringing the text back as a new draft. */
export function takenBackRoutes(routes: Routes): void {
  routes.memberGet('/write/story/:id/take-back/progress', async (visit) => {
    const work = await own(visit);
    const progress = await takeBackProgress(visit.web.ctx.db, work.id, work.uri);
    const now = visit.web.ctx.clock.now();
    return { page: <TakenBackPage frame={visit.frame} work={work} progress={progress} now={now} /> };
  });
  routes.memberPost('/write/story/:id/bring-back', bringBack);
}

const own = (visit: MemberVisit) =>
  ownTakenBack(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

/** The old address stays taken back for ever; the text begins anew as a draft. */
async function bringBack(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const work = await own(visit);
  if (!mayComeBack(work, ctx.clock.now())) throw new Refusal('not-found', 'no-work');
  const id = await saveDraft(ctx, visit.viewer.actorId, storyOf(work));
  await bringPhotosAlong(ctx, visit.viewer.actorId, work.id, id);
  return {
    seeOther: paths.writeStory(id),
    flash: { kind: 'ok', text: visit.frame.say('taken-back.again.done') },
  };
}
