import { describe, expect, test } from '@jest/globals';
import { found, marked, passages, rows } from '../support/student-check.ts';

describe('small groups in prose', () => {
  test.each(
    marked(`
      en: ⟦3 of my 4⟧ newcomers spoke.
      en: ⟦two of my five⟧ newcomers
      en: ⟦3 out of 4⟧ students answered
      en: ⟦three of the five⟧ English learners
      en: ⟦one of the four⟧ newcomers
      en: ⟦2 of my 6⟧ could explain
      en: ⟦50 % of my six⟧ pupils
      en: the newcomers (⟦3 of 4⟧) improved
      en: ⟦Of my five newcomers, two⟧ spoke
      en: ⟦all four of our EAL⟧ learners
      en: ⟦none of my four⟧ refugee students
      en: newly arrived students, ⟦n = 4⟧
      en: I have ⟦four new students; three of them⟧ spoke.
      es: ⟦cuatro alumnos nuevos, tres de ellos⟧ hablaron
      de: ⟦vier neue Kinder, davon drei⟧ aus Syrien
      fr: ⟦quatre élèves allophones, dont trois⟧ ont parlé
      fi: ⟦neljä uutta oppilasta, joista kolme⟧ vastasi
      es: ⟦3 de mis 4⟧ alumnos mejoraron
      es: ⟦tres de los cuatro⟧ alumnos nuevos
      es: ⟦dos de mis cinco⟧ recién llegados
      es: ⟦De mis 5 alumnos nuevos, solo 3⟧ hablaron
      fi: ⟦neljästä oppilaasta kolme⟧ vastasi
      fi: ⟦kolme neljästä⟧ oppilaasta
      fi: ⟦viidestä uudesta oppilaastani kaksi⟧
      fi: ⟦3 oppilasta 4:stä⟧
      de: ⟦3 von meinen 4⟧ Schülern
      de: ⟦drei meiner vier⟧ Schüler
      de: ⟦3 der 4⟧ Neuzugewanderten
      de: ⟦Von meinen 5 Schülern haben nur 3⟧ geantwortet
      fr: ⟦3 de mes 4⟧ élèves
      fr: ⟦trois élèves sur quatre⟧
      fr: ⟦deux des cinq⟧ nouveaux
      zh: ⟦4名学生中有3名⟧
      zh: ⟦我的5个新生中有两个⟧说了话
      zh: 阅读小组⟦5人中有2人⟧已经能读完
      zh: ⟦四个插班生，只有一个⟧
    `),
  )('%s: %s', (lang, text, passage) => {
    expect(passages('small-cell', lang, text)).toEqual([passage]);
  });

  test.each(
    rows(`
      en: 3/6 students in the small group got it.
      en: 3 / 6 students improved
      en: 3/7 of my students passed
      en: In my group of 7, 5 improved.
      en: In my group of 6 students, 50 % passed.
      en: 4 passed out of 6 students.
      en: Four of them passed, out of 6.
      en: Two students (of six) passed.
      en: 6 students, 50% passed.
      en: n = 4, 75% correct
      en: Of 6, four passed.
      en: 4 of the 6 passed.
      en: Six students took the test and four passed.
      en: three-quarters of the 8 students
      es: Aprobaron 3/7 alumnos.
      es: aprobaron 4 de los 6
      es: 4 de los 6 aprobaron
      es: En mi grupo de 7, 5 mejoraron.
      es: el 50 % de los 6 alumnos
      es: 6 alumnos, el 50 % aprobó
      es: Dos alumnos (de seis) hablaron.
      de: 3/6 Kindern haben bestanden.
      de: 4 der 6 haben bestanden
      de: In meiner Gruppe von 7 haben 5 bestanden.
      de: In der Sechsergruppe 4 richtig
      de: 6 Kinder, 50 % bestanden den Test.
      de: Zwei Kinder (von sechs) sprachen.
      fr: 3/7 des élèves ont réussi
      fr: 3/6 élèves
      fr: 4 sur 6 ont réussi
      fr: Dans mon groupe de 7, 5 ont réussi.
      fr: 50 % des 6 élèves
      fr: Deux élèves (sur six) ont parlé.
      fi: Pienryhmässä 3/6 oppilasta vastasi oikein.
      fi: 5/8 oppilaasta osasi.
      fi: 8 oppilaasta 5 paransi.
      fi: Viidestä kaksi läpäisi: 5:stä 2 läpäisi.
      fi: Seitsemän oppilaan ryhmässä 5 onnistui.
      fi: 6 oppilasta, 50 % läpäisi kokeen.
      zh: 3/6的学生
      zh: 小组5人，4人及格
      zh: 小组6人，其中3人及格
      zh: 六名学生，三名及格
      zh: 6个学生中，3人及格
      zh: 6名学生，50%及格
    `),
  )('in plain words: %s: %s', (lang, text) => {
    expect(passages('small-cell', lang, text)).toHaveLength(1);
  });

  test.each(
    rows(`
      en: 2/3 of the students, 3/4 of my students, 1/2 of the class
      en: On 3/6 students presented. Grade 3/4 students, my 5/6 students, a Year 5/6 class
      en: In a class of 27, 14 improved. In my group of 7, 5 posters were made. In each group of 4, 2 students write.
      en: 14 passed out of 27 students, 4 came out of the room, 3 of the 5 questions passed
      en: 26 students, 50% passed. 6 lessons, 50% of the time. In my class of 26, 5 posters
      es: 2/3 de los alumnos, 4 de los 6 ejercicios, en grupos de 4, 2 escriben
      de: 2/3 der Kinder, Klasse 5/6, 26 Kinder, 50 % davon, 4 der 6 Aufgaben
      fr: 2/3 des élèves, 4 sur 6, le 3/6 élèves et parents viennent
      fi: 2/3 oppilaista, luokka 5/6, 24 oppilaasta 15 paransi
      zh: 每组5人，1人记录。全班42人，30人及格。3/4的学生
    `),
  )('not in plain words in %s: %s', (lang, text) => {
    expect(passages('small-cell', lang, text)).toEqual([]);
  });

  test.each(
    rows(`
      en: 3 of the 5 questions, two of my four classes, one of my two goals
      en: scored 3 out of 5, then 4 out of 5
      en: three of 27 students, 14 of my 27 students
      en: one of the four students reads
      en: In groups of four, two of the four students write.
      en: for n = 4 the students found 17
      en: two of our three sessions, 4 of 6 steps
      en: two of my three mistakes, 3 of our 5 rough drafts
      en: I have 27 students; three of them spoke. Four posters, three of them blue.
      es: dos de los cuatro grupos, 3 de 4 puntos, uno de cada cinco alumnos
      fi: kolme viidestä tehtävästä, 15 oppilasta 24:stä
      de: zwei der drei Stunden, drei von vier Aufgaben, einer der Schüler
      fr: 3 sur 5, un élève sur deux, deux des trois séances, 14 élèves sur 26
      fr: Chaque groupe de quatre : deux des quatre élèves lisent.
      zh: 每组4个学生中有1个记录，3个问题中有2个
      zh: 36名学生中有24名，3个学生，2个老师
    `),
  )('not in %s: %s', (lang, text) => {
    expect(passages('small-cell', lang, text)).toEqual([]);
  });

  test('the district says how small is small', () => {
    expect(passages('small-cell', 'en', '3 of my 12 pupils', { smallN: 15 })).toEqual(['3 of my 12']);
    expect(passages('small-cell', 'en', '3 of my 12 pupils', { smallN: 12 })).toEqual([]);
  });

  test('small numbers in the n column of a table and what stands beside them, not others', () => {
    const table =
      '| Group | n | Steps |\n|---|---|---|\n| New | 4 | 3 |\n| A | 24 | 6 |\n| B | 25 | 5 |\n\n4 | 3';
    expect(passages('small-cell', 'en', table)).toEqual(['4', '3']);
    expect(passages('small-cell', 'en', '| Student | Score |\n|---|---|\n| 1 | 4 |')).toEqual([]);
  });

  test.each([
    ['en', '3 of my 4 newcomers', 'some of my'],
    ['en', 'Three of my four newcomers', 'Some of my'],
    ['es', '3 de mis 4 alumnos', 'parte de mis'],
    ['de', 'drei meiner vier Schüler', 'einige meiner'],
    ['de', '3 von meinen 4 Schülern', 'einige von meinen'],
    ['fr', 'deux des cinq nouveaux', 'une partie des'],
    ['fi', 'kolme neljästä oppilaasta', null],
  ])('what it can say instead, in %s: %s', (lang, text, fix) => {
    expect(found(text, lang)).toMatchObject([{ severity: 'ask', fix }]);
  });
});
