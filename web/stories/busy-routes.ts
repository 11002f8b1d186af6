import { handOver, openReplies, takeOver } from '../../server/actions/busy-replies.ts';
import { pathPart, typed } from '../http/asked.ts';
import { localPath } from '../http/local-path.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { paths } from '../paths.ts';

const STEPS = { open: openReplies, 'hand-over': handOver, 'take-over': takeOver } as const;

/** What an author does when too many strangers answer at once. */
export function busyRoutes(routes: Routes): void {
  routes.memberPost('/works/:id/replies/open', (visit) => step(visit, 'open'));
  routes.memberPost('/works/:id/replies/hand-over', (visit) => step(visit, 'hand-over'));
  routes.memberPost('/works/:id/replies/take-over', (visit) => step(visit, 'take-over'));
}

async function step(visit: MemberVisit, what: keyof typeof STEPS): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const root = await STEPS[what](web.ctx, viewer.actorId, pathPart(visit, 'id'));
  const { handle } = frame.viewer;
  const page =
    root.kind === 'try' ? paths.adaptation(handle, root.id, null) : paths.work(handle, root.slug ?? '');
  return {
    seeOther: localPath(typed(form, 'back'), page),
    flash: { kind: 'ok', text: frame.say(`busy.${what}.done`) },
  };
}
