/** Who looks. `server` is a fediverse server with a good signature. */
export const VIEWERS = ['anonymous', 'colleague', 'administrator', 'author', 'server'] as const;
export type ViewerName = (typeof VIEWERS)[number];

export const EVERYBODY: readonly ViewerName[] = [...VIEWERS];
export const INSIDE: readonly ViewerName[] = ['colleague', 'administrator', 'author'];
export const AUTHOR: readonly ViewerName[] = ['author'];
export const MODERATING: readonly ViewerName[] = ['administrator', 'author'];
export const NOBODY: readonly ViewerName[] = [];

/** One thing with a word that stands nowhere else, who may read that word, and where it lives. */
export interface Thing {
  kind: string;
  secret: string;
  readers: readonly ViewerName[];
  /** paths that are this thing's own, with what they answer to those who may not read it */
  own: { path: string; refused: 404 | 410; activityPub?: boolean }[];
  /** the addresses of its photos, which hold no words */
  media?: string[];
}
