import { type Bench, median, percentile } from '../support/bench.ts';
import { startChild } from '../support/child.ts';
import { PLAIN, Traffic } from '../support/traffic.ts';

/**
 * Signed `Create`s: half of them replies to a story of this node, half posts of people who are followed here.
 * Counted when they are handled: the reply or the post is in its table and the activity marked done.
 */
export async function inbox(bench: Bench): Promise<void> {
  const traffic = await Traffic.open(bench);
  const site = await bench.site('inbox');
  const stock = startChild<{ databaseUrl: string }, { port: number }>('stock.ts');
  try {
    const ours = await traffic.toNode(site);
    const theirs = await traffic.toStock(stock, ours.answered);
    let rates: [number, number] = [0, 0];
    for (const variant of [PLAIN, traffic.withEmbeddedSignature()]) {
      const pairs = await bench.repeat(async () => ({
        theirs: await traffic.flood(theirs, variant, bench.quick ? 150 : 400),
        ours: await traffic.flood(ours, variant, bench.quick ? 2_000 : 6_000),
      }));
      const [our, their] = [pairs.map((pair) => pair.ours), pairs.map((pair) => pair.theirs)];
      const rate: [number, number] = [
        median(our.map((one) => one.rate)),
        median(their.map((one) => one.rate)),
      ];
      bench.row(`inbox Create handled, ${variant.name}`, rate[0], '/s', rate[1]);
      if (variant !== PLAIN) continue;
      rates = rate;
      const cpu = [our, their].map((side) => median(side.flatMap((one) => one.cpuMs ?? []))) as [
        number,
        number,
      ];
      if (!Number.isNaN(cpu[0])) bench.row('inbox Create, CPU of the node for each', cpu[0], 'ms', cpu[1]);
    }
    const seconds = bench.quick ? 1 : 5;
    const stockLatencies = await traffic.stream(theirs, rates[1] / 2, seconds);
    const latencies = await traffic.stream(ours, rates[0] / 2, seconds);
    for (const share of [0.5, 0.95, 0.99]) {
      const name = `inbox 202 at half of each one's rate, p${share * 100}`;
      bench.row(name, percentile(latencies, share), 'ms', percentile(stockLatencies, share));
    }
    await theirs.close();
  } finally {
    await stock.stop();
    await site.close();
  }
}
