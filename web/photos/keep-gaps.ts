import { GAPS } from '../check/gaps.ts';
import { queryPart, typed } from '../http/asked.ts';
import type { MemberVisit } from '../http/visit.ts';

/** An address among the pages about photos, or back to the editor. */
export type Keep = (path: string) => string;

/**
 * Carries what the editor told about words that were taken out over the pages about photos and back to it. Their
 * texts are not there, so it is not read here; the editor leaves out what has changed since.
 */
export function keepGaps(visit: MemberVisit): Keep {
  const sent = queryPart(visit, GAPS) || typed(visit.form, GAPS);
  if (!/^[a-z\d,-]{1,2000}$/i.test(sent)) return (path) => path;
  return (path) => path.replace(/(?=#|$)/, `?${GAPS}=${sent}`);
}
