import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { widthFindings } from '../support/page-checks.ts';
import { LAPTOP, openReader, PHONE, signInAs } from '../support/page-readers.ts';
import { jpegOf } from '../support/photos.ts';

describe('what is typed in a form stays there', () => {
  let node: TestDistrict;
  let browser: Browser;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  const words = (page: Page) => page.getByLabel('About you');

  test.each([true, false])('when a picture is chosen beside it (scripts: %s)', async (javaScriptEnabled) => {
    const { page, context } = await openReader(browser, { ...LAPTOP, javaScriptEnabled });
    await signInAs(page, node.origin, 'ruth');
    await page.goto(`${node.origin}/settings/you`);
    await words(page).fill(`I wait. (${javaScriptEnabled})`);
    const { bytes } = await jpegOf(300, 300);
    const file = { name: 'ruth.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
    await page.getByLabel('Choose a picture').setInputFiles(file);
    for (const name of ['Only grown-ups, and they agreed', 'No names'])
      await page.getByRole('radio', { name, exact: true }).check();
    await page.getByLabel('What can be seen in it?').fill('A sand timer');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The picture is set.').waitFor();
    expect(await words(page).inputValue()).toBe(`I wait. (${javaScriptEnabled})`);
    expect(await page.getByLabel('What can be seen in it?').inputValue()).toBe('A sand timer');
    await page.getByLabel('Take the picture away').check();
    await words(page).fill('I wait longer.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    expect(await words(page).inputValue()).toBe('I wait longer.');
    expect(await page.getByLabel('Take the picture away').count()).toBe(0);
    await context.close();
  });

  test('of the holidays of a district, on a telephone without scripts', async () => {
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    const { page, context } = await openReader(browser, { ...PHONE, javaScriptEnabled: false });
    await signInAs(page, node.origin, 'priya');
    await page.goto(`${node.origin}/admin/district`);
    const first = page.getByRole('group', { name: 'Holiday 1' });
    await first.getByLabel('First day').fill('2027-01-03');
    await first.getByLabel('Last day').fill('2026-12-21');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: 'The last day of a holiday comes before its first.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-holidays');
    expect(await widthFindings(page, 'the district')).toEqual([]);
    expect(await first.getByLabel('First day').inputValue()).toBe('2027-01-03');
    await first.getByLabel('First day').fill('2026-12-20');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();
    expect(await first.getByLabel('Last day').inputValue()).toBe('2026-12-21');
    expect(await page.getByRole('group', { name: /^Holiday \d$/ }).count()).toBe(3);
    await context.close();
  });

  test('when light and dark are switched, and the choice holds for the next page', async () => {
    const { page, context, complaints } = await openReader(browser, PHONE);
    await signInAs(page, node.origin, 'ruth');
    await page.goto(`${node.origin}/settings/you`);
    await words(page).fill('Half a sentence');
    const dark = page.getByRole('button', { name: 'Dark', exact: true });
    await dark.tap();
    await page.locator('[data-theme=dark]').waitFor();
    expect(await dark.getAttribute('aria-pressed')).toBe('true');
    expect(await words(page).inputValue()).toBe('Half a sentence');
    await eventually('the choice is kept', async () =>
      (await context.cookies()).some(({ name, value }) => name === 'ajar-theme' && value === 'dark'),
    );
    await page.goto(`${node.origin}/write`);
    await page.locator('[data-theme=dark]').waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Light', exact: true }).tap();
    await page.locator('[data-theme=light]').waitFor();
    await context.setOffline(false);
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  });

  test('without scripts the switch comes back to the page in the chosen light', async () => {
    const { page, context } = await openReader(browser, { ...LAPTOP, javaScriptEnabled: false });
    await page.goto(`${node.origin}/about`);
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.locator('[data-theme=dark]').waitFor();
    expect(page.url()).toBe(`${node.origin}/about`);
    await context.close();
  });
});
