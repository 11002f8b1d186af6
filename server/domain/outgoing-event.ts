/**
 * What must reach other servers, written in the transaction of the change that caused it and carrying ids only.
 * A worker reads the state of the day, makes the ActivityStreams document and the deliveries.
 */
export type OutgoingEvent =
  | { kind: 'work-published'; workId: string }
  | { kind: 'work-edited'; workId: string; version: number }
  | { kind: 'work-taken-back'; workId: string; uri: string; at: string }
  | { kind: 'try-published'; tryId: string }
  | { kind: 'try-edited'; tryId: string; version: number }
  | { kind: 'try-taken-back'; tryId: string; at: string }
  /** something elsewhere is held here only now: its author hears of what of ours came from it */
  | { kind: 'ancestor-found'; uri: string }
  | { kind: 'reply-published'; replyId: string }
  | { kind: 'reply-taken-back'; replyId: string; at: string }
  | { kind: 'follow-asked'; followUri: string; followerId: string; followedId: string }
  | { kind: 'follow-ended'; followUri: string; followerId: string; followedId: string }
  | { kind: 'follow-accepted'; followUri: string; followerId: string; followedId: string }
  | { kind: 'follow-refused'; followUri: string; followerId: string; followedId: string }
  | { kind: 'actor-changed'; actorId: string; at: string }
  | { kind: 'standing-changed'; actorId: string; at: string }
  /** after a long absence: the servers with names beyond `after` are told; `told` counts those before */
  | { kind: 'node-returned'; at: string; after: string; told: number }
  | { kind: 'account-closed'; actorId: string; at: string }
  | { kind: 'actor-blocked'; blockerId: string; blockedId: string; at: string }
  | { kind: 'report-forwarded'; reportId: string }
  | {
      kind: 'quote-answered';
      authorId: string;
      requesterId: string;
      requestUri: string;
      quotingUri: string;
      workUri: string;
      stampUri: string | null;
    }
  | { kind: 'quote-withdrawn'; authorId: string; stampUri: string; quotingActorId: string; at: string };

export type OutgoingEventKind = OutgoingEvent['kind'];

/** What something on its way to others carries of what it is about: its text, a pointer to it, or that it is gone. */
export type Carries = 'text' | 'pointer' | 'removal';
