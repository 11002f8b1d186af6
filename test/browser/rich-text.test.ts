import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { LAPTOP, openReader, PHONE, type Reader, signInAs } from '../support/page-readers.ts';

describe('writing with bold and lists', () => {
  let node: TestDistrict;
  let browser: Browser;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  /** The page for a new story, and which scripts came with it. */
  async function writing(through = LAPTOP): Promise<Reader & { scripts: string[] }> {
    const reader = await openReader(browser, through);
    const scripts: string[] = [];
    reader.context.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.url().split('/').at(-1) ?? '');
    });
    await signInAs(reader.page, node.origin, 'ruth');
    await reader.page.goto(`${node.origin}/write/story`);
    if (through === LAPTOP) await reader.page.getByRole('toolbar', { name: 'Text tools' }).last().waitFor();
    return { ...reader, scripts };
  }

  const how = (page: Page) => page.getByRole('textbox', { name: 'What did you do – the how?' });
  const markdown = (page: Page): Promise<string> => page.locator('textarea[name="how"]').inputValue();
  const paste = (page: Page, type: string, text: string) =>
    how(page).evaluate(
      (target, [kind, data]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(kind as string, data as string);
        target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [type, text],
    );

  test('the keys that people know work, and what is sent is Markdown', async () => {
    const { page, complaints, context } = await writing();
    await how(page).click();
    await page.keyboard.type('I wait ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('seven seconds');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('.');
    expect(await markdown(page)).toBe('I wait **seven seconds**.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    expect(await markdown(page)).toBe('I wait **seven seconds**.\n\n- one\n- two');
    for (let times = 0; times < 8; times += 1) await page.keyboard.press('Control+z');
    expect(await markdown(page)).not.toContain('two');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a link that is pasted on a word makes the word a link', async () => {
    const { page, context } = await writing();
    await how(page).click();
    await page.keyboard.type('Read Rowe');
    for (let letters = 0; letters < 4; letters += 1) await page.keyboard.press('Shift+ArrowLeft');
    await paste(page, 'text/plain', 'https://pine.example/rowe');
    expect(await markdown(page)).toBe('Read [Rowe](https://pine.example/rowe)');
    await context.close();
  });

  test.each([
    [
      'Google Docs',
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700">Bold</span><span style="font-size:11pt"> and plain</span></p><ul><li dir="ltr"><p dir="ltr"><span>one</span></p></li><li dir="ltr"><p dir="ltr"><span>two</span></p></li></ul></b>',
      '**Bold** and plain\n\n- one\n- two',
    ],
    [
      'Word',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><p class=MsoNormal><b>Bold<o:p></o:p></b> and plain</p><p class=MsoListParagraphCxSpFirst style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;</span></span><![endif]>one</p><p class=MsoListParagraphCxSpLast style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;</span></span><![endif]>two</p><!--EndFragment--></body></html>',
      '**Bold** and plain\n\n- one\n- two',
    ],
  ])('what is pasted from %s comes out clean', async (_name, html, expected) => {
    const { page, context, complaints } = await writing();
    await how(page).click();
    await paste(page, 'text/html', html);
    expect(await markdown(page)).toBe(expected);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a text with something that it does not know stays in the plain box', async () => {
    const { page, context } = await writing();
    await page.getByRole('button', { name: 'Write plain text' }).click();
    await page
      .getByRole('textbox', { name: 'What did you do – the how?' })
      .fill('Write <ruby>字<rt>zì</rt></ruby>.');
    await page.getByRole('button', { name: 'Write with bold and lists' }).click();
    await page.getByRole('button', { name: 'Write plain text' }).waitFor();
    expect(await page.locator('textarea[name="how"]').isVisible()).toBe(true);
    expect(await markdown(page)).toBe('Write <ruby>字<rt>zì</rt></ruby>.');
    expect(await page.locator('textarea[name="why"]').isVisible()).toBe(false);
    await context.close();
  });

  test('on a telephone the plain boxes stay, and nothing is loaded until it is wanted', async () => {
    const { page, context, scripts } = await writing(PHONE);
    await page.getByRole('textbox', { name: 'What did you do – the how?' }).fill('Plain.');
    await page.waitForLoadState('networkidle');
    expect(scripts).not.toContain('rich-text.js');
    await page.getByRole('button', { name: 'Write with bold and lists' }).tap();
    await page.getByRole('toolbar', { name: 'Text tools' }).first().waitFor();
    expect(scripts).toContain('rich-text.js');
    expect(await how(page).innerText()).toBe('Plain.');
    await context.close();
  });
});
