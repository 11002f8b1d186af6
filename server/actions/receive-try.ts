import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import { statedSteps } from '../domain/lineage.ts';
import type { ReceivedTry } from '../domain/received.ts';
import { LIMITS } from '../domain/text-limits.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri, insertAdaptation, updateAdaptation } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import { placeOfEdge, setPlace, stateParents, supposeParents } from '../store/lineage.ts';
import { insertNotice } from '../store/notices.ts';
import { isTakenBack } from '../store/tombstones.ts';
import { workByUri } from '../store/works.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { askForAncestors } from './ask-for-ancestors.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { mustWait, shownTry } from './outside-stops.ts';
import { appearsAtOnce, type ParentFacts, toldWhen } from './place-for.ts';
import type { ReceivedOutcome } from './receive-work.ts';
import { tellAncestor } from './tell-ancestor.ts';
import { threadColumns } from './thread-columns.ts';
import { brake } from './volume-brake.ts';

/**
 * Stores a try from elsewhere (or its newer version), shows it under what was tried, and tells the author.
 * What may not appear at once waits for the author, unless too many wait already; so does what matches a stop of the
 * student check, also when it is an edit of something shown.
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
  const asShown = shownTry({ ...received, html: columns.html });
  if (known) {
    if ((received.updatedAt?.getTime() ?? 0) <= (known.updatedAt?.getTime() ?? 0))
      return received.updatedAt === null ? 'known' : 'older';
    const waits = known.state === 'published' && (await mustWait(ctx, asShown));
    await updateAdaptation(ctx.db, known.id, { ...columns, ...(waits ? { state: 'held' as const } : {}) });
    // what its author there has hidden stays hidden
    if (waits && (await placeOfEdge(ctx.db, known.uri, known.ofUri)) !== 'hidden') {
      await setPlace(ctx.db, known.uri, known.ofUri, 'held');
      const tried = await parentOf(ctx, known.ofUri);
      if (tried) await tell(ctx, tried.authorId, 'reply-held', known.ofUri, received.uri, author.id);
    }
    await markStale(ctx.db, `object:${received.uri}`, `object:${known.ofUri}`, ...rootTags(known.lineage));
    return 'updated';
  }
  const parent = await parentOf(ctx, received.ofUri);
  if (parent && (await hasBlocked(ctx.db, parent.authorId, author.id))) return 'blocked';
  const mayAppear = await appearsAtOnce(ctx, author, parent, listed);
  const state = mayAppear && !(await mustWait(ctx, asShown)) ? 'published' : 'held';
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
  if (parent && (await tooMany(ctx, parent, received, state))) return 'busy';
  const kind = state === 'held' ? 'reply-held' : 'tried';
  if (parent) await tell(ctx, parent.authorId, kind, received.ofUri, received.uri, author.id);
  await markStale(
    ctx.db,
    `object:${received.ofUri}`,
    'district',
    ...(parent ? [`actor:${parent.authorId}` as const] : []),
  );
  return 'stored';
}

/** Does no more wait of what was tried here? Then this one is not kept. */
async function tooMany(
  ctx: Ctx,
  { authorId }: ParentFacts,
  { uri, ofUri }: ReceivedTry,
  state: 'published' | 'held',
): Promise<boolean> {
  if (state !== 'held' || (await actorById(ctx.db, authorId))?.host !== null) return false;
  return brake(ctx, { rootUri: ofUri, authorId, tags: [`object:${ofUri}`] }, uri);
}

/** Tells whose work was tried, when they are ours. */
async function tell(
  ctx: Ctx,
  authorId: string,
  kind: 'reply-held' | 'tried',
  aboutUri: string,
  objectUri: string,
  fromId: string,
): Promise<void> {
  const person = await actorById(ctx.db, authorId);
  if (person?.host !== null || person.kind !== 'person') return;
  await insertNotice(ctx.db, { personId: person.id, kind, aboutUri, objectUri, fromId });
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
