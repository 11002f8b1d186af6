import type { Json } from '../peer-actor.ts';

/** An activity as it came to an inbox. */
export interface Delivery {
  activity: Json;
  /** bytes of the body */
  size: number;
  contentType: string;
  /** between the signed Date and the arrival */
  signatureAgeSeconds: number;
}

/** A document as it was served. */
export interface Served {
  /** the address that was asked for */
  url: string;
  status: number;
  contentType: string;
  size: number;
  document: Json;
}

/** A rule of a server: what it takes for granted, the section of the contract that says so, and the check. */
export interface Rule<T> {
  section: string;
  says: string;
  holds(about: T): boolean;
}

/** An object with the actor who sent it or is named as its author. */
export interface Post {
  object: Json;
  actor: string;
}

/** What somebody on that server gets to see. Empty where there is nothing. */
export interface Sees {
  /** in a few words: `a post`, `a profile`, `nothing: …` */
  as: string;
  title: string;
  /** what stands above the text and folds it */
  fold: string;
  /** the text, line by line */
  text: string[];
  /** the address that leads to our page */
  link: string;
  pictures: string[];
}

export type Verdict = { accepted: true; sees: Sees } | { accepted: false; why: string };

/** What a server knows already: decides whether a reply belongs to something that it shows. */
export interface Known {
  /** ids of posts that it holds */
  posts: ReadonlySet<string>;
}

/** A server of another project, as far as the contract describes it. */
export interface Simulator {
  name: string;
  /** how it asks for documents */
  accept: string;
  deliveries: readonly Rule<Delivery>[];
  served: readonly Rule<Served>[];
  actors: readonly Rule<Json>[];
  posts: readonly Rule<Post>[];
  activities: readonly Rule<Json>[];
  /** what a reader sees of a post that passed every rule; `isEdit`: it came in an Update */
  reads(object: Json, known: Known, isEdit: boolean): Sees;
}

export const KNOWS_NOTHING: Known = { posts: new Set() };
const ACTORS = ['Person', 'Organization', 'Application', 'Group', 'Service'];

export const isActor = (object: Json | null): boolean => ACTORS.includes(object?.type);
/** Something that somebody wrote. */
export const isPost = (object: Json | null): boolean =>
  object?.attributedTo !== undefined && object.content !== undefined;

export const sees = (as: string, more: Partial<Sees> = {}): Sees => ({
  as,
  title: '',
  fold: '',
  text: [],
  link: '',
  pictures: [],
  ...more,
});

/** An activity arrives at the inbox of such a server. */
export function receive(peer: Simulator, delivery: Delivery, known = KNOWS_NOTHING): Verdict {
  const { activity } = delivery;
  const { object, actor } = activity;
  const embedded: Json | null = typeof object === 'object' && !Array.isArray(object) ? object : null;
  const carries = activity.type === 'Create' || activity.type === 'Update';
  const why =
    broken(peer.deliveries, delivery) ??
    broken(peer.activities, activity) ??
    (carries && isPost(embedded) ? broken(peer.posts, { object, actor }) : null) ??
    (carries && isActor(embedded) ? broken(peer.actors, object) : null);
  if (why !== null) return { accepted: false, why };
  if (carries && embedded && isPost(embedded))
    return { accepted: true, sees: peer.reads(embedded, known, activity.type === 'Update') };
  return { accepted: true, sees: sees(NEWS[activity.type] ?? 'nothing: an activity that is not read') };
}

/** A document is fetched by such a server. */
export function fetched(peer: Simulator, answer: Served, known = KNOWS_NOTHING): Verdict {
  const { document } = answer;
  const isThere = answer.status === 200;
  const why =
    (isThere ? broken(peer.served, answer) : null) ??
    (isThere && isActor(document) ? broken(peer.actors, document) : null) ??
    (isThere && isPost(document)
      ? broken(peer.posts, { object: document, actor: document.attributedTo })
      : null);
  if (why !== null) return { accepted: false, why };
  if (!isThere) return { accepted: true, sees: sees(`nothing: HTTP ${answer.status}`) };
  if (isPost(document)) return { accepted: true, sees: peer.reads(document, known, false) };
  return { accepted: true, sees: sees(isActor(document) ? 'a profile' : 'a document') };
}

/** What the other activities do, wherever they are understood. */
const NEWS: Readonly<Record<string, string>> = {
  Accept: 'an answer to what was asked',
  Add: 'a pinned post',
  Announce: 'a boost',
  Block: 'a block',
  Delete: 'nothing: it is gone',
  Flag: 'a report',
  Follow: 'somebody who follows',
  Move: 'a move',
  Reject: 'an answer to what was asked',
  Remove: 'a post that is no longer pinned',
  Undo: 'nothing: it is taken back',
  Update: 'a profile',
};

/** The first rule that does not hold, as a sentence. A check that cannot be made has failed. */
function broken<T>(rules: readonly Rule<T>[], about: T): string | null {
  for (const rule of rules) {
    let holds = false;
    try {
      holds = rule.holds(about);
    } catch {
      holds = false;
    }
    if (!holds) return `${rule.section}: ${rule.says}`;
  }
  return null;
}

export const hostOf = (address: string): string => new URL(address).host;

/** Content types that count as ActivityPub when a document is served. */
export const AP_TYPES = [
  'application/activity+json',
  'application/activity+json; charset=utf-8',
  'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
];
export const AP_ACCEPT = `${AP_TYPES[0]}, ${AP_TYPES[2]}`;
