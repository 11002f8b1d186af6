import { describe, expect, test } from '@jest/globals';
import { found, marked, passages, rows } from '../support/student-check.ts';

describe('e-mail addresses in a text', () => {
  test.each(
    marked(`
      en: Write to ⟦ann.lee@school.k12.nm.us⟧.
      en: ⟦tyler_b+maths@students.example.co⟧, please
      en: (⟦Tyler.B@STUDENTS.ORG⟧)
      en: or [write](mailto:⟦ann@example.org⟧)
      en: <⟦ann@example.org⟧>
      en: \`⟦ann@example.org⟧\`
      en: ⟦ann\\_lee@example.org⟧
      en: ⟦ann&#64;example.org⟧
      en: ⟦ann @ example.org⟧
      en: ⟦ann (at) school (dot) org⟧
      en: ⟦ann dot lee at school dot k12 dot nm dot us⟧
      en: ⟦ann AT school.org⟧
      en: ⟦annalee at gmail.com⟧
      en: O'Neil has ⟦o'neil@example.org⟧
      es: escribe a ⟦pérez.ana@colegio.es⟧
      es: ⟦ana [arroba] colegio [punto] es⟧
      es: ⟦ana.perez arroba colegio punto es⟧
      fi: ⟦liisa.virtanen@edu.hel.fi⟧
      fi: ⟦etunimi.sukunimi(at)koulu.fi⟧
      fi: ⟦etunimi.sukunimi ät koulu.fi⟧
      de: Mail an ⟦zoe.k@schule-nord.de⟧!
      de: ⟦max punkt muster at schule punkt de⟧
      de: ⟦a.b{at}c.de⟧
      fr: ⟦lea.martin@ac-lyon.fr⟧
      fr: ⟦lea [arobase] ecole [point] fr⟧
      zh: 邮箱：⟦zhanglin@163.com⟧谢谢
      zh: ⟦ｚｈａｎｇ＠１６３．ｃｏｍ⟧
      zh: ⟦zhang艾特163点com⟧
      zh: ⟦zhang#qq.com⟧
      en: email me: ⟦ruth at school.org⟧
      en: ⟦ruth at school.org⟧, any time
      en: E-mail ⟦Ruth at school.org⟧
      en: ⟦room12 at pinehollow.k12.nm.us⟧
      en: ⟦ruth@sub.школа.рф⟧ is one
      fi: ⟦liisa at koulu.fi⟧
      fi: Kirjoita ⟦l.virtanen at koulu.fi⟧
      zh: 发到⟦zhaolin@学校.中国⟧谢谢
      zh: ，⟦张三@163.com⟧
    `),
  )('%s: %s', (lang, text, passage) => {
    expect(passages('email', lang, text)).toEqual([passage]);
  });

  test.each(
    rows(`
      en: Look at school.org for more.
      en: We looked at school.org, found it at code.org, taught at k12.nm.us and Maria at code.org told us.
      en: The slides at pbslearning.org are free at noaa.gov, and mark at the end.
      en: @ruth@ajar.example wrote the first one.
      en: ![pond](pond@2x.png)
      en: He could die at that point and look at the dot in the middle.
      en: We meet @ 3.15 in the hall.
      en: Part (a) 3.5 of the sheet
      en: preact@10.5.0 and node@24
      de: am besten at home
      es: a las 4 en punto
      fr: à la fin
      zh: 我们在学校见面。
    `),
  )('not in %s: %s', (lang, text) => {
    expect(passages('email', lang, text)).toEqual([]);
  });

  test('the author’s own may stand there, however it is written', () => {
    const text = 'Write to Ruth@Example.org or ruth (at) example (dot) org, not to tom@example.org.';
    expect(passages('email', 'en', text, { emails: ['ruth@example.org'] })).toEqual(['tom@example.org']);
  });

  test('it stops the text, and one tap takes it out', () => {
    expect(found('ann@example.org', 'en')).toEqual([
      { type: 'email', severity: 'stop', start: 0, end: 15, text: 'ann@example.org', fix: '' },
    ]);
  });
});
