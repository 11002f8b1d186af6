import type { Verdict } from './vocabulary.ts';

/** The words of a try that leave the node as part of its text, in the language it is written in. */
export interface TryWords {
  tried: string;
  changed: string;
  kept: string;
  happened: string;
  tip: string;
  /** above a table */
  counted: string;
  /** “of 27”, of students */
  of: string;
  /** the row for everybody */
  wholeClass: string;
  verdict: Record<Verdict, string>;
}

const WORDS: Record<string, TryWords> = {
  en: {
    tried: 'I tried “{title}”.',
    changed: 'What I changed',
    kept: 'What I kept',
    happened: 'What happened',
    tip: 'A tip',
    counted: 'What I counted',
    of: 'of {n}',
    wholeClass: 'Whole class',
    verdict: { worked: 'It worked here.', partly: 'It partly worked.', 'not-yet': 'Not here – yet.' },
  },
  es: {
    tried: 'Probé «{title}».',
    changed: 'Qué cambié',
    kept: 'Qué mantuve',
    happened: 'Qué pasó',
    tip: 'Un consejo',
    counted: 'Lo que conté',
    of: 'de {n}',
    wholeClass: 'Toda la clase',
    verdict: { worked: 'Aquí funcionó.', partly: 'Funcionó en parte.', 'not-yet': 'Aquí no, todavía.' },
  },
  fi: {
    tried: 'Kokeilin ideaa ”{title}”.',
    changed: 'Mitä muutin',
    kept: 'Mitä pidin ennallaan',
    happened: 'Mitä tapahtui',
    tip: 'Vinkki',
    counted: 'Mitä laskin',
    of: 'yhteensä {n}',
    wholeClass: 'Koko luokka',
    verdict: { worked: 'Toimi täällä.', partly: 'Toimi osittain.', 'not-yet': 'Ei täällä – vielä.' },
  },
  de: {
    tried: 'Ich habe „{title}“ ausprobiert.',
    changed: 'Was ich geändert habe',
    kept: 'Was ich beibehalten habe',
    happened: 'Was geschah',
    tip: 'Ein Tipp',
    counted: 'Was ich gezählt habe',
    of: 'von {n}',
    wholeClass: 'Ganze Klasse',
    verdict: { worked: 'Hier hat es geklappt.', partly: 'Zum Teil.', 'not-yet': 'Hier noch nicht.' },
  },
  fr: {
    tried: 'J’ai essayé « {title} ».',
    changed: 'Ce que j’ai changé',
    kept: 'Ce que j’ai gardé',
    happened: 'Ce qui s’est passé',
    tip: 'Un conseil',
    counted: 'Ce que j’ai compté',
    of: 'sur {n}',
    wholeClass: 'Toute la classe',
    verdict: { worked: 'Ça a marché ici.', partly: 'En partie.', 'not-yet': 'Pas ici, pas encore.' },
  },
  sv: {
    tried: 'Jag provade ”{title}”.',
    changed: 'Vad jag ändrade',
    kept: 'Vad jag behöll',
    happened: 'Vad som hände',
    tip: 'Ett tips',
    counted: 'Vad jag räknade',
    of: 'av {n}',
    wholeClass: 'Hela klassen',
    verdict: { worked: 'Det fungerade här.', partly: 'Delvis.', 'not-yet': 'Inte här – ännu.' },
  },
  zh: {
    tried: '我试了“{title}”。',
    changed: '我改变了什么',
    kept: '我保留了什么',
    happened: '发生了什么',
    tip: '一个建议',
    counted: '我的统计',
    of: '共 {n} 人',
    wholeClass: '全班',
    verdict: { worked: '在这里有效。', partly: '部分有效。', 'not-yet': '在这里还没有成功。' },
  },
};

/** The words in a language (BCP 47), English where there are none. */
export function tryWords(lang: string): TryWords {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? (WORDS.en as TryWords);
}
