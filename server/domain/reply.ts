/** Who may answer a work: everybody at once, known people at once and others once the author has seen it, nobody. */
export const REPLY_POLICIES = ['everyone', 'approved', 'nobody'] as const;
export type ReplyPolicy = (typeof REPLY_POLICIES)[number];

/** What a thank-you is for. */
export const THANKS = ['changed-how-i-teach', 'used-it', 'made-me-think', 'brave-to-share'] as const;
export type Thanks = (typeof THANKS)[number];

/** A word under a work: from one of ours or from anywhere on the fediverse. */
export interface Reply {
  id: string;
  uri: string;
  url: string | null;
  host: string | null;
  authorId: string;
  inReplyTo: string;
  /** the work or try that the thread hangs on */
  rootUri: string;
  markdown: string | null;
  html: string;
  lang: string;
  state: 'held' | 'shown' | 'hidden' | 'removed';
  countedAsTry: boolean;
  /** a thank-you, and what for */
  thanks: Thanks | null;
  publishedAt: Date;
  updatedAt: Date | null;
}
