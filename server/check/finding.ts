/** Changes when a rule finds more or less than before: kept with every check. */
export const RULES_VERSION = '2';

/** What the student check can find. The table of docs/student-check.md says how each is found. */
export type FindingType =
  | 'email'
  | 'phone'
  | 'id-number'
  | 'birth-date'
  | 'small-cell'
  | 'name'
  | 'one-child'
  | 'private-link'
  | 'dignity'
  | 'colleague';

/** `stop`: it must go before the text leaves the district. `ask`: the teacher must answer. */
export type Severity = 'stop' | 'ask';

/** A passage that the teacher is asked about. */
export interface Finding {
  type: FindingType;
  severity: Severity;
  /** of the passage, in UTF-16 code units from the beginning of the text */
  start: number;
  end: number;
  /** the passage itself: `text.slice(start, end)` */
  text: string;
  /** what the one-tap fix puts in its place (“a student”, “aged 11”); '' takes it out; null: only by hand */
  fix: string | null;
}

/** Whose text it is and where: what is not asked about, and by which rules. */
export interface CheckContext {
  /** BCP 47, of the text: `en`, `es`, `fi`, `de`, `fr` and `zh-Hans` have rules of their own; others get those that need no language */
  lang: string;
  /** names that may stand in the text: the author, co-authors, colleagues with a link, cited people */
  authors: readonly string[];
  /** the author's own public e-mail addresses */
  emails: readonly string[];
  /** the smallest group whose numbers may be shown, 5 or more; 10 unless the district says otherwise */
  smallN: number;
  /** the district's own patterns of ID numbers: literal text with `#` for a digit and `@` for a letter */
  idPatterns: readonly string[];
}
