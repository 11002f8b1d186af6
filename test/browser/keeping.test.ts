import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { editStory } from '../../server/actions/edit-story.ts';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { openReader, PHONE, signInAs } from '../support/page-readers.ts';
import { READ_THROUGH } from '../support/read-through.ts';

describe('what is written is not lost', () => {
  let node: TestDistrict;
  let browser: Browser;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  const how = (page: Page) => page.getByRole('textbox', { name: 'What did you do – the how?' });
  const status = (page: Page, words: string) =>
    page.locator('.keep-status', { hasText: words }).waitFor({ timeout: 15_000 });
  const stored = async (): Promise<string> =>
    JSON.stringify(await node.ctx.db.selectFrom('work').select(['title', 'sections']).execute());

  async function writing(): Promise<Page> {
    const { page } = await openReader(browser, { ...PHONE });
    await signInAs(page, node.origin, 'ruth');
    await page.goto(`${node.origin}/write/story`);
    return page;
  }

  test('it is saved without a button, under an address of its own', async () => {
    const page = await writing();
    await page.getByLabel('Title').fill('Saved by itself');
    await status(page, 'Saved just now.');
    await page.waitForURL(/\/write\/story\/[a-z0-9]{26}$/);
    await how(page).fill('I wait seven seconds.');
    await eventually('it is stored', async () => (await stored()).includes('I wait seven seconds.'));
    await page.reload();
    expect(await how(page).inputValue()).toBe('I wait seven seconds.');
    await page.context().close();
  });

  test('while the server is away it stays in the browser, and goes there when it is back', async () => {
    const page = await writing();
    await page.getByLabel('Title').fill('Written in a tunnel');
    await status(page, 'Saved just now.');
    await page.context().setOffline(true);
    await how(page).fill('The server cannot hear this.');
    await status(page, 'The server does not answer.');
    await page.getByRole('button', { name: 'Next: help it travel' }).click();
    await status(page, 'Your text is safe in this browser');
    expect(await how(page).inputValue()).toBe('The server cannot hear this.');
    await page.context().setOffline(false);
    await eventually('it arrived', async () => (await stored()).includes('The server cannot hear this.'));
    await page.context().close();
  });

  test('a tab that is closed too early finds its text when it is opened again', async () => {
    const page = await writing();
    await page.getByLabel('Title').fill('Closed too early');
    await status(page, 'Saved just now.');
    const { context, address } = { context: page.context(), address: page.url() };
    await page.context().setOffline(true);
    await how(page).fill('Typed, and the tab was gone.');
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    await status(again, 'Here is what you wrote that had not reached the server yet.');
    expect(await how(again).inputValue()).toBe('Typed, and the tab was gone.');
    await eventually('it arrived', async () => (await stored()).includes('Typed, and the tab was gone.'));
    await context.close();
  });

  test('what arrived although its answer was lost is no other device’s', async () => {
    const page = await writing();
    await page.getByLabel('Title').fill('Answered in vain');
    await status(page, 'Saved just now.');
    await page.route('**/autosave', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await how(page).fill('The server has this.');
    await status(page, 'The server does not answer.');
    await page.context().setOffline(true);
    await page.unroute('**/autosave');
    await how(page).fill('The server has this. And now this.');
    const { context, address } = { context: page.context(), address: page.url() };
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    await status(again, 'Saved just now.');
    expect(await stored()).toContain('The server has this. And now this.');
    await context.close();
  });

  test('a new story whose first saving was not heard of is one draft all the same', async () => {
    const page = await writing();
    let lost = 0;
    await page.route('**/autosave', async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await page.getByLabel('Title').fill('Unheard');
    await status(page, 'The server does not answer.');
    await page.getByLabel('Title').fill('Unheard, at first');
    await eventually('it arrived twice', async () => lost > 1);
    await page.unroute('**/autosave');
    await status(page, 'Saved just now.');
    await page.waitForURL(/\/write\/story\/[a-z0-9]{26}$/);
    expect((await stored()).match(/Unheard/g)).toHaveLength(1);
    // the page for the next story has forgotten this one
    await page.goto(`${node.origin}/write/story`);
    expect(await page.getByLabel('Title').inputValue()).toBe('');
    await page.context().close();
  });

  test('when the session has ended one signs in elsewhere and goes on', async () => {
    const page = await writing();
    await page.getByLabel('Title').fill('Signed out');
    await status(page, 'Saved just now.');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await how(page).fill('Written by nobody.');
    await status(page, 'You have been signed out.');
    expect(await page.getByRole('link', { name: 'Sign in in a new tab' }).count()).toBe(1);
    await page.context().addCookies(cookies);
    await eventually('it arrived', async () => (await stored()).includes('Written by nobody.'));
    await page.context().close();
  });

  test('what was sent is not shown again, what was said of it is said anew, and signing out forgets', async () => {
    const [{ id = '' } = {}] = await node.ctx.db
      .selectFrom('actor')
      .select('id')
      .where('handle', '=', 'ruth')
      .execute();
    const story = await publish(node.ctx, id, aStory({ title: 'Corrected in a browser' }));
    const page = await writing();
    const edit = `${node.origin}/write/story/${story.id}`;
    await page.goto(edit);
    const why = page.getByRole('textbox', { name: 'Why do you think it went that way?' });
    await why.fill('First correction.');
    await page.getByLabel('What did you correct?').fill('A word.');
    await page.getByLabel('I have read this through.', { exact: false }).check();
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.waitForURL(story.url);
    const sections = aStory().sections.filter(({ key }) => key !== 'why');
    sections.push({ key: 'why', markdown: 'Second.' });
    const second = aStory({ title: 'Corrected in a browser', sections });
    await editStory(node.ctx, id, story.id, second, '', READ_THROUGH);
    await page.goto(edit);
    expect(await why.inputValue()).toBe('Second.');
    expect(await page.getByLabel('I have read this through.', { exact: false }).isChecked()).toBe(false);
    expect(await page.getByLabel('What did you correct?').inputValue()).toBe('');
    await why.fill('Not sent.');
    await page.reload();
    expect(await why.inputValue()).toBe('Not sent.');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${node.origin}/`);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.context().close();
  });
});
