import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { fingers, type Hands, keyboard, tabTo } from '../support/page-hands.ts';
import { LAPTOP, openReader, PHONE, type Reader, signInAs } from '../support/page-readers.ts';

const TITLE = 'One question, two colours';
const GIST =
  'They answer in blue, talk to a neighbour, and answer again in green. Both answers stay on the paper.';
const PROMPTS = {
  'Where were you?': 'Grade 8 physics, 26 students, after lunch. Nobody wanted to be wrong in public.',
  'What did you do – the how?':
    'One question on the board: which falls faster? Two minutes in blue, in silence. Then three minutes with a neighbour. Then two minutes in green, below the blue, and nothing may be crossed out. I collect no papers. I ask who wrote something else in green, and why.',
  'What did students do or say?': 'A student said: I did not change my mind, I changed my reason.',
  'Why do you think it went that way?': 'The second colour makes a change of mind something one can show.',
  'What would you tell someone who wants to try it?': 'Buy the pens yourself. Do not mark either colour.',
};

describe('a teacher signs in, writes a story with the five prompts, sees both previews, publishes it and finds it', () => {
  let node: TestDistrict;
  let browser: Browser;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  /** From the sign-in page to the story on its author's own page. */
  async function writeAndFind(reader: Reader, hands: Hands, who: string): Promise<void> {
    const { page } = reader;
    const nav = page.getByRole('navigation', { name: 'Main' });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const heading = (name: string) => page.getByRole('heading', { name });
    await page.goto(`${node.origin}/sign-in`);
    await hands.write(page.getByLabel('E-mail address'), `${who}@school.example`);
    await hands.write(page.getByLabel('Password'), PASSWORD);
    await hands.press(button('Sign in'));
    await heading('Hello,').waitFor();
    await hands.press(nav.getByRole('link', { name: 'Write' }));
    await heading('What would you like to write?').waitFor();
    await hands.press(page.getByRole('link', { name: 'A practice story' }));

    await heading('Tell it').waitFor();
    await hands.write(page.getByLabel('Title'), TITLE);
    for (const [prompt, text] of Object.entries(PROMPTS))
      await hands.write(page.getByRole('textbox', { name: prompt }), text);
    await hands.press(button('Next: help it travel'));

    await heading('Help it travel').waitFor();
    await hands.write(page.getByLabel('In one breath'), GIST);
    await hands.choose(page.getByLabel('Design, craft & vocational'));
    await hands.choose(page.getByLabel('20–29 students'));
    await hands.press(button('Next: check it'));

    await heading('Check it, and say who it is for').waitFor();
    await hands.choose(page.getByLabel('Everyone', { exact: true }));
    await hands.press(button('Next: look it over'));

    await heading('Look it over').waitFor();
    const part = (title: string) => page.locator('section').filter({ has: heading(title) });
    const [here, elsewhere] = [part('As it will stand here'), part('As other servers will show it')];
    for (const words of [TITLE, GIST, ...Object.values(PROMPTS)])
      expect(await here.getByText(words).isVisible()).toBe(true);
    for (const words of [TITLE, GIST, `@${who}@${node.ctx.host}`])
      expect(await elsewhere.getByText(words, { exact: true }).isVisible()).toBe(true);
    await hands.choose(page.getByLabel('I have read this through.', { exact: false }));
    await hands.press(button('Publish'));

    await heading('It is out of your drawer').waitFor();
    // a teacher has eight minutes between two lessons
    expect(reader.loaded.length).toBeLessThanOrEqual(9);
    expect(hands.acts).toBeLessThanOrEqual(40);
    await hands.press(nav.getByRole('link', { name: 'You' }));
    await page.getByRole('heading', { level: 1, name: who, exact: false }).waitFor();
    await hands.press(page.getByRole('link', { name: TITLE }));
    await heading(TITLE).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/@${who}/one-question-two-colours`);
    for (const words of Object.values(PROMPTS)) expect(await page.getByText(words).isVisible()).toBe(true);
  }

  test.each([
    ['with a finger on a telephone', 'ruth', PHONE, fingers],
    ['with the keyboard alone', 'marcus', LAPTOP, keyboard],
    ['on a telephone without JavaScript', 'jordan', { ...PHONE, javaScriptEnabled: false }, fingers],
  ])('%s', async (_how, who, through, handsOn) => {
    await aTeacher(node.ctx, who);
    const reader = await openReader(browser, through);
    await writeAndFind(reader, handsOn(reader.page), who);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });

  test('the first stop on a page leads past the building to what it is about', async () => {
    await aTeacher(node.ctx, 'noor');
    const { page, context } = await openReader(browser, LAPTOP);
    await signInAs(page, node.origin, 'noor');
    for (const path of ['/', '/write/story', '/settings/you']) {
      await page.goto(node.origin + path);
      await tabTo(page, page.getByRole('link', { name: 'Skip to the page' }));
      const skip = await page.getByRole('link', { name: 'Skip to the page' }).boundingBox();
      expect(skip?.y).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.keyboard.press('Tab');
      expect(await page.locator('main :focus').count()).toBe(1);
    }
    await context.close();
  });
});
