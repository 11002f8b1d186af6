import { accept, reject } from './accept.ts';
import { announce } from './announce.ts';
import { block } from './block.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { flag } from './flag.ts';
import { follow } from './follow.ts';
import type { Handler } from './handling.ts';
import { like } from './like.ts';
import { move } from './move.ts';
import { quoteRequest } from './quote-request.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';

/** Every activity that has an effect here, by its type. Without a prototype: a type comes from outside. */
export const HANDLERS: Readonly<Record<string, Handler | undefined>> = Object.assign(Object.create(null), {
  Accept: accept,
  Announce: announce,
  Block: block,
  Create: create,
  Delete: remove,
  EmojiReact: like,
  Flag: flag,
  Follow: follow,
  Like: like,
  Move: move,
  QuoteRequest: quoteRequest,
  Reject: reject,
  Undo: undo,
  Update: update,
});
