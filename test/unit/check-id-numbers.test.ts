import { describe, expect, test } from '@jest/globals';
import {
  cpf,
  elevenTest,
  frenchKey,
  germanTaxNumber,
  iban,
  norwegianNumber,
  pesel,
  spanishLetter,
  turkishNumber,
  verhoeff,
} from '../../server/check/checksums.ts';
import { marked, passages, rows } from '../support/student-check.ts';

describe('ID numbers in a text', () => {
  test.each(
    marked(`
      en: ⟦123-45-6789⟧
      en: his SSN is ⟦123456789⟧
      en: ⟦xxx-xx-6789⟧
      en: NHS ⟦943 476 5919⟧
      en: ⟦QQ123456C⟧
      en: UPN ⟦A123456789012⟧
      en: ⟦S1234567D⟧
      en: Aadhaar ⟦2345 6789 0123⟧
      en: ⟦GB29 NWBK 6016 1331 9268 19⟧
      es: ⟦12345678Z⟧
      es: DNI ⟦45.678.901⟧
      es: ⟦X1234567L⟧
      es: ⟦GOML100304MDFXXX01⟧
      es: ⟦12.345.678-5⟧
      fi: ⟦131052-308T⟧
      fi: ⟦150313A123K⟧
      fi: ⟦010116Y999A⟧
      fi: hetu: ⟦010115-123A⟧
      fi: ⟦1.2.246.562.24.12345678901⟧
      de: ⟦86095742719⟧
      de: Steuer-ID ⟦12 345 678 901⟧
      de: ⟦15 070649 C 103⟧
      fr: ⟦1 84 12 76 451 089 46⟧
      fr: ⟦184127645108946⟧
      fr: INE ⟦1234567890A⟧
      zh: ⟦11010519491231002X⟧
      zh: 身份证号码：⟦310101201203040017⟧
      zh: 学籍号⟦G310101201203040017⟧
      sv: ⟦930101-1234⟧
      pl: ⟦44051401359⟧
      nl: BSN ⟦123456782⟧
      nb: ⟦01010750160⟧
      it: ⟦RSSMRA85T10A562S⟧
      pt: ⟦123.456.789-09⟧
      pt: ⟦52998224725⟧
      tr: ⟦10000000146⟧
      fr: ⟦85.07.30-033.28⟧
      de: ⟦756.1234.5678.97⟧
      ms: ⟦990131-14-5678⟧
      ko: ⟦130612-3123456⟧
      zh: ⟦A123456(7)⟧
      zh-TW: ⟦A123456789⟧
    `),
  )('a country’s, in %s: %s', (lang, text, passage) => {
    expect(passages('id-number', lang, text)).toEqual([passage]);
  });

  test.each(
    marked(`
      en: student ID ⟦4417820⟧
      en: Student no. ⟦4021⟧ wrote
      en: student #⟦48213⟧
      en: ⟦4417820⟧ is her student ID
      en: ID: ⟦2024001234⟧
      en: lunch PIN ⟦48213⟧
      en: His student number, which I wrote on the card, was ⟦4417820⟧
      en: passport no. ⟦K1234567⟧
      en: Student ID: **⟦A1234567⟧**
      es: número de matrícula ⟦4417820⟧
      es: n.º de alumno ⟦48213⟧
      es: expediente ⟦448213⟧
      es: tarjeta de identidad ⟦1.023.456.789⟧
      fi: oppilasnumero ⟦4417820⟧
      fi: Oppilasnumeronsa on ⟦48213⟧
      de: Schülernummer ⟦48213⟧
      de: Schüler-ID: ⟦2024-0815⟧
      de: Ausweisnummer ⟦L01X00T47⟧
      fr: numéro d’élève ⟦4417820⟧
      fr: n° élève : ⟦48213⟧
      fr: matricule ⟦2024815⟧
      zh: 他的学号是⟦48213⟧
      zh: 学号：⟦2024031507⟧
      zh: 准考证号 ⟦20241234567⟧
    `),
  )('a school’s, in %s: %s', (lang, text, passage) => {
    expect(passages('id-number', lang, text)).toEqual([passage]);
  });

  test('all numbers of a list and of a table’s column', () => {
    expect(passages('id-number', 'en', 'student IDs 48213, 48214 and 48215')).toEqual([
      '48213',
      '48214',
      '48215',
    ]);
    const table = '| Who | Student ID |\n|---|---|\n| A | 48213 |\n| B | 48214 |';
    expect(passages('id-number', 'en', table)).toEqual(['48213', '48214']);
  });

  test('the district’s own patterns, letter by letter', () => {
    const more = { idPatterns: ['PH-#####', '@@.###'] };
    expect(passages('id-number', 'en', 'PH-20481, ph-1, AB.123, ABx123', more)).toEqual([
      'PH-20481',
      'AB.123',
    ]);
    expect(passages('id-number', 'en', 'PH-20481', { idPatterns: [''] })).toEqual([]);
  });

  test.each(
    rows(`
      en: student numbers grew to 12000
      en: student 12 of 27, student code: 1 = wrote, 2 = spoke
      en: ID cards for 120 students in 2025
      en: the school year 2025-2026, file 2, case 12
      en: 2025 2026 2027
      en: 12345678 - 1234567
      fi: ISBN 978-952-13-6004-6
      de: 12 300 000
      es: la matrícula subió de 480 a 520
      zh: 编号1到6的小组
    `),
  )('none in %s: %s', (lang, text) => {
    expect(passages('id-number', lang, text)).toEqual([]);
  });
});

describe('check digits', () => {
  test.each<[string, (id: string) => boolean, string]>([
    ['Verhoeff', verhoeff, '234123412346'],
    ['DNI', spanishLetter, '12345678Z'],
    ['NIE', spanishLetter, 'X1234567L'],
    ['NIR', frenchKey, '184127645108946'],
    ['NIR of Corsica', frenchKey, '184012A00400364'],
    ['Steuer-ID', germanTaxNumber, '86095742719'],
    ['PESEL', pesel, '44051401359'],
    ['fødselsnummer', norwegianNumber, '01010750160'],
    ['BSN', elevenTest, '123456782'],
    ['CPF', cpf, '52998224725'],
    ['T.C.', turkishNumber, '10000000146'],
    ['IBAN', iban, 'GB29NWBK60161331926819'],
  ])('%s: right as it is, wrong with another digit', (_name, valid, id) => {
    expect(valid(id)).toBe(true);
    const wrong = id.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    expect(valid(wrong)).toBe(false);
  });
});
