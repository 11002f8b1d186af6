import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { LAPTOP, openReader, type Reader, signInAs } from '../support/page-readers.ts';

const LONG = 'A gist that nobody reads to its end. '.repeat(9).trim();

describe('a form that does not fit', () => {
  let node: TestDistrict;
  let browser: Browser;
  let reader: Reader;
  let page: Page;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    await aTeacher(node.ctx, 'ruth', { subjects: [], ageMin: null, ageMax: null });
    reader = await openReader(browser, LAPTOP);
    page = reader.page;
    await signInAs(page, node.origin, 'ruth');
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const summary = () => page.getByRole('alert').filter({ has: page.getByRole('heading') });

  /** The sentences of the summary, which has the focus; each leads to its field, which is marked and says the same. */
  async function problemsOn(): Promise<string[]> {
    // it takes the focus once the page's script runs
    await summary().and(page.locator(':focus')).waitFor();
    const links = summary().getByRole('link');
    const sentences = await links.allInnerTexts();
    for (const [index, sentence] of sentences.entries()) {
      await links.nth(index).press('Enter');
      const field = page.locator(':focus');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      const described = (await field.getAttribute('aria-describedby')) ?? '';
      const said = await Promise.all(described.split(' ').map((id) => page.locator(`#${id}`).innerText()));
      expect(said.join(' ')).toContain(sentence);
    }
    return sentences;
  }

  test('a story without its how can be kept, says so before it is published, and leads back to the box', async () => {
    await page.goto(`${node.origin}/write/story`);
    // the boxes become rich ones once their script is there
    await page.getByRole('toolbar', { name: 'Text tools' }).last().waitFor();
    await page.getByLabel('Title').fill('Two colours');
    await page.getByRole('textbox', { name: 'Where were you?' }).fill('Grade 8, after lunch.');
    await press('Next: help it travel');
    await page.getByLabel('In one breath').fill('They answer in blue and again in green.');
    await page.getByLabel('Sciences', { exact: true }).check();
    await page.getByLabel('From age').fill('13');
    await page.getByLabel('to age').fill('14');
    await press('Next: check it');
    await press('Next: look it over');
    await page.getByRole('heading', { name: 'One thing is needed before it can be published' }).waitFor();
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
    await page.getByRole('link', { name: /^Tell how you did it/ }).click();
    await page.locator('#field-how:focus').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Two colours');
    expect(await page.locator('textarea[name="where"]').inputValue()).toBe('Grade 8, after lunch.');
  });

  test('a gist that is too long and ages that are none come back as they were typed', async () => {
    await page.goto(`${node.origin}/write/story`);
    await page.getByLabel('Title').fill('Two colours');
    await press('Next: help it travel');
    await page.getByLabel('In one breath').fill(LONG);
    expect(await page.getByText(`${LONG.length} / 280`).isVisible()).toBe(true);
    await page.getByLabel('Sciences', { exact: true }).check();
    await page.getByLabel('From age').fill('ten');
    await page.getByLabel('to age').fill('12');
    await press('Next: check it');
    expect(await problemsOn()).toEqual([
      'Make “In one breath” shorter: 280 characters at most.',
      'Give the youngest age as a whole number.',
    ]);
    expect(await page.getByLabel('In one breath').inputValue()).toBe(LONG);
    expect(await page.getByLabel('From age').inputValue()).toBe('ten');
    expect(await page.getByLabel('to age').inputValue()).toBe('12');
    expect(await page.getByLabel('Sciences', { exact: true }).isChecked()).toBe(true);

    await page.getByLabel('From age').fill('14');
    await page.getByLabel('In one breath').fill('Blue first, then green.');
    await press('Next: check it');
    expect(await problemsOn()).toEqual(['Put the younger age first.']);
  });

  test('passwords that do not fit are explained, and never come back', async () => {
    await page.goto(`${node.origin}/settings/account`);
    await page.getByLabel('Your present password').fill('not the one that it is');
    await page.getByLabel('New password').fill('short');
    await page.getByLabel('The password again').fill('other');
    await press('Change password');
    expect(await problemsOn()).toEqual([
      'Make the new password longer: at least 10 characters.',
      'The two new passwords are not the same. Type both again.',
    ]);
    expect(await page.getByLabel('New password').inputValue()).toBe('');
  });

  test('the same without JavaScript: the summary has the focus and leads on', async () => {
    const { page: bare, context } = await openReader(browser, { ...LAPTOP, javaScriptEnabled: false });
    await bare.goto(`${node.origin}/sign-in`);
    await bare.getByLabel('E-mail address').fill('ruth@school.example');
    await bare.getByLabel('Password').fill('guessed');
    await bare.getByRole('button', { name: 'Sign in' }).click();
    const alert = bare.getByRole('alert');
    await alert.waitFor();
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    await bare.keyboard.press('Tab');
    await bare.keyboard.press('Enter');
    expect(await bare.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
    expect(await bare.getByLabel('E-mail address').inputValue()).toBe('ruth@school.example');
    await context.close();
  });
});
