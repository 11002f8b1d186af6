import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { fingers } from '../support/page-hands.ts';
import { openReader, PHONE, signInAs } from '../support/page-readers.ts';

describe('two districts, seen from a telephone', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let browser: Browser;
  let ruth: string;

  beforeAll(async () => {
    [pine, koivu, browser] = await Promise.all([
      openDistrict('Pine Hollow', 'pinehollow'),
      openDistrict('Koivuranta', 'koivuranta'),
      openBrowser(),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    await aTeacher(koivu.ctx, 'marja');
    await aTeacher(koivu.ctx, 'ilkka');
  });
  afterAll(() => Promise.all([pine?.stop(), koivu?.stop(), browser?.close()]));

  /** Looks for somebody or something from the page of people. */
  async function find(page: Page, text: string): Promise<void> {
    const hands = fingers(page);
    await hands.press(page.getByRole('link', { name: 'Find others, here and elsewhere' }));
    await hands.write(page.getByLabel('Find somebody, or a story by its address'), text);
    await hands.press(page.getByRole('button', { name: 'Find', exact: true }));
  }

  /** Follows whoever's page is open, and waits until their server has said yes. */
  async function follow(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Follow', exact: true }).tap();
    await page.getByRole('status').waitFor();
    await eventually('their server says yes', async () => {
      await page.reload();
      return page.getByText('You follow them.').isVisible();
    });
  }

  /** What is new from people they follow, on the home page that is open. */
  const seenAtHome = (page: Page, title: string) =>
    eventually(
      `${title} at home`,
      async () => {
        await page.goto(koivu.origin);
        return page.locator('#news').getByRole('link', { name: title }).isVisible();
      },
      5,
    );

  test('following a colleague by handle: what she shares is at home in five seconds', async () => {
    const { page, context, complaints } = await openReader(browser, PHONE);
    await signInAs(page, koivu.origin, 'marja');
    await find(page, `@ruth@${pine.ctx.host}`);
    await page.getByRole('heading', { level: 1, name: 'Ruth' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/@ruth@${pine.ctx.host}`);
    await follow(page);
    await publish(pine.ctx, ruth, aStory({ title: 'Ink before talk' }));
    await seenAtHome(page, 'Ink before talk');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('following a colleague by the pasted address of a story', async () => {
    const { url } = await publish(pine.ctx, ruth, aStory({ title: 'Found by its address' }));
    const { page, context, complaints } = await openReader(browser, PHONE);
    await signInAs(page, koivu.origin, 'ilkka');
    await find(page, url);
    await page.getByRole('heading', { level: 1, name: 'Found by its address' }).waitFor();
    expect(await page.getByText('From Pine Hollow').isVisible()).toBe(true);
    await page.getByRole('main').getByRole('link', { name: 'Ruth' }).first().tap();
    await follow(page);
    await publish(pine.ctx, ruth, aStory({ title: 'Slow questions' }));
    await seenAtHome(page, 'Slow questions');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('telling back about a story from elsewhere, without JavaScript: its author sees that it travelled', async () => {
    await publish(pine.ctx, ruth, aStory({ title: 'Worth trying' }));
    const there = await openReader(browser, { ...PHONE, javaScriptEnabled: false });
    const { page } = there;
    const hands = fingers(page);
    await signInAs(page, koivu.origin, 'marja');
    await seenAtHome(page, 'Worth trying');
    await hands.press(page.locator('#news').getByRole('link', { name: 'Worth trying' }));
    await hands.press(page.getByRole('link', { name: 'I tried this' }).first());
    await hands.write(page.getByLabel('What did you change?'), 'Pairs write together, in one colour.');
    await hands.write(page.getByLabel('What happened?'), 'It got quiet, and then everybody spoke.');
    await hands.choose(page.getByLabel('worked here'));
    await hands.choose(page.getByLabel('Everyone', { exact: true }));
    await hands.press(page.getByRole('button', { name: 'Send it', exact: true }));
    await page.getByText('Sent to Ruth. Thank you').waitFor();
    expect(await page.getByText('It got quiet, and then everybody spoke.').isVisible()).toBe(true);
    expect(there.complaints).toEqual([]);

    const here = await openReader(browser, PHONE);
    await signInAs(here.page, pine.origin, 'ruth');
    const travelled = here.page.locator('section').filter({ hasText: 'Your work travelled' });
    await eventually('Ruth sees that her work travelled', async () => {
      await here.page.goto(pine.origin);
      return travelled.getByText('Pairs write together, in one colour.').isVisible();
    });
    expect(await travelled.getByText('worked here').isVisible()).toBe(true);
    await travelled.getByRole('link', { name: 'Open it' }).first().tap();
    await here.page.getByText('It got quiet, and then everybody spoke.').waitFor();
    expect(here.complaints).toEqual([]);
    await Promise.all([there.context.close(), here.context.close()]);
  });
});
