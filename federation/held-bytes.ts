import type { InboundLimits } from './inbound-limits.ts';

/** The bodies that are held in memory: so many bytes in all, and so many of one address. */
export class HeldBytes {
  readonly #limits: Pick<InboundLimits, 'heldBytes' | 'heldBytesOfAddress'>;
  readonly #ofAddress = new Map<string, number>();
  #all = 0;

  constructor(limits: Pick<InboundLimits, 'heldBytes' | 'heldBytesOfAddress'>) {
    this.#limits = limits;
  }

  /** @returns false when that would be too many: then none of them are held */
  hold(bytes: number, from: string | null): boolean {
    const own = from === null ? 0 : (this.#ofAddress.get(from) ?? 0);
    if (this.#all + bytes > this.#limits.heldBytes || own + bytes > this.#limits.heldBytesOfAddress)
      return false;
    this.#all += bytes;
    if (from !== null) this.#ofAddress.set(from, own + bytes);
    return true;
  }

  letGo(bytes: number, from: string | null): void {
    this.#all -= bytes;
    if (from === null) return;
    const left = (this.#ofAddress.get(from) ?? 0) - bytes;
    if (left > 0) this.#ofAddress.set(from, left);
    else this.#ofAddress.delete(from);
  }
}
