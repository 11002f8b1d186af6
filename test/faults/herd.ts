import { type Crowd, herd as crowdComes } from '../bench/measures/herd.ts';
import { Bench } from '../bench/support/bench.ts';
import { type Fault, Findings } from './fault.ts';

const MOST_MS = 1_000;
const IN_A_SECOND: Crowd = { servers: 1_000, seconds: 1 };
/** as many as there are districts in a large country */
const IN_A_MINUTE: Crowd = { servers: 13_000, seconds: 60 };

/** A story reaches very many servers, and all of them come for its page, its author and the article. */
export const herd: Fault = {
  id: 'F13',
  fault:
    'a thousand servers fetch page, author and article of a new story within a second, 13,000 within a minute',
  invariant: `all are answered 200, p99 below ${MOST_MS / 1_000} s; the story is read from the database once a minute for each document`,
  async run(quick) {
    const findings = new Findings();
    const told: string[] = [];
    for (const crowd of quick ? [IN_A_SECOND] : [IN_A_SECOND, IN_A_MINUTE]) {
      // three crowds and their median, when that takes no minutes
      const bench = await Bench.open({ quick: quick || crowd.seconds > 1, profileDir: null });
      try {
        const before = performance.now();
        // an answer other than 200 ends it
        await crowdComes(bench, crowd);
        const minutes = Math.floor((performance.now() - before) / 60_000);
        const [p50, p99, looks] = bench.rows as [Row, Row, Row];
        const name = `${crowd.servers.toLocaleString('en')} in ${crowd.seconds} s`;
        // an answer is kept for a minute
        findings.expect(
          (looks.ratio ?? 99) <= 1 + minutes,
          `${name}: ${looks.value} looks at the story instead of ${looks.baseline}`,
        );
        if (!quick) findings.expect(p99.value < MOST_MS, `${name}: p99 ${p99.value} ms`);
        told.push(
          `${name}: ${3 * crowd.servers} answers, p50 ${p50.value} ms, p99 ${p99.value} ms, ${looks.value} looks at the story`,
        );
      } finally {
        await bench.close();
      }
    }
    return { figure: told.join('; '), broken: findings.broken };
  },
};

type Row = Bench['rows'][number];
