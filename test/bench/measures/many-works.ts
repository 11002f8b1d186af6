import { type Bench, percentile, requireOnly, type Site } from '../support/bench.ts';
import { Many, nth, type Thing } from '../support/many.ts';
import { signInAt } from '../support/reader.ts';
import { HTML_ACCEPT, plainGet } from '../support/senders.ts';

const WORKS = 10_000;
const TEACHERS = 200;
const READERS = 8;
/** of each page in each run: without an account one may search three hundred times in five minutes */
const PAGES = 80;
const AT_ONCE = 8;

/** A page that somebody opens again and again, each time another one of its kind. */
interface Page {
  name: string;
  path(n: number): string;
  /** by somebody who is signed in */
  isMember: boolean;
}

/**
 * A district that has grown for years: ten thousand works of two hundred teachers, with tries and replies. What its
 * teachers and readers open is made anew each time: pages of members are never kept, and of pages for everybody each
 * has an address that nobody has asked for before.
 */
export async function manyWorks(bench: Bench): Promise<void> {
  const site = await bench.site('works');
  try {
    const { pages, cookies } = await grown(site);
    let number = 0;
    const request = ({ path, isMember }: Page): Buffer => {
      number += 1;
      const url = new URL(path(number), site.node.origin);
      if (!isMember) url.searchParams.set('n', String(number));
      return plainGet(url, HTML_ACCEPT, isMember ? nth(cookies, number) : undefined);
    };
    const read = async (some: readonly Page[], count: number, connections: number) => {
      const requests = Array.from({ length: count }, (_, n) => request(nth(some, n)));
      const load = { port: site.node.port, requests, connections, total: count };
      return requireOnly(await bench.load.ask(load), '200').latencies;
    };
    // a node that has been up for a while
    await read(pages, 5 * pages.length, 1);
    for (const page of pages) {
      const latencies = await bench.repeat(() => read([page], PAGES, 1));
      bench.row(
        `10,000 works: ${page.name}, p95`,
        percentile(
          latencies.flatMap((all) => [...all]),
          0.95,
        ),
        'ms',
      );
    }
    const together = await bench.repeat(() => read(pages, 20 * pages.length, AT_ONCE));
    bench.row(
      `10,000 works: all of these, ${AT_ONCE} at once, p95`,
      percentile(
        together.flatMap((all) => [...all]),
        0.95,
      ),
      'ms',
    );
  } finally {
    await site.close();
  }
}

async function grown({ ctx, node }: Site): Promise<{ pages: Page[]; cookies: string[] }> {
  const many = await Many.people(ctx, TEACHERS, 400);
  const works = await many.works(WORKS);
  const tries = await many.tries(works, 2 * WORKS);
  await many.replies(works, 3 * WORKS);
  await many.desks(works, { follows: 30, plans: 5, drafts: 3 });
  await many.settle();
  const cookies: string[] = [];
  for (const { handle } of many.teachers.slice(0, READERS)) cookies.push(await signInAt(node.origin, handle));
  return { pages: pagesOf(many, works, tries), cookies };
}

const QUERIES = [
  'students',
  'sand timer',
  'fractions',
  'oppilas',
  'silent 4711',
  'Ruth',
  '一题三解',
  'nothing of it',
];
const TAGS = ['sciences', 'mathematics', 'questioning-discussion', 'choice'];

function pagesOf({ teachers }: Many, works: readonly Thing[], tries: readonly Thing[]): Page[] {
  const open = works.filter(({ isPublic }) => isPublic);
  const ours = tries.filter(({ isPublic, author }) => isPublic && author.host === null);
  const query = (n: number) => `/search?${new URLSearchParams({ q: nth(QUERIES, n) })}`;
  const forAll = [
    { name: 'a story', path: (n: number) => nth(open, n * 7_907).url },
    { name: 'a try', path: (n: number) => nth(ours, n * 7_907).url },
    { name: 'the way of an idea', path: (n: number) => `${nth(open, n * 7_907).url}/lineage` },
    { name: 'a person', path: (n: number) => `/@${nth(teachers, n).handle}` },
    { name: 'a search', path: query },
    { name: 'a tag', path: (n: number) => `/tags/${nth(TAGS, n)}` },
    { name: 'the district', path: () => '/district' },
  ];
  const forMembers = [
    { name: 'home', path: () => '/' },
    { name: 'home, older stories', path: (n: number) => `/?after=${nth(works, n * 7_907).id}` },
    { name: 'what one plans to try', path: () => '/tries' },
    { name: 'what one tried', path: () => '/write/tried' },
    { name: 'notifications', path: () => '/notifications' },
    { name: 'write', path: () => '/write' },
    { name: 'a new story', path: () => '/write/story' },
    { name: 'people', path: () => '/people' },
  ];
  return [
    { name: 'front door', path: () => '/', isMember: false },
    ...forAll.map((page) => ({ ...page, name: `${page.name}, signed out`, isMember: false })),
    ...[...forAll, ...forMembers].map((page) => ({ ...page, isMember: true })),
  ];
}
