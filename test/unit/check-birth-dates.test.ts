import { describe, expect, test } from '@jest/globals';
import { found, marked, passages, rows } from '../support/student-check.ts';

describe('dates of birth in a text', () => {
  test.each(
    marked(`
      en: He was ⟦born on 4 March 2014⟧.
      en: She was ⟦born March 4th, 2014⟧ in town
      en: ⟦born the 4th of March 2014⟧
      en: ⟦born in March 2014⟧
      en: ⟦born 2014-03-04⟧
      en: ⟦b. 4 March 2013⟧
      en: ⟦**DOB:** 04/03/2014⟧
      en: ⟦D.O.B. 3-4-14⟧
      en: ⟦Date of birth 04032014⟧
      en: ⟦DOB – 12 May 14⟧
      en: ⟦May 12, 2013 is his date of birth⟧
      en: Her ⟦birthday is on 4 March⟧.
      en: ⟦4 March is her birthday⟧
      en: her ⟦birthday (3/14⟧)
      en: his 10th ⟦birthday on Friday 4 March⟧
      en: ⟦birthday: 14 Sept '13⟧
      es: ⟦nació el 4 de marzo de 2014⟧
      es: ⟦fecha de nacimiento: 04/03/2014⟧
      es: ⟦F. N.: 12/05/2015⟧
      es: su ⟦cumpleaños es el 4 de marzo⟧
      es: ⟦nacida en marzo de 2014⟧
      es: ⟦nacimiento: 4-mar-2014⟧
      fi: ⟦syntynyt 4.3.2014⟧
      fi: ⟦s. 4.3.2014⟧
      fi: ⟦syntymäaika 04.03.2014⟧
      fi: hänen ⟦syntymäpäivänsä on 4. maaliskuuta⟧
      fi: ⟦syntyi maaliskuun 4. päivänä 2014⟧
      fi: ⟦4.3. on hänen syntymäpäivänsä⟧
      de: ⟦geboren am 4. März 2014⟧
      de: ⟦geb. 4.3.2014⟧
      de: ⟦Geburtsdatum: 04.03.2014⟧
      de: am ⟦4. März hat sie Geburtstag⟧
      de: am ⟦4. März 2014 geboren⟧
      fr: ⟦né le 4 mars 2014⟧
      fr: ⟦née le 1er mars 2014⟧
      fr: ⟦né(e) le 04.03.2014⟧
      fr: ⟦date de naissance : 04/03/2014⟧
      fr: son ⟦anniversaire est le 4 mars⟧
      zh: ⟦出生于2014年3月4日⟧
      zh: ⟦2014年3月4日生⟧，
      zh: ⟦出生日期：2014-03-04⟧
      zh: ⟦出生年月：2014.03⟧
      zh: 他的⟦生日在三月四日⟧
      zh: ⟦二〇一四年三月四日出生⟧
    `),
  )('%s: %s', (lang, text, passage) => {
    expect(passages('birth-date', lang, text)).toEqual([passage]);
  });

  test('further away than a few words the date alone is the passage', () => {
    expect(passages('birth-date', 'en', 'the birthday of the youngest was 4 March')).toEqual(['4 March']);
  });

  test.each([
    ['en', 'She turned 11 on 4 March and brought cake.', 'turned 11 on 4 March', 'aged 11'],
    ['en', 'turned eleven last Tuesday (March 4th)', 'turned eleven last Tuesday (March 4th', 'aged 11'],
    ['en', 'Aino will be 11 on 4 March.', 'Aino will be 11 on 4 March', 'aged 11'],
    ['es', 'cumplió 11 años el 4 de marzo', 'cumplió 11 años el 4 de marzo', 'de 11 años'],
    ['es', 'El 4 de marzo cumple once años.', '4 de marzo cumple once años', 'de 11 años'],
    ['fi', 'täytti 11 vuotta 4.3. ja', 'täytti 11 vuotta 4.3.', '11-vuotias'],
    ['fi', 'täytti 4. maaliskuuta yksitoista', 'täytti 4. maaliskuuta yksitoista', '11-vuotias'],
    ['de', 'wurde am 4. März 11 Jahre alt', 'wurde am 4. März 11 Jahre alt', '11 Jahre alt'],
    ['de', 'wird am 4. März zwölf.', 'wird am 4. März zwölf', '12 Jahre alt'],
    ['fr', 'a eu 11 ans le 4 mars', 'a eu 11 ans le 4 mars', 'de 11 ans'],
    ['fr', 'Le 4 mars, il a eu onze ans.', '4 mars, il a eu onze ans', 'de 11 ans'],
    ['zh', '3月4日满11岁', '3月4日满11岁', '11岁'],
  ])('the age that the text says may stay, in %s: %s', (lang, text, passage, fix) => {
    expect(found(text, lang)).toMatchObject([{ type: 'birth-date', severity: 'stop', text: passage, fix }]);
  });

  test('without an age in the text the fix takes the date out', () => {
    expect(found('born on 4 March 2014', 'en')).toMatchObject([{ severity: 'stop', fix: '' }]);
  });

  test('a column of dates of birth', () => {
    const table = '| Who | DOB |\n|:--|--:|\n| A | 04/03/2014 |\n| B | 5 May 2014 |';
    expect(passages('birth-date', 'en', table)).toEqual(['04/03/2014', '5 May 2014']);
  });

  test.each(
    rows(`
      en: Einstein was born on 14 March 1879.
      en: Dr. Seuss’s birthday, March 2, is Read Across America Day.
      en: The idea was born on 14 September 2025.
      en: A chick was born on 4 March in our incubator.
      en: On 14 March we did the birthday problem.
      en: born in Syria and came to us on 4 March 2025
      en: We turned in 12 essays on 4 March. We turned 12 desks around on 5 March.
      en: We met on 4 March. Born readers came too.
      en: There will be 12 on 4 March. The total was 12 on 5 March.
      en: Students born in 2014 were in grade 5.
      es: Cervantes nació el 29 de septiembre de 1547.
      es: La idea nació el 3 de octubre. Se cumplió el plazo el 4 de marzo.
      es: cumple 3 objetivos el 4 de marzo
      fi: vuonna 2014 syntyneet aloittivat 11.8.2025
      fi: Ajatus syntyi 4.3.2025 kahvihuoneessa, ks. s. 4.
      de: Am 4. März wurde das Projekt geboren. Es wurde am 5. März 12 Kindern gezeigt.
      fr: Pour l’anniversaire de l’armistice, le 11 novembre, nous avons lu.
      fr: a eu 12 sur 20 le 4 mars
      zh: 3月4日学生做实验，学生于3月5日参观。
      zh: 2014年3月4日生物课，学生日记3月5日
      zh: 孔子生于公元前551年9月28日
    `),
  )('not in %s: %s', (lang, text) => {
    expect(passages('birth-date', lang, text)).toEqual([]);
  });
});

test('an age between two dates belongs to one of them, and neither date stays', () => {
  const text = 'Nació el 15/02/2013, cumplió 11 años el 4 de marzo';
  expect(passages('birth-date', 'es', text)).toEqual(['15/02/2013', 'cumplió 11 años el 4 de marzo']);
});
