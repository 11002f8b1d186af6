import { setTimeout as sleep } from 'node:timers/promises';
import { askQuestion } from '../actions/ask-question.ts';
import { countAsTry } from '../actions/count-as-try.ts';
import { decideReply } from '../actions/decide-reply.ts';
import { makeStoryOfTry } from '../actions/make-story-of-try.ts';
import { planTry } from '../actions/plan-try.ts';
import { publishStory } from '../actions/publish-story.ts';
import { reportTry } from '../actions/report-try.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { sayThanks } from '../actions/say-thanks.ts';
import { takeBackWork } from '../actions/take-back-work.ts';
import { writeReply } from '../actions/write-reply.ts';
import { hostOf } from '../domain/handle.ts';
import type { Reply } from '../domain/reply.ts';
import { dayAfter, dayIn } from '../domain/school-time.ts';
import { localActorByHandle } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { theDistrict } from '../store/districts.ts';
import { replyByUri } from '../store/replies.ts';
import { workByUri } from '../store/works.ts';
import type { DemoData, DemoStory } from './data.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { DemoNode } from './seed.ts';

/** Grown out of a colleague's try: that one is made a story. */
const OF_A_TRY = new Map([['one-problem-three-ways-in', 'A2']]);

/** Somebody of the demo, on their own node. */
interface Author extends DemoNode {
  id: string;
}

/** Lets the people of the demo write, try, ask, thank and talk, each on their own node; everything goes over HTTP. */
export async function seedScene(
  nodes: readonly DemoNode[],
  data: DemoData,
  elsewhere: Elsewhere,
): Promise<void> {
  const scene = new Scene(nodes, data, elsewhere);
  for (const story of data.stories) if (!OF_A_TRY.has(story.slug)) await scene.publish(story);
  // before anybody next door has read the thread, so that what counts as a try is found there
  for (const post of data.elsewhere.posts) await scene.answerFromElsewhere(post);
  for (const attempt of data.tries) await scene.report(attempt);
  for (const question of data.questions) await scene.ask(question);
  for (const reply of data.replies) await scene.answer(reply);
  for (const thanks of data.thanks) await scene.thank(thanks);
  for (const plan of data.plans) await scene.plan(plan);
  for (const story of data.stories) if (story.takenBack) await scene.takeBack(story, story.takenBack);
}

class Scene {
  readonly #nodes: readonly DemoNode[];
  readonly #data: DemoData;
  readonly #elsewhere: Elsewhere;
  /** slug or id in the files → address */
  readonly #uris = new Map<string, string>();

  constructor(nodes: readonly DemoNode[], data: DemoData, elsewhere: Elsewhere) {
    this.#nodes = nodes;
    this.#data = data;
    this.#elsewhere = elsewhere;
  }

