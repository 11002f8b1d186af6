import { awayMidDraft } from './away-mid-draft.ts';
import { busyTexts } from './busy-texts.ts';
import { databaseCrash } from './database-crash.ts';
import { duplicates } from './duplicates.ts';
import { embeddedCrash } from './embedded-crash.ts';
import type { Fault } from './fault.ts';
import { herd } from './herd.ts';
import { inboxFlood } from './inbox-flood.ts';
import { inboxKill } from './inbox-kill.ts';
import { longAbsence } from './long-absence.ts';
import { mediaBombs } from './media-bombs.ts';
import { orders } from './orders.ts';
import { poison } from './poison.ts';
import { publishKill } from './publish-kill.ts';
import { refusals } from './refusals.ts';
import { slowHost } from './slow-host.ts';
import { stopUnderLoad } from './stop-under-load.ts';
import { twoWorkers } from './two-workers.ts';
import { wrongClock } from './wrong-clock.ts';

/** Every drill, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  publishKill,
  inboxKill,
  databaseCrash,
  longAbsence,
  slowHost,
  refusals,
  wrongClock,
  poison,
  duplicates,
  orders,
  herd,
  inboxFlood,
  mediaBombs,
  twoWorkers,
  embeddedCrash,
  busyTexts,
  stopUnderLoad,
  awayMidDraft,
];
