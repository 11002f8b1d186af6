import type { NamedPassage } from './names-latin.ts';

const STUDENT =
  'student|pupil|boy|girl|child|kid|alumn[oa]|estudiante|niñ[oa]|chic[oa]|Schüler(?:in)?|Junge|Mädchen|Kind|élève|garçon|fille|oppila\\p{L}{1,4}|poika|tyttö';
/** “student J.”, “a boy, M. T.,”: a letter with a dot; “Student B” without one is what we propose ourselves. */
const BEHIND_STUDENT = new RegExp(
  `(?<!\\p{L})(?:${STUDENT})s?(?:,? (?:named |called |namens |llamad[oa] |nommée? )?)(\\p{Lu}\\.(?: ?\\p{Lu}\\.)?)(?=,? \\p{Ll}|,)`,
  'giu',
);
const ACTS =
  'was|is|had|has|said|asked|wrote|did|didn|came|looked|sat|raised|knew|wanted|told|laughed|cried|answered|dijo|era|estaba|escribió|preguntó|tenía|sagte|fragte|war|hatte|schrieb|meldete|a |était|disait|sanoi|oli|kysyi|kirjoitti';
const STARTS = new RegExp(`(?:^|[.!?]["”»)]? |\\n)(\\p{Lu}\\.)(?= (?:${ACTS}))`, 'gu');
const STUDENT_NEAR = new RegExp(
  `(?<!\\p{L})(?:${STUDENT}|students|strips|class|clase|Klasse|classe|luok)`,
  'iu',
);

/** A student's initials: “J. was quiet”, near a word for students only. */
export function initials(text: string): NamedPassage[] {
  const found: NamedPassage[] = [];
  const add = (match: RegExpMatchArray) => {
    const letters = match[1] as string;
    const start = (match.index as number) + match[0].lastIndexOf(letters);
    found.push({ start, end: start + letters.length, key: letters, ending: '' });
  };
  for (const match of text.matchAll(BEHIND_STUDENT)) if (/^\p{Lu}/u.test(match[1] ?? '')) add(match);
  for (const match of text.matchAll(STARTS)) {
    if (
      STUDENT_NEAR.test(text.slice(Math.max(0, (match.index as number) - 300), (match.index as number) + 300))
    )
      add(match);
  }
  return found.sort((a, b) => a.start - b.start);
}
