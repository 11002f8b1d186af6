import { describe, expect, test } from '@jest/globals';
import { parseStoryFile } from '../../server/text/front-matter.ts';
import { renderMarkdown } from '../../server/text/markdown.ts';
import { cleanRemoteHtml } from '../../server/text/remote-html.ts';

describe('Markdown of a story', () => {
  test('becomes clean HTML', () => {
    const html = renderMarkdown(
      '## Monday\n\nI *waited* for **seven** seconds.\n\n- [a link](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    );
    expect(html).toContain('<h4>Monday</h4>');
    expect(html).toContain('<em>waited</em>');
    expect(html).toContain('<a href="https://example.org" rel="nofollow noopener">a link</a>');
    expect(html).toContain('<table>');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<svg onload=alert(1)>',
    '<a href="data:text/html,x">x</a>',
    '<div style="position:fixed">x</div>',
  ])('%s does no harm', (text) => {
    const html = renderMarkdown(`before ${text} after`);
    expect(html).toContain('before');
    expect(html).not.toMatch(/<script|<img|<svg|onerror|onload|javascript:|data:|style=/i);
  });

  test.each([
    ['emphasis without end', '*a_'.repeat(4_000)],
    ['quotes without end', `${'>'.repeat(4_000)} a`],
    ['lists without end', `${'- '.repeat(4_000)}a`],
    ['brackets without end', '['.repeat(6_000)],
    ['exclamation marks without end', '*a* '.repeat(100) + '!'.repeat(6_000)],
    ['lines without end', `- *a*\n${'b\n'.repeat(3_000)}`],
    ['a word without end', `*a* ${'a.'.repeat(5_000)}@`],
    ['addresses without end', '*a* a@b.c '.repeat(1_000)],
  ])('%s is shown as plain text, and keeps nobody waiting', (_what, text) => {
    const html = renderMarkdown(text);
    expect(html.startsWith('<p>')).toBe(true);
    expect(html).not.toMatch(/<(em|strong|blockquote|ul|a)/);
  });
});

describe('Markdown of somebody who writes much', () => {
  test('is what it says: a hundred bold words, a table, a long list, a long address', () => {
    const address = `https://example.org/${'path/'.repeat(300)}`;
    const html = renderMarkdown(
      [
        Array.from({ length: 100 }, (_, n) => `**Term ${n}**`).join(', '),
        '| a | b |\n|---|---|',
        ...Array.from({ length: 60 }, (_, n) => `| ${n} | *x* |`),
        '',
        ...Array.from({ length: 300 }, (_, n) => `- item ${n}`),
        '',
        `See <${address}>.`,
      ].join('\n'),
    );
    expect(html).toContain('<strong>Term 99</strong>');
    expect(html).toContain('<td>59</td>');
    expect(html).toContain('<li>item 299</li>');
    expect(html).toContain(`<a href="${address}"`);
  });
});

describe('HTML from elsewhere', () => {
  test('that is nothing but brackets becomes text', () => {
    expect(cleanRemoteHtml('<'.repeat(65_536))).not.toContain('<b');
  });

  test('keeps what it means and loses what it does', () => {
    const html = cleanRemoteHtml(
      '<h1>Title</h1><p class="site-header mention">x</p><a href="https://a.example" onclick="x()">y</a><a href="javascript:x">z</a><math><mtext><table><mglyph><style><img src=x onerror=x>',
    );
    expect(html).toContain('<h2>Title</h2>');
    expect(html).not.toMatch(/site-header|onclick|javascript|onerror|<img|<style|<math/);
  });
});

describe('a story file', () => {
  test('has its prompts under their headings, and what stands before them as free writing', () => {
    const { fields, sections } = parseStoryFile(
      '\ufeff---\r\ntitle: A\r\n---\r\nFirst.\r\n## How\r\nThen.\r\n```\n## Why\n```\n## Next\nLast.',
    );
    expect(fields).toEqual({ title: 'A' });
    expect(sections).toEqual([
      { key: 'free', markdown: 'First.' },
      { key: 'how', markdown: 'Then.\n```\n## Why\n```' },
      { key: 'next', markdown: 'Last.' },
    ]);
  });
});
