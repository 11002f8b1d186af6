import { accept, reject } from './accept.ts';
import { announce } from './announce.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { follow } from './follow.ts';
import type { Handler } from './handling.ts';
import { like } from './like.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';

/** Every activity that has an effect here, by its type. */
export const HANDLERS: Readonly<Record<string, Handler | undefined>> = {
  Accept: accept,
  Announce: announce,
  Create: create,
  Delete: remove,
  EmojiReact: like,
  Follow: follow,
  Like: like,
  Reject: reject,
  Undo: undo,
  Update: update,
};
