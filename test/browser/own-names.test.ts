import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { openReader, PHONE, signInAs } from '../support/page-readers.ts';

describe('a teacher’s own list of names', () => {
  let node: TestDistrict;
  let browser: Browser;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  test('is looked for in the draft, stays in the browser, and is never sent', async () => {
    const ruth = await aTeacher(node.ctx, 'ruth');
    const how = 'Then Quillon asked why. 小红也举手了。 I waited.';
    const id = await saveDraft(node.ctx, ruth, aStory({ sections: [{ key: 'how', markdown: how }] }));
    const { page, context, complaints } = await openReader(browser, PHONE);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await signInAs(page, node.origin, 'ruth');
    const check = `${node.origin}/write/story/${id}/who`;
    await page.goto(check);
    await page.getByText('Look for names of my own').tap();
    const box = page.getByLabel('First names of your students', { exact: false });
    const found = page.locator('own-names [role="status"]');
    await box.fill('zebulon');
    expect(await found.innerText()).toContain('None of the names');
    await box.fill('zebulon quillon 小红');
    expect(await found.innerText()).toContain('quillon (What did you do – the how?), 小红');
    await page.getByRole('button', { name: 'Keep as draft' }).tap();
    await page.waitForURL('**/write');
    await page.goto(check);
    expect(await found.innerText()).toContain('quillon');
    expect(sent.join('\n')).not.toContain('zebulon');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
