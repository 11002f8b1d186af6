import type { Request } from 'express';
import type { VNode } from 'preact';
import type { Ctx } from '../../server/actions/context.ts';
import type { Viewer } from '../../server/domain/audience.ts';
import type { PublicCache } from '../../server/reads/public-cache.ts';
import type { Frame } from '../kit/frame.ts';
import type { Limits } from './limits.ts';

/** What the pages of one node work with; made by the composition root. */
export interface Web {
  ctx: Ctx;
  /** anonymous pages as bytes */
  cache: PublicCache;
  limits: Limits;
  /** the node has a mail server */
  sendsLetters: boolean;
  /** all people and places are invented */
  demo: boolean;
}

/** One request, as a page sees it. */
export interface Visit {
  web: Web;
  frame: Frame;
  viewer: Viewer;
  request: Request;
  /** the fields of a sent form: strings, or lists where a name came more than once; capped in number and size */
  form: Readonly<Record<string, string | string[]>>;
}

/** A visit of somebody who is signed in. */
export interface MemberVisit extends Visit {
  viewer: Extract<Viewer, { kind: 'member' }>;
  frame: Frame & { viewer: NonNullable<Frame['viewer']> };
}

/** What a handler answers. A thrown Refusal becomes a page in one place. */
export type Outcome =
  /** `tags`: may be kept for anonymous readers until one of them changes */
  | { page: VNode; status?: number; tags?: readonly string[] }
  /** something that is no page: a feed, a file to keep (`download`: its name). `type` is a media type */
  | { text: string; type: string; download?: string; tags?: readonly string[] }
  | { seeOther: string; flash?: Flash };

/** What an action did, said on the next page. */
export interface Flash {
  kind: 'ok' | 'problem';
  text: string;
  /** what one may want to do next */
  link?: { href: string; label: string };
}

export type Handler<V extends Visit = Visit> = (visit: V) => Promise<Outcome> | Outcome;

/** How a noun's routes.tsx registers its pages. `member` ones send the signed-out to the sign-in page and back. */
export interface Routes {
  get(path: string, handler: Handler): void;
  post(path: string, handler: Handler): void;
  memberGet(path: string, handler: Handler<MemberVisit>): void;
  memberPost(path: string, handler: Handler<MemberVisit>): void;
  /** a form with a photo: nothing of it is read before it is known who sends it */
  memberUpload(path: string, handler: Handler<MemberVisit>): void;
}
