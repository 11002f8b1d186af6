import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { asset } from '../../web/kit/assets.ts';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { openReader, PHONE, signInAs } from '../support/page-readers.ts';

const MOST = 150 * 1000;
/** of the rich text editor, which comes after the page and only where somebody writes */
const MOST_EDITOR = 180 * 1000;

describe('how much comes over the line for a page, photos aside, to a telephone that has nothing of it yet', () => {
  let node: TestDistrict;
  let browser: Browser;
  let story = '';
  let draft = '';

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    const ruth = await aTeacher(node.ctx, 'ruth');
    // about 500 words, with emphasis, a list and a quotation
    const how = 'I ask *once*, turn the **timer** over and look at the sand, not at them. '.repeat(12);
    const sections = [
      { key: 'where', markdown: '> Grade 10. The same five hands.' },
      { key: 'how', markdown: how },
      { key: 'students', markdown: `1. ${how}\n2. They wrote.` },
    ] as const;
    const published = await publish(node.ctx, ruth, aStory({ sections: [...sections] }));
    story = new URL(published.url).pathname;
    draft = await saveDraft(node.ctx, ruth, aStory({ sections: [...sections] }));
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  /** Bytes of everything that is fetched for a page, as they came over the line, headers included. */
  async function weigh(path: string, who: string | null): Promise<Map<string, number>> {
    const { page, context } = await openReader(browser, PHONE);
    if (who) await signInAs(page, node.origin, who);
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.clearBrowserCache');
    const addresses = new Map<string, string>();
    const weights = new Map<string, number>();
    line.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      weights.set(addresses.get(requestId)?.split('/').at(-1) ?? '', encodedDataLength),
    );
    await page.goto(node.origin + path, { waitUntil: 'networkidle' });
    await context.close();
    return weights;
  }

  test('the rich text editor, compressed', async () => {
    const { encoding, bytes } = await new Promise<{ encoding?: string; bytes: number }>((done, failed) => {
      get(node.origin + asset('rich-text.js'), { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('end', () => done({ encoding: response.headers['content-encoding'], bytes }));
      }).on('error', failed);
    });
    expect(encoding).toBe('gzip');
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(MOST_EDITOR);
  });

  test.each([
    ['a story, for everybody', () => story, null],
    ['home', () => '/', 'ruth'],
    ['the editor', () => `/write/story/${draft}`, 'ruth'],
    ['the second page of the editor', () => `/write/story/${draft}/help-it-travel`, 'ruth'],
    ['the front door', () => '/', null],
  ])('%s', async (_name, path, who) => {
    const weights = await weigh(path(), who);
    const sum = [...weights.values()].reduce((total, bytes) => total + bytes, 0);
    // the page itself, the stylesheet, two fonts at least
    expect(weights.size).toBeGreaterThanOrEqual(4);
    expect(sum).toBeLessThanOrEqual(MOST);
  });
});
