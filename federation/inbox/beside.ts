import { getLogger } from '@logtape/logtape';
import { pauseActivities } from '../../server/store/inbox.ts';
import type { Office } from '../office.ts';
import { putOff } from './apply.ts';
import { handle, serverOf } from './handle.ts';
import { Later } from './handling.ts';
import type { Read } from './prepare.ts';

const log = getLogger(['ajar', 'inbox']);

/** how long what one server sent may take to become ready; the rest is put off */
const BUDGET_MS = 8_000;
const GROUPS = 64;
const GROUPS_OF_SERVER = 4;
/** characters held, in all and of one server */
const HELD = 16 * 1_048_576;
const HELD_OF_SERVER = 4 * 1_048_576;
/** what a small activity takes all the same */
const LEAST = 1_000;
const PAUSE_SECONDS = 10;

/** What is known of a server of which something is under way here. */
interface Own {
  groups: number;
  held: number;
}

/** Activities whose servers keep us waiting: handled beside the others, so that they delay nobody else's. */
export class Beside {
  readonly #office: Office;
  readonly #stopping: AbortSignal;
  readonly #active = new Set<Promise<void>>();
  readonly #servers = new Map<string, Own>();
  #held = 0;

  constructor(office: Office, stopping: AbortSignal) {
    this.#office = office;
    this.#stopping = stopping;
  }

  /** Takes over leased activities, in order; those for which there is no room come again in a while. */
  async take(late: readonly Read[]): Promise<void> {
    for (const [server, items] of Map.groupBy(late, serverOf)) {
      const taken = items.slice(0, this.#room(server, items));
      if (taken.length > 0) this.#start(server, taken);
      await this.#pause(items.slice(taken.length), this.#stopping.aborted ? 0 : PAUSE_SECONDS);
    }
  }

  /** Resolves when nothing is under way any more. */
  async rest(): Promise<void> {
    await Promise.all(this.#active);
  }

  /** For how many of these, from the first one on, there is room. */
  #room(server: string, items: readonly Read[]): number {
    const own = this.#servers.get(server) ?? { groups: 0, held: 0 };
    if (this.#stopping.aborted || this.#active.size >= GROUPS || own.groups >= GROUPS_OF_SERVER) return 0;
    let left = Math.min(HELD - this.#held, HELD_OF_SERVER - own.held);
    const first = items.findIndex((one) => {
      left -= weightOf(one);
      return left < 0;
    });
    return first < 0 ? items.length : first;
  }

  #start(server: string, items: readonly Read[]): void {
    const weight = items.reduce((sum, one) => sum + weightOf(one), 0);
    this.#count(server, 1, weight);
    const group = this.#run(items)
      .catch((error) => log.error('inbox worker, {server}: {error}', { server, error }))
      .finally(() => {
        this.#active.delete(group);
        this.#count(server, -1, -weight);
      });
    this.#active.add(group);
  }

  #count(server: string, groups: number, weight: number): void {
    const own = this.#servers.get(server) ?? { groups: 0, held: 0 };
    own.groups += groups;
    own.held += weight;
    this.#held += weight;
    if (own.groups > 0) this.#servers.set(server, own);
    else this.#servers.delete(server);
  }

  async #run(items: readonly Read[]): Promise<void> {
    const late = await handle(this.#office, items, BUDGET_MS, this.#stopping);
    if (this.#stopping.aborted) return this.#pause(late, 0);
    const [asked, others] = [late.filter((one) => one.begun), late.filter((one) => !one.begun)];
    for (const one of asked) await putOff(this.#office, one, new Later('its server did not answer in time'));
    await this.#pause(others, PAUSE_SECONDS);
  }

  #pause(items: readonly Read[], seconds: number): Promise<void> {
    const ids = items.map((one) => one.id);
    return pauseActivities(this.#office.ctx.db, ids, seconds);
  }
}

const weightOf = (one: Read): number => one.body.length + LEAST;
