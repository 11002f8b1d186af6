import { databaseCrash } from './database-crash.ts';
import type { Fault } from './fault.ts';
import { inboxKill } from './inbox-kill.ts';
import { publishKill } from './publish-kill.ts';

/** Every drill, in the order of the table. */
export const FAULTS: readonly Fault[] = [publishKill, inboxKill, databaseCrash];
