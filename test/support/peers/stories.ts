import { readDemo } from '../../../server/demo/data.ts';
import { TRY_TABLE, tryInput } from '../../../server/domain/adaptation.ts';
import { LIMITS } from '../../../server/domain/text-limits.ts';
import { type StoryInput, storyInput } from '../../../server/domain/work.ts';
import { aStory } from '../district.ts';

/** Stories at the ends of what is allowed. */

const sections = (...texts: string[]): StoryInput['sections'] =>
  texts.map((markdown, at) => ({
    key: (['where', 'how', 'students', 'why', 'next'] as const)[at] ?? 'free',
    markdown,
  }));

/** Everything empty that may be empty. */
export const SHORTEST: StoryInput = storyInput.parse({
  title: 'A',
  gist: 'B',
  sections: [{ key: 'how', markdown: 'C' }],
  subjects: ['music'],
  ageMin: 0,
  ageMax: 99,
  licence: 'read-only',
  audience: 'everyone',
});

/** Letters of three and four bytes and letters that JSON escapes, as many as the fields take. */
export const line = (length: number) =>
  '“等”𠮷'.repeat(length).slice(0, length).toWellFormed().replaceAll('\ufffd', '等');
const paragraph = `${'"\\。'.repeat(60)}\n\n- ${'"、'.repeat(50)}\n\n  > ${'”"'.repeat(50)}\n\n  - ${'。'.repeat(9)}\n\n`;
export const LONGEST: StoryInput = storyInput.parse({
  ...aStory(),
  title: line(90),
  gist: line(280),
  lang: 'zh-Hant',
  gistOther: ['en', 'fi', 'de', 'fr', 'sv'].map((lang) => ({ lang, text: line(280) })),
  sections: sections(...[1, 2, 3, 4, 5].map(() => paragraph.repeat(60).slice(0, 11_990))),
  focus: ['questioning-discussion', 'feedback', 'reading', 'writing', 'talk-oracy'],
  subjects: ['sciences', 'mathematics', 'language-literacy'],
  tags: ['等待', '提问', '沉默', '化学', '沙漏'].map((tag) => tag.repeat(20).slice(0, 40)),
  levelLabel: line(60),
  whyItMatters: line(200),
  madePossibleBy: line(200),
  builtOn: [1, 2, 3, 4, 5].map((n) => ({ uri: `https://elsewhere.example/${n}/${'a'.repeat(260)}` })),
  quotePolicy: 'everyone',
});

/** Built on things with the longest addresses. */
export const FAR: StoryInput = storyInput.parse({
  ...LONGEST,
  title: 'Far away',
  builtOn: [1, 2, 3, 4, 5].map((n) => ({ uri: `https://elsewhere.example/${n}/${'&'.repeat(2_000)}` })),
});

/** As many words as a story may have, in English. */
const words = Array.from({ length: 740 }, (_, n) => (n % 30 === 29 ? 'waited.\n\n' : 'quietly')).join(' ');
export const MOST_WORDS: StoryInput = aStory({
  title: 'As many words as a story may have',
  sections: sections(words, words),
});

export const CHINESE: StoryInput = aStory({
  title: '沉默的七秒',
  gist: '提问之后翻转沙漏，老师坐下来等。第四周，发言的学生增加了近两倍。',
  lang: 'zh',
  sections: sections(
    '高一化学。',
    '我提问，翻转七秒沙漏，然后**坐下**。\n\n1. 提问\n2. 等待',
    '他们开始写。',
  ),
  tags: ['等待时间'],
});

/** Markdown of every kind that may be written. */
export const RICH: StoryInput = aStory({
  title: 'Every kind of text & more',
  sections: sections(
    '# Big\n\n## Smaller\n\n> said *quietly* and ~~loudly~~',
    '| a | b |\n| - | - |\n| 1 | 2 |\n\n`code` and [a link](https://example.org/?a=1&b=2)\n\n```\n<b>\n```\n\n![a picture](https://example.org/a.png)',
  ),
  quotePolicy: 'followers',
});

const demo = readDemo();
export function demoStory(slug: string): StoryInput {
  const found = demo.stories.find((one) => one.slug === slug);
  if (!found) throw new Error(`there is no demo story ${slug}`);
  return found.story;
}

/** A try of the most characters that there may be, each of which is written with five in HTML. */
export function longestTry() {
  const most = (length: number) => '&'.repeat(length);
  const name = (end: string) => `${most(TRY_TABLE.name - 1)}${end}`;
  return tryInput.parse({
    context: most(LIMITS.tryContext),
    changed: most(LIMITS.tryChanged),
    kept: most(LIMITS.tryKept),
    happened: most(LIMITS.tryHappened),
    tip: most(LIMITS.tryTip),
    verdict: 'partly',
    gistOther: [{ lang: 'fi', text: most(LIMITS.gist) }],
    evidence: [
      {
        caption: most(TRY_TABLE.caption),
        columns: [
          { name: name('0'), type: 'label' },
          ...['1', '2', '3', '4'].map((end) => ({ name: name(end), type: 'count' })),
        ],
        rows: Array(TRY_TABLE.rows).fill({
          cells: [most(TRY_TABLE.label), ...Array(4).fill(999_999_999)],
          n: 1_000_000_000,
        }),
      },
    ],
  });
}

/** The Finnish try of the demo story. */
export function demoTry() {
  const found = demo.tries.find((one) => one.of === 'seven-silent-seconds');
  if (!found) throw new Error('nobody tried the demo story');
  return found.input;
}
