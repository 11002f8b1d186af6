import { describe, expect, test } from '@jest/globals';
import { CHECK_MAX, checkText } from '../../server/check/check-text.ts';
import { guessLanguage } from '../../server/check/guess-language.ts';
import { plainOf } from '../../server/check/plain.ts';
import { questionsOf, withFixes } from '../../server/check/questions.ts';
import { context, found } from '../support/student-check.ts';

describe('the whole text', () => {
  test('findings come by place, and say where in the text as it was given', () => {
    const text = '# Plan\r\n\r\n**Call** *505 555 0143*\r\nor `ann@example.org`. 👩‍🏫 ID: 4417820';
    const findings = found(text, 'en');
    expect(findings.map(({ type }) => type)).toEqual(['phone', 'email', 'id-number']);
    for (const { start, end, text: passage } of findings) expect(text.slice(start, end)).toBe(passage);
  });

  test('a stop goes before an ask, the longer before the shorter, and nothing overlaps', () => {
    const text = 'https://drive.google.com/d/1?to=ann@example.org';
    expect(found(text, 'en').map(({ type }) => type)).toEqual(['email']);
    expect(found('student ID 505-555-0143', 'en')).toHaveLength(1);
    expect(found('身份证310101201203040017', 'zh')).toHaveLength(1);
  });

  test('what Markdown and editors put between letters does not hide anything', () => {
    for (const text of [
      '__DOB__: 4 March 2014',
      'D\u00adO\u200bB: 4 March 2014',
      'DOB:\u00a04\u202fMarch\u00a02014',
      'ne\u0301 le 4 mars 2014',
      'ＤＯＢ：４ March ２０１４',
    ])
      expect(found(text, 'en')).toMatchObject([{ type: 'birth-date', start: 0, end: text.length }]);
  });

  test('a line break within a paragraph is a space, at its end it is not', () => {
    const long = 'We waited for the bus in front of the school for a while and then he said he was born on\n';
    expect(found(`${long}4 March 2014.`, 'en')).toHaveLength(1);
    expect(plainOf(`${long}\n4 March 2014`).text).toBe(`${long}\n4 March 2014`);
    expect(plainOf('| 12 |\n| 34 |').text).toBe('| 12 |\n| 34 |');
    expect(plainOf('今天上课的时候我们在教室里做了一个很有意思的\n实验').text).toContain('有意思的实验');
  });

  test('a star between numbers stays, one around words goes', () => {
    expect(plainOf('3*4 and 3 * 4, **bold**, snake_case, \\*').text).toBe(
      '3*4 and 3 * 4, bold, snake_case, *',
    );
  });

  test('an empty text, and one that ends in the middle of everything', () => {
    for (const text of ['', '\\', '&', '**', '\ud83d', 'DOB', 'ID ']) expect(found(text, 'en')).toEqual([]);
  });

  test('a text that is too long is refused, not looked at in part', () => {
    const long = 'a '.repeat(CHECK_MAX / 2);
    expect(checkText(long, context('en'))).toEqual([]);
    expect(() => checkText(`${long}a`, context('en'))).toThrow(RangeError);
  });

  test('rules of one language hold for all its countries, and other languages get those of none', () => {
    expect(found('3 de mis 4 alumnos', 'es-MX')).toHaveLength(1);
    expect(found('3 of my 4 newcomers', 'en-GB')).toHaveLength(1);
    expect(found('4名学生中有3名', 'zh-Hant-TW')).toHaveLength(1);
    expect(found('Skriv till ann@example.org', 'sv')).toHaveLength(1);
  });

  test('fields are looked at together, each with offsets of its own', () => {
    const fields = [
      { field: 'gist', text: 'Nothing here.' },
      { field: 'how', text: 'Write to ann@example.org today.' },
      { field: 'other', text: 'kolme neljästä oppilaasta', lang: 'fi' },
    ];
    const questions = questionsOf(fields, context('en'));
    expect(questions.map(({ field, start, text }) => [field, start, text])).toEqual([
      ['how', 9, 'ann@example.org'],
      ['other', 0, 'kolme neljästä'],
    ]);
    expect(withFixes(fields[1]?.text ?? '', questions.slice(0, 1)).text).toBe('Write to today.');
  });
});

