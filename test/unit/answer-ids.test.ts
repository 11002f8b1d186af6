import { expect, test } from '@jest/globals';
import { answerId } from '../../federation/outgoing-documents.ts';
import { quoteAnswer } from '../../federation/translate/activity.ts';

const END = '0'.repeat(60);

test('the ids of answers to requests whose own ids end alike are not the same', () => {
  const refused = (id: string) =>
    quoteAnswer(
      { id, actor: 'https://a.example/u', work: 'https://b.example/w', quoting: 'https://a.example/q' },
      'https://b.example/u',
      null,
    ).id;
  expect(refused(`https://a.example/1/${END}`)).not.toBe(refused(`https://a.example/2/${END}`));
  const accepted = (id: string) => answerId('https://b.example/u', id, 'accepts', '7');
  expect(accepted(`https://a.example/1/${END}`)).not.toBe(accepted(`https://a.example/2/${END}`));
});
