import { describe, expect, test } from '@jest/globals';
import { answerOnly, cleanRemoteHtml } from '../../server/text/remote-html.ts';

const name = (who: string) =>
  `<span class="h-card" translate="no"><a href="https://a.example/@${who}" class="u-url mention">@<span>${who}</span></a></span>`;
const shown = (html: string, isThanks?: boolean) => answerOnly(cleanRemoteHtml(html), isThanks);

describe('an answer as its place shows it', () => {
  test('the names of whom it answers are left out, in a line of their own or before the words', () => {
    for (const html of [
      `<p>${name('ruth')} ${name('marja')} Tried it.</p>`,
      `<p>${name('ruth')}</p><p>Tried it.</p>`,
      `<p><a href="https://a.example/@ruth" class="mention">@ruth</a> Tried it.</p>`,
    ])
      expect(shown(html)).toBe('<p>Tried it.</p>');
  });

  test('a name within the words stays, and so does one that is all there is', () => {
    const within = cleanRemoteHtml(`<p>Ask ${name('ruth')} first.</p>`);
    expect(answerOnly(within)).toBe(within);
    const alone = cleanRemoteHtml(`<p>${name('ruth')}</p>`);
    expect(answerOnly(alone)).toBe(alone);
  });

  test('of a thank-you the line that says what for is left out, and of nothing else', () => {
    const html = `<p>${name('ruth')}</p><p><strong>Thank you – I used it.</strong></p><p>On Monday.</p>`;
    expect(shown(html, true)).toBe('<p>On Monday.</p>');
    expect(shown(html)).toContain('I used it');
  });

  test('a link that names nobody stays', () => {
    const html = cleanRemoteHtml('<p><a href="https://a.example/story">This</a> is why.</p>');
    expect(answerOnly(html)).toBe(html);
  });
});
