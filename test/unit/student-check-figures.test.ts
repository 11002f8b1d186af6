import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { FindingType } from '../../server/check/finding.ts';
import { figuresDocument, LANGUAGES, measured, perPage } from '../corpus/figures-document.ts';
import type { Figures } from '../corpus/student-check.ts';

const figures = measured();
const ALL: FindingType[] = ['email', 'phone', 'id-number', 'birth-date', 'small-cell'];
const missed = ({ found }: Figures, type: FindingType) => found.get(type)?.missed ?? [];
const share = ({ found }: Figures, type: FindingType) => {
  const sum = found.get(type);
  return sum ? sum.found / sum.all : 1;
};

describe('the student check on a corpus of drafts', () => {
  test('has drafts enough in every language, a quarter of them held out', () => {
    const count = (lang: string) => figures.all.filter((draft) => draft.lang === lang).length;
    expect(figures.all.length).toBeGreaterThanOrEqual(120);
    expect(count('en')).toBeGreaterThanOrEqual(40);
    expect(count('es')).toBeGreaterThanOrEqual(20);
    for (const lang of ['fi', 'de', 'fr', 'zh']) expect(count(lang)).toBeGreaterThanOrEqual(15);
    expect(figures.heldOutAll.drafts).toBeGreaterThanOrEqual(figures.all.length / 4);
    for (const { clean, planted } of figures.all) expect(Object.keys(planted).length > 0).toBe(!clean);
  });

  test('has ten addresses and numbers of each kind in every language, and drafts that say a wrong one', () => {
    for (const lang of Object.keys(LANGUAGES)) {
      const own = figures.all.filter((draft) => draft.lang === lang);
      const planted = (type: FindingType) => own.flatMap((draft) => draft.planted[type] ?? []).length;
      for (const type of ['email', 'phone', 'id-number', 'birth-date', 'small-cell'] as const)
        expect([lang, type, planted(type) >= (type === 'small-cell' ? 8 : 10)]).toEqual([lang, type, true]);
      if (lang !== 'en') expect(own.filter(({ declared }) => declared !== lang).length).toBeGreaterThan(0);
    }
  });

  test('finds every address, number, date of birth and small group', () => {
    for (const type of ALL) {
      expect(missed(figures.tunedAll, type)).toEqual([]);
      expect(missed(figures.heldOutAll, type)).toEqual([]);
    }
  });

  test.each(Object.keys(LANGUAGES))('finds names and descriptions of one child (%s)', (lang) => {
    const tuned = figures.tuned[lang] as Figures;
    expect({ missed: missed(tuned, 'name'), enough: share(tuned, 'name') >= 0.85 }).toMatchObject({
      enough: true,
    });
    expect({ missed: missed(tuned, 'one-child'), enough: share(tuned, 'one-child') >= 0.75 }).toMatchObject({
      enough: true,
    });
  });

  test('finds them in drafts that the rules were not made with', () => {
    expect(share(figures.heldOutAll, 'name')).toBeGreaterThanOrEqual(0.85);
    expect(share(figures.heldOutAll, 'one-child')).toBeGreaterThanOrEqual(0.75);
  });

  test('asks a false question at most once in 500 words', () => {
    for (const lang of Object.keys(LANGUAGES)) {
      const tuned = figures.tuned[lang] as Figures;
      expect({ questions: tuned.clean.questions, few: perPage(tuned) <= 1 }).toMatchObject({ few: true });
    }
    expect(perPage(figures.heldOutAll)).toBeLessThanOrEqual(1);
  });

  test('does what the document says', () => {
    const file = new URL('../../docs/student-check-figures.md', import.meta.url);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(file, figuresDocument(figures));
    expect(readFileSync(file, 'utf8')).toBe(figuresDocument(figures));
  });
});
