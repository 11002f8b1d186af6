import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type en from '../messages/en.json';
import { projectRoot } from './project-root.ts';

/** A key of the message files; English is complete, other languages may lag behind. */
export type MessageKey = keyof typeof en;

export type Params = Record<string, string | number>;

/** Says a sentence in the viewer's language. Throws when a parameter that the sentence needs is missing. */
export type Say = (key: MessageKey, params?: Params) => string;

type Messages = Readonly<Record<string, string>>;

const FALLBACK = 'en';
const FOLDER = join(projectRoot(), 'web', 'messages');

const english = load(FALLBACK);
const languages = readdirSync(FOLDER).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
const voices = new Map<string, Say>();

function load(lang: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, `${lang}.json`), 'utf8')) as Messages;
}

/**
 * The voice for a language: `en-GB` and unknown languages speak English, and so does a key without a translation.
 * @param lang a BCP 47 tag, also one that came from outside
 */
export function sayIn(lang: string): Say {
  const own = bestLanguage([lang]);
  let voice = voices.get(own);
  if (!voice) {
    voice = speaker(own, own === FALLBACK ? english : load(own));
    voices.set(own, voice);
  }
  return voice;
}

/** The first of these languages that has a message file, exactly or by its base language; English when none has. */
export function bestLanguage(wanted: readonly string[]): string {
  for (const tag of wanted) {
    if (languages.includes(tag)) return tag;
    const base = tag.split('-')[0] ?? '';
    if (languages.includes(base)) return base;
  }
  return FALLBACK;
}

/** A voice over given words; `sayIn` is the one to use in pages. */
export function speaker(lang: string, words: Messages): Say {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, params) => {
    let format = formats.get(key);
    if (!format) {
      const own = words[key];
      const text = own ?? english[key];
      if (text === undefined) throw new Error(`no sentence for ${key}`);
      format = new IntlMessageFormat(text, own === undefined ? FALLBACK : lang, undefined, {
        ignoreTag: true,
      });
      formats.set(key, format);
    }
    return String(format.format(params));
  };
}

/** Whether a key made at run time has a sentence. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

/**
 * Says a key that is made at run time: `refusal.<say>`, `subject.<key>`, `error.<field>.<say>`.
 * An unknown key gives the next more general sentence (`error.any.<say>`, `error.<field>.unknown`, `refusal.unknown`),
 * never an error.
 */
export function sayAny(say: Say, key: string, params?: Params): string {
  const [kind, field, ...rest] = key.split('.');
  const candidates = [
    key,
    `${kind}.any.${rest.join('.')}`,
    `${kind}.${field}.unknown`,
    `${kind}.unknown`,
    'unknown',
  ];
  for (const candidate of candidates) {
    if (!isMessageKey(candidate)) continue;
    try {
      return say(candidate, params);
    } catch {
      // a sentence whose parameters were not given: the more general one
    }
  }
  return '';
}

/** The name of a language in the viewer's language: `languageName('en', 'fi')` is "Finnish". */
export function languageName(viewerLang: string, tag: string): string {
  try {
    return new Intl.DisplayNames([viewerLang, FALLBACK], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
