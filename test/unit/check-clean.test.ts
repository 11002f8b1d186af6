import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { FindingType } from '../../server/check/finding.ts';
import { guessLanguage } from '../../server/check/guess-language.ts';
import { found } from '../support/student-check.ts';

/** What these rules look for; names and words about children have rules and tests of their own. */
const NUMBERS: readonly FindingType[] = [
  'email',
  'phone',
  'id-number',
  'birth-date',
  'private-link',
  'small-cell',
];
const DRAFTS = new URL('../support/clean-drafts/', import.meta.url);

test.each(readdirSync(DRAFTS))('nothing is asked about in %s', (file) => {
  const text = readFileSync(new URL(file, DRAFTS), 'utf8');
  const asked = found(text, guessLanguage(text)).filter(({ type }) => NUMBERS.includes(type));
  expect(asked.map(({ type, text: passage }) => [type, passage])).toEqual([]);
});

/** One on each line; in none of the six languages anything to ask about. */
const NOT_PERSONAL = `
2025–26 and 2024-2025, 2024/25, 1939-1945, 476-1453
at 10:15 and 11:30, from 14:05 to 14:50, 3:05 pm
8.15-9.00 and 08.15–09.00, klo 9.00–9.45
8 h 30 à 9 h 20, 10h15-11h00
pp. 112-115, S. 12-15, 22-25, p. 45–47
Room 214, Raum 2.14, aula 12, luokka 5B
ISBN 978-3-16-148410-0
9783161484100
ISBN 0-306-40615-2, ISSN 0022-0671
5.NBT.A.1 and 7.RP.A.2, MS-PS1-2, RL.4.3, CCSS.MATH.CONTENT.7.NS.A.1
1234567 + 7654321 = 8888888
x = 1234567, 12345678 - 1234567
1,234,567 and 12,345
12 345 678, 1 250 000 + 350 000 = 1 600 000
1.250.000 : 25 = 50.000
3.14159265 and 0.333333 and 0,333333333
149 600 000 km, 384 400 km, 778 500 000 km
04/03/2026, 2026-03-04, 4.3.2026, 15.09.2025 – 20.10.2025
2025年9月15日至10月30日
01 02 03 04 05, 001 002 003, 007
10 20 30 40 50 60, 100 200 300 400
0 1 1 2 3 5 8 13, 0 100 200 300
21-19 21-15 21-17, 3:2, 2–1
10.1080/00220671.2019.1234567
https://example.org/2024/1234567890?n=505-555-0143
40.7128, -74.0060
$1,250,000 and 1 250 000 € and £7.50
called out 12 15 18 21 24
grades 3-5 and 6-8, ages 10-11, K-12
3-2-1 exit card, 24/7, 5 x 10 = 50
192.168.1.10, version 2.0.1
0000 0001 0010 0011, 01101001
minutes 0-10 10-20 20-30
800-1000 words, 300-500, 8000-9000 steps
in 2024 2025 2026, 1492 1776 1789
1:100000, 1/2 3/4 5/6, 45-90-45
250000 people, 12345678 seconds
34 % before, 71 % after, 85%
Lexile 820L, grade 4.2, level 12, 6,4 → 6,6
ERIC ED545085, arXiv 2301.12345
BOE-A-2022-3296, DIN 5008, § 1631, BO n° 25
page 3 of 4, step 2 of 3, 3 of 5
24 x 36 in, 8.5 x 11, A4
a 7-digit number such as 4508312
`
  .trim()
  .split('\n');

test.each(NOT_PERSONAL)('nobody is meant by %s', (text) => {
  const asked = ['en', 'es', 'fi', 'de', 'fr', 'zh-Hans', 'sv'].flatMap((lang) =>
    found(text, lang)
      .filter(({ type }) => NUMBERS.includes(type))
      .map((finding) => [lang, finding.type, finding.text]),
  );
  expect(asked).toEqual([]);
});
