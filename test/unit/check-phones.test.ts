import { describe, expect, test } from '@jest/globals';
import { marked, passages } from '../support/student-check.ts';

describe('telephone numbers in a text', () => {
  test.each(
    marked(`
      en: ⟦(505) 555-0143⟧
      en: ⟦505-555-0143⟧ ext. 12
      en: ⟦505.555.0143⟧
      en: ⟦505 555 0143⟧
      en: ⟦505–555–0143⟧
      en: ⟦5055550143⟧
      en: ⟦+1 (505) 555-0143⟧
      en: ⟦1-800-555-0199⟧
      en: ⟦978-555-0143⟧
      en: in Room 214 ⟦505-555-0143⟧
      en: call ⟦555-0143⟧
      en: text her at ⟦5550143⟧
      en: his mum (⟦91234567⟧)
      en: [call](tel:⟦+15055550143⟧)
      en: phone: ⟦505‑555‑0143⟧
      en: **Cell:** ⟦505 555 0143⟧
      en: ⟦07700 900123⟧
      en: ⟦020 7946 0958⟧
      en: ⟦(0)7700 900123⟧
      en: ⟦+44 (0)20 7946 0958⟧
      en: ⟦07700900123⟧
      en: ⟦+65 9123 4567⟧
      en: ⟦9123 4567⟧
      en: ⟦98765 43210⟧
      en: ⟦0412 345 678⟧
      es: ⟦612 345 678⟧
      es: ⟦612.34.56.78⟧
      es: ⟦91 123 45 67⟧
      es: ⟦+34 612 345 678⟧
      es: ⟦612345678⟧
      es: ⟦55 1234 5678⟧
      es: ⟦(55) 1234-5678⟧
      es: ⟦+57 311 5550123⟧
      es: ⟦7123-4567⟧
      es: llámame al ⟦987654321⟧
      fi: ⟦040 123 4567⟧
      fi: ⟦050-1234567⟧
      fi: puh. ⟦0401234567⟧
      fi: ⟦+358 (0)40 123 4567⟧
      fi: ⟦09 123 456⟧
      fi: Äidin numero on ⟦0401234567⟧
      de: ⟦030/1234567⟧
      de: ⟦0176 12345678⟧
      de: ⟦0151 - 555 123 45⟧
      de: ⟦+49 (0)30 123456⟧
      de: ⟦0049 (0)151 55512345⟧
      de: ⟦(030) 12 34 56⟧
      de: Telefon ⟦55 12 34⟧
      fr: ⟦06 12 34 56 78⟧
      fr: ⟦06.12.34.56.78⟧
      fr: ⟦01-23-45-67-89⟧
      fr: ⟦0612345678⟧
      fr: ⟦+33 (0)6 12 34 56 78⟧
      fr: ⟦514 555-0123⟧
      zh: 手机⟦13812345678⟧
      zh: ⟦138 1234 5678⟧
      zh: ⟦021-65432100⟧
      zh: ⟦（021）65432100⟧
      zh: ⟦＋86 138 0013 8000⟧
      zh: 电话：⟦６５４３２１００⟧
      zh: QQ：⟦314159265⟧
      zh: 微信号：⟦lin_2012⟧
      en: Call my cell: ⟦five oh five, 555, 0133⟧
      en: Text ⟦five-five-five 0199⟧
      es: llámame al ⟦seis uno dos, 34, 56, siete ocho⟧
      de: Tel. ⟦null drei null 901 820⟧
      zh: ⟦一三八一二三四五六七八⟧
    `),
  )('%s: %s', (lang, text, passage) => {
    expect(passages('phone', lang, text)).toEqual([passage]);
  });

  test.each([
    'We called out one two three four five six seven eight, 12, 16 and clapped.',
    'Count: five, six, seven, eight. Then one, two, 2019, three and four.',
    'I called on them: two, three, 15.',
  ])('digits in words are counting: %s', (text) => {
    expect(passages('phone', 'en', text)).toEqual([]);
  });

  test('a number that was broken over two lines is found', () => {
    const text = 'If anything happens on the way to the museum you can call 505\n555 0143 and ask.';
    expect(passages('phone', 'en', text)).toEqual(['505\n555 0143']);
  });
});
