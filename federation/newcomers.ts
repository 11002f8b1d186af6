import { LRUCache } from 'lru-cache';
import type { Ctx } from '../server/actions/context.ts';
import { hostOf } from '../server/domain/handle.ts';
import { actorOf } from '../server/reads/addressees.ts';
import { firstHeard, newPeople } from '../server/reads/newcomers.ts';
import type { InboundLimits } from './inbound-limits.ts';

const DAY_MS = 86_400_000;

/**
 * How many strangers are let in: whoever owns a domain has as many hosts below it, and people on them, as they like.
 * Servers that have been known for a day are not counted.
 */
export class Newcomers {
  readonly #ctx: Ctx;
  readonly #limits: InboundLimits;
  /** hosts that are known, and since when in milliseconds */
  readonly #known = new LRUCache<string, number>({ max: 10_000 });
  /** registrable domain → hosts below it that were let in for the first time, and when */
  readonly #letIn = new LRUCache<string, Map<string, number>>({ max: 10_000 });

  constructor(ctx: Ctx, limits: InboundLimits) {
    this.#ctx = ctx;
    this.#limits = limits;
  }

  /** May somebody be fetched because another one named them? */
  async admits(uri: string): Promise<boolean> {
    const host = hostOf(uri);
    return (
      host !== null && ((await actorOf(this.#ctx.db, uri)) !== null || (await this.whyNot(host)) === null)
    );
  }

  /** Why somebody of `host` who was never heard must wait, null when they need not. */
  async whyNot(host: string): Promise<string | null> {
    const now = this.#ctx.clock.now().getTime();
    const since = await this.#since(host);
    if (since === null)
      return (await this.#hasRoom(host, now)) ? null : 'too many servers of one domain are new here today';
    const isNew = now - since < DAY_MS;
    const most = isNew ? this.#limits.newActorsOfNewHost : this.#limits.newActors;
    const people = await newPeople(this.#ctx.db, host, new Date(now - DAY_MS), most);
    return people < most ? null : 'too many people of your server are new here today';
  }

  /**
   * Somebody of `host` was heard, and it was them: their host takes one of the places of its domain if it is new.
   * Never before that, or whoever makes up names under a domain would shut out those who are really there.
   */
  async letIn(host: string): Promise<void> {
    const now = this.#ctx.clock.now().getTime();
    const since = await this.#since(host);
    if (since !== null && now - since >= DAY_MS) return;
    const hosts = await this.#newUnder(host, now);
    if (!hosts.has(host)) hosts.set(host, now);
  }

  async #since(host: string): Promise<number | null> {
    const cached = this.#known.get(host);
    if (cached !== undefined) return cached;
    const since = (await firstHeard(this.#ctx.db, host))?.getTime() ?? null;
    if (since !== null) this.#known.set(host, since);
    return since;
  }

  async #hasRoom(host: string, now: number): Promise<boolean> {
    const hosts = await this.#newUnder(host, now);
    return hosts.has(host) || hosts.size < this.#limits.newHosts;
  }

  /** The hosts under the same domain that were let in during the last day. */
  async #newUnder(host: string, now: number): Promise<Map<string, number>> {
    const domain = await registrable(host);
    const hosts = this.#letIn.get(domain) ?? new Map<string, number>();
    this.#letIn.set(domain, hosts);
    for (const [one, at] of hosts) if (now - at >= DAY_MS) hosts.delete(one);
    return hosts;
  }
}

/**
 * What somebody can have bought: `a.b.example.co.uk:8443` → `example.co.uk`. Hosts of a service that gives everybody a
 * name of their own count apart. An address is its own.
 */
async function registrable(host: string): Promise<string> {
  // 0.2 MB of rules, which a node that hears nobody new does without
  const { getDomain } = await import('tldts');
  return getDomain(host.replace(/:\d+$/, ''), { allowPrivateDomains: true }) ?? host;
}
