import { akkoma } from './akkoma.ts';
import { bookwyrm } from './bookwyrm.ts';
import { gotosocial } from './gotosocial.ts';
import { lemmy } from './lemmy.ts';
import { mastodon } from './mastodon.ts';
import { misskey } from './misskey.ts';
import { nodebb } from './nodebb.ts';
import { pixelfed } from './pixelfed.ts';
import type { Simulator } from './simulator.ts';

/** Every server that is simulated, in the order of the table. */
export const PEERS: readonly Simulator[] = [
  mastodon,
  gotosocial,
  misskey,
  akkoma,
  nodebb,
  lemmy,
  bookwyrm,
  pixelfed,
];
