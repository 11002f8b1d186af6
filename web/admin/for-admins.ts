import { administers } from '../../server/domain/moderating.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import type { Handler, MemberVisit } from '../http/visit.ts';

/** For administrators; for everybody else there is nothing at this address. */
export function forAdmins(handler: Handler<MemberVisit>): Handler<MemberVisit> {
  return (visit) => {
    if (!administers(visit.viewer)) throw new Refusal('not-found', 'not-found');
    return handler(visit);
  };
}
