/** What the search for descriptions of one child knows of a language. Sources of regular expressions. */
export interface ChildWords {
  /** one child, so that the whole can be taken for “some students”: “one boy”, “a girl in my class”, “my student” */
  one: RegExp;
  /** he, she, his, her: the sentence goes on about the same child */
  goesOn: RegExp;
  /** several: “students with”, “my English learners”; right before a private matter it is about a group */
  several: RegExp;
  /** what is private wherever it is said of a student */
  private: RegExp;
  /** what is private only when it is said of this student or the family: religion, police, illness */
  ofTheirs: RegExp;
  /** says that it is said of them: has, is, whose, his father */
  theirs: RegExp;
  /** what somebody asked, read or spoke about, up to the matter */
  topic: RegExp;
  /** instead of the child */
  fix: string;
}

/** Any of the words of a text, whole ones, small or capital. */
export function whole(...sources: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** A verb or thing of asking and reading, by its beginning, and a word like “about” behind it, at the end of a text. */
export function about(beginnings: string, links: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:${beginnings})\\p{L}{0,8},? [^.!?]{0,30}?(?<!\\p{L})(?:${links})(?!\\p{L})[^.!?]{0,45}$`,
    'iu',
  );
}
