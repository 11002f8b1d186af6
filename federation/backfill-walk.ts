import { hostOf } from '../server/domain/handle.ts';

/** What one reading may cost, and bring (federation contract, rule 87; H31, H32). */
export const BOUNDS = {
  /** answers below answers, and parents above a thing that was passed on */
  depth: 20,
  /** replies and tries from elsewhere under one story */
  replies: 200,
  /** requests, of everything together */
  requests: 100,
  /** pages of one list, and items of one page */
  pages: 10,
  items: 500,
  /** steps that wait, and addresses that are remembered as seen */
  waiting: 300,
  seen: 1_000,
} as const;

/** One thing to be fetched, or one page of a list of things. */
export interface Step {
  kind: 'thing' | 'list';
  url: string;
  /** how far below where the reading began */
  depth: number;
  /** the server of the story lists it: it is shown there */
  listed?: boolean;
  /** of a list */
  page?: number;
  /** a list: the tries of what the reading began with, as its own host counts them */
  tries?: boolean;
  /** how far above what was passed on */
  up?: number;
  /** what it answers has been looked for */
  again?: boolean;
  /** how often its server did not answer */
  misses?: number;
}

/** How far a reading has come; kept between sittings. */
export interface Walk {
  todo: Step[];
  seen: string[];
  /** from elsewhere, held under the story by now */
  replies: number;
  /** new here by this reading */
  stored: number;
  requests: number;
  /** what the host of the story names as its tries, once that was read; `isWhole`: to the end */
  tries?: { named: string[]; isWhole: boolean };
}

export function newWalk(replies: number): Walk {
  return { todo: [], seen: [], replies, stored: 0, requests: 0 };
}

/** Adds a step at the end: each address once, within every bound. */
export function addStep(walk: Walk, step: Step): void {
  if (isNew(walk, step) && walk.todo.length < BOUNDS.waiting) walk.todo.push(step);
}

/** Adds what a thing answers in front of it, so that it finds its place when its turn comes again. */
export function addParent(walk: Walk, child: Step, parent: string): void {
  const up = (child.up ?? 0) + 1;
  if (child.again || up > BOUNDS.depth) return;
  const step: Step = { kind: 'thing', url: parent, depth: child.depth, up };
  if (isNew(walk, step)) walk.todo.unshift(step, { ...child, again: true });
}

function isNew(walk: Walk, { url, depth, page = 1 }: Step): boolean {
  if (depth > BOUNDS.depth || page > BOUNDS.pages) return false;
  if (walk.seen.length >= BOUNDS.seen || walk.seen.includes(url)) return false;
  walk.seen.push(url);
  return true;
}

/** Takes the next step out whose host may be asked; null when all must wait, or nothing is left. */
export function takeStep(walk: Walk, mustWait: (host: string) => boolean): Step | null {
  if (walk.requests >= BOUNDS.requests) walk.todo = [];
  if (walk.replies >= BOUNDS.replies) walk.todo = walk.todo.filter((step) => step.depth === 0);
  const index = walk.todo.findIndex((step) => !mustWait(hostOf(step.url) ?? ''));
  return index < 0 ? null : (walk.todo.splice(index, 1)[0] ?? null);
}
