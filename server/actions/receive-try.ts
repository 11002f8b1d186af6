import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import { statedSteps } from '../domain/lineage.ts';
import type { ReceivedTry } from '../domain/received.ts';
import { LIMITS } from '../domain/text-limits.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri, insertAdaptation, triesFromHost, updateAdaptation } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import { hostFacts, hostRule } from '../store/hosts.ts';
import { stateParents, supposeParents } from '../store/lineage.ts';
import { insertNotice } from '../store/notices.ts';
import { isTakenBack } from '../store/tombstones.ts';
import { workByUri } from '../store/works.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { askForAncestors } from './ask-for-ancestors.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { mustWait, shownTry } from './outside-stops.ts';
import type { ReceivedOutcome } from './receive-work.ts';
import { threadColumns } from './thread-columns.ts';

/** The NodeInfo feature by which nodes that know tries recognise each other. */
export const FEATURE = 'teaching-practice/1';
const DAILY_FROM_ONE_HOST = 10;

/**
 * Stores a try from elsewhere (or its newer version), shows it under what was tried, and tells the author.
 * Tries from a node that speaks our terms appear at once, at most ten a day from one host; others wait, and so does what
 * matches a stop of the student check, also when it is an edit of something shown.
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
    const tried = waits ? await parentOf(ctx, known.ofUri) : null;
    if (tried) await tell(ctx, tried.authorId, 'reply-held', known.ofUri, received.uri, author.id);
    await markStale(ctx.db, `object:${received.uri}`, `object:${known.ofUri}`, ...rootTags(known.lineage));
    return 'updated';
  }
  const parent = await parentOf(ctx, received.ofUri);
  if (parent && (await hasBlocked(ctx.db, parent.authorId, author.id))) return 'blocked';
  const mayAppear = await appearsAtOnce(ctx, author, listed && parent !== null && parent.host !== null);
  const state = mayAppear && !(await mustWait(ctx, asShown)) ? 'published' : 'held';
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
  await stateParents(ctx.db, {
    uri: received.uri,
    toldAt: received.publishedAt,
    parents: [{ uri: received.ofUri, relation: 'tried' }],
  });
  await supposeParents(ctx.db, statedSteps(received.lineage, LIMITS.lineage), received.publishedAt);
  if (state === 'published' && author.host) await askForAncestors(ctx, received.lineage, author.host);
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

async function parentOf(
  ctx: Ctx,
  uri: string,
): Promise<{ title: string; authorId: string; host: string | null } | null> {
  const work = await workByUri(ctx.db, uri);
  if (work) return work;
  const earlier = await adaptationByUri(ctx.db, uri);
  return earlier && { title: earlier.ofTitle, authorId: earlier.authorId, host: earlier.host };
}

async function appearsAtOnce(ctx: Ctx, author: Actor, isShownElsewhere: boolean): Promise<boolean> {
  if (author.host === null) return true;
  if ((await hostRule(ctx.db, author.host))?.severity === 'silence') return false;
  if (isShownElsewhere) return true;
  const facts = await hostFacts(ctx.db, author.host);
  if (!facts?.features.includes(FEATURE)) return false;
  const dayAgo = new Date(ctx.clock.now().getTime() - 86_400_000);
  return (await triesFromHost(ctx.db, author.host, dayAgo)) < DAILY_FROM_ONE_HOST;
}
