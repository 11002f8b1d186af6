import { type Bench, percentile, requireOnly, type Site } from '../support/bench.ts';
import { Many, nth, type Thing } from '../support/many.ts';
import { signInAt } from '../support/reader.ts';
import { HTML_ACCEPT, plainGet } from '../support/senders.ts';

const MANY = 5_000;
const FEW = 5;
const TEACHERS = 200;

/** Who reads a story: nobody we know, a colleague, its author. */
type Reader = string | undefined;

/** A story that five thousand colleagues have tried beside one that five have: its page, made anew each time. */
export async function manyTries(bench: Bench): Promise<void> {
  const site = await bench.site('tries');
  try {
    const many = await Many.people(site.ctx, TEACHERS, 400);
    const [popular, other] = (await many.works(2)) as [Thing, Thing];
    await many.tries([popular], MANY);
    await many.tries([other], FEW);
    for (const story of [popular, other]) await many.replies([story], FEW);
    await many.settle();
    const readers = async ({ author }: Thing): Promise<Reader[]> => {
      const colleague = many.teachers.find(({ id }) => id !== author.id);
      const { origin } = site.node;
      return [
        undefined,
        await signInAt(origin, colleague?.handle ?? ''),
        await signInAt(origin, author.handle),
      ];
    };
    const ofMany = { url: popular.url, readers: await readers(popular), times: [] as number[] };
    const ofFew = { url: other.url, readers: await readers(other), times: [] as number[] };
    // short and in turns, so that whatever else the machine does meets both
    for (let slice = 0; slice < 1 + (bench.quick ? 5 : 20); slice++)
      for (const page of [ofFew, ofMany]) {
        const times = await read(bench, site, page, slice);
        // the first one warms the node up
        if (slice > 0) page.times.push(...times);
      }
    bench.row(
      'story with 5,000 tries: its page, p95',
      percentile(ofMany.times, 0.95),
      'ms',
      percentile(ofFew.times, 0.95),
    );
    bench.row(
      'story with 5,000 tries: HTML of its page',
      await kilobytes(ofMany),
      'kB',
      await kilobytes(ofFew),
    );
  } finally {
    await site.close();
  }
}

interface StoryPage {
  url: string;
  readers: readonly Reader[];
}

/** Asks for the page thirty times, one after the other, each time under another address. */
async function read(
  bench: Bench,
  site: Site,
  { url, readers }: StoryPage,
  slice: number,
): Promise<Float64Array> {
  const requests = Array.from({ length: 30 }, (_, n) =>
    plainGet(new URL(`${url}?n=${slice}-${n}`), HTML_ACCEPT, nth(readers, n)),
  );
  const load = { port: site.node.port, requests, connections: 1, total: requests.length };
  return requireOnly(await bench.load.ask(load), '200').latencies;
}

/** The largest page that any of the readers gets, uncompressed. */
async function kilobytes({ url, readers }: StoryPage): Promise<number> {
  const sizes = readers.map(async (cookie) => {
    const answer = await fetch(url, { headers: { accept: HTML_ACCEPT, ...(cookie && { cookie }) } });
    return (await answer.arrayBuffer()).byteLength / 1_000;
  });
  return Math.max(...(await Promise.all(sizes)));
}
