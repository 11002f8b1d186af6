import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { ask } from './support/ask.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { p95 } from './support/p95.ts';
import { addresses, Peer } from './support/peer.ts';
import { aStory, drafts, type School, schoolIn } from './support/school.ts';
import { slowDocuments } from './support/slow-documents.ts';

const HEALTHY = 20;
const HALF_OPEN = 500;

/** Among many servers one is slow, one says nothing and one cuts every connection; and somebody holds connections open. */
export const slowHost: Fault = {
  id: 'F6',
  fault:
    'a slow, a silent and a dead server among 20; documents that come slowly; 500 half-open connections to the node',
  invariant:
    'the others get everything, and are heard, as fast as without them; the half-open ones are closed',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(HEALTHY + 3));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer, quick);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, quick: boolean): Promise<Verdict> {
  const findings = new Findings();
  const stories = quick ? 5 : 30;
  const node = await NodeProcess.start(school.settings);
  for (const host of peer.hosts)
    await peer.follow(peer.actor('follower', host), school.inbox, school.ruth.uri);
  const healthy = new Set(peer.hosts.slice(0, HEALTHY));
  const [slow, silent, dead] = peer.hosts.slice(HEALTHY) as [string, string, string];

  await publishAll(school, peer, 5, healthy);
  const without: number[] = [];
  const withThem: number[] = [];
  // by turns, so that a busy machine slows both alike
  for (let turn = 0; turn < (quick ? 1 : 3); turn++) {
    peer.answer = () => ({ status: 202 });
    without.push(...(await publishAll(school, peer, stories, healthy)));
    peer.answer = ({ host }) => {
      if (host === silent) return 'silence';
      if (host === dead) return 'cut';
      return { status: 202, afterMs: host === slow ? 5_000 : 0 };
    };
    withThem.push(...(await publishAll(school, peer, stories, healthy)));
  }
  // served one after the other, the healthy ones would have waited for time-outs of the silent one
  const attempts = await sql<{
    n: number;
  }>`select coalesce(sum(attempts), 0)::int as n from delivery where host = ${silent} and state = 'waiting'`.execute(
    school.ctx.db,
  );
  findings.expect(
    !quick || (attempts.rows[0]?.n ?? 0) <= 1,
    `the silent server was tried ${attempts.rows[0]?.n} times before the others had everything`,
  );
  if (!quick)
    findings.expect(
      p95(withThem) <= 2 * p95(without) + 100,
      `p95 ${p95(withThem).toFixed(0)} ms instead of ${p95(without).toFixed(0)} ms`,
    );
  peer.answer = () => ({ status: 202 });
  const heard = await slowDocuments(
    school,
    peer,
    { healthy: peer.hosts[0] as string, slow },
    findings,
    quick ? 1 : 10,
  );
  let held = '';
  if (!quick) {
    const { ms, slowest } = await halfOpen(school, findings);
    held = `; half-open connections closed after at most ${(ms / 1000).toFixed(0)} s, a page meanwhile p95 ${slowest.toFixed(0)} ms`;
  }
  const stopped = await node.stop();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}`);
  const figure = `${withThem.length / HEALTHY} stories to 20 servers: p95 ${p95(without).toFixed(0)} ms without, ${p95(withThem).toFixed(0)} ms with the three; ${heard}${held}`;
  return { figure, broken: findings.broken };
}

/** Publishes stories one after the other. @returns milliseconds from pressing "Publish" to each arrival at a healthy server */
async function publishAll(
  school: School,
  peer: Peer,
  count: number,
  healthy: ReadonlySet<string>,
): Promise<number[]> {
  const ids = await drafts(school, count);
  const pressed = new Map<string, number>();
  const mark = peer.arrivals.length;
  for (const id of ids) {
    pressed.set(`${school.origin}/ap/objects/${id}`, Date.now());
    await publishStory(school.ctx, school.ruth.id, id, aStory('Seven silent seconds'), READ_THROUGH);
    await sleep(50);
  }
  const due = count * HEALTHY;
  const end = Date.now() + 60_000;
  for (;;) {
    const arrived = peer.arrivals.slice(mark).filter((one) => one.type === 'Create' && healthy.has(one.host));
    if (arrived.length >= due) return arrived.map((one) => one.at - (pressed.get(one.object) as number));
    if (Date.now() > end) throw new Error(`${arrived.length} of ${due} deliveries arrived in a minute`);
    await sleep(20);
  }
}

/** Connections that never finish their request. @returns when the last was closed, and the p95 of a page meanwhile */
async function halfOpen(school: School, findings: Findings): Promise<{ ms: number; slowest: number }> {
  const { port } = new URL(school.origin);
  const before = performance.now();
  let open = 0;
  // half of them stop in their headers, the others in their body
  const begun = 'POST /ap/inbox HTTP/1.1\r\nhost: localhost\r\ncontent-';
  const further = `${begun}type: application/activity+json\r\ncontent-length: 1000\r\n\r\n{"type"`;
  const sockets: Socket[] = Array.from({ length: HALF_OPEN }, (_, n) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(n % 2 ? further : begun));
    open += 1;
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open -= 1;
    });
    socket.resume();
    return socket;
  });
  const times: number[] = [];
  while (open > 0 && performance.now() - before < 30_000) {
    const asked = performance.now();
    const answer = await ask(`${school.origin}/about`);
    times.push(performance.now() - asked);
    findings.expect(answer.status === 200, `a page was answered ${answer.status} meanwhile`);
    await sleep(50);
  }
  findings.expect(open === 0, `${open} half-open connections were still open after 30 s`);
  for (const socket of sockets) socket.destroy();
  return { ms: performance.now() - before, slowest: p95(times) };
}
