import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Thing, VIEWERS, type ViewerName } from './visibility-readers.ts';

const FILE = new URL('../../docs/visibility.md', import.meta.url);

const WHO: Readonly<Record<ViewerName, string>> = {
  anonymous: 'somebody without an account',
  colleague: 'a colleague here',
  administrator: 'an administrator',
  author: 'the author',
  server: 'another server, signed',
};

/** The matrix as a page of docs: what the test looked at, and what it must find. */
export function visibilityReport(
  things: readonly Thing[],
  surfaces: Readonly<Record<string, string>>,
): string {
  const kinds = [...new Map(things.map((thing) => [thing.kind, thing])).values()];
  const rows = kinds.map(
    ({ kind, readers, own }) =>
      `| ${kind} | ${VIEWERS.map((who) => (readers.includes(who) ? 'reads it' : '–')).join(' | ')} | ${readers.length === VIEWERS.length ? '' : gone(own)} |`,
  );
  const routes = Object.entries(surfaces).map(
    ([route, how]) => `| \`${route.replaceAll('|', '\\|')}\` | ${how} |`,
  );
  return [
    '# Who may read what, where',
    '',
    'Made by test/federation/visibility-matrix.test.ts, which runs with every `npm test`: it makes one of everything in a',
    'running node, each with a word that stands nowhere else, and looks for that word as every kind of reader at every',
    'address that the node answers, as a page and as ActivityPub. A kind or an address without its row makes it fail.',
    '',
    '## What',
    '',
    `| what | ${VIEWERS.map((who) => WHO[who]).join(' | ')} | to the others |`,
    `|---|${VIEWERS.map(() => '---|').join('')}---|`,
    ...rows,
    '',
    'What may not be read answers as what never was there: 404 of the same bytes. What was taken back says so (410).',
    'Nothing of it stands in any list for those who may not read it.',
    '',
    '## Where',
    '',
    '| address | how it is looked at |',
    '|---|---|',
    ...routes,
    '',
  ].join('\n');
}

const gone = (own: Thing['own']): string =>
  own.length === 0 ? 'in lists only' : [...new Set(own.map(({ refused }) => refused))].sort().join(', ');

/** The page in docs, brought up to date first when `UPDATE_DOCS` is set. */
export function keptReport(report: string): string {
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, report);
  return existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
}
