import { request as httpRequest } from 'node:http';
import type { BareRoute } from '../bare-express.ts';
import { type Bench, median, percentile, requireOnly, type Site } from '../support/bench.ts';
import { startChild } from '../support/child.ts';
import { aPublishedStory, aTeacher } from '../support/seed.ts';
import { AP_ACCEPT, HTML_ACCEPT, plainGet } from '../support/senders.ts';

const CONNECTIONS = 32;

/**
 * What everybody reads: from the cache, each beside an Express route that does nothing but send the same bytes
 * (taken in turns, so that both meet the same machine), and the story page when nothing is cached.
 */
export async function reads(bench: Bench): Promise<void> {
  const site = await bench.site('reads');
  const bare = startChild<BareRoute[], { port: number }>('bare-express.ts');
  try {
    const ruth = await aTeacher(site.ctx, 'ruth');
    const story = await aPublishedStory(site.ctx, ruth, 'Seven silent seconds');
    const { uri } = await site.ctx.db
      .selectFrom('actor')
      .select('uri')
      .where('id', '=', ruth)
      .executeTakeFirstOrThrow();
    const pages = [
      { name: 'story page from the cache', url: new URL(story.url), accept: HTML_ACCEPT },
      { name: 'person page from the cache', url: new URL('/@ruth', site.node.origin), accept: HTML_ACCEPT },
      { name: 'actor from the cache', url: new URL(uri), accept: AP_ACCEPT },
      { name: 'article from the cache', url: new URL(story.uri), accept: AP_ACCEPT },
    ];
    const routes = await Promise.all(pages.map(({ url, accept }) => copyOf(url, accept)));
    const { port } = await bare.ask(routes);
    for (const { name, url, accept } of pages) {
      const requests = [plainGet(url, accept)];
      const ours: number[] = [];
      const theirs: number[] = [];
      // short and in turns, so that whatever else the machine does meets both
      for (let slice = 0; slice < (bench.quick ? 5 : 15); slice++) {
        theirs.push(await perSecond(bench, port, requests));
        ours.push(await perSecond(bench, site.node.port, requests));
      }
      bench.row(name, median(ours), '/s', median(theirs));
    }
    await cold(bench, site, ruth);
  } finally {
    await bare.stop();
    await site.close();
  }
}

async function perSecond(bench: Bench, port: number, requests: Buffer[]): Promise<number> {
  const seconds = bench.quick ? 0.25 : 0.4;
  const result = requireOnly(
    await bench.load.ask({ port, requests, connections: CONNECTIONS, seconds }),
    '200',
  );
  return result.latencies.length / result.seconds;
}

/** Stories that nobody has read since they were published, one after the other. */
async function cold(bench: Bench, site: Site, authorId: string): Promise<void> {
  const requests: Buffer[] = [];
  const count = bench.quick ? 60 : 300;
  for (let number = 0; number < count; number++) {
    const { url } = await aPublishedStory(site.ctx, authorId, `Question ${number}`);
    requests.push(plainGet(new URL(url), HTML_ACCEPT));
  }
  const { latencies } = requireOnly(
    await bench.load.ask({ port: site.node.port, requests, connections: 1, total: count }),
    '200',
  );
  bench.row('story page, nothing cached, p50', percentile(latencies, 0.5), 'ms');
  bench.row('story page, nothing cached, p95', percentile(latencies, 0.95), 'ms');
}

/** An answer of the node, byte for byte as it was sent. */
function copyOf(url: URL, accept: string): Promise<BareRoute> {
  return new Promise((done, fail) => {
    const request = httpRequest(url, { headers: { accept, 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const { connection: _c, 'keep-alive': _k, date: _d, ...headers } = response.headers;
        if (response.statusCode !== 200) fail(new Error(`${url.href} answered ${response.statusCode}`));
        done({ path: url.pathname, headers: headers as Record<string, string>, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', fail).end();
  });
}