test.each([
  ['en', 'The students and I wrote what they said to the class, and that was it.'],
  ['es', 'Los alumnos y yo escribimos lo que se dijo en la clase con mis tarjetas.'],
  ['fi', 'Oppilaat ja minä kirjoitimme, mitä tunnilla sanottiin, mutta se ei ollut kun…'],
  ['de', 'Die Schüler und ich haben nicht alles mit auf den Zettel geschrieben.'],
  ['fr', 'Les élèves et moi avons écrit ce qui est dans la classe pour nous.'],
  ['zh-Hans', '我和学生一起写下课堂上说的话。'],
  ['en', '12345'],
])('a text without a language is taken for %s: %s', (lang, text) => {
  expect(guessLanguage(text)).toBe(lang);
});

/** What must be found whatever the language box says. */
const WRONG: [string, string, string[]][] = [
  [
    'es',
    'Una alumna con TDAH se quedó sola. De los 5 alumnos, 2 hablaron. Lucía me lo contó.',
    ['one-child', 'small-cell', 'name'],
  ],
  [
    'fi',
    'Eräällä oppilaalla on autismi. Kahdeksasta oppilaasta viisi paransi. Kysyin Aadalta.',
    ['one-child', 'small-cell', 'name'],
  ],
  [
    'de',
    'Ein Schüler mit ADHS hängte zwei Fehler auf. 3 von 8 Kindern waren krank, sagte Leonie.',
    ['one-child', 'small-cell', 'name'],
  ],
  [
    'fr',
    'Un élève suivi en ULIS a parlé. Parmi les 6 élèves, 4 ont progressé. Inès a rempli sa page.',
    ['one-child', 'small-cell', 'name'],
  ],
  [
    'zh-Hans',
    '班上有一个学生患有自闭症。6名学生中有4名及格。王子涵举手了。',
    ['one-child', 'small-cell', 'name'],
  ],
  [
    'en',
    'A student with ADHD sat alone. 3 of my 4 newcomers spoke. Then Maya laughed and said no.',
    ['one-child', 'small-cell', 'name'],
  ],
];
const DECLARED = ['en', 'es', 'fi', 'de', 'fr', 'zh-Hans', 'sv'];

describe('a text in another language than it says', () => {
  test.each(WRONG)('is looked at by the rules of its own: %s', (lang, text, types) => {
    for (const declared of DECLARED)
      expect([declared, ...found(text, declared).map(({ type }) => type)]).toEqual([declared, ...types]);
    const [fix] = found(text, lang).map((one) => one.fix);
    expect(found(text, 'sv')[0]?.fix).toBe(fix);
  });

  test('is looked at by both when it mixes them', () => {
    const text = 'Los alumnos y yo escribimos en la clase lo que se dijo. A student with ADHD sat alone.';
    expect(found(text, 'en').map(({ type }) => type)).toEqual(['one-child']);
  });

  test('one field in another language goes by its own rules', () => {
    const fields = [
      { field: 'how', text: 'The students and I wrote what they said to the class, and that was it.' },
      { field: 'students', text: 'Una alumna con TDAH se quedó sola en la clase.' },
    ];
    expect(questionsOf(fields, context('en')).map(({ field, type, fix }) => [field, type, fix])).toEqual([
      ['students', 'one-child', 'Algunos estudiantes'],
    ]);
  });

  test('in few words, or in a seventh language, may use the words of any of the six for a child', () => {
    expect(found('Un élève autiste.', 'en').map(({ type }) => type)).toEqual(['one-child']);
    const swedish = 'Eleverna och jag skrev det som hände. My student with ADHD var inte där.';
    expect(found(swedish, 'sv').map(({ type }) => type)).toEqual(['one-child']);
  });

  test('has no names of ordinary words', () => {
    const text =
      'Die Klasse und ihre Kinder haben im Mai ein Heft mit Sand an die Wand gelegt. Ernst war das nicht.';
    for (const declared of DECLARED) expect(found(text, declared)).toEqual([]);
  });
});
