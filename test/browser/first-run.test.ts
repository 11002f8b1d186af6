import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { issueSetupLink } from '../../server/actions/issue-setup-link.ts';
import { openBrowser } from '../support/browser.ts';
import { PASSWORD } from '../support/district.ts';
import { fingers } from '../support/page-hands.ts';
import { openReader, PHONE } from '../support/page-readers.ts';
import { openUnnamed, type UnnamedNode } from '../support/unnamed-node.ts';

describe('the first run of a new node, on a telephone', () => {
  let node: UnnamedNode;
  let browser: Browser;
  let invitation = '';

  beforeAll(async () => {
    [node, browser] = await Promise.all([openUnnamed(), openBrowser()]);
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  test('the printed link makes the first administrator and names the district', async () => {
    const { page, context, complaints } = await openReader(browser, PHONE);
    const hands = fingers(page);
    await page.goto(`${node.origin}/setup/${await issueSetupLink(node.ctx)}`);
    await page.getByRole('heading', { level: 1, name: 'Open the door' }).waitFor();
    expect(await page.getByText(`@name@${node.ctx.host}`).isVisible()).toBe(true);
    await hands.write(page.getByLabel('What is it called?'), 'Pine Hollow');
    await hands.write(page.getByLabel('Its address'), 'pinehollow');
    await page.getByLabel('Time zone').selectOption('America/Denver');
    await hands.write(page.getByLabel('Your name'), 'Priya Raman');
    await hands.write(page.getByLabel('Your address here'), 'priya');
    await hands.write(page.getByLabel('E-mail address'), 'priya@school.example');
    await hands.write(page.getByLabel('Password', { exact: true }), PASSWORD);
    await hands.write(page.getByLabel('The password again'), PASSWORD);
    await hands.press(page.getByRole('button', { name: 'Open the door' }));
    await page.getByText('Pine Hollow is open.').waitFor();
    await page.getByRole('heading', { name: 'Hello, Priya Raman' }).waitFor();
    expect(await page.getByRole('link', { name: 'Pine Hollow', exact: true }).isVisible()).toBe(true);

    // as the page just said: under Settings, People
    await hands.press(page.getByRole('link', { name: 'Settings' }));
    await hands.press(
      page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'People' }),
    );
    await hands.write(page.getByLabel('Their e-mail address'), 'ruth@school.example');
    await hands.press(page.getByRole('button', { name: 'Make a link' }));
    await page.getByRole('heading', { name: 'The invitation is ready' }).waitFor();
    invitation = await page.locator('#link code').innerText();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the invitation lets a colleague in, and home is not empty', async () => {
    const { page, context, complaints } = await openReader(browser, PHONE);
    const hands = fingers(page);
    await page.goto(invitation);
    await page.getByRole('heading', { level: 1, name: 'Join Pine Hollow' }).waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('ruth@school.example');
    await hands.write(page.getByLabel('Your name'), 'Ruth');
    await hands.write(page.getByLabel('Your address here'), 'ruth');
    await hands.write(page.getByLabel('Password', { exact: true }), PASSWORD);
    await hands.write(page.getByLabel('The password again'), PASSWORD);
    await hands.choose(page.getByLabel('Sciences'));
    await hands.write(page.getByLabel('From age'), '15');
    await hands.write(page.getByLabel('to age'), '16');
    await hands.press(page.getByRole('button', { name: 'Join' }));
    await page.getByText('Welcome, Ruth.').waitFor();
    await page.getByRole('heading', { name: 'Ways to begin' }).waitFor();
    expect(complaints).toEqual([]);
    await context.clearCookies();
    await page.goto(invitation);
    await page.getByRole('heading', { name: 'This link has ended' }).waitFor();
    await context.close();
  });
});
