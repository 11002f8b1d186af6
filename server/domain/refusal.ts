/** Why something was not done. `not-found` is also what hidden things answer. */
export type RefusalKind =
  | 'not-found'
  | 'gone'
  | 'not-allowed'
  | 'conflict'
  | 'invalid'
  | 'too-many'
  | 'unreachable'
  | 'unavailable';

/**
 * An expected refusal, thrown from actions and reads and turned into an answer once for pages, once for the
 * command line and once for the inbox.
 * `say` names a sentence in the message files (`refusal.<say>`), `params` fills it.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly say: string;
  readonly params: Record<string, string | number>;

  constructor(kind: RefusalKind, say: string, params: Record<string, string | number> = {}) {
    super(`${kind}: ${say}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.say = say;
    this.params = params;
  }
}
