import type { Audience } from '../domain/vocabulary.ts';
import type { Db } from './db.ts';

/** What a check asked and what was answered. Never the passage itself. */
export interface CheckAnswer {
  type: string;
  severity: 'stop' | 'ask';
  field: string;
  choice: 'kept' | 'open';
  /** knows the same passage again, on this node alone */
  mark: string;
  /** whom the text was for when it was answered */
  audience: Audience;
}

/** What is kept of a student check: by which rules, what they hit, what was chosen, when it was read through. */
export interface PrivacyCheck {
  id: string;
  /** the id of the work, try or reply */
  thingId: string;
  version: number;
  rulesVersion: string;
  findings: readonly CheckAnswer[];
  attestedAt: Date | null;
  attestedBy: string | null;
}

export async function insertPrivacyCheck(db: Db, check: PrivacyCheck): Promise<void> {
  await db
    .insertInto('privacy_check')
    .values({
      id: check.id,
      work_id: check.thingId,
      version: check.version,
      rules_version: check.rulesVersion,
      findings: JSON.stringify(check.findings),
      attested_at: check.attestedAt,
      attested_by: check.attestedBy,
    })
    .execute();
}

/**
 * The marks of what was kept in earlier checks of the same thing.
 * @param audiences for one of which it was answered; what was answered before audiences were kept is asked again
 */
export async function keptMarks(
  db: Db,
  thingId: string,
  audiences: readonly Audience[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('privacy_check')
    .select('findings')
    .where('work_id', '=', thingId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  const answers = rows.flatMap((row) => row.findings as CheckAnswer[]);
  const counts = ({ choice, audience }: CheckAnswer) => choice === 'kept' && audiences.includes(audience);
  return new Set(answers.filter(counts).map(({ mark }) => mark));
}
