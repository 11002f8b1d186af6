import type { RuleLanguage } from './scan.ts';

interface Words {
  /** instead of a name that stands once */
  one: string;
  /** before the letter that stands for a name each time */
  label: string;
}

const WORDS: Record<RuleLanguage, Words> = {
  en: { one: 'a student', label: 'Student ' },
  es: { one: 'un estudiante', label: 'Estudiante ' },
  fi: { one: 'eräs oppilas', label: 'Oppilas ' },
  de: { one: 'ein Schüler', label: 'Schüler ' },
  fr: { one: 'un élève', label: 'Élève ' },
  zh: { one: '一名学生', label: '学生' },
  other: { one: 'a student', label: 'Student ' },
};
/** “erään oppilaan” for “Ainon”: the ending of the name, and the two words with it. */
const FINNISH_CASES: [RegExp, string, string][] = [
  [/^lle$/, 'eräälle oppilaalle', 'lle'],
  [/^ll[aä]$/, 'eräällä oppilaalla', 'lla'],
  [/^lt[aä]$/, 'eräältä oppilaalta', 'lta'],
  [/^ss[aä]$/, 'eräässä oppilaassa', 'ssa'],
  [/^st[aä]$/, 'eräästä oppilaasta', 'sta'],
  [/^ksi$/, 'erääksi oppilaaksi', 'ksi'],
  [/^n[aä]$/, 'eräänä oppilaana', 'na'],
  [/^an$/, 'erääseen oppilaaseen', 'han'],
  [/^n$/, 'erään oppilaan', 'n'],
  [/^(?:t?t)?[aä]$/, 'erästä oppilasta', 'ta'],
];
const TAKEN_LETTER =
  /(?:Student|Pupil|Child|Estudiante|Alumn[oa]|Oppilas|Schüler(?:in)?|Kind|Élève|Enfant|学生|同学)\s?([A-Z])(?![\p{L}\p{N}])/gu;

/** What may stand instead of a name: a letter for whoever is named more than once, the same one each time. */
export class NameFixes {
  private readonly language: RuleLanguage;
  private readonly letters = new Map<string, string>();

  /**
   * @param text in which letters that are taken already stay free: “Student A” of the author’s own
   * @param keys of all the passages, in order: the same for the same person
   */
  constructor(language: RuleLanguage, text: string, keys: readonly string[]) {
    this.language = language;
    const taken = new Set([...text.matchAll(TAKEN_LETTER)].map(([, letter]) => letter));
    const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !taken.has(letter));
    for (const key of keys) {
      if (this.letters.has(key) || keys.indexOf(key) === keys.lastIndexOf(key)) continue;
      this.letters.set(key, free[this.letters.size] ?? String(this.letters.size + 1));
    }
  }

  /**
   * @param ending a Finnish case or German genitive that the name carries
   * @param opens whether the passage begins a sentence
   * @param after what follows it
   */
  of(key: string, ending: string, opens: boolean, after: string): string {
    const { one, label } = WORDS[this.language];
    const letter = this.letters.get(key);
    if (this.language === 'zh' && after.startsWith('同学')) return letter ?? '一名';
    if (letter) return label + letter + this.letterEnding(ending);
    const words = this.inflected(one, ending);
    return opens ? words[0]?.toUpperCase() + words.slice(1) : words;
  }

  private letterEnding(ending: string): string {
    if (!ending) return '';
    if (this.language === 'de') return 's';
    const found = FINNISH_CASES.find(([form]) => form.test(ending));
    return found ? `:${found[2]}` : '';
  }

  private inflected(one: string, ending: string): string {
    if (ending && this.language === 'de') return 'eines Schülers';
    if (ending && this.language === 'fi')
      return FINNISH_CASES.find(([form]) => form.test(ending))?.[1] ?? one;
    return one;
  }
}
