import { describe, expect, test } from '@jest/globals';
import { type StoryInput, storyInput } from '../../server/domain/work.ts';
import { readStory, tagsIn, whatIsInTheWay } from '../../web/stories/story-fields.ts';
import { isFree, storyValues, switched } from '../../web/stories/story-values.ts';

const blank: StoryInput = storyInput.parse({});
const whole = storyInput.parse({
  title: 'Seven silent seconds',
  gist: 'A sand timer after each question.',
  sections: [{ key: 'how', markdown: 'I ask, and turn it over.' }],
  subjects: ['sciences'],
  ageMin: 15,
  ageMax: 16,
});

describe('the form of a story', () => {
  test('an empty form is a draft without problems', () => {
    const { story, problems } = readStory({}, blank, ['tell', 'travel', 'who']);
    expect(problems).toEqual([]);
    expect(story).toEqual(blank);
  });

  test('a page of the editor leaves the other pages as they are', () => {
    const { story } = readStory({ gist: 'Now with ink.', subjects: 'music' }, whole, ['travel']);
    expect([story.title, story.gist, story.subjects]).toEqual([whole.title, 'Now with ink.', ['music']]);
    expect(story.sections).toEqual(whole.sections);
    expect(readStory({ audience: 'everyone' }, whole, ['who']).story).toEqual({
      ...whole,
      audience: 'everyone',
    });
  });

  test('boxes that are no longer ticked are taken out', () => {
    expect(readStory({ gist: 'x' }, whole, ['travel']).story.subjects).toEqual([]);
  });

  test('prompts keep their order, whatever the order of the fields', () => {
    const { story } = readStory({ next: 'c', how: 'b', where: 'a', students: '   ' }, blank, ['tell']);
    expect(story.sections).toEqual([
      { key: 'where', markdown: 'a' },
      { key: 'how', markdown: 'b' },
      { key: 'next', markdown: 'c' },
    ]);
  });

  test('a text that is too long is kept whole and said once', () => {
    const long = 'wait '.repeat(3000).trim();
    const { story, problems } = readStory({ title: 't'.repeat(300), how: long }, blank, ['tell']);
    expect(story.title).toHaveLength(300);
    expect(story.sections).toEqual([{ key: 'how', markdown: long }]);
    expect(problems).toEqual([
      { field: 'title', say: 'too-long' },
      { field: 'how', say: 'too-long' },
    ]);
  });

  test('only the problems of the page at hand are said', () => {
    const long = { ...whole, title: 't'.repeat(300) };
    expect(readStory({ gist: 'x' }, long, ['travel']).problems).toEqual([]);
  });

  test.each([
    ['ten', 'not-a-number'],
    ['-3', 'not-a-number'],
    ['120', 'age-range'],
    ['9.5', 'not-a-number'],
  ])('an age of %s is said and shown again', (text, say) => {
    const { story, problems, values } = readStory({ ageMin: text, ageMax: '12' }, blank, ['travel']);
    expect(problems).toEqual([{ field: 'ageMin', say }]);
    expect([story.ageMin, story.ageMax, values.ageMin]).toEqual([null, 12, text]);
  });

  test('ages in digits of other scripts of the same width are numbers', () => {
    expect(readStory({ ageMin: '１２', ageMax: ' 13 ' }, blank, ['travel']).story).toMatchObject({
      ageMin: 12,
      ageMax: 13,
    });
  });

  test('tags are words, without their signs, each once', () => {
    expect(tagsIn(' #WaitTime, chemistry;chemistry  ##deep ')).toEqual(['WaitTime', 'chemistry', 'deep']);
    expect(readStory({ tags: 'a-b' }, blank, ['travel']).problems).toEqual([
      { field: 'tags', say: 'not-a-tag' },
    ]);
    expect(readStory({ tags: 'a b c d e f' }, blank, ['travel']).problems).toEqual([
      { field: 'tags', say: 'too-many' },
    ]);
  });

  test('a line in another language needs its language', () => {
    const { story, problems } = readStory({ gistOther: 'Tiimalasi.' }, blank, ['travel']);
    expect(problems).toEqual([{ field: 'gistOther', say: 'no-language' }]);
    expect(storyValues(story).gistOther).toBe('Tiimalasi.');
    expect(
      readStory({ gistOther: 'Tiimalasi.', gistOtherLang: 'fi' }, blank, ['travel']).story.gistOther,
    ).toEqual([{ lang: 'fi', text: 'Tiimalasi.' }]);
  });

  test('what it was built on must be an address; what was typed stays', () => {
    const { story, problems } = readStory({ builtOn: 'my colleague' }, blank, ['travel']);
    expect(problems).toEqual([{ field: 'builtOn', say: 'unknown' }]);
    expect(storyValues(story).builtOn).toBe('my colleague');
  });

  test('choices that are not on the list are not taken', () => {
    const form = { subjects: ['sciences', 'alchemy'], licence: 'mine', audience: 'network', classSize: '1' };
    expect(readStory(form, blank, ['travel', 'who']).story).toMatchObject({
      subjects: ['sciences'],
      licence: 'cc-by',
      audience: 'district',
      classSize: null,
    });
  });

  test('characters that must not be stored are dropped', () => {
    const { story } = readStory({ title: 'Se\u202even\u0000', how: 'a\r\nb\u0007' }, blank, ['tell']);
    expect([story.title, story.sections[0]?.markdown]).toEqual(['Seven', 'a\nb']);
  });
});

describe('what stands between a story and its readers', () => {
  test('nothing, when it is whole', () => {
    expect(whatIsInTheWay(whole)).toEqual([]);
  });

  test('what is missing and what does not fit, each field once', () => {
    const problems = whatIsInTheWay({ ...blank, title: 't'.repeat(300), ageMin: 16, ageMax: 15 });
    expect(problems).toEqual([
      { field: 'title', say: 'too-long' },
      { field: 'how', say: 'missing' },
      { field: 'gist', say: 'missing' },
      { field: 'subjects', say: 'missing' },
      { field: 'ages', say: 'order' },
    ]);
  });

  test('a free story with too many words is told so at its own box', () => {
    const sections = [{ key: 'free' as const, markdown: 'word '.repeat(1600) }];
    expect(whatIsInTheWay({ ...whole, sections })).toEqual([{ field: 'free', say: 'too-many-words' }]);
  });
});

describe('writing freely', () => {
  const story = readStory({ where: 'Room 12.', how: 'Like this.', next: 'Sit down.' }, blank, ['tell']).story;

  test('puts every word into one box, and back under the prompts', () => {
    const free = switched(story, 'free');
    expect(free.sections).toEqual([{ key: 'free', markdown: 'Room 12.\n\nLike this.\n\nSit down.' }]);
    expect([isFree(free), isFree(story)]).toEqual([true, false]);
    expect(switched(free, 'prompts').sections).toEqual([
      { key: 'how', markdown: 'Room 12.\n\nLike this.\n\nSit down.' },
    ]);
  });
});
