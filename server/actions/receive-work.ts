import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import { statedSteps } from '../domain/lineage.ts';
import { promptWords } from '../domain/prompt-words.ts';
import { isQuestion } from '../domain/question.ts';
import type { ReceivedWork } from '../domain/received.ts';
import { LIMITS } from '../domain/text-limits.ts';
import { countWords } from '../domain/work.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { stateParents, supposeParents } from '../store/lineage.ts';
import { isTakenBack } from '../store/tombstones.ts';
import { insertWork, updateWork, workByUri } from '../store/works.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { storyHtml } from '../text/story-html.ts';
import { askForAncestors } from './ask-for-ancestors.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { placeFor, toldWhen } from './place-for.ts';
import { tellAncestor } from './tell-ancestor.ts';
import { tellOfStory } from './tell-of-story.ts';
import { threadColumns } from './thread-columns.ts';

export type ReceivedOutcome =
  | 'stored'
  | 'updated'
  | 'known'
  | 'taken-back'
  | 'not-theirs'
  | 'older'
  | 'blocked'
  | 'door-closed'
  | 'busy';

/**
 * Stores a work from elsewhere, or a newer version of it. Our sections are rendered and cleaned again here;
 * what was taken back stays taken back; authorship never changes.
 */
export async function receiveWork(ctx: Ctx, author: Actor, received: ReceivedWork): Promise<ReceivedOutcome> {
  if (await isTakenBack(ctx.db, received.uri, author.uri)) return 'taken-back';
  const known = await workByUri(ctx.db, received.uri);
  if (known && (known.authorId !== author.id || known.host === null)) return 'not-theirs';
  const html =
    received.sections.length > 0
      ? await storyHtml(received.sections, promptWords(received.lang))
      : await inSlices(() => cleanRemoteHtml(received.contentHtml));
  const words = html.slice(0, LIMITS.remoteHtml).replace(/<[^>]*>/g, ' ');
  const columns = {
    url: received.url,
    kind: received.kind,
    title: received.title,
    gist: received.gist,
    lang: received.lang,
    gist_other: JSON.stringify(received.gistOther),
    sections: JSON.stringify(received.sections),
    html: html as string,
    subjects: received.subjects,
    focus: received.focus,
    tags: received.tags,
    age_min: received.ageMin,
    age_max: received.ageMax,
    level_label: received.levelLabel,
    class_size_band: received.classSize,
    why_it_matters: received.whyItMatters,
    made_possible_by: received.madePossibleBy,
    licence: received.licence,
    built_on: JSON.stringify(received.builtOn),
    lineage: received.lineage,
    version: received.version,
    change_note: received.changeNote,
    photos_elsewhere: received.photos ?? 0,
    searchable: received.searchable ?? null,
    call_state: received.callState ?? null,
    // how long a question takes to read is not said
    word_count: isQuestion(received)
      ? 0
      : await inSlices(() => countWords([words], safeLocale(received.lang))),
    updated_at: received.updatedAt ?? received.publishedAt,
    fetched_at: ctx.clock.now(),
    ...threadColumns(ctx, received.thread),
    raw: JSON.stringify(received.raw),
  };
  if (known) {
    const newer = (received.updatedAt?.getTime() ?? 0) > (known.updatedAt?.getTime() ?? 0);
    if (!newer) return received.updatedAt === null ? 'known' : 'older';
  }
  const parents = await parentsOf(ctx, author, received);
  if (known) {
    await updateWork(ctx.db, known.id, columns);
  } else {
    await insertWork(ctx.db, {
      id: newId(ctx.clock.now().getTime()),
      uri: received.uri,
      host: author.host,
      author_id: author.id,
      slug: null,
      audience: 'everyone',
      state: 'published',
      published_at: received.publishedAt,
      group_id: null,
      verdict: null,
      students_n: null,
      duration: null,
      inquiry_id: null,
      check_id: null,
      retracted_reason: null,
      ...columns,
    });
  }
  await stateParents(ctx.db, {
    uri: received.uri,
    toldAt: parents.reduce((at, { held }) => toldWhen(at, held, ctx.clock.now()), received.publishedAt),
    parents: parents.map(({ uri, asks, place }) => ({
      uri,
      relation: asks ? 'answered' : 'built-on',
      state: place,
    })),
  });
  const before = new Set(known?.builtOn.map(({ uri }) => uri));
  for (const { uri, held, asks, place } of parents)
    if (held && !before.has(uri))
      await tellOfStory(
        ctx.db,
        { uri, authorId: held.authorId, isQuestion: asks },
        { uri: received.uri, authorId: author.id },
        place,
      );
  await supposeParents(ctx.db, statedSteps(received.lineage, LIMITS.lineage), received.publishedAt);
  if (!known && author.host) await askForAncestors(ctx, received.lineage, author.host);
  if (!known) await tellAncestor(ctx, received.uri);
  await markStale(
    ctx.db,
    `object:${received.uri}`,
    ...rootTags([...received.builtOn.map(({ uri }) => uri), ...received.lineage]),
  );
  return known ? 'updated' : 'stored';
}

/** What it was built on, as far as it is held here, and whether it has its place there. */
function parentsOf(ctx: Ctx, author: Actor, { builtOn }: ReceivedWork) {
  return Promise.all(
    builtOn.map(async ({ uri }) => {
      const work = await workByUri(ctx.db, uri);
      const attempt = work ? null : await adaptationByUri(ctx.db, uri);
      const held = work ?? attempt;
      return {
        uri,
        held,
        asks: work !== null && isQuestion(work),
        place: await placeFor(ctx, author, held),
      };
    }),
  );
}

function safeLocale(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