  async publish({ slug, author, story }: DemoStory): Promise<void> {
    const { ctx, id } = await this.#author(author);
    const of = OF_A_TRY.get(slug);
    const parent = of && (await adaptationByUri(ctx.db, this.#uri(of)));
    const begun = parent ? await makeStoryOfTry(ctx, id, parent.id, story.audience) : undefined;
    const whole = parent ? { ...story, builtOn: [{ uri: parent.uri }] } : story;
    const draft = await saveDraft(ctx, id, whole, begun);
    const published = await publishStory(ctx, id, draft, whole, { attested: true, kept: [] });
    if (!published.ok) throw new Error(`the demo story ${slug} is not ready: ${JSON.stringify(published)}`);
    this.#uris.set(slug, published.uri);
  }

  async report({ id, author, of, input }: DemoData['tries'][number]): Promise<void> {
    const by = await this.#author(author);
    const uri = await this.#held(by, of);
    this.#uris.set(id, (await reportTry(by.ctx, by.id, uri, input)).uri);
    for (const story of this.#data.stories) if (OF_A_TRY.get(story.slug) === id) await this.publish(story);
  }

  async ask({ id, author, input }: DemoData['questions'][number]): Promise<void> {
    const by = await this.#author(author);
    this.#uris.set(id, (await askQuestion(by.ctx, by.id, input)).uri);
  }

  async answer({ id, author, to, text, lang }: DemoData['replies'][number]): Promise<void> {
    const by = await this.#author(author);
    const uri = await this.#held(by, to);
    const said = await patiently(`the reply ${id}`, () => writeReply(by.ctx, by.id, uri, { text, lang }));
    this.#uris.set(id, said.uri);
    await this.#show(said.uri, by);
  }

  async thank({ author, of, ...thanks }: DemoData['thanks'][number]): Promise<void> {
    const by = await this.#author(author);
    const said = await sayThanks(by.ctx, by.id, await this.#held(by, of), thanks);
    await this.#show(said.uri, by);
  }

  async plan({ author, of, inDays, word }: DemoData['plans'][number]): Promise<void> {
    const by = await this.#author(author);
    const timezone = (await theDistrict(by.ctx.db))?.timezone ?? 'UTC';
    const plannedFor = dayAfter(dayIn(by.ctx.clock.now(), timezone), inDays);
    await planTry(by.ctx, by.id, await this.#held(by, of), { plannedFor, word });
  }

  async answerFromElsewhere(post: DemoData['elsewhere']['posts'][number]): Promise<void> {
    const uri = await this.#elsewhere.reply(post.author, this.#uri(post.to), post.text, post.lang);
    const { ctx, reply, ownerId } = await this.#arrived(uri, this.#uri(post.to));
    if (post.decision === 'count') await countAsTry(ctx, ownerId, reply.id, true);
  }

  /** Taken back when the tries of it have come, so that its place is kept for them. */
  async takeBack({ slug, author }: DemoStory, reason: NonNullable<DemoStory['takenBack']>): Promise<void> {
    const { ctx, id } = await this.#author(author);
    for (const attempt of this.#data.tries.filter(({ of }) => of === slug))
      await patiently(`the try ${attempt.id}`, () => adaptationByUri(ctx.db, this.#uri(attempt.id)));
    const work = await workByUri(ctx.db, this.#uri(slug));
    if (work) await takeBackWork(ctx, id, work.id, reason);
  }

  /** The authors show the kind words that waited for them. */
  async #show(uri: string, by: DemoNode): Promise<void> {
    const { rootUri } = (await replyByUri(by.ctx.db, uri)) ?? {};
    if (!rootUri) return;
    const { ctx, reply, ownerId } = await this.#arrived(uri, rootUri);
    if (reply.state === 'held') await decideReply(ctx, ownerId, reply.id, 'show');
  }

  /** A reply, once it is where what it answers lives. */
  async #arrived(
    uri: string,
    rootUri: string,
  ): Promise<{ ctx: DemoNode['ctx']; reply: Reply; ownerId: string }> {
    const home = this.#nodes.find(({ ctx }) => ctx.host === hostOf(rootUri));
    if (!home) throw new Error(`${rootUri} is of none of the districts`);
    const { db } = home.ctx;
    const reply = await patiently(uri, () => replyByUri(db, uri));
    const root = (await workByUri(db, rootUri)) ?? (await adaptationByUri(db, rootUri));
    if (!root) throw new Error(`${rootUri} is not at its home`);
    return { ctx: home.ctx, reply, ownerId: root.authorId };
  }

  /** The address of something in the files, once this node has it. */
  async #held({ ctx }: DemoNode, name: string): Promise<string> {
    const uri = this.#uri(name);
    if (hostOf(uri) !== ctx.host) await patiently(name, () => ctx.lookup.object(uri));
    return uri;
  }

  #uri(name: string): string {
    const uri = this.#uris.get(name);
    if (!uri) throw new Error(`the demo has no ${name} yet`);
    return uri;
  }

  async #author(handle: string): Promise<Author> {
    const district = this.#data.people.find((one) => one.handle === handle)?.district;
    const node = this.#nodes.find((one) => one.key === district);
    const actor = node && (await localActorByHandle(node.ctx.db, handle));
    if (!actor) throw new Error(`the demo has nobody called ${handle}`);
    return { ...node, id: actor.id };
  }
}

const PATIENCE_MS = 20_000;

/** What came from next door may still be on its way. @throws Error that says what did not come, and why */
async function patiently<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    let why: unknown = 'it did not come';
    try {
      const seen = await look();
      if (seen !== null) return seen;
    } catch (error) {
      why = error instanceof Error ? error.message : error;
    }
    if (Date.now() > end) throw new Error(`the demo waited in vain for ${what}: ${why}`);
    await sleep(100);
  }
}
