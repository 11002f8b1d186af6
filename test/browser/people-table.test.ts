import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { doubleText, widthFindings } from '../support/page-checks.ts';
import { LAPTOP, openReader, PHONE, signInAs } from '../support/page-readers.ts';

describe('the people of a district, as administrators see them', () => {
  let node: TestDistrict;
  let browser: Browser;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    await aTeacher(node.ctx, 'priya', { role: 'admin', label: 'coach' });
    await aTeacher(node.ctx, 'wilhelmina_alexandrina_feather', {
      name: 'Wilhelmina Alexandrina Featherstonehaugh-Cholmondeley',
      label: 'student-teacher',
    });
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  /** What cannot be read without scrolling sideways. */
  const cut =
    '[...document.querySelectorAll("#here *")].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline").map((one) => one.outerHTML.slice(0, 80))';

  test('stand one under the other on a telephone, each line with what it is, in twice as large letters too', async () => {
    const { page, context } = await openReader(browser, PHONE);
    await signInAs(page, node.origin, 'priya');
    await page.goto(`${node.origin}/admin/people`);
    const row = page.getByRole('row').filter({ hasText: 'Wilhelmina' });
    for (const large of [false, true]) {
      await doubleText(page, large);
      expect(await widthFindings(page, 'people')).toEqual([]);
      expect(await page.evaluate(cut)).toEqual([]);
      const cells = await row.locator('td').evaluateAll((all) =>
        all.map((cell) => {
          const { left, right, top } = cell.getBoundingClientRect();
          return {
            inside: left >= 0 && right <= innerWidth,
            top,
            label: getComputedStyle(cell, '::before').content,
          };
        }),
      );
      expect(cells.map(({ inside }) => inside)).toEqual([true, true, true, true]);
      expect(new Set(cells.map(({ top }) => top)).size).toBe(4);
      expect(cells[1]?.label).toContain('May do');
      expect(await row.getByRole('link', { name: 'Change what Wilhelmina' }).isVisible()).toBe(true);
    }
    await context.close();
  });

  test('are a table with a head where there is room', async () => {
    const { page, context } = await openReader(browser, LAPTOP);
    await signInAs(page, node.origin, 'priya');
    await page.goto(`${node.origin}/admin/people`);
    expect(await page.getByRole('columnheader', { name: 'May do' }).isVisible()).toBe(true);
    const cells = page.getByRole('row').filter({ hasText: 'Wilhelmina' }).locator('td');
    const tops = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    await context.close();
  });
});
