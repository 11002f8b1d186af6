import { Refusal } from '../../server/domain/refusal.ts';
import type { Handler, MemberVisit } from '../http/visit.ts';

/** For administrators; for everybody else there is nothing at this address. */
export function forAdmins(handler: Handler<MemberVisit>): Handler<MemberVisit> {
  return (visit) => {
    if (visit.viewer.role !== 'admin') throw new Refusal('not-found', 'not-found');
    return handler(visit);
  };
}
