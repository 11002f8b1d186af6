/** What the search for names knows of a language. Words are small; sets are searched without accents. */
export interface NameWords {
  /** first names that are ordinary words too */
  wordsToo: ReadonlySet<string>;
  /** in which the capital of a noun says nothing */
  nounsHaveCapitals: boolean;
  /** the word right before a student's name */
  students: ReadonlySet<string>;
  /** the end of what stands before a name: “named”, “her name is” */
  called: RegExp;
  /** what somebody does in a story, said of one person, behind a name */
  says: ReadonlySet<string>;
  /** small words between a name and what it does */
  between: ReadonlySet<string>;
  /** before a name when it follows what was said: “asked Maya” */
  saysBefore: ReadonlySet<string>;
  /** what belongs to a student: “Hope’s notebook” */
  belongings: ReadonlySet<string>;
  /** an article, after which an ambiguous word is no name */
  articles: ReadonlySet<string>;
  and: ReadonlySet<string>;
  /** who is no student although a capital and “said” are there */
  notNames: ReadonlySet<string>;
  /** a title or calling before the name of an adult */
  titles: ReadonlySet<string>;
  /** an adult of the teacher’s own life or school: “my colleague Ana” */
  adults: ReadonlySet<string>;
  /** in a sentence about somebody whom one reads, quotes or teaches about */
  citing: RegExp;
  /** before somebody of a story or of history */
  figures: ReadonlySet<string>;
  /** with or next to a person: after these a place word does not make a place */
  company: ReadonlySet<string>;
}
