import type { Thanks } from './reply.ts';

type ThanksWords = Record<Thanks, string>;

/** What a thank-you is for, in words that leave the node as part of its text. */
const WORDS: Record<string, ThanksWords> = {
  en: {
    'changed-how-i-teach': 'Thank you – it changed how I teach.',
    'used-it': 'Thank you – I used it.',
    'made-me-think': 'Thank you – it made me think.',
    'brave-to-share': 'Thank you – it was brave to share.',
  },
  es: {
    'changed-how-i-teach': 'Gracias: cambió mi manera de enseñar.',
    'used-it': 'Gracias: lo usé.',
    'made-me-think': 'Gracias: me hizo pensar.',
    'brave-to-share': 'Gracias: hizo falta valor para compartirlo.',
  },
  fi: {
    'changed-how-i-teach': 'Kiitos – tämä muutti tapaani opettaa.',
    'used-it': 'Kiitos – käytin tätä.',
    'made-me-think': 'Kiitos – tämä sai minut ajattelemaan.',
    'brave-to-share': 'Kiitos – tämän jakaminen oli rohkeaa.',
  },
  de: {
    'changed-how-i-teach': 'Danke – es hat verändert, wie ich unterrichte.',
    'used-it': 'Danke – ich habe es verwendet.',
    'made-me-think': 'Danke – es hat mich nachdenklich gemacht.',
    'brave-to-share': 'Danke – es war mutig, das zu teilen.',
  },
  fr: {
    'changed-how-i-teach': 'Merci – cela a changé ma façon d’enseigner.',
    'used-it': 'Merci – je m’en suis servi.',
    'made-me-think': 'Merci – cela m’a fait réfléchir.',
    'brave-to-share': 'Merci – il fallait du courage pour le partager.',
  },
  sv: {
    'changed-how-i-teach': 'Tack – det förändrade hur jag undervisar.',
    'used-it': 'Tack – jag använde det.',
    'made-me-think': 'Tack – det fick mig att tänka.',
    'brave-to-share': 'Tack – det var modigt att dela med sig.',
  },
  zh: {
    'changed-how-i-teach': '谢谢——它改变了我的教学。',
    'used-it': '谢谢——我用上了。',
    'made-me-think': '谢谢——它让我思考。',
    'brave-to-share': '谢谢——分享它很勇敢。',
  },
};

/** The words in a language (BCP 47), English where there are none. */
export function thanksWords(lang: string): ThanksWords {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? (WORDS.en as ThanksWords);
}
