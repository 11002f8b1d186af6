import { sql } from 'kysely';
import type { Ctx } from '../../../server/actions/context.ts';
import { storyColumns } from '../../../server/actions/story-columns.ts';
import { tryColumns } from '../../../server/actions/try-columns.ts';
import { readDemo } from '../../../server/demo/data.ts';
import { objectUri, replyUrl, tryUrl, workUrl } from '../../../server/domain/addresses.ts';
import { firstIdAt } from '../../../server/domain/ids.ts';
import { slugOf } from '../../../server/domain/slug.ts';
import { paragraphs } from '../../../server/text/markdown.ts';
import { manyColleagues, manyTeachers, type Somebody } from './many-people.ts';

/** A work, a try or a reply, as far as it can be answered. */
export interface Thing {
  id: string;
  uri: string;
  url: string;
  title: string;
  author: Somebody;
  at: Date;
  /** its ancestors, origin first */
  lineage: string[];
  isPublic: boolean;
}

interface Answer {
  to: Thing;
  thing: Thing;
}

const DAY = 86_400_000;
/** the age of the district */
const SPAN = 3 * 365 * DAY;
const AT_ONCE = 500;

/**
 * Fills a district as years would, straight into the tables: nothing is sent and nobody is asked anything. The texts
 * are those of the demo, in its languages, stored as the node stores them.
 */
export class Many {
  readonly #ctx: Ctx;
  readonly #demo = readDemo();
  readonly #random = numbers(1);
  readonly #end = Date.now();
  readonly teachers: readonly Somebody[];
  readonly #colleagues: readonly Somebody[];
  #number = 0;

  private constructor(ctx: Ctx, teachers: readonly Somebody[], colleagues: readonly Somebody[]) {
    this.#ctx = ctx;
    this.teachers = teachers;
    this.#colleagues = colleagues;
  }

  /** @param teachers how many of ours @param colleagues how many elsewhere, who try things and answer */
  static async people(ctx: Ctx, teachers: number, colleagues: number): Promise<Many> {
    const names = readDemo().people.map(({ name }) => name);
    const here = await manyTeachers(ctx, names, teachers);
    return new Many(ctx, here, await manyColleagues(ctx, nth(here, 0), colleagues));
  }

