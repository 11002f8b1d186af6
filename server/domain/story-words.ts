/** The words around a story that leave the node as part of its text, in the language it is written in. */
export interface StoryWords {
  whyItMatters: string;
  madePossibleBy: string;
  builtOn: string;
  licence: Record<'cc-by' | 'cc-by-sa' | 'read-only', string>;
  continued: string;
}

const WORDS: Record<string, StoryWords> = {
  en: {
    whyItMatters: 'Why it matters for students',
    madePossibleBy: 'What made this possible',
    builtOn: 'Built on',
    licence: {
      'cc-by': 'Anyone may use and adapt this, naming the author (CC BY 4.0).',
      'cc-by-sa': 'Anyone may use and adapt this, naming the author and sharing alike (CC BY-SA 4.0).',
      'read-only': 'For reading; please ask before re-using it.',
    },
    continued: 'Continue reading at',
  },
  es: {
    whyItMatters: 'Por qué importa a los estudiantes',
    madePossibleBy: 'Qué lo hizo posible',
    builtOn: 'Basado en',
    licence: {
      'cc-by': 'Cualquiera puede usarlo y adaptarlo citando al autor (CC BY 4.0).',
      'cc-by-sa': 'Cualquiera puede usarlo y adaptarlo citando al autor y compartiendo igual (CC BY-SA 4.0).',
      'read-only': 'Para leer; pregunta antes de reutilizarlo.',
    },
    continued: 'Sigue en',
  },
  fi: {
    whyItMatters: 'Miksi tällä on väliä oppilaille',
    madePossibleBy: 'Mikä teki tämän mahdolliseksi',
    builtOn: 'Pohjautuu',
    licence: {
      'cc-by': 'Saa käyttää ja muokata, kunhan tekijä mainitaan (CC BY 4.0).',
      'cc-by-sa': 'Saa käyttää ja muokata, kunhan tekijä mainitaan ja jaetaan samoin (CC BY-SA 4.0).',
      'read-only': 'Luettavaksi; kysy ennen kuin käytät uudelleen.',
    },
    continued: 'Lue loppuun',
  },
  de: {
    whyItMatters: 'Warum es für Lernende wichtig ist',
    madePossibleBy: 'Was das möglich gemacht hat',
    builtOn: 'Aufbauend auf',
    licence: {
      'cc-by': 'Alle dürfen es mit Namensnennung nutzen und anpassen (CC BY 4.0).',
      'cc-by-sa': 'Alle dürfen es mit Namensnennung und unter gleichen Bedingungen nutzen (CC BY-SA 4.0).',
      'read-only': 'Zum Lesen; bitte vor der Weiterverwendung fragen.',
    },
    continued: 'Weiterlesen auf',
  },
  fr: {
    whyItMatters: 'Pourquoi cela compte pour les élèves',
    madePossibleBy: 'Ce qui l’a rendu possible',
    builtOn: 'D’après',
    licence: {
      'cc-by': 'Libre d’usage et d’adaptation en citant l’auteur (CC BY 4.0).',
      'cc-by-sa': 'Libre d’usage et d’adaptation en citant l’auteur, partage à l’identique (CC BY-SA 4.0).',
      'read-only': 'À lire ; demandez avant de le réutiliser.',
    },
    continued: 'Lire la suite sur',
  },
  sv: {
    whyItMatters: 'Varför det är viktigt för eleverna',
    madePossibleBy: 'Vad som gjorde det möjligt',
    builtOn: 'Bygger på',
    licence: {
      'cc-by': 'Får användas och anpassas om upphovspersonen anges (CC BY 4.0).',
      'cc-by-sa': 'Får användas och anpassas om upphovspersonen anges och delas lika (CC BY-SA 4.0).',
      'read-only': 'För läsning; fråga innan du återanvänder.',
    },
    continued: 'Läs vidare på',
  },
  zh: {
    whyItMatters: '为什么对学生重要',
    madePossibleBy: '是什么让它成为可能',
    builtOn: '基于',
    licence: {
      'cc-by': '注明作者即可使用和改编（CC BY 4.0）。',
      'cc-by-sa': '注明作者并以相同方式共享即可使用和改编（CC BY-SA 4.0）。',
      'read-only': '仅供阅读；再使用前请先询问。',
    },
    continued: '继续阅读',
  },
};

/** The words in a language (BCP 47), English where there are none. */
export function storyWords(lang: string): StoryWords {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? (WORDS.en as StoryWords);
}
