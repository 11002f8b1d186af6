import { AT_THE_DOOR } from './hostile-doors.ts';
import { INSIDE } from './hostile-inside.ts';
import type { Row } from './row.ts';

/** Hostile and bad inputs, in the order of the federation contract, and what must come of them. */
export const HOSTILE: readonly Row[] = [...AT_THE_DOOR, ...INSIDE];
