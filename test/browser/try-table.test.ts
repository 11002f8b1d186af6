import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { openReader, PHONE, signInAs } from '../support/page-readers.ts';

describe('a small table on a telephone, without scripts', () => {
  let pine: TestDistrict;
  let browser: Browser;
  let form: string;

  beforeAll(async () => {
    [pine, browser] = await Promise.all([openDistrict(), openBrowser()]);
    const ruth = await aTeacher(pine.ctx, 'ruth');
    await aTeacher(pine.ctx, 'marcus');
    const { uri } = await publish(pine.ctx, ruth);
    form = `${pine.origin}/write/tried?of=${encodeURIComponent(uri)}`;
  });
  afterAll(async () => void (await Promise.all([pine?.stop(), browser?.close()])));

  const opened = async () => {
    const { page } = await openReader(browser, { ...PHONE, javaScriptEnabled: false });
    await signInAs(page, pine.origin, 'marcus');
    await page.goto(form);
    await page.getByLabel('What happened?').fill('More spoke.');
    await page.getByLabel('worked here').check();
    return page;
  };

  /** It is in view and has the focus. */
  const isAt = async (box: Locator) => {
    expect(await box.evaluate((it) => it === document.activeElement)).toBe(true);
    const { top, bottom } = await box.evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return { top, bottom: innerHeight - bottom };
    });
    expect(Math.min(top, bottom)).toBeGreaterThanOrEqual(0);
  };

  test('is begun, filled in, made longer and sent', async () => {
    const page = await opened();
    await page.getByText('A small table, if you counted something').click();
    await page.getByRole('button', { name: 'Before and after' }).click();
    await isAt(page.getByLabel('What does the table show?'));
    await page.getByLabel('What does the table show?').fill('Who spoke in one lesson');
    await page.getByLabel('Row 1, before').fill('11');
    await page.getByLabel('Row 1, after').fill('16');
    await page.getByLabel('Row 1, Students').fill('27');
    await page.getByRole('button', { name: 'Add a row' }).click();
    await isAt(page.getByLabel('Row 2, Class'));
    await page.getByLabel('Row 2, Class').fill('The other class');
    await page.getByLabel('Row 2, before').fill('12');
    await page.getByLabel('Row 2, after').fill('19');
    await page.getByLabel('Row 2, Students').fill('26');
    await page.getByRole('button', { name: 'Send it back to Ruth' }).click();
    await page.getByRole('link', { name: 'Make it a story of your own' }).click();
    const row = page.getByRole('row', { name: 'The other class 12 19 26' });
    expect(await row.isVisible()).toBe(true);
    expect(await page.getByRole('table', { name: 'Who spoke in one lesson' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Make it a story of my own' }).click();
    expect(await page.getByLabel('What did students do or say?').inputValue()).toContain(
      '| My class | 11 | 16 | 27 |',
    );
  });

  test('the Enter key sends what was told, and begins no table', async () => {
    const page = await opened();
    await page.getByLabel('Where did you try it?').press('Enter');
    await page.getByText('Sent to Ruth.').waitFor();
  });
});
