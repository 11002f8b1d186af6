import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import { statedSteps } from '../domain/lineage.ts';
import type { ReceivedTry } from '../domain/received.ts';
import { LIMITS } from '../domain/text-limits.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri, insertAdaptation, updateAdaptation } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import { stateParents, supposeParents } from '../store/lineage.ts';
import { insertNotice } from '../store/notices.ts';
import { isTakenBack } from '../store/tombstones.ts';
import { workByUri } from '../store/works.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { askForAncestors } from './ask-for-ancestors.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { appearsAtOnce, type ParentFacts, toldWhen } from './place-for.ts';
import type { ReceivedOutcome } from './receive-work.ts';
import { tellAncestor } from './tell-ancestor.ts';
import { threadColumns } from './thread-columns.ts';
import { brake } from './volume-brake.ts';

/**
 * Stores a try from elsewhere (or its newer version), shows it under what was tried, and tells the author.
 * What may not appear at once waits for the author, unless too many wait already.
 * @param listed the server of what was tried lists it: what is shown there is shown here
 */
export async function receiveTry(
  ctx: Ctx,
  author: Actor,
  received: ReceivedTry,
  listed = false,
): Promise<ReceivedOutcome> {
  if (await isTakenBack(ctx.db, received.uri, author.uri)) return 'taken-back';
  const known = await adaptationByUri(ctx.db, received.uri);
  if (known && (known.authorId !== author.id || known.host === null)) return 'not-theirs';
  const columns = {
    url: received.url,
    context: received.context,
    changed: received.changed,
    kept: received.kept,
    happened: received.happened,
    verdict: received.verdict,
    tip: received.tip,
    evidence: JSON.stringify(received.evidence),
    lang: received.lang,
    gist_other: JSON.stringify(received.gistOther),
    subjects: received.subjects,
    age_min: received.ageMin,
    age_max: received.ageMax,
    html: (await inSlices(() => cleanRemoteHtml(received.contentHtml))) as string,
    updated_at: received.updatedAt ?? received.publishedAt,
    fetched_at: ctx.clock.now(),
    ...threadColumns(ctx, received.thread),
    raw: JSON.stringify(received.raw),
  };
  if (known) {
    if ((received.updatedAt?.getTime() ?? 0) <= (known.updatedAt?.getTime() ?? 0))
      return received.updatedAt === null ? 'known' : 'older';
    await updateAdaptation(ctx.db, known.id, columns);
    await markStale(ctx.db, `object:${received.uri}`, `object:${known.ofUri}`, ...rootTags(known.lineage));
    return 'updated';
  }
  const parent = await parentOf(ctx, received.ofUri);
  if (parent && (await hasBlocked(ctx.db, parent.authorId, author.id))) return 'blocked';
  const state = (await appearsAtOnce(ctx, author, parent, listed)) ? 'published' : 'held';
  if (state === 'held' && parent?.repliesPausedAt) return 'busy';
  await insertAdaptation(ctx.db, {
    id: newId(ctx.clock.now().getTime()),
    uri: received.uri,
    host: author.host,
    author_id: author.id,
    of_uri: received.ofUri,
    of_title: parent?.title ?? '',
    audience: 'everyone',
    lineage: received.lineage,
    state,
    published_at: received.publishedAt,
    ...columns,
  });
  const place = state === 'held' ? 'held' : 'shown';
  await stateParents(ctx.db, {
    uri: received.uri,
    toldAt: toldWhen(received.publishedAt, parent, ctx.clock.now()),
    parents: [{ uri: received.ofUri, relation: 'tried', state: place }],
  });
  await supposeParents(ctx.db, statedSteps(received.lineage, LIMITS.lineage), received.publishedAt);
  if (state === 'published' && author.host) await askForAncestors(ctx, received.lineage, author.host);
  await tellAncestor(ctx, received.uri);
  const parentAuthor = parent && (await actorById(ctx.db, parent.authorId));
  const isOurs = parentAuthor?.host === null;
  if (isOurs && state === 'held') {
    const thread = {
      rootUri: received.ofUri,
      authorId: parentAuthor.id,
      tags: [`object:${received.ofUri}` as const],
    };
    if (await brake(ctx, thread, received.uri)) return 'busy';
  }
  if (isOurs && parentAuthor.kind === 'person') {
    await insertNotice(ctx.db, {
      personId: parentAuthor.id,
      kind: state === 'held' ? 'reply-held' : 'tried',
      aboutUri: received.ofUri,
      objectUri: received.uri,
      fromId: author.id,
    });
  }
  await markStale(
    ctx.db,
    `object:${received.ofUri}`,
    'district',
    ...(parent ? [`actor:${parent.authorId}` as const] : []),
  );
  return 'stored';
}

interface Tried extends ParentFacts {
  title: string;
  publishedAt: Date | null;
  repliesPausedAt: Date | null;
}

async function parentOf(ctx: Ctx, uri: string): Promise<Tried | null> {
  const work = await workByUri(ctx.db, uri);
  if (work) return work;
  const earlier = await adaptationByUri(ctx.db, uri);
  return earlier && { ...earlier, title: earlier.ofTitle };
}
