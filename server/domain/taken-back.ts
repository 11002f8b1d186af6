import type { Audience, WorkKind } from './vocabulary.ts';
import type { Work } from './work.ts';

/** Days in which a work that was taken back without hurry can come back as a new draft; then its text goes too. */
export const GRACE_DAYS = 30;

/** What something was that was taken back: a work of a kind, a try, or something else that was said. */
export type Was = WorkKind | 'try' | 'reply';

/** Can it come back as a new draft? Not what could show a student: of that nothing was kept. */
export function mayComeBack(work: Pick<Work, 'state' | 'retractedAt'>, now: Date): boolean {
  const since = work.retractedAt ? now.getTime() - work.retractedAt.getTime() : Infinity;
  return work.state === 'retracted' && since < GRACE_DAYS * 86_400_000;
}

/** Was it shown to everyone, and is it taken back? Everyone may know that. */
export function wasShared({ audience, state }: { audience: Audience; state: string }): boolean {
  return audience === 'everyone' && ['retracted', 'purged', 'withdrawn'].includes(state);
}

/** The decision of a moderator that something was taken back because a student could be recognised. */
export const TAKEN_BACK_FOR_STUDENT = 'taken-back-for-student';
/** The reason of a report in which an author appeals that. */
export const STUDENT_APPEAL = 'take-back-appeal';
