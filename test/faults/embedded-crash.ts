import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { publishStory } from '../../server/actions/publish-story.ts';
import { freePort } from '../support/free-port.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { killPostgres } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { aStory, drafts, embeddedSchool, type School, Session, untilQuiet } from './support/school.ts';

const KINDS = ['node', 'PostgreSQL', 'both'] as const;

/** The embedded database: its node, PostgreSQL, or both are killed while people write. */
export const embeddedCrash: Fault = {
  id: 'F19',
  fault: 'embedded PostgreSQL: kill -9 of the node, of PostgreSQL, of both; a second node on the folder',
  invariant:
    'acknowledged rows are there, the next start works; the second node refuses with one sentence and exit 1',
  async run(quick) {
    const folder = await drillFolder();
    const peer = await Peer.open(addresses(1));
    const school = await embeddedSchool(join(folder.path, 'data'));
    try {
      return await drill(school, peer, quick ? 1 : 7);
    } finally {
      await school.close();
      await peer.close();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, times: number): Promise<Verdict> {
  const findings = new Findings();
  const dataDir = school.settings.DATA_DIR as string;
  let node = await NodeProcess.start(school.settings);
  await refusesSecond(school, node, findings);
  const session = await Session.open(school);
  const colleague = peer.actor('colleague');
  await peer.follow(colleague, school.inbox, school.ruth.uri);
  const [id] = await drafts(school, 1);
  const story = await publishStory(
    school.ctx,
    school.ruth.id,
    id as string,
    aStory('Seven silent seconds'),
    READ_THROUGH,
  );
  if (!story.ok) throw new Error('the story could not be published');

  const acknowledged = { drafts: [] as string[], activities: [] as string[] };
  const back: Record<(typeof KINDS)[number], number[]> = { node: [], PostgreSQL: [], both: [] };
  for (let turn = 0; turn < times * KINDS.length; turn++) {
    const kind = KINDS[turn % KINDS.length] as (typeof KINDS)[number];
    const writing = writers(session, peer, colleague, school, story.uri, turn, acknowledged);
    await sleep(200 + Math.random() * 300);
    const [before] = [performance.now()];
    if (kind !== 'PostgreSQL') await node.kill();
    if (kind !== 'node')
      findings.expect(await killPostgres(dataDir, 'SIGKILL'), 'there was no PostgreSQL to kill');
    if (kind === 'PostgreSQL') {
      await untilReady(school);
      findings.expect(
        node.ended === null,
        `the node ended with ${node.ended} when PostgreSQL was killed: ${node.err.slice(-300)}`,
      );
    } else node = await NodeProcess.start(school.settings);
    back[kind].push((performance.now() - before) / 1000);
    await writing.stop();
    await compare(school, acknowledged, findings);
  }
  // what a worker had in hand when PostgreSQL alone was killed waits for its lease; a start frees it
  await node.stop();
  node = await NodeProcess.start(school.settings);
  await untilQuiet(school, 60);
  const stopped = await node.stop();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}: ${node.err.slice(-300)}`);
  const seconds = KINDS.map((kind) => `${kind} ${Math.max(...back[kind]).toFixed(1)} s`).join(', ');
  const figure = `${times * KINDS.length} kills, ${acknowledged.drafts.length + acknowledged.activities.length} writes acknowledged, all there; back after at most: ${seconds}`;
  return { figure, broken: findings.broken };
}

async function refusesSecond(school: School, first: NodeProcess, findings: Findings): Promise<void> {
  const second = NodeProcess.spawn({ ...school.settings, PORT: String(await freePort()) });
  const code = await second.waitForEnd(30_000);
  findings.expect(code === 1, `a second node on the folder ended with ${code}`);
  const said = second.err.trim();
  const sentence = new RegExp(`^Another Ajar \\(process ${first.pid}\\) is using the data folder [^\\n]+$`);
  findings.expect(sentence.test(said), `a second node on the folder said: ${said}`);
  if (code === null) await second.kill();
}

/** Writes without a pause until it is stopped; what is acknowledged is noted. */
function writers(
  session: Session,
  peer: Peer,
  colleague: PeerActor,
  school: School,
  story: string,
  turn: number,
  acknowledged: { drafts: string[]; activities: string[] },
) {
  let writing = true;
  const people = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; writing; n++) {
      // cut off, refused or 503: not acknowledged
      const kept = await session.draft(`${turn} ${writer} ${n}`).catch(() => null);
      if (kept && 'id' in kept) acknowledged.drafts.push(kept.id);
      else await sleep(20);
    }
  });
  const others = Array.from({ length: 2 }, async (_, writer) => {
    for (let n = 0; writing; n++) {
      const activity = { id: `${colleague.uri}/${turn}-${writer}-${n}`, type: 'Like', object: story };
      const answer = await peer.send(colleague, school.inbox, activity).catch(() => null);
      if (answer?.status === 202) acknowledged.activities.push(activity.id);
      // one server may send fifty a second
      await sleep(60);
    }
  });
  return {
    async stop() {
      writing = false;
      await Promise.all([...people, ...others]);
    },
  };
}

async function untilReady(school: School): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(`${school.origin}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    if (Date.now() > end) throw new Error('the node was not ready 30 s after PostgreSQL was killed');
    await sleep(10);
  }
}

async function compare(
  school: School,
  acknowledged: { drafts: string[]; activities: string[] },
  findings: Findings,
): Promise<void> {
  const { db } = school.ctx;
  const works = new Set((await db.selectFrom('work').select('id').execute()).map((row) => row.id));
  const rows = new Set((await db.selectFrom('inbox_activity').select('uri').execute()).map((row) => row.uri));
  findings.none(
    'acknowledged drafts missing',
    acknowledged.drafts.filter((id) => !works.has(id)),
  );
  findings.none(
    'activities answered 202 missing',
    acknowledged.activities.filter((uri) => !rows.has(uri)),
  );
}
