import type { RuleLanguage } from './scan.ts';

/** Changes when a rule finds more or less than before: kept with every check. */
export const RULES_VERSION = '3';

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

/** What stands around a passage and belongs to what is asked. */
export interface About {
  /** in UTF-16 code units from the beginning of the text */
  start: number;
  end: number;
  /** of a cell in a table: the heading of its column */
  column?: string;
}

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
  /** where the passage alone does not say what is asked (“A student”, “4”): its sentences, or its row of a table */
  about?: About;
}

/** Whose text it is and where: what is not asked about, and by which rules. */
export interface CheckContext {
  /** BCP 47, of the text: `en`, `es`, `fi`, `de`, `fr` and `zh-Hans` have rules of their own; others get those that need no language */
  lang: string;
  /** the language that the text looks as if it were in, when its rules are not those of `lang`: whose words are no names */
  looks?: Exclude<RuleLanguage, 'other'>;
  /** names that may stand in the text: the author, co-authors, colleagues with a link, cited people */
  authors: readonly string[];
  /** the author's own public e-mail addresses */
  emails: readonly string[];
  /** the smallest group whose numbers may be shown, 5 or more; 10 unless the district says otherwise */
  smallN: number;
  /** the district's own patterns of ID numbers: literal text with `#` for a digit and `@` for a letter */
  idPatterns: readonly string[];
}
