/** The controlled lists: short, versioned, shown through message files (`subject.mathematics` …). */

export const SUBJECTS = [
  'mathematics',
  'sciences',
  'language-literacy',
  'additional-languages',
  'history',
  'geography',
  'civics-society',
  'visual-arts',
  'music',
  'drama-dance',
  'pe-health',
  'computing-technology',
  'design-craft-vocational',
  'religion-ethics',
  'early-learning-play',
  'special-inclusive',
  'across-subjects',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Practice focus: the "how" of a story. */
export const FOCUSES = [
  'questioning-discussion',
  'explaining-modelling',
  'feedback',
  'checking-understanding',
  'practice-memory',
  'problem-solving',
  'inquiry-labs',
  'reading',
  'writing',
  'talk-oracy',
  'grouping-cooperation',
  'routines-time',
  'belonging-behaviour',
  'adapting-every-learner',
  'families-community',
  'tools-materials',
] as const;
export type Focus = (typeof FOCUSES)[number];

export const CLASS_SIZES = ['<10', '10-19', '20-29', '30-39', '40+'] as const;
export type ClassSize = (typeof CLASS_SIZES)[number];

/** Who may read a work, narrowest first. `group` and `network` keep their place in the model. */
export const AUDIENCES = ['me', 'group', 'district', 'network', 'everyone'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** The audiences that can be chosen today. */
export const OPEN_AUDIENCES = ['me', 'district', 'everyone'] as const;

export const LICENCES = ['cc-by', 'cc-by-sa', 'read-only'] as const;
export type Licence = (typeof LICENCES)[number];
/** Where a licence is explained; `read-only` has no address. */
export const LICENCE_URLS: Record<Licence, string | null> = {
  'cc-by': 'https://creativecommons.org/licenses/by/4.0/',
  'cc-by-sa': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'read-only': null,
};

/** What became of a try; words, never stars. */
export const VERDICTS = ['worked', 'partly', 'not-yet'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The five prompts of a practice story; `how` is required. `free` is free writing instead. */
export const STORY_PROMPTS = ['where', 'how', 'students', 'why', 'next'] as const;
export type StoryPrompt = (typeof STORY_PROMPTS)[number];

export const LABELS = ['teacher', 'student-teacher', 'coach', 'retired', 'other'] as const;
export type Label = (typeof LABELS)[number];

export const ROLES = ['member', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Languages offered in forms (BCP 47); any other tag is kept as received. */
export const LANGUAGES = ['en', 'es', 'fi', 'de', 'fr', 'sv', 'pt', 'zh', 'ja', 'ar'] as const;

export const KINDS = ['practice-story', 'finding', 'lesson-study', 'article', 'call'] as const;
export type WorkKind = (typeof KINDS)[number];

/** How an open question stands. */
export const CALL_STATES = ['open', 'answered', 'closed'] as const;
export type CallState = (typeof CALL_STATES)[number];
