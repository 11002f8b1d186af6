import type { Actor } from '../domain/actor.ts';
import type { ReceivedNote } from '../domain/received.ts';
import { saveRemoteNote } from '../store/remote-notes.ts';
import { isTakenBack } from '../store/tombstones.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import type { Ctx } from './context.ts';
import type { ReceivedOutcome } from './receive-work.ts';

/** Keeps a short post of somebody who is followed here: shown on their profile only. */
export async function receiveNote(ctx: Ctx, author: Actor, received: ReceivedNote): Promise<ReceivedOutcome> {
  if (await isTakenBack(ctx.db, received.uri, author.uri)) return 'taken-back';
  const stored = await saveRemoteNote(ctx.db, {
    authorId: author.id,
    uri: received.uri,
    url: received.url,
    html: await inSlices(() => cleanRemoteHtml(received.contentHtml)),
    lang: received.lang,
    publishedAt: received.publishedAt,
    updatedAt: received.updatedAt,
    now: ctx.clock.now(),
  });
  return stored ? 'stored' : 'known';
}
