import { describe, expect, test } from '@jest/globals';
import type { AnsweredReply, ReplyCard } from '../../server/reads/thread-replies.ts';
import { type NestedReply, nestReplies } from '../../web/stories/nest-replies.ts';

const ROOT = 'root';

const said = (uri: string, inReplyTo = ROOT): ReplyCard =>
  ({ reply: { uri, inReplyTo }, author: { name: uri.toUpperCase(), handle: uri } }) as ReplyCard;
const elsewhere = (uri: string, why: AnsweredReply['why'], inReplyTo = ROOT): AnsweredReply => ({
  uri,
  inReplyTo,
  why,
  name: why === 'elsewhere' ? uri.toUpperCase() : null,
});

/** `a(b c→A)`: b and c under a, c says that it answers A. Gaps are `[uri]`. */
const drawn = (row: readonly NestedReply[]): string =>
  row
    .map(({ uri, card, gap, answers, below }) => {
      expect(card === null).toBe(gap !== null);
      const self = `${card ? uri : `[${uri} ${gap}]`}${answers ? `→${answers}` : ''}`;
      return below.length > 0 ? `${self}(${drawn(below)})` : self;
    })
    .join(' ');

describe('answers stand under what they answer', () => {
  test('in the order in which they were said', () => {
    expect(drawn(nestReplies([said('a'), said('b'), said('c', 'a'), said('d'), said('e', 'a')]))).toBe(
      'a(c e) b d',
    );
  });

  test('moved in three times, and then side by side with the name of whom they answer', () => {
    const chain = [said('a'), said('b', 'a'), said('c', 'b'), said('d', 'c'), said('e', 'd'), said('f', 'e')];
    expect(drawn(nestReplies([...chain, said('g', 'c'), said('h', 'd')]))).toBe('a(b(c(d e→D f→E g h→D)))');
  });

  test('under the gap of what is hidden or was taken back, and under the gap above it', () => {
    const gaps = [elsewhere('x', 'taken-back', 'y'), elsewhere('y', 'not-shown', 'a')];
    expect(drawn(nestReplies([said('a'), said('b', 'x'), said('c')], gaps))).toBe(
      'a([y not-shown]([x taken-back](b))) c',
    );
  });

  test('at the top when what they answer is not held, or stands on another page: then with its name', () => {
    expect(drawn(nestReplies([said('a', 'never seen'), said('b', 'x')], [elsewhere('x', 'elsewhere')]))).toBe(
      'a b→X',
    );
  });

  test('wherever clocks say that an answer came first', () => {
    expect(drawn(nestReplies([said('b', 'a'), said('c'), said('a')]))).toBe('a(b) c');
  });

  test('once each, also when they answer each other or themselves', () => {
    const all = nestReplies([said('a', 'b'), said('b', 'c'), said('c', 'a'), said('d', 'd')]);
    const uris = (row: readonly NestedReply[]): string[] =>
      row.flatMap(({ uri, below }) => [uri, ...uris(below)]);
    expect(uris(all).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('without end: a thousand answers below each other', () => {
    const chain = Array.from({ length: 1_000 }, (_, n) => said(`${n}`, n === 0 ? ROOT : `${n - 1}`));
    const [top] = nestReplies(chain);
    expect(top?.below[0]?.below[0]?.below).toHaveLength(997);
  });
});
