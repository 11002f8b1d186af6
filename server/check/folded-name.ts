const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ö: 'o',
  œ: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ə: 'e',
  æ: 'ae',
  þ: 'th',
};

/** A name in small letters without accents, as the lists hold it. */
export function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßøöœđłıəæþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** @returns the words of a text of words, folded */
export function foldedWords(words: string): Set<string> {
  return new Set(foldedName(words).split(/\s+/).filter(Boolean));
}
