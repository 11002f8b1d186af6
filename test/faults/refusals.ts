import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerAnswer } from './support/peer.ts';
import { aStory, drafts, type School, schoolIn, untilQuiet } from './support/school.ts';
import { toNextAttempt, travel } from './support/travel.ts';

/** An answer of another server, and what the node must make of it. */
interface Case {
  name: string;
  answer: PeerAnswer;
  /** requests of one attempt: a 401 is knocked at a second time with the other kind of signature */
  knocks: number;
  state: 'refused' | 'waiting';
  /** seconds between attempts at least; a tenth more is left to chance */
  gaps: number[];
}

/** of a server that is away: its circuit opens */
const AWAY = [30, 120, 300, 600, 300, 300];
/** of one that answers each time: the trouble is with what is sent */
const STUCK = [30, 120, 300, 600, 3600, 14400];
const refused = (name: string, answer: PeerAnswer): Case => ({
  name,
  answer,
  knocks: 1,
  state: 'refused',
  gaps: [],
});
const CASES: Case[] = [
  refused('410', { status: 410 }),
  refused('404', { status: 404 }),
  refused('403', { status: 403 }),
  refused('501', { status: 501 }),
  refused('301', { status: 301, headers: { location: '/elsewhere' } }),
  { name: '401', answer: { status: 401 }, knocks: 2, state: 'waiting', gaps: STUCK },
  { name: '408', answer: { status: 408 }, knocks: 1, state: 'waiting', gaps: STUCK },
  { name: '500', answer: { status: 500 }, knocks: 1, state: 'waiting', gaps: STUCK },
  {
    name: '429 Retry-After 400',
    answer: { status: 429, headers: { 'retry-after': '400' } },
    knocks: 1,
    state: 'waiting',
    gaps: [400, 400, 400, 600, 400, 400],
  },
  {
    name: '503 Retry-After 7200',
    answer: { status: 503, headers: { 'retry-after': '7200' } },
    knocks: 1,
    state: 'waiting',
    gaps: [7200, 7200],
  },
  { name: 'cut', answer: 'cut', knocks: 1, state: 'waiting', gaps: AWAY },
];

/** Every kind of answer to a delivery, watched for hours that are moved on in the tables. */
export const refusals: Fault = {
  id: 'F7',
  fault: 'inboxes that answer 410, 404, 401, 429 with Retry-After, 301, 500 …',
  invariant:
    'what is final is tried once; what may pass is tried again with growing pauses, Retry-After is obeyed',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(CASES.length + 1));
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
  const node = await NodeProcess.start(school.settings);
  for (const host of peer.hosts)
    await peer.follow(peer.actor('follower', host), school.inbox, school.ruth.uri);
  const flawed = peer.hosts[CASES.length] as string;
  await peer.follow(peer.actor('loner', flawed, true), school.inbox, school.ruth.uri);
  await hiccup(school, peer, flawed, findings);
  await untilQuiet(school, 60);
  const cases = new Map(CASES.map((one, index) => [peer.hosts[index] as string, one]));
  peer.answer = ({ host }) => cases.get(host)?.answer ?? { status: 202 };
  const mark = peer.arrivals.length;
  const [id] = await drafts(school, 1);
  await publishStory(school.ctx, school.ruth.id, id as string, aStory('Seven silent seconds'), READ_THROUGH);
  const end = Date.now() + 30_000;
  while (new Set(peer.arrivals.slice(mark).map(({ host }) => host)).size <= CASES.length && Date.now() < end)
    await new Promise((done) => setTimeout(done, 20));

  const told: string[] = [];
  await Promise.all(
    [...cases].map(async ([host, { name, knocks, state, gaps }]) => {
      const wanted = quick ? gaps.slice(0, 2) : gaps;
      // a little less than the attempt that would come next
      const attempts = await travel(
        school,
        host,
        wanted.reduce((sum, gap) => sum + gap * 1.1, 1),
      );
      const requests = peer.arrivals.slice(mark).filter((one) => one.host === host && one.type === 'Create');
      const real = attempts.map((time, index) => time - (attempts[index - 1] ?? 0));
      for (const [index, gap] of wanted.entries()) {
        const seen = real[index] ?? 0;
        // the clock went on by itself for a moment
        findings.expect(
          seen >= gap - 5 && seen <= gap * 1.1 + 5,
          `${name}: attempt ${index + 2} came after ${seen.toFixed(0)} s, not ${gap} s`,
        );
      }
      const tries = requests.length / knocks;
      findings.expect(
        Number.isInteger(tries) && tries >= wanted.length + 1,
        `${name}: ${requests.length} requests for ${wanted.length + 1} attempts`,
      );
      if (state === 'refused') findings.expect(tries === 1, `${name} was tried ${tries} times`);
      if (knocks === 2)
        findings.expect(
          requests.every(({ headers }, index) => 'signature-input' in headers === (index % 2 === 1)),
          `${name}: the second knock has no other signature`,
        );
      const row = await sql<{ state: string; last_error: string | null }>`
        select d.state, d.last_error from delivery d join outgoing_activity a on a.id = d.activity_id where d.host = ${host} and a.type = 'Create' and a.object_uri like ${`%${id}`}`.execute(
        school.ctx.db,
      );
      findings.expect(row.rows[0]?.state === state, `${name}: the delivery is ${row.rows[0]?.state}`);
      findings.expect(
        (row.rows[0]?.last_error ?? '') !== '',
        `${name}: the delivery does not say what went wrong`,
      );
      findings.expect(
        requests.every(({ path }) => path === '/inbox'),
        `${name}: another address was asked`,
      );
      told.push(
        `${name} ${
          state === 'refused'
            ? '1 attempt'
            : `after ${real
                .slice(0, wanted.length)
                .map((gap) => gap.toFixed(0))
                .join(', ')} s`
        }`,
      );
    }),
  );
  await node.stop();
  return { figure: told.toSorted().join('; '), broken: findings.broken };
}

/** One answer goes wrong: what comes behind it in the same inbox waits for it. */
async function hiccup(school: School, peer: Peer, host: string, findings: Findings): Promise<void> {
  let once = true;
  peer.answer = (arrival) => {
    const wrong = once && arrival.host === host && arrival.path === '/inbox' && arrival.type === 'Create';
    if (wrong) once = false;
    return { status: wrong ? 500 : 202 };
  };
  const mark = peer.arrivals.length;
  const ids = await drafts(school, 3);
  for (const id of ids)
    await publishStory(school.ctx, school.ruth.id, id, aStory('Seven silent seconds'), READ_THROUGH);
  const creates = (path: string) =>
    peer.arrivals
      .slice(mark)
      .filter((one) => one.host === host && one.path === path && one.type === 'Create')
      .map(({ object }) => ids.findIndex((id) => object.endsWith(id)));
  await until(() => creates('/o/loner/inbox').length === 3);
  await toNextAttempt(school, host);
  await until(() => creates('/inbox').length === 4);
  findings.expect(
    creates('/inbox').join() === '0,0,1,2',
    `after one error an inbox got stories ${creates('/inbox').join()}`,
  );
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds() && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
}
