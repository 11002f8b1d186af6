import { setTimeout as sleep } from 'node:timers/promises';
import { addPerson } from '../actions/add-person.ts';
import { askQuestion } from '../actions/ask-question.ts';
import type { Ctx } from '../actions/context.ts';
import { decideReply } from '../actions/decide-reply.ts';
import { followActor } from '../actions/follow-actor.ts';
import { publishStory } from '../actions/publish-story.ts';
import { reportTry } from '../actions/report-try.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { setUpDistrict } from '../actions/set-up-district.ts';
import { writeReply } from '../actions/write-reply.ts';
import { actorById, localActorByHandle } from '../store/actors.ts';
import { updateDistrict } from '../store/districts.ts';
import { replyByUri } from '../store/replies.ts';
import { workByUri } from '../store/works.ts';
import type { DemoData, DemoDistrict } from './data.ts';

/** The password of everybody in the demo. */
export const DEMO_PASSWORD = 'door-ajar-demo';

/** A district of the demo and its people. */
export interface DemoNode {
  key: string;
  ctx: Ctx;
}

/** Names a district and gives it its people. */
export async function seedDistrict(ctx: Ctx, district: DemoDistrict, data: DemoData): Promise<void> {
  await setUpDistrict(ctx, {
    districtName: district.name,
    shortName: district.shortName,
    country: district.country,
    timezone: district.timezone,
    language: district.languages[0] ?? 'en',
  });
  await updateDistrict(ctx.db, {
    about: district.about,
    region: district.region,
    languages: district.languages,
  });
  for (const person of data.people.filter((one) => one.district === district.key)) {
    await addPerson(ctx, {
      handle: person.handle,
      name: person.name,
      email: person.email,
      password: DEMO_PASSWORD,
      label: person.label,
      bio: person.bio,
      subjects: person.subjects,
      ageMin: person.ageMin,
      ageMax: person.ageMax,
      role: person.role,
    });
  }
}

/** Lets the districts meet: everybody who writes is followed from next door and from abroad, over real HTTP. */
export async function seedFollows(nodes: readonly DemoNode[], data: DemoData): Promise<void> {
  const writers = new Set(data.stories.map((story) => story.author));
  for (const node of nodes) {
    for (const person of data.people.filter((one) => one.district === node.key)) {
      const me = await idOf(node, person.handle);
      for (const other of data.people.filter(
        (one) => one.handle !== person.handle && writers.has(one.handle),
      )) {
        const home = nodes.find((one) => one.key === other.district);
        if (!home) continue;
        const found =
          home === node
            ? await localActorByHandle(node.ctx.db, other.handle)
            : await node.ctx.lookup.actor(`@${other.handle}@${home.ctx.host}`);
        if (found) await followActor(node.ctx, me, found);
      }
    }
  }
}

/** Publishes the stories and lets colleagues try them, ask and talk, each on their own node. */
export async function seedStories(nodes: readonly DemoNode[], data: DemoData): Promise<void> {
  const uris = new Map<string, string>();
  const publish = async (slug: string, builtOn: string[] = []) => {
    const found = data.stories.find((one) => one.slug === slug);
    const node = found && nodes.find((one) => one.key === found.district);
    if (!found || !node) return;
    const author = await idOf(node, found.author);
    const story = { ...found.story, builtOn: builtOn.map((uri) => ({ uri })) };
    const draft = await saveDraft(node.ctx, author, story);
    const published = await publishStory(node.ctx, author, draft, story, { attested: true, kept: [] });
    if (!published.ok) throw new Error(`the demo story ${slug} is not ready: ${JSON.stringify(published)}`);
    uris.set(slug, published.uri);
  };
  // this one grew out of a colleague's try, so it comes after it
  const later = new Map([['one-problem-three-ways-in', 'A2']]);
  for (const { slug } of data.stories) if (!later.has(slug)) await publish(slug);
  for (const attempt of data.tries) {
    for (const [slug, after] of later)
      if (!uris.has(slug) && uris.has(after)) await publish(slug, [uris.get(after) as string]);
    const of = uris.get(attempt.of);
    const node = nodeOf(nodes, data, attempt.author);
    if (!of || !node) continue;
    await patiently(() => node.ctx.lookup.object(of));
    uris.set(
      attempt.id,
      (await reportTry(node.ctx, await idOf(node, attempt.author), of, attempt.input)).uri,
    );
  }
  for (const { id, author, input } of data.questions) {
    const node = nodeOf(nodes, data, author);
    if (node) uris.set(id, (await askQuestion(node.ctx, await idOf(node, author), input)).uri);
  }
  for (const reply of data.replies) {
    const to = uris.get(reply.to);
    const node = nodeOf(nodes, data, reply.author);
    if (!to || !node) continue;
    await node.ctx.lookup.object(to).catch(() => undefined);
    const written = await patiently(async () =>
      writeReply(node.ctx, await idOf(node, reply.author), to, { text: reply.text, lang: reply.lang }),
    );
    if (!written) continue;
    uris.set(reply.id, written.uri);
    await showEverywhere(nodes, written.uri);
  }
}

/** The authors show the kind words that waited for them. */
async function showEverywhere(nodes: readonly DemoNode[], uri: string): Promise<void> {
  await sleep(300);
  for (const { ctx } of nodes) {
    const reply = await replyByUri(ctx.db, uri);
    if (reply?.state !== 'held') continue;
    const work = await workByUri(ctx.db, reply.rootUri);
    const owner = work && (await actorById(ctx.db, work.authorId));
    if (owner?.host === null) await decideReply(ctx, owner.id, reply.id, 'show');
  }
}

/** What came from next door may still be on its way. */
async function patiently<T>(work: () => Promise<T>): Promise<T | null> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      return await work();
    } catch {
      await sleep(200);
    }
  }
  return null;
}

function nodeOf(nodes: readonly DemoNode[], data: DemoData, handle: string): DemoNode | undefined {
  const person = data.people.find((one) => one.handle === handle);
  return person && nodes.find((one) => one.key === person.district);
}

async function idOf(node: DemoNode, handle: string): Promise<string> {
  const actor = await localActorByHandle(node.ctx.db, handle);
  if (!actor) throw new Error(`the demo has nobody called ${handle}`);
  return actor.id;
}
