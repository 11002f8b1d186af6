/** Why somebody of ours can be suspended. */
export const SUSPENSION_REASONS = ['student', 'unkind', 'rules', 'not-them', 'other'] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** The most characters of what is said about it. */
export const SUSPENSION_LIMITS = { note: 1_000, appeal: 2_000, answer: 1_000 } as const;

/** What happened, as the person reads it. */
export interface Suspension {
  reason: SuspensionReason;
  /** the administrator's words to the person */
  note: string;
  since: Date;
  /** the person's words to somebody else who decides; null: nothing was said yet */
  appeal: string | null;
  appealedAt: Date | null;
  /** what was answered when it was to stand; null: not yet */
  answer: string | null;
  answeredAt: Date | null;
}
