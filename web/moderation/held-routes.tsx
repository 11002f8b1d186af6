import { decideReply } from '../../server/actions/decide-reply.ts';
import { moderates } from '../../server/domain/moderating.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { handedOver } from '../../server/reads/handed-over.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { HeldPage } from './held-page.tsx';

/** What authors handed to the moderators, for moderators and administrators. For others nothing is there. */
export function heldRoutes(routes: Routes): void {
  routes.memberGet('/moderation/held', async ({ web, viewer, frame }) => ({
    page: <HeldPage frame={frame} roots={await handedOver(web.ctx.db, viewer)} />,
  }));
  routes.memberPost('/moderation/held/:id', decide);
}

async function decide(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const decision = (['show', 'hide'] as const).find((one) => one === typed(form, 'decision'));
  if (!moderates(viewer) || !decision) throw new Refusal('not-found', 'not-found');
  await decideReply(web.ctx, viewer.actorId, pathPart(visit, 'id'), decision);
  return { seeOther: paths.held(), flash: { kind: 'ok', text: frame.say(`held-page.${decision}.done`) } };
}
