/** Caps on every string and list that comes from outside, in characters or items. One table, used at every door. */
export const LIMITS = {
  title: 90,
  gist: 280,
  section: 12_000,
  words: 1500,
  whyItMatters: 200,
  madePossibleBy: 200,
  levelLabel: 60,
  tag: 40,
  tags: 5,
  tryContext: 200,
  tryChanged: 600,
  tryKept: 600,
  tryHappened: 900,
  tryTip: 300,
  reply: 1500,
  thanksMin: 20,
  thanks: 400,
  question: 500,
  name: 60,
  handle: 30,
  bio: 300,
  email: 254,
  passwordMin: 10,
  passwordMax: 200,
  districtName: 90,
  about: 2000,
  url: 2048,
  /** what other servers send */
  remoteName: 200,
  remoteTitle: 300,
  remoteSummary: 1000,
  remoteBio: 20_000,
  remoteHtml: 65_536,
  remoteFields: 20,
  remoteFieldText: 2_000,
  remoteTags: 30,
  remoteMentions: 50,
  remotePhotos: 16,
  remoteArray: 1_000,
  lineage: 20,
} as const;

/**
 * Text from outside made safe to store and show: no NUL, no lone surrogates, no direction overrides,
 * cut at `max` characters (code points).
 */
export function cleanText(text: string, max: number): string {
  // a megabyte need not be looked at for its first line
  const wellFormed = text
    .slice(0, 4 * max)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');
  const points = wellFormed.length > max ? [...wellFormed] : null;
  return points && points.length > max ? points.slice(0, max).join('') : wellFormed;
}

/** `cleanText` on one line: white space folded, ends trimmed. */
export function cleanLine(text: string, max: number): string {
  return cleanText(text.replace(/\s+/g, ' ').trim(), max).trim();
}
