import { describe, expect, test } from '@jest/globals';
import { found, marked, passages, rows } from '../support/student-check.ts';

describe('links to private documents', () => {
  test.each(
    marked(`
      en: see ⟦https://docs.google.com/document/d/1a-B_c/edit?usp=sharing⟧.
      en: [our plan]⟦(https://drive.google.com/file/d/1/view "the plan")⟧ for it
      en: (⟦https://classroom.google.com/c/Abc⟧)
      en: ⟦<https://1drv.ms/w/s!Abc>⟧
      en: ⟦docs.google.com/document/d/1⟧
      en: [1]: ⟦https://school-my.sharepoint.com/:w:/g/personal/x⟧
      en: ⟦https://teams.microsoft.com/l/file/1⟧
      en: ⟦www.dropbox.com/s/x/y.pdf?dl=0⟧
      en: ⟦https://app.seesaw.me/#/item?id=1⟧
      en: ⟦https://canvas.school.edu/courses/12⟧
      en: ⟦https://school.managebac.com/student/classes/1⟧
      fi: ⟦https://pinehollow.inschool.fi/news/1234⟧
      fi: ⟦https://x.itslearning.com/a/b⟧
      de: ⟦https://cloud.gymnasium.de/index.php/s/abc⟧
      de: ⟦https://schule.org/moodle/course/view.php?id=3⟧
      fr: ⟦https://ent.iledefrance.fr/pad/1⟧
      es: ⟦https://aulavirtual.colegio.es/curso/1⟧
      zh: 腾讯文档⟦https://docs.qq.com/doc/DABC⟧，谢谢
      zh: ⟦https://alidocs.dingtalk.com/i/nodes/x⟧
    `),
  )('%s: %s', (lang, text, passage) => {
    expect(passages('private-link', lang, text)).toEqual([passage]);
  });

  test.each(
    rows(`
      en: https://en.wikipedia.org/wiki/Canvas_(painting)
      en: https://www.classdojo.com/ and Google Docs
      en: https://moodle.org/plugins/x
      en: https://notdocs.google.com.example.org/a/b
      en: write to ann@docs.google.com/x
      en: https://www.bbc.co.uk/bitesize/topics/z7svr82
      zh: https://www.moe.gov.cn/jyb_xwfb/202204/t20220421.html
    `),
  )('not in %s: %s', (lang, text) => {
    expect(passages('private-link', lang, text)).toEqual([]);
  });

  test('the words of a link stay when its address goes', () => {
    const text = 'See [our plan](https://drive.google.com/file/d/1/view).';
    const [finding] = found(text, 'en');
    expect(finding).toMatchObject({ severity: 'ask', fix: '' });
    expect(text.slice(0, finding?.start) + text.slice(finding?.end)).toBe('See [our plan].');
  });
});
