import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { tryInput } from '../../server/domain/adaptation.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import * as vocabulary from '../../server/domain/vocabulary.ts';
import { publishable, storyInput } from '../../server/domain/work.ts';
import { bestLanguage, isMessageKey, languageName, sayAny, sayIn, speaker } from '../../web/kit/messages.ts';
import { optionsOf, refusalText } from '../../web/kit/words.ts';

const say = sayIn('en');
const WEB = join(import.meta.dirname, '../../web');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('the words of the pages', () => {
  test('every sentence that a page says is in the English file', () => {
    const code = sources(WEB).join('\n');
    const keys = [...code.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key]) => key as string);
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  test('every English sentence is well-formed', () => {
    const english = JSON.parse(readFileSync(join(WEB, 'messages', 'en.json'), 'utf8')) as Record<
      string,
      string
    >;
    const anything = new Proxy(
      {},
      {
        get: () => 3,
        has: () => true,
        getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 3 }),
      },
    );
    for (const key of Object.keys(english)) expect(say(key as never, anything)).toMatch(/\S/);
  });

  const NAMED: Record<string, string> = {
    SUBJECTS: 'subject',
    FOCUSES: 'focus',
    CLASS_SIZES: 'class-size',
    AUDIENCES: 'audience',
    OPEN_AUDIENCES: 'audience',
    LICENCES: 'licence',
    VERDICTS: 'verdict',
    STORY_PROMPTS: 'prompt',
    LABELS: 'label',
    ROLES: 'role',
    KINDS: 'kind',
    CALL_STATES: 'question.state',
  };
  const lists = Object.entries(vocabulary).flatMap(([name, value]) =>
    Array.isArray(value) && name !== 'LANGUAGES' ? [[name, value as string[]] as const] : [],
  );
  test.each(lists)('every key of %s has a name', (list, keys) => {
    expect(keys.filter((key) => !isMessageKey(`${NAMED[list]}.${key}`))).toEqual([]);
  });

  test('every prompt has a line of help, every audience that can be chosen a sentence', () => {
    const wanted = [
      ...vocabulary.STORY_PROMPTS.map((one) => `prompt.${one}.help`),
      ...vocabulary.OPEN_AUDIENCES.map((one) => `audience.${one}.help`),
    ];
    expect(wanted.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  test('languages have names in the language of the viewer', () => {
    expect(vocabulary.LANGUAGES.map((tag) => languageName('en', tag))).toContain('Finnish');
    expect(languageName('fi', 'fi')).toBe('suomi');
    expect(languageName('en', 'not a tag')).toBe('not a tag');
  });
});

describe('what forms complain of', () => {
  const long = 'word '.repeat(4000);
  const badStory = storyInput.safeParse({
    title: `<b>${long}`,
    gist: 'see https://example.org',
    lang: 'not a language',
    gistOther: [{ lang: 'fi', text: long }],
    sections: [{ key: 'how', markdown: long }],
    subjects: ['cooking'],
    focus: ['feedback', 'reading', 'writing', 'feedback', 'feedback', 'feedback'],
    tags: ['a b'],
    ageMin: 5.5,
    ageMax: 120,
    levelLabel: long,
    classSize: '7',
    whyItMatters: long,
    madePossibleBy: long,
    licence: 'mine',
    audience: 'group',
    builtOn: [{ uri: 'ftp://example.org' }],
  });
  const badTry = tryInput.safeParse({
    context: long,
    changed: long,
    kept: long,
    happened: '',
    verdict: 'great',
    tip: long,
    lang: '-',
    subjects: ['cooking'],
    audience: 'group',
  });
  const complaints = [badStory, badTry].flatMap(
    (result) => result.error?.issues.map((issue) => `error.${String(issue.path[0])}.${issue.message}`) ?? [],
  );
  const missing = publishable(storyInput.parse({})).map(({ field, say: what }) => `error.${field}.${what}`);

  test.each([...new Set([...complaints, ...missing])])('%s has a sentence of its own', (key) => {
    expect(sayAny(say, key)).not.toBe(say('error.unknown'));
    expect(sayAny(say, key)).toMatch(/[.]$/);
  });

  test('an unknown complaint becomes the next more general one', () => {
    expect(sayAny(say, 'error.somewhere.missing')).toBe(say('error.any.missing'));
    expect(sayAny(say, 'error.builtOn.Invalid URL')).toBe(say('error.builtOn.unknown'));
    expect(sayAny(say, 'error.somewhere.strange')).toBe(say('error.unknown'));
    expect(sayAny(say, 'nothing')).toBe(say('unknown'));
  });

  test('every refusal that actions and reads throw has a sentence', () => {
    const code = sources(join(WEB, '..', 'server')).join('\n');
    const said = [...code.matchAll(/new Refusal\(\s*'[^']+',\s*'([^']+)'/g)].map(
      ([, key]) => `refusal.${key}`,
    );
    expect(said.length).toBeGreaterThan(5);
    expect([...new Set(said)].filter((key) => !isMessageKey(key))).toEqual([]);
  });

  test('a refusal without a sentence of its own says that of its kind', () => {
    expect(refusalText(say, new Refusal('unreachable', 'moon'))).toBe(say('refusal.unreachable'));
    expect(refusalText(say, new Refusal('conflict', 'handle-taken', { handle: 'ruth' }))).toContain('@ruth');
    expect(refusalText(say, new Refusal('conflict', 'handle-taken'))).toBe(say('refusal.unknown'));
  });
});

describe('voices', () => {
  test('a language says its own words and English ones where it has none', () => {
    const finnish = speaker('fi', {
      'card.tries': '{count, plural, one {kokeiltu yhdessä luokassa} other {kokeiltu # luokassa}}',
    });
    expect(finnish('card.tries', { count: 3 })).toBe('kokeiltu 3 luokassa');
    expect(finnish('nav.home')).toBe('Home');
  });

  test('unknown and regional languages speak English', () => {
    expect(bestLanguage(['tlh', 'en-GB'])).toBe('en');
    expect(sayIn('en-GB')('nav.home')).toBe('Home');
    expect(sayIn('../../package')('nav.home')).toBe('Home');
  });

  test('text from outside is never read as a pattern', () => {
    expect(say('lineage.origin', { who: '{count} <b>' })).toBe('{count} <b> began it');
  });

  test('lists become options in the order given, unknown keys with the general word', () => {
    expect(optionsOf(say, 'subject', ['music', 'cooking'])).toEqual([
      { value: 'music', label: 'Music' },
      { value: 'cooking', label: 'Another subject' },
    ]);
  });
});
