import { blockActor, unblockActor } from '../../server/actions/block-actor.ts';
import { setReplyDefault } from '../../server/actions/set-reply-default.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { REPLY_POLICIES } from '../../server/domain/reply.ts';
import { guardsOf, otherPerson } from '../../server/reads/guards.ts';
import { queryPart, typed } from '../http/asked.ts';
import { localPath } from '../http/local-path.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { BlockPage } from './block-page.tsx';
import { doorRoutes } from './door-routes.ts';
import { SafetySettingsPage } from './safety-page.tsx';

/** How people guard themselves: who may answer, whom they block. */
export function safetyRoutes(routes: Routes): void {
  routes.memberGet('/settings/safety', (visit) => show(visit));
  routes.memberPost('/settings/safety', save);
  routes.memberGet('/settings/safety/block', async (visit) => {
    const actor = await whom(visit, queryPart(visit, 'who'));
    const back = localPath(queryPart(visit, 'back'), paths.settings('safety'));
    return { page: <BlockPage frame={visit.frame} actor={actor} back={back} /> };
  });
  routes.memberPost('/settings/safety/block', block);
  routes.memberPost('/settings/safety/unblock', unblock);
  doorRoutes(routes);
}

async function whom(visit: MemberVisit, id: string) {
  if (id === visit.viewer.actorId) throw new Refusal('not-found', 'no-person');
  return otherPerson(visit.web.ctx.db, id);
}

async function show(visit: MemberVisit, sent?: FormState): Promise<Outcome> {
  const { replyPolicy, blocked } = await guardsOf(visit.web.ctx.db, visit.viewer.actorId);
  const form = sent ?? freshForm(visit.frame.say, { replyPolicy });
  const page = <SafetySettingsPage frame={visit.frame} form={form} blocked={blocked} />;
  return { page, status: sent ? 422 : 200 };
}

async function save(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const policy = REPLY_POLICIES.find((one) => one === typed(form, 'replyPolicy'));
  if (!policy)
    return show(visit, {
      say: frame.say,
      values: form,
      problems: [{ field: 'replyPolicy', say: 'unknown' }],
    });
  await setReplyDefault(web.ctx, viewer.actorId, policy);
  return { seeOther: paths.settings('safety'), flash: { kind: 'ok', text: frame.say('safety.saved') } };
}

async function block(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const actor = await whom(visit, typed(form, 'who'));
  await blockActor(web.ctx, viewer.actorId, actor, typed(form, 'tell') === 'yes');
  const text = frame.say('block.done', { name: actor.name || actor.handle });
  return {
    seeOther: localPath(typed(form, 'back'), paths.settings('safety')),
    flash: { kind: 'ok', text },
  };
}

async function unblock(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  await unblockActor(web.ctx, viewer.actorId, typed(form, 'who'));
  return {
    seeOther: localPath(typed(form, 'back'), paths.settings('safety')),
    flash: { kind: 'ok', text: frame.say('block.lifted') },
  };
}
