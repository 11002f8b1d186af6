import { type Bench, percentile, requireOnly, type Site } from '../support/bench.ts';
import { Many, nth, type Thing } from '../support/many.ts';
import { signInAt } from '../support/reader.ts';
import { HTML_ACCEPT, plainGet } from '../support/senders.ts';

const MANY = 5_000;
const FEW = 5;
const TEACHERS = 200;
const COLLEAGUES = 400;
const IN_A_ROW = 15;

/** A page of a story. Each reader is a cookie, or nobody whom we know. */
interface Page {
  address: string;
  readers: readonly (string | undefined)[];
}

/** A story that five thousand colleagues have tried beside one that five have: its pages, made anew each time. */
export async function manyTries(bench: Bench): Promise<void> {
  const site = await bench.site('tries');
  try {
    const many = await Many.people(site.ctx, TEACHERS, COLLEAGUES);
    const [tried, other] = (await many.works(2)) as [Thing, Thing];
    await many.tries([tried], MANY);
    await many.tries([other], FEW);
    for (const story of [tried, other]) await many.replies([story], FEW);
    await many.settle();
    const ofMany = await pagesOf(site, many, tried);
    const ofFew = await pagesOf(site, many, other);
    for (const name of Object.keys(ofMany) as (keyof typeof ofMany)[])
      await compare(bench, site, `story with 5,000 tries: ${name}`, ofMany[name], ofFew[name]);
  } finally {
    await site.close();
  }
}

async function pagesOf({ node }: Site, { teachers }: Many, { url, author }: Thing) {
  const colleague = teachers.find(({ id }) => id !== author.id);
  const member = await signInAt(node.origin, colleague?.handle ?? '');
  return {
    'its page': {
      address: `${url}?`,
      readers: [undefined, member, await signInAt(node.origin, author.handle)],
    },
    'its page, classes like the reader’s first': { address: `${url}?like=mine&`, readers: [member] },
    'a later page': { address: `${url}?from=${MANY / 2}&`, readers: [undefined, member] },
    'the whole way': { address: `${url}/lineage?`, readers: [undefined, member] },
  };
}

async function compare(bench: Bench, site: Site, name: string, ofMany: Page, ofFew: Page): Promise<void> {
  const times: Record<'many' | 'few', number[]> = { many: [], few: [] };
  // short and in turns, so that whatever else the machine does meets both; the first turn warms the node up
  for (let turn = 0; turn <= (bench.quick ? 4 : 20); turn++) {
    const [few, lot] = [await read(bench, site, ofFew, turn), await read(bench, site, ofMany, turn)];
    if (turn === 0) continue;
    times.few.push(...few);
    times.many.push(...lot);
  }
  bench.row(`${name}, p95`, percentile(times.many, 0.95), 'ms', percentile(times.few, 0.95));
  bench.row(`${name}, HTML`, await kilobytes(ofMany), 'kB', await kilobytes(ofFew));
}

/** Asks for the page, one time after the other, each under an address that nobody has asked for before. */
async function read(
  bench: Bench,
  site: Site,
  { address, readers }: Page,
  turn: number,
): Promise<Float64Array> {
  const requests = Array.from({ length: IN_A_ROW }, (_, n) =>
    plainGet(new URL(`${address}n=${turn}-${n}`), HTML_ACCEPT, nth(readers, n)),
  );
  const load = { port: site.node.port, requests, connections: 1, total: requests.length };
  return requireOnly(await bench.load.ask(load), '200').latencies;
}

/** The largest page that any of the readers gets, uncompressed. */
async function kilobytes({ address, readers }: Page): Promise<number> {
  const sizes = readers.map(async (cookie) => {
    const answer = await fetch(address, { headers: { accept: HTML_ACCEPT, ...(cookie && { cookie }) } });
    return (await answer.arrayBuffer()).byteLength / 1_000;
  });
  return Math.max(...(await Promise.all(sizes)));
}