  /** Published stories, the oldest first; one in seven stays inside, one in twenty is built on an earlier one. */
  async works(count: number): Promise<Thing[]> {
    const stories = await Promise.all(
      this.#demo.stories.map(async ({ story }) => ({
        title: story.title,
        columns: await storyColumns(story),
      })),
    );
    const works: Thing[] = [];
    for (const part of slices(count)) {
      const builtOn: Answer[] = [];
      const rows = part.map((n) => {
        const { title, columns } = nth(stories, n);
        const at = new Date(this.#end - SPAN + (SPAN * n) / count);
        const thing = this.#work(this.#oneOf(this.teachers), `${title} ${n}`, at, n % 7 !== 3);
        const parents = n % 20 === 19 ? [this.#oneOf(works)] : [];
        builtOn.push(...parents.map((to) => ({ to, thing })));
        works.push(thing);
        const uris = parents.map(({ uri }) => uri);
        const built_on = JSON.stringify(uris.map((uri) => ({ uri })));
        return { ...columns, ...this.#workRow(thing), built_on, lineage: uris };
      });
      await this.#ctx.db.insertInto('work').values(rows).execute();
      await this.#link('built-on', builtOn);
    }
    return works;
  }

  /**
   * Tries of these works: a few works have very many. A fifth are tries of tries; a third of what is public was tried
   * elsewhere. Their authors are told.
   */
  async tries(works: readonly Thing[], count: number): Promise<Thing[]> {
    const columns = this.#demo.tries.map(({ input }) => tryColumns(input, 'Seven silent seconds'));
    const last = new Map<Thing, Thing>();
    const tries: Thing[] = [];
    for (const part of slices(count)) {
      const answers = part.map((n): Answer => {
        const work = this.#popular(works);
        const to = n % 5 === 0 ? (last.get(work) ?? work) : work;
        const thing = this.#answer(to, tryUrl);
        last.set(work, thing);
        return { to, thing };
      });
      const rows = answers.map(({ to, thing }, n) => ({
        ...nth(columns, n),
        ...{ id: thing.id, uri: thing.uri, url: thing.url, host: thing.author.host },
        ...{ author_id: thing.author.id, of_uri: to.uri, of_title: to.title, lineage: thing.lineage },
        ...{ audience: to.isPublic ? 'everyone' : 'district', state: 'published' },
        ...{ created_at: thing.at, published_at: thing.at, updated_at: thing.at },
      }));
      await this.#ctx.db.insertInto('adaptation').values(rows).execute();
      await this.#link('tried', answers);
      await this.#tell('tried', answers);
      tries.push(...answers.map(({ thing }) => thing));
    }
    return tries;
  }

  /** What was said about these works, spread as the tries are. Their authors are told. */
  async replies(works: readonly Thing[], count: number): Promise<void> {
    for (const part of slices(count)) {
      const answers = part.map((): Answer => {
        const to = this.#popular(works);
        return { to, thing: this.#answer(to, replyUrl) };
      });
      const rows = answers.map(({ to, thing }, n) => {
        const { text, lang } = nth(this.#demo.replies, n);
        return {
          ...{ id: thing.id, uri: thing.uri, url: thing.url, host: thing.author.host, lang },
          ...{ author_id: thing.author.id, in_reply_to: to.uri, root_uri: to.uri, state: 'shown' },
          ...{ markdown: text, html: paragraphs(text) as string, published_at: thing.at },
        };
      });
      await this.#ctx.db.insertInto('reply').values(rows).execute();
      await this.#tell('replied', answers);
    }
  }

  /** What each teacher has for themselves: people whom they follow, plans to try something, drafts. */
  async desks(
    works: readonly Thing[],
    each: { follows: number; plans: number; drafts: number },
  ): Promise<void> {
    const { db, origin } = this.#ctx;
    const columns = await storyColumns(nth(this.#demo.stories, 0).story);
    for (const [n, teacher] of this.teachers.entries()) {
      const follows = times(each.follows, (far) => {
        const { id } = nth(this.teachers, n + 1 + far);
        const uri = `${origin}/follows/${teacher.id}/${id}`;
        return { ...{ follower_id: teacher.id, followed_id: id, uri }, ...ACCEPTED };
      });
      const plans = times(each.plans, (week) => ({
        ...{ id: this.#id(this.#end), actor_id: teacher.id, of_uri: this.#popular(works).uri },
        planned_for: new Date(this.#end + (week - 1) * 7 * DAY).toISOString().slice(0, 10),
      }));
      const drafts = times(each.drafts, (day) => {
        const draft = this.#work(teacher, `Draft ${day}`, new Date(this.#end - day * DAY), true);
        return { ...columns, ...this.#workRow(draft), ...DRAFT };
      });
      await db.insertInto('follow').values(follows).execute();
      await db.insertInto('planned_try').values(plans).execute();
      await db.insertInto('work').values(drafts).execute();
    }
  }

  /** What PostgreSQL does by itself within minutes. */
  async settle(): Promise<void> {
    await sql`vacuum analyze`.execute(this.#ctx.db);
  }

  #work(author: Somebody, title: string, at: Date, isPublic: boolean): Thing {
    const { origin } = this.#ctx;
    const id = this.#id(at.getTime());
    const url = workUrl(origin, author.handle, slugOf(title, id));
    return { id, uri: objectUri(origin, id), url, title, author, at, lineage: [], isPublic };
  }

  #workRow({ id, uri, url, title, author, at, isPublic }: Thing) {
    return {
      ...{ id, uri, url, title, slug: slugOf(title, id), host: null, author_id: author.id },
      ...{ kind: 'practice-story', state: 'published', reply_policy: 'everyone' },
      ...{ audience: isPublic ? 'everyone' : 'district' },
      ...{ group_id: null, verdict: null, students_n: null, duration: null, inquiry_id: null },
      ...{ check_id: null, retracted_reason: null },
      ...{ created_at: at, published_at: at, updated_at: at },
    };
  }

  /** By somebody, some time after what is answered. */
  #answer(to: Thing, urlOf: (origin: string, handle: string, id: string) => string): Thing {
    const author = this.#oneOf(to.isPublic && this.#random() < 0.33 ? this.#colleagues : this.teachers);
    const origin = author.host === null ? this.#ctx.origin : `https://${author.host}`;
    const at = new Date(to.at.getTime() + this.#random() * (this.#end - to.at.getTime()));
    const id = this.#id(at.getTime());
    const url = urlOf(origin, author.handle, id);
    return { ...to, id, uri: objectUri(origin, id), url, author, at, lineage: [...to.lineage, to.uri] };
  }

  /** Each of these came from what it answers. */
  async #link(relation: 'tried' | 'built-on', answers: readonly Answer[]): Promise<void> {
    if (answers.length === 0) return;
    const edges = answers.map(({ to, thing }) => ({
      ...{ child_uri: thing.uri, parent_uri: to.uri, relation, confirmed: true, told_at: thing.at },
    }));
    await this.#ctx.db.insertInto('lineage_edge').values(edges).execute();
  }

  /** Notices of the last month are not read yet. */
  async #tell(kind: 'tried' | 'replied', answers: readonly Answer[]): Promise<void> {
    const month = new Date(this.#end - 30 * DAY);
    const notices = answers
      .filter(({ to, thing }) => to.author.host === null && to.author.id !== thing.author.id)
      .map(({ to, thing: { id, uri, author, at } }) => ({
        ...{ id, person_id: to.author.id, kind, about_uri: to.uri, object_uri: uri, from_id: author.id },
        ...{ created_at: at, mailed_at: at, read_at: at < month ? at : null },
      }));
    await this.#ctx.db.insertInto('notice').values(notices).execute();
  }

  #oneOf<T>(list: readonly T[]): T {
    return nth(list, Math.floor(this.#random() * list.length));
  }

  /** Some far more often than others, whatever their age. */
  #popular<T>(list: readonly T[]): T {
    return nth(list, Math.floor(this.#random() ** 3 * list.length) * 7_919);
  }

  #id(at: number): string {
    this.#number += 1;
    return `${firstIdAt(Math.floor(at)).slice(0, 10)}${String(this.#number).padStart(16, '0')}`;
  }
}

const ACCEPTED = { state: 'accepted', accepted_at: new Date() };
const DRAFT = { state: 'draft', slug: null, url: null, published_at: null };

/** The n-th, beginning again at the end. */
export function nth<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** 0 … count - 1 in parts that one statement takes. */
function* slices(count: number): Generator<number[]> {
  for (let start = 0; start < count; start += AT_ONCE)
    yield times(Math.min(AT_ONCE, count - start), (n) => start + n);
}

/** The same numbers between 0 and 1 in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
