import type { Actor } from '../domain/actor.ts';
import { adaptationByUri, updateAdaptation } from '../store/adaptations.ts';
import { dropTexts } from '../store/inbox.ts';
import { forgetParents } from '../store/lineage.ts';
import { removeNoticesAbout } from '../store/notices.ts';
import { removeRemoteNote } from '../store/remote-notes.ts';
import { replyByUri, updateReply } from '../store/replies.ts';
import { insertTombstone, rememberTakeBack } from '../store/tombstones.ts';
import { purgeWork, workByUri } from '../store/works.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { threadTags } from './thread-tags.ts';

/**
 * Honours a take-back from elsewhere: text, record and raw JSON go at once, the address is never stored again,
 * tries of it stay. Only the author's own things go; an address that is not known yet is remembered as this author's.
 */
export async function receiveTakeBack(
  ctx: Ctx,
  author: Actor,
  uri: string,
): Promise<'taken-back' | 'not-theirs' | 'remembered'> {
  const now = ctx.clock.now();
  const work = await workByUri(ctx.db, uri);
  const adaptation = work ? null : await adaptationByUri(ctx.db, uri);
  const reply = work || adaptation ? null : await replyByUri(ctx.db, uri);
  const known = work ?? adaptation ?? reply;
  if (known && (known.authorId !== author.id || known.host === null)) return 'not-theirs';
  const wasNote = await removeRemoteNote(ctx.db, uri, author.id);
  if (!known && !wasNote) {
    await rememberTakeBack(ctx.db, uri, author.uri, now);
    return 'remembered';
  }
  const was = work?.kind ?? (adaptation ? 'try' : 'reply');
  await insertTombstone(ctx.db, { uri, actorUri: author.uri, was, url: known?.url ?? null }, now);
  await removeNoticesAbout(ctx.db, uri);
  await dropTexts(ctx.db, author.uri, uri);
  if (work) {
    await purgeWork(ctx.db, work.id, now);
    await markStale(ctx.db, `object:${uri}`, 'district');
  } else if (adaptation) {
    const nothing = {
      context: '',
      changed: '',
      kept: '',
      happened: '',
      tip: '',
      html: '',
      raw: null,
      gist_other: '[]',
      evidence: '[]',
    };
    await updateAdaptation(ctx.db, adaptation.id, { ...nothing, state: 'withdrawn' });
    await markStale(ctx.db, `object:${adaptation.ofUri}`, 'district', ...rootTags(adaptation.lineage));
  } else if (reply) {
    await updateReply(ctx.db, reply.id, {
      html: '',
      markdown: null,
      raw: null,
      state: 'removed',
      counted_as_try: false,
    });
    await forgetParents(ctx.db, [uri]);
    const lists = reply.countedAsTry ? (['district'] as const) : [];
    await markStale(ctx.db, ...lists, ...(await threadTags(ctx.db, reply.rootUri)));
  }
  return 'taken-back';
}
