import { describe, expect, test } from '@jest/globals';
import type { JSONContent } from '@tiptap/core';
import fc from 'fast-check';
import { renderMarkdown } from '../../server/text/markdown.ts';
import { fromMarkdown, isFaithful, toMarkdown } from '../../web/assets/rich-text/schema.js';

/** Words as people type them, with everything in between that Markdown could take for a sign. */
const words = fc
  .array(
    fc.constantFrom(
      ...['wait', 'seven', 'hämärä', '学生', '2', '1.', '-', '+', '*', '#', '##', '>', '_', '`', '~', '~~'],
      ...[
        '[x]',
        '(y)',
        '&',
        '&amp;',
        '<b>',
        '|',
        '\\',
        'R&D',
        'a_b_c',
        '2*3',
        '===',
        '---',
        '!',
        'http://a.b/c_d',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

const marks = fc.constantFrom<NonNullable<JSONContent['marks']>[]>(
  [],
  [{ type: 'bold' }],
  [{ type: 'italic' }],
  [{ type: 'strike' }],
  [{ type: 'link', attrs: { href: 'https://pine.example/a_b' } }],
);

/** Plain and marked words in turn, as somebody who presses Ctrl+B makes them. */
const inline = fc
  .array(fc.tuple(words, marks), { minLength: 1, maxLength: 4 })
  .map((runs) =>
    runs.flatMap(([text, some], index): JSONContent[] => [
      ...(index > 0 ? [{ type: 'text', text: ' and ' }] : []),
      some.length > 0 ? { type: 'text', text: 'said', marks: some } : { type: 'text', text },
    ]),
  );
const paragraph = inline.map((content): JSONContent => ({ type: 'paragraph', content }));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 4 }), inline)
  .map(([level, content]): JSONContent => ({ type: 'heading', attrs: { level }, content }));
const list = fc
  .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
  .map(
    ([type, items]): JSONContent => ({
      type,
      content: items.map((item) => ({ type: 'listItem', content: [item] })),
    }),
  );
const quote = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content): JSONContent => ({ type: 'blockquote', content }));
const doc = fc
  .array(fc.oneof(paragraph, paragraph, heading, list, quote), { minLength: 1, maxLength: 5 })
  .map((content): JSONContent => ({ type: 'doc', content }));

/** What a document says: its words and the shape around them. Neighbours with the same marks are one; edges are trimmed. */
function said(node: JSONContent): unknown {
  if (node.type === 'text')
    return [node.text, ...marksOf(node).map(({ type, attrs }) => [type, attrs?.href ?? null])];
  const level = node.type === 'heading' ? node.attrs?.level : undefined;
  return [node.type, level, ...joined(node.content ?? []).map(said)];
}

/** An address that stands in the text is a link to itself, marked or not. */
const marksOf = ({ text, marks: all = [] }: JSONContent) =>
  all.filter(({ type, attrs }) => type !== 'link' || attrs?.href !== text);

const BLOCKS = ['bulletList', 'orderedList', 'blockquote'];

function joined(nodes: readonly JSONContent[]): JSONContent[] {
  const out: JSONContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const alike = last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marksOf(node));
    if (node.type === 'text' && last && alike) last.text = `${last.text}${node.text}`;
    // two lists of one kind without anything between them are one list in Markdown
    else if (last && BLOCKS.includes(node.type ?? '') && last.type === node.type)
      last.content = [...(last.content ?? []), ...(node.content ?? [])];
    else out.push({ ...node, ...(node.type === 'text' && { marks: marksOf(node) }) });
  }
  const [first, end] = [out[0], out.at(-1)];
  if (first?.type === 'text') first.text = first.text?.trimStart();
  if (end?.type === 'text') end.text = end.text?.trimEnd();
  return out;
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    )
    .replace(/\s+/g, '');

const wordsOf = (node: JSONContent): string =>
  (node.text ?? (node.content ?? []).map(wordsOf).join('')).replace(/\s+/g, '');

describe('the rich surface and its Markdown', () => {
  test('what is made on the surface comes back as it was', () => {
    fc.assert(
      fc.property(doc, (made) => {
        expect(said(fromMarkdown(toMarkdown(made)))).toEqual(said(made));
      }),
      { numRuns: 2_000 },
    );
  });

  test('every word that is made on the surface reaches the readers', () => {
    fc.assert(
      fc.property(doc, (made) => {
        expect(textOf(renderMarkdown(toMarkdown(made)))).toBe(wordsOf(made));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a text that is taken onto the surface says the same afterwards, to every reader', () => {
    const lines = fc.array(
      fc
        .tuple(fc.constantFrom('', '- ', '1. ', '## ', '> ', '  ', '\\- ', '\\'), words)
        .map((two) => two.join('')),
      { minLength: 1, maxLength: 6 },
    );
    const text = fc.tuple(lines, fc.constantFrom('\n', '\n\n', '  \n')).map(([all, end]) => all.join(end));
    let taken = 0;
    fc.assert(
      fc.property(text, (markdown) => {
        if (!isFaithful(markdown)) return;
        taken += 1;
        const flat = (html: string) => html.replace(/\s+/g, ' ').replaceAll('> <', '><');
        expect(flat(renderMarkdown(toMarkdown(fromMarkdown(markdown))))).toBe(flat(renderMarkdown(markdown)));
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  test.each([
    ['a table', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['a list in a list', '- a\n  - b\n- c'],
    ['bold, italic and a link', 'Some **bold**, *it*, ~~gone~~ and [a link](https://pine.example).'],
    ['an old-fashioned list', '* one\n* two'],
    ['a line that only looks like a list', '1\\. April'],
  ])('%s is taken', (_name, markdown) => {
    expect(isFaithful(markdown)).toBe(true);
  });

  test.each([
    ['a picture', 'See ![a board](https://pine.example/board.png)'],
    ['HTML', 'Write <ruby>字<rt>zì</rt></ruby>.'],
    ['a footnote', '[^1]: note'],
    ['a task list', '- [ ] todo'],
    ['a line across', 'a\n\n---\n\nb'],
  ])('%s stays in the plain box', (_name, markdown) => {
    expect(isFaithful(markdown)).toBe(false);
  });

  test('signs that mean nothing stay as people write them', () => {
    expect(toMarkdown(fromMarkdown('R&D, a < b, "so"'))).toBe('R&D, a < b, "so"');
  });
});
