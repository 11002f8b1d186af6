import { describe, expect, test } from '@jest/globals';
import { checkText } from '../../server/check/check-text.ts';
import { textTableQuestions } from '../../server/check/text-table-questions.ts';
import { tableMarkdown } from '../../server/text/table-text.ts';

const WRITER = {
  wholeClass: 'Whole class',
  write: (table: Parameters<typeof tableMarkdown>[0]) => tableMarkdown(table, 'en'),
};
/** `a b/c d`: a line for each slash, the first the heading */
const md = (lines: string) => {
  const [head = '', ...rows] = lines.split(' / ').map((line) => line.split(';').map((cell) => cell.trim()));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line([...head]), line([...head].map(() => '---')), ...rows.map((row) => line([...row]))].join('\n');
};
const stops = (text: string, lang = 'en', smallN = 10) =>
  checkText(text, { lang, authors: [], emails: [], smallN, idPatterns: [] })
    .filter(({ type, severity }) => type === 'small-cell' && severity === 'stop')
    .map((finding) => {
      expect(text.slice(finding.start, finding.end)).toBe(finding.text);
      return finding.text;
    });
const asked = (text: string) => textTableQuestions([{ field: 'students', text }], 10, WRITER);
const mended = (text: string, fix: 'hide' | 'whole-class' | 'leave-out') =>
  [...(asked(text)[0]?.edits[fix] ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((now, edit) => now.slice(0, edit.start) + edit.fix + now.slice(edit.end), text);

const NEWCOMERS = md(
  'Group; Students; Before; After / Class A; 27; 11; 16 / **Newcomers**; 5; 3; 4 / Class B; 26; 12; 19',
);

describe('small numbers in a table that was written into a text', () => {
  test.each([
    [md(';Before;After / Got it;3;5'), ['3', '5']],
    [md('Group;Before;After / Whole year;43;41 / Pull-out;3;1'), ['3', '1']],
    [md('Pupils in group;% passed / 4;25 %'), ['4', '25 %']],
    [md('Pupils in group;% passed / 4;25 / 30;60'), ['4', '25']],
    [md('Answer;Students / yes;14 / no;3 / partly;12'), ['3']],
    [md('Answer;Class A (n = 27);Pull-out (n = 6) / yes;40 %;50 % / no;60 %;50 %'), ['6', '50 %', '50 %']],
    [md('Class;Mean / 7a (n = 24);3.1 / New (n = 4);2.5'), ['4', '2.5']],
    [`n = 6\n\n${md('Item;right / first;50 % / second;34 %')}`, ['6', '50 %', '34 %']],
    [md('Class;Spoke / A;3 of 27 / B;11 of 26'), ['3 of 27']],
    [md('Class;Spoke / A;3 students / B;14 students'), ['3 students']],
    [md('Rating;1;2;3 / Students;3;12;14'), ['3']],
    [md('Week 1;Week 2 / 3;5'), ['3', '5']],
    [md(';Week 1;Week 2;Week 3 / Spoke up;3;6;12'), ['3', '6']],
    [md('Group;Wrote full sentences / Ours;4'), ['4']],
    [md('Got it;3;5 / Not yet;24;22'), ['3', '5']],
    [md('Class;**Passed** / A;**3** / B;`17`'), ['**3**', '`17`'].slice(0, 1)],
    ['Group | Passed\n---|---\nOurs | 4', ['4']],
    ['> | Group | Passed |\n> |---|---|\n> | Ours | 4 |', ['4']],
    ['- | Group | Passed |\n  |---|---|\n  | Ours | 4 |', ['4']],
    [
      '<table><tr><th>Group</th><th>Passed</th></tr><tr><td>Ours</td><td><b>4</b></td></tr></table>',
      ['<b>4</b>'],
    ],
    ['<table><tr><td>Ours<td>4<tr><td>Theirs<td>31', ['4']],
  ])('are stopped: %s', (text, numbers) => {
    expect(stops(text)).toEqual(numbers);
  });

  test('in every language of the rules', () => {
    expect(stops(md('Grupo;Alumnos;Aprobados / 1.º A;26;19 / Apoyo;4;1'), 'es')).toEqual(['4', '1']);
    expect(stops(md('Ryhmä;Oppilaita;Osasi / 8A;21;14 / Pienryhmä;4;2'), 'fi')).toEqual(['4', '2']);
    expect(stops(md('Gruppe;Vorher;Nachher / 8a;24;13 / Förder;3;8'), 'de')).toEqual(['3', '8']);
    expect(stops(md('Groupe;Effectif;Réussite / 4e A;27;63 % / ULIS;4;50 %'), 'fr')).toEqual(['4', '50 %']);
    expect(stops(md('班级;人数;做对 / 一班;41;30 / 新来的;3;2'), 'zh')).toEqual(['3', '2']);
  });

  test.each([
    md('Step;Minutes / Warm-up;5 / Pairs;8'),
    md('Step;Time (min) / Warm-up;5 / Pairs;8'),
    md('What;Time / Warm-up;5 min / Pairs;8 min'),
    md('x;y / 1;2 / 2;4'),
    md('x;1;2;3 / y;2;4;6'),
    md('×;2;3 / 2;4;6 / 3;6;9'),
    md('Week;What we did / 1;Silence / 2;Pairs'),
    md('Fraction;Decimal / 1/4;0.25 / 3/4;0.75'),
    md('Word;Syllables / banana;3'),
    md('Criterion;Points / Clear;3 / Short;2'),
    md('Student;Score / 1;4'),
    md('Topic;Lessons / Fractions;4'),
    md('Class;Before;After / A;11;16 / B;12;19'),
    md('Class;Passed / A;63 % / B;71 %'),
    'a | b, and 3 | 4',
  ])('other tables are let out: %s', (text) => {
    expect(stops(text)).toEqual([]);
    expect(asked(text)).toEqual([]);
  });

  test('the district says how small is small', () => {
    const text = md('Answer;Students / yes;14 / no;11');
    expect(stops(text, 'en', 10)).toEqual([]);
    expect(stops(text, 'en', 12)).toEqual(['11']);
  });

  test('a large table is looked at to its end, in time', () => {
    const rows = Array.from(
      { length: 500 },
      (_, i) => `${i === 499 ? 'Last' : 'Group'};${i === 499 ? 4 : 20 + (i % 7)}`,
    );
    expect(stops(md(`Group;Passed / ${rows.join(' / ')}`))).toEqual(['4']);
    const wide = Array.from({ length: 300 }, (_, i) => (i === 299 ? 4 : 20 + (i % 7)));
    expect(stops(md(`Group;${wide.map((_, i) => `Try ${i}`).join(';')} / A;${wide.join(';')}`))).toEqual([
      '4',
    ]);
  });

  test('is one question that names the numbers, at the place of the table', () => {
    const text = `We counted.\n\n${NEWCOMERS}\n\nThat was it.`;
    const [question, ...more] = asked(text);
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      field: 'students',
      severity: 'stop',
      text: 'Newcomers · Before: 3 · After: 4 · Students: 5',
      tableFixes: ['hide', 'whole-class', 'leave-out'],
    });
    expect(text.slice(question?.start, question?.end)).toBe(NEWCOMERS);
  });

  test('hidden, everything else stays as it was written', () => {
    const hidden = mended(`Above.\n\n${NEWCOMERS}\n\nBelow.`, 'hide');
    expect(hidden).toBe(
      `Above.\n\n${NEWCOMERS.replace('| **Newcomers** | 5 | 3 | 4 |', '| **Newcomers** | – | – | – |')}\n\nBelow.`,
    );
    expect(stops(hidden)).toEqual([]);
  });

  test('a number that would give a hidden one away goes too', () => {
    const hidden = mended(md('Answer;Students / yes;14 / no;3 / partly;12 / Total;29'), 'hide');
    expect(hidden).not.toMatch(/\b(3|12)\b/);
    expect(hidden).toContain('| Total | 29 |');
    expect(asked(hidden)).toEqual([]);
  });

  test('the whole class is one row, and it may go out', () => {
    const whole = mended(NEWCOMERS, 'whole-class');
    expect(whole).toContain('| Whole class | 26 | 39 | 58 |');
    expect(whole).not.toContain('Newcomers');
    expect(stops(whole)).toEqual([]);
  });

  test('too little left: it can only be left out', () => {
    const text = `Above.\n\n${md(';Before;After / Got it;3;5')}\n\nBelow.`;
    expect(asked(text)[0]?.tableFixes).toEqual(['leave-out']);
    expect(mended(text, 'leave-out')).toBe('Above.\n\n\n\nBelow.');
  });

  test('every fix of every table above lets it out', () => {
    for (const text of [
      NEWCOMERS,
      md('Pupils in group;% passed / 4;25 % / 30;60 % / 28;55 %'),
      md('Class;Mean / 7a (n = 24);3.1 / New (n = 4);2.5 / 7b (n = 25);3.5'),
    ])
      for (const fix of asked(text)[0]?.tableFixes ?? []) expect(stops(mended(text, fix))).toEqual([]);
  });
});
