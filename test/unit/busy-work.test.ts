import { describe, expect, test } from '@jest/globals';
import { boundedJson } from '../../federation/bounded-json.ts';
import { readActivity } from '../../federation/read-activity.ts';
import { inSlices } from '../../server/text/in-slices.ts';

describe('work that keeps the processor busy', () => {
  test('leaves room for everything else, however much of it comes at once', async () => {
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const busy = () => {
      const end = performance.now() + 4;
      while (performance.now() < end);
      return turns;
    };
    const seen = await Promise.all(Array.from({ length: 40 }, () => inSlices(busy)));
    counting = false;
    // without it, all forty would run in one turn
    expect(new Set(seen).size).toBeGreaterThanOrEqual(8);
  });

  test('gives what the work gives, and its errors', async () => {
    expect(await inSlices(() => 5)).toBe(5);
    await expect(
      inSlices(() => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
  });

  test('JSON of very many values is not parsed at all', () => {
    const list = (length: number) => JSON.stringify({ x: Array.from({ length }, () => Array(999).fill(0)) });
    expect(boundedJson(list(15))).not.toBeNull();
    expect(boundedJson(list(40))).toBeNull();
    const names = Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`k${n}`, {}]));
    expect(boundedJson(JSON.stringify(names))).toBeNull();
    // commas and brackets of a text are no values
    expect(boundedJson(JSON.stringify({ content: '[{,"\\'.repeat(60_000) }))).not.toBeNull();
  });

  test('a document in another form of JSON-LD is read when it is small', async () => {
    const AS = 'https://www.w3.org/ns/activitystreams';
    const like = (more: object) =>
      JSON.stringify({
        '@context': { as: `${AS}#` },
        '@type': 'as:Like',
        '@id': 'https://elm.example/likes/1',
        'as:actor': { '@id': 'https://elm.example/u' },
        'as:object': { '@id': 'https://pine.example/works/1' },
        ...more,
      });
    expect(await readActivity(like({}))).toMatchObject({ type: 'Like', actor: 'https://elm.example/u' });
    const much = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`as:x${n}`, { '@value': 'y' }]));
    expect(await readActivity(like(much))).toBeNull();
  });
});
