import type { LeasedBackfill } from '../server/actions/backfill.ts';
import { showListed } from '../server/actions/backfill.ts';
import { inEffect } from '../server/actions/in-effect.ts';
import { receiveTakeBack } from '../server/actions/receive-take-back.ts';
import { hostOf } from '../server/domain/handle.ts';
import { authorOfHeld, heldThing, isTombstone } from '../server/reads/held-things.ts';
import { addParent, addStep, BOUNDS, type Step, type Walk } from './backfill-walk.ts';
import { lacksParent, takeIn } from './inbox/object.ts';
import type { Office } from './office.ts';
import {
  answeredBy,
  isList,
  isTombstoneJson,
  isWhole,
  itemsOn,
  pagesAfter,
  threadLists,
} from './translate/thread.ts';
import { idOf } from './translate/wire.ts';

type Json = Record<string, unknown>;

/** a thing or list whose server did not answer is tried twice in one reading */
const MISSES = 2;

/** Of which list a page is, and which of its pages. */
type PageOf = Pick<Step, 'depth' | 'page' | 'tries'>;

/** What the start of a reading needs is away: the whole is put off. */
export class Away extends Error {}

/** One stretch of a reading: takes steps, and adds to the walk what they lead to. */
export class Sitting {
  readonly #office: Office;
  readonly #backfill: LeasedBackfill;
  readonly #walk: Walk;
  /** where the thread lives */
  readonly #host: string | null;
  /** things that came along with a list of their own host, or were fetched in this sitting */
  readonly #at = new Map<string, Json>();

  constructor(office: Office, backfill: LeasedBackfill, walk: Walk, host: string | null) {
    this.#office = office;
    this.#backfill = backfill;
    this.#walk = walk;
    this.#host = host;
  }

  /**
   * Takes one step. @returns the host that did not answer, null when all is well
   * @throws Wait, Away
   */
  async take(step: Step): Promise<string | null> {
    if (hostOf(step.url) === this.#office.ctx.host) return null;
    return step.kind === 'list' ? this.#list(step) : this.#thing(step);
  }

  async #thing(step: Step): Promise<string | null> {
    const { ctx, documents } = this.#office;
    const isStart = step.url === this.#backfill.uri;
    const held = await heldThing(ctx.db, step.url);
    if (held && !isStart) {
      if (step.listed) await showListed(ctx, step.url);
      this.#listOf(held.replies, step);
      return null;
    }
    if (!held && (await isTombstone(ctx.db, step.url))) return null;
    const here = this.#at.get(step.url);
    const fetched = here ? { kind: 'found' as const, json: here } : await documents.fetchObject(step.url);
    if (fetched.kind === 'away') return this.#miss(step, isStart, fetched.why);
    if (fetched.kind === 'gone' || (fetched.kind === 'found' && isTombstoneJson(fetched.json))) {
      const author = held && (await authorOfHeld(ctx.db, held));
      if (author) await inEffect(ctx, (inner) => receiveTakeBack(inner, author, step.url));
    }
    if (fetched.kind !== 'found') return null;
    this.#at.set(step.url, fetched.json);
    await this.#takeIn(step, fetched.json);
    return null;
  }

  async #takeIn(step: Step, json: Json): Promise<void> {
    const outcome = await takeIn(this.#office, json, step.listed ?? false);
    if (lacksParent(outcome)) {
      const parent = answeredBy(json);
      if (parent && hostOf(parent) !== this.#office.ctx.host) addParent(this.#walk, step, parent);
      return;
    }
    if (outcome === 'stored') {
      this.#walk.stored += 1;
      this.#walk.replies += 1;
    }
    if (!['stored', 'updated', 'known', 'older'].includes(outcome) || !this.#backfill.whole) return;
    // its id is where it came from, which may be another host than the one that was asked
    const at = { url: idOf(json) ?? step.url, depth: step.depth };
    const { replies, thread, tries } = threadLists(json);
    // before the others: a list that two of them name is read once
    if (at.url === this.#backfill.uri) this.#listOf(tries, at, true);
    this.#listOf(replies, at);
    if (step.depth === 0) this.#listOf(thread, at);
  }

  /** A list that a thing names: on the thing’s own host alone. It may stand in the thing itself. */
  #listOf(list: unknown, { url, depth }: Pick<Step, 'url' | 'depth'>, tries = false): void {
    const host = hostOf(url);
    const address = idOf(list);
    if (host === null || (address !== null && hostOf(address) !== host)) return;
    const of = tries ? { tries } : {};
    if (isList(list)) this.#items(list, host, { depth, ...of });
    else if (address !== null) addStep(this.#walk, { kind: 'list', url: address, depth, ...of });
  }

  async #list(step: Step): Promise<string | null> {
    const fetched = await this.#office.documents.fetch(step.url);
    if (fetched.kind === 'away') return this.#miss(step, false, fetched.why);
    const host = hostOf(step.url);
    if (fetched.kind !== 'found' || host === null || hostOf(fetched.url) !== host) return null;
    const { json } = fetched;
    const id = idOf(json);
    if (isList(json) && (id === null || hostOf(id) === host)) this.#items(json, host, step);
    return null;
  }

  /** What stands on a page, and the next one. @param host whose word the page is */
  #items(page: Json, host: string, { depth, page: number = 1, tries }: PageOf): void {
    const listed = host === this.#host && host !== this.#office.ctx.host;
    const items = itemsOn(page, BOUNDS.items);
    if (tries) this.#named(page, items);
    for (const item of items) {
      const id = idOf(item);
      if (id === null) continue;
      // a host may show its own things whole; those of others are asked for where they live
      if (isWhole(item) && hostOf(id) === host) this.#at.set(id, item);
      addStep(this.#walk, { kind: 'thing', url: id, depth: depth + 1, ...(listed ? { listed } : {}) });
    }
    const pages = pagesAfter(page);
    for (const [next, at] of [
      [pages.first, number],
      [pages.next, number + 1],
    ] as const) {
      const url = idOf(next);
      if (url !== null && hostOf(url) !== host) continue;
      if (isWhole(next)) {
        if (at <= BOUNDS.pages) this.#items(next, host, { depth, page: at, tries });
      } else if (url !== null)
        addStep(this.#walk, { kind: 'list', url, depth, page: at, ...(tries ? { tries } : {}) });
    }
  }

  /** Keeps what a page of the tries names. A page after which nothing comes ends the list. */
  #named(page: Json, items: readonly unknown[]): void {
    const { first, next } = pagesAfter(page);
    const named = [...(this.#walk.tries?.named ?? []), ...items.flatMap((item) => idOf(item) ?? [])];
    const isEnd = (first ?? next ?? null) === null && items.length < BOUNDS.items;
    this.#walk.tries = { named: named.slice(0, BOUNDS.items), isWhole: isEnd && named.length < BOUNDS.items };
  }

  /** A server did not answer: once more later; without the start itself the whole is put off. */
  #miss(step: Step, isStart: boolean, why: string): string | null {
    if (isStart) throw new Away(why);
    const misses = (step.misses ?? 0) + 1;
    if (misses < MISSES) this.#walk.todo.push({ ...step, misses });
    return hostOf(step.url);
  }
}
