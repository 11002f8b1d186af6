/** So many a second in the long run, and so many at once. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** How much is taken from other servers; the table in FEDERATION.md says the same. */
export interface InboundLimits {
  /** requests to inboxes from one address, before anything is read of them: 429 */
  address: Rate;
  /** signed requests of one server: 429 */
  host: Rate;
  /** signed requests of one actor: 429 */
  actor: Rate;
  /**
   * Requests that are checked and stored at the same time: enough to share statements, few enough that pages come in
   * between; and how many more wait in line: 503
   */
  atOnce: number;
  inLine: number;
  /** bytes of bodies held, in all and of one address: 503 */
  heldBytes: number;
  heldBytesOfAddress: number;
  /** activities that wait to be handled, of one server (429) and in all (503) */
  waitingOfHost: number;
  waiting: number;
  /** bytes of the bodies of those: the same */
  waitingBytesOfHost: number;
  waitingBytes: number;
  /** keys that are asked for at the same time, and how many more wait for their turn, in all and for one address: 503 */
  keysAtOnce: number;
  keysInLine: number;
  keysAtOnceOfAddress: number;
  keysInLineOfAddress: number;
  /** signatures that do not hold may make us look for a new key so often, for one address: 503 */
  newKeys: Rate;
  /** after a key that could not be had, no unknown ones are asked for because of the same address: 503 */
  stopSeconds: number;
  /** servers under one registrable domain that are heard for the first time in a day: 429 */
  newHosts: number;
  /** people of one server who are heard for the first time in a day, while it is new here itself and later: 429 */
  newActorsOfNewHost: number;
  newActors: number;
}

const MIB = 1_048_576;

export const INBOUND_LIMITS: InboundLimits = {
  address: { perSecond: 100, burst: 1_000 },
  host: { perSecond: 50, burst: 500 },
  actor: { perSecond: 25, burst: 300 },
  atOnce: 64,
  inLine: 256,
  heldBytes: 64 * MIB,
  heldBytesOfAddress: 8 * MIB,
  waitingOfHost: 5_000,
  waiting: 50_000,
  waitingBytesOfHost: 32 * MIB,
  waitingBytes: 256 * MIB,
  keysAtOnce: 32,
  keysInLine: 64,
  keysAtOnceOfAddress: 4,
  keysInLineOfAddress: 16,
  newKeys: { perSecond: 20 / 300, burst: 20 },
  stopSeconds: 300,
  newHosts: 10,
  newActorsOfNewHost: 400,
  newActors: 4_000,
};
