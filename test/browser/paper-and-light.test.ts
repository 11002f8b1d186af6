import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { reportTry } from '../../server/actions/report-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { LAPTOP, openReader, PHONE, signInAs } from '../support/page-readers.ts';

describe('paper and light', () => {
  let node: TestDistrict;
  let browser: Browser;
  let url = '';

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    const [ruth, marcus] = await Promise.all([aTeacher(node.ctx, 'ruth'), aTeacher(node.ctx, 'marcus')]);
    const story = await publish(node.ctx, ruth, aStory());
    url = story.url;
    const attempt = tryInput.parse({ changed: 'In pairs.', happened: 'They spoke.', verdict: 'worked' });
    await reportTry(node.ctx, marcus, story.uri, attempt);
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  test.each([null, 'ruth', 'marcus'])('a story is printed without the building (%s)', async (who) => {
    const { page, context } = await openReader(browser, LAPTOP);
    if (who) await signInAs(page, node.origin, who);
    await page.goto(url);
    const building = page.locator('nav, header.top, footer.foot, form, .button, .skip');
    const before = await building.filter({ visible: true }).count();
    expect(before).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    expect(await building.filter({ visible: true }).count()).toBe(0);
    for (const words of [
      'Seven silent seconds',
      'seven-second sand timer',
      'The sand is the boss',
      'Students who think slowly get to speak.',
      'In pairs.',
    ])
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
    await context.close();
  });

  const paperColour = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test('light and dark follow the device until somebody chooses, then stay', async () => {
    const { page, context } = await openReader(browser, { ...PHONE, colorScheme: 'dark' });
    await page.goto(url);
    const dark = await paperColour(page);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await paperColour(page);
    expect(light).not.toBe(dark);
    await page.getByRole('button', { name: 'Dark', exact: true }).tap();
    await page.locator('[data-theme=dark]').waitFor();
    expect(await paperColour(page)).toBe(dark);
    expect(page.url()).toBe(url);
    await eventually('the choice is kept', async () => (await context.cookies()).length === 1);
    await page.goto(node.origin);
    expect(await paperColour(page)).toBe(dark);
    await page.getByRole('button', { name: 'Like my device' }).tap();
    await page.locator('[data-theme=auto]').waitFor();
    expect(await paperColour(page)).toBe(light);
    await eventually('no choice is kept', async () => (await context.cookies()).length === 0);
    await context.close();
  });
});
