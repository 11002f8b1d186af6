import { closeDoor, openDoor } from '../../server/actions/door.ts';
import { DOOR_DAYS } from '../../server/domain/door.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { typed } from '../http/asked.ts';
import { localPath } from '../http/local-path.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

/** Closing one's door for a while, and opening it. */
export function doorRoutes(routes: Routes): void {
  routes.memberPost('/settings/safety/door/close', close);
  routes.memberPost('/settings/safety/door/open', async (visit) => {
    await openDoor(visit.web.ctx, visit.viewer.actorId);
    return back(visit, visit.frame.say('door.opened'));
  });
}

async function close(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const days = DOOR_DAYS.find((one) => String(one) === typed(form, 'days'));
  if (!days) throw new Refusal('invalid', 'invalid');
  const until = await closeDoor(web.ctx, viewer.actorId, days);
  return back(visit, frame.say('door.done', { date: dateText(frame, until) }));
}

function back({ form }: MemberVisit, text: string): Outcome {
  return { seeOther: localPath(typed(form, 'back'), paths.settings('safety')), flash: { kind: 'ok', text } };
}
