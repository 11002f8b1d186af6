import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { freePort } from '../support/free-port.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { startLoad, Tally } from './support/load.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer } from './support/peer.ts';
import { openProxy } from './support/proxy.ts';
import { aStory, drafts, type School, Session, schoolIn, untilQuiet } from './support/school.ts';

/** A node is asked to stop while it is busy; and a district of two web processes gets a new version, one after the other. */
export const stopUnderLoad: Fault = {
  id: 'F21',
  fault:
    'SIGTERM under load, with a slow and a silent server in the queue; a rolling deploy of two web processes',
  invariant: 'no request that was taken fails; leases are released, exit 0 within ten seconds',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(4));
    const [alone, behind] = [
      await schoolIn(await cluster.database('alone')),
      await schoolIn(await cluster.database('behind')),
    ];
    try {
      const findings = new Findings();
      const stops = await stopAlone(alone, peer, quick ? 1 : 5, findings);
      const rolled = await roll(behind, peer, quick ? 1 : 5, findings);
      return { figure: `${stops}; ${rolled}`, broken: findings.broken };
    } finally {
      await alone.close();
      await behind.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function stopAlone(school: School, peer: Peer, times: number, findings: Findings): Promise<string> {
  const [quickHost, slow, , silent] = peer.hosts as [string, string, string, string];
  let node = await NodeProcess.start(school.settings);
  for (const host of [quickHost, slow, silent])
    await peer.follow(peer.actor('follower', host), school.inbox, school.ruth.uri);
  peer.answer = ({ host }) =>
    host === silent ? 'silence' : { status: 202, afterMs: host === slow ? 1_000 : 0 };
  const session = await Session.open(school);
  const total = new Tally();
  const took: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    if (turn > 0) node = await NodeProcess.start(school.settings);
    for (const id of await drafts(school, 60))
      await publishStory(school.ctx, school.ruth.id, id, aStory('Seven silent seconds'), READ_THROUGH);
    const load = startLoad(school, session, peer, peer.actor('colleague', peer.hosts[2]), total);
    await sleep(1_000 + Math.random() * 500);
    const { code, ms } = await node.stop();
    took.push(ms);
    await load.stop();
    findings.expect(code === 0, `the node ended with ${code}: ${node.err.slice(-500)}`);
    const leases = await sql<{ n: number }>`
      select (select count(*)::int from remote_host where lease_until > now()) + (select count(*)::int from inbox_activity where state = 'waiting' and lease_until > now()) as n`.execute(
      school.ctx.db,
    );
    findings.expect(leases.rows[0]?.n === 0, `${leases.rows[0]?.n} leases are still held after the stop`);
  }
  // a node that waited for the whole queue of the slow server would have been killed after 40 s, which shows above
  findings.expect(
    times === 1 || Math.max(...took) < 10_000,
    `a stop took ${(Math.max(...took) / 1000).toFixed(1)} s`,
  );
  findings.none('requests failed', total.failed);
  return `${times} stops, ${total.answered} requests answered, ${total.failed.length} failed (${total.notTaken} not taken while it was away), stopped in at most ${(Math.max(...took) / 1000).toFixed(1)} s, 0 leases left`;
}

async function roll(school: School, peer: Peer, times: number, findings: Findings): Promise<string> {
  peer.answer = () => ({ status: 202 });
  const ports = [await freePort(), await freePort()];
  const proxy = await openProxy(Number(school.settings.PORT), ports);
  const start = (port: number) =>
    NodeProcess.start({ ...school.settings, PORT: String(port), ORIGIN: school.origin, ROLE: 'web' });
  const worker = await NodeProcess.start({
    ...school.settings,
    PORT: String(await freePort()),
    ORIGIN: school.origin,
    ROLE: 'worker',
  });
  const processes = await Promise.all(ports.map(start));
  const session = await Session.open(school);
  const total = new Tally();
  const load = startLoad(school, session, peer, peer.actor('colleague', peer.hosts[2]), total);
  await sleep(500);
  for (let turn = 0; turn < times * 2; turn++) {
    const port = ports[turn % 2] as number;
    proxy.takeOut(port);
    const { code } = await (processes[turn % 2] as NodeProcess).stop();
    findings.expect(code === 0, `a web process ended with ${code}`);
    processes[turn % 2] = await start(port);
    proxy.putIn(port);
  }
  await load.stop();
  await untilQuiet(school, 60);
  await Promise.all([...processes, worker].map((node) => node.stop()));
  await proxy.close();
  findings.none('requests failed during a rolling deploy', total.failed);
  // connections in use end with an answer; one that was idle may be closed at the very moment of its next request
  findings.expect(
    total.notTaken <= times * 2,
    `${total.notTaken} connections were cut in ${times * 2} stops`,
  );
  return `${times} rolling deploys behind a proxy, ${total.answered} requests answered, ${total.failed.length} failed (${total.notTaken} not taken)`;
}
