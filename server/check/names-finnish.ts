const CLITICS = /(?:kin|kaan|kään|han|hän|ko|kö|pa|pä)$/;
/** Case endings behind a vowel; longer ones first. */
const ENDINGS = [
  'lla',
  'llä',
  'lta',
  'ltä',
  'lle',
  'ssa',
  'ssä',
  'sta',
  'stä',
  'ksi',
  'tta',
  'ttä',
  'na',
  'nä',
  'ta',
  'tä',
  'n',
  'a',
  'ä',
];

/** A form of a Finnish word taken apart: what the name may be, and its ending. */
export interface FinnishForm {
  base: string;
  ending: string;
}

/**
 * What a capitalised Finnish word may be a form of: “Ainon” of Aino, “Artulle” of Arttu, “Joonaksen” of Joonas,
 * “Samuelin” of Samuel.
 * @param word as it stands in the text
 * @returns small letters, the word itself first, likely ones and unlikely ones
 */
export function finnishForms(word: string): FinnishForm[] {
  const lower = word.toLowerCase().normalize('NFC');
  const forms: FinnishForm[] = [{ base: lower, ending: '' }];
  for (const whole of [lower, lower.replace(CLITICS, '')]) {
    if (whole.length < 4) continue;
    if (whole !== lower) forms.push({ base: whole, ending: '' });
    for (const ending of ENDINGS) {
      if (whole.endsWith(ending)) forms.push(...bases(whole.slice(0, -ending.length), ending));
    }
    const illative = /([aeiouyäö])\1n$/.exec(whole);
    if (illative) forms.push(...bases(whole.slice(0, -2), 'an'));
  }
  return forms.filter(({ base }) => base.length > 2);
}

function bases(stem: string, ending: string): FinnishForm[] {
  const found = [stem];
  if (/[kpt][aeiouyäö]$/.test(stem))
    found.push(`${stem.slice(0, -2)}${stem.at(-2)}${stem.at(-2)}${stem.at(-1)}`);
  if (/kse$/.test(stem)) found.push(`${stem.slice(0, -3)}s`);
  if (/[^aeiouyäö]i$/.test(stem)) found.push(stem.slice(0, -1));
  if (/[aeiouyäö]s$/.test(stem) && ending === 'ta') found.push(stem);
  return found.map((base) => ({ base, ending }));
}
