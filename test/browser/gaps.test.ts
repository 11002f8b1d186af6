import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { widthFindings } from '../support/page-checks.ts';
import { LAPTOP, openReader, PHONE, signInAs } from '../support/page-readers.ts';

describe('where the student check took words out', () => {
  let node: TestDistrict;
  let browser: Browser;
  let ruth: string;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    ruth = await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  test.each([
    ['a laptop, over whose boxes the rich surface lies', LAPTOP],
    ['a telephone without scripts', { ...PHONE, javaScriptEnabled: false }],
  ])('the box says it, on %s', async (_name, through) => {
    const how = 'I wrote to maya.lopez@family.example and waited seven seconds.';
    const id = await saveDraft(node.ctx, ruth, aStory({ sections: [{ key: 'how', markdown: how }] }));
    const { page, context } = await openReader(browser, through);
    await signInAs(page, node.origin, 'ruth');
    await page.goto(`${node.origin}/write/story/${id}/who`);
    await page.getByLabel('Take it out').check();
    await page.getByRole('button', { name: 'Next: look it over' }).click();
    await page.getByRole('heading', { name: 'Words were taken out here' }).waitFor();
    const panel = page.locator('.panel', { hasText: 'Words were taken out here' });
    await panel.getByRole('link').click();
    await page.waitForURL(/\/write\/story\/[a-z0-9]{26}\?gaps=/);
    await page.getByText('I wrote to [taken out] and waited seven seconds.').waitFor();
    if (through.javaScriptEnabled !== false) await page.locator('.rich-text').first().waitFor();
    const box = page.getByRole('textbox', { name: 'What did you do – the how?' });
    const described = (await box.getAttribute('aria-describedby'))?.split(' ') ?? [];
    expect(described).toContain('field-how-note');
    expect(await widthFindings(page, 'the editor')).toEqual([]);
    await context.close();
  });
});
