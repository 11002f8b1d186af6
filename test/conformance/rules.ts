import type { Row } from './row.ts';
import { ACTOR_RULES } from './rules-actors.ts';
import { CARE_RULES } from './rules-care.ts';
import { POST_RULES } from './rules-posts.ts';
import { TRAFFIC_RULES } from './rules-traffic.ts';

/** What other servers rely on, in the order of the federation contract. */
export const RULES: readonly Row[] = [...ACTOR_RULES, ...TRAFFIC_RULES, ...POST_RULES, ...CARE_RULES];
