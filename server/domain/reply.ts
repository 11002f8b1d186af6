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
  publishedAt: Date;
  updatedAt: Date | null;
}
