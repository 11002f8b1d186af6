import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { freePort } from '../support/free-port.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { ask } from './support/ask.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { type Arrival, addresses, Peer } from './support/peer.ts';
import { drafts, type School, Session, schoolIn } from './support/school.ts';
import { toNextAttempt } from './support/travel.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** how far a sender's clock is from the node's, and whether it is believed */
const SENDERS: readonly (readonly [name: string, ms: number, believed: boolean])[] = [
  ['−13 h', -13 * HOUR, false],
  ['−2 h', -2 * HOUR, false],
  ['−61 min', -61 * MINUTE, false],
  ['−58 min', -58 * MINUTE, true],
  ['0', 0, true],
  ['+58 min', 58 * MINUTE, true],
  ['+61 min', 61 * MINUTE, false],
  ['+2 h', 2 * HOUR, false],
  ['+13 h', 13 * HOUR, false],
];
/** what the node's own clock does, one after the other: forward, and back again */
const MOVES = [2 * HOUR, -2 * HOUR, 13 * HOUR, -13 * HOUR, 0];

/** The clocks of other servers are wrong, then the node's own is, and jumps. The database keeps its time. */
export const wrongClock: Fault = {
  id: 'F9',
  fault: 'clocks that are two or thirteen hours wrong, of others and the node’s own; it steps back',
  invariant:
    'outside an hour 401 with the reason; what others did not take arrives when the clock is right; ids and pages stay in order; nothing is sent twice, since leases go by the database',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(3));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer, quick ? 2 : 8);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, stories: number): Promise<Verdict> {
  const findings = new Findings();
  const node = await NodeProcess.start(school.settings, true);
  for (const host of peer.hosts)
    await peer.follow(peer.actor('follower', host), school.inbox, school.ruth.uri);
  const session = await Session.open(school);
  const told = await senders(school, peer, findings);

  // the others believe nobody whose clock is more than an hour from theirs
  const isRight = ({ headers }: Arrival) => Math.abs(Date.parse(String(headers.date)) - Date.now()) <= HOUR;
  peer.answer = (arrival) => ({ status: isRight(arrival) ? 202 : 401, afterMs: 200 });
  const published: string[] = [];
  const made: string[] = [];
  for (const ms of MOVES) {
    await node.moveClock(ms);
    const answer = await like(peer, school, `moved-${ms}`, 0);
    findings.expect(
      answer.status === (ms === 0 ? 202 : 401),
      `with the node's clock off by ${ms / HOUR} h a right signature was answered ${answer.status}`,
    );
    const page = await session.get('/');
    findings.expect(page.status === 200, `a page was answered ${page.status} at ${ms / HOUR} h`);
    const draft = await session.draft(`At ${ms}`);
    if ('id' in draft) made.push(draft.id);
    else findings.expect(false, `a draft was answered ${draft.status} at ${ms / HOUR} h`);
    for (const id of await drafts(school, stories, `At ${ms / HOUR}`)) {
      const pressed = await session.publish(id);
      findings.expect(pressed.status === 303, `publishing was answered ${pressed.status} at ${ms / HOUR} h`);
      published.push(id);
    }
    await until(async () => (await undone(school)).events === 0);
    const early = peer.arrivals.filter((one) => one.type === 'Create' && isRight(one)).length;
    findings.expect(ms === 0 || early === 0, `${early} stories were taken with a wrong clock`);
  }
  findings.expect(
    made.join() === made.toSorted().join(),
    `ids that were made one after the other are out of order: ${made.join()}`,
  );
  // the clock is right again: what was not taken goes out at its next attempt
  for (const host of peer.hosts) await toNextAttempt(school, host);
  await until(async () => (await undone(school)).deliveries === 0);
  const left = await undone(school);
  findings.expect(left.deliveries === 0, `${left.deliveries} deliveries never arrived`);
  const listed = await outbox(school);
  findings.expect(
    listed.length === new Set(listed).size && published.every((id) => listed.some((uri) => uri.includes(id))),
    `the pages of the outbox list ${listed.length} of ${published.length} stories`,
  );
  const twice = await besideAnother(school, peer, node, session, stories, findings);
  await node.stop();
  const figure = `senders believed: ${told}; ${published.length} stories published at ${MOVES.map((ms) => `${ms / HOUR} h`).join(', ')}: 0 lost, all taken once the clock was right; ids in order; beside a process 13 h ahead or behind ${twice} stories sent twice`;
  return { figure, broken: findings.broken };
}

/** Signatures of senders whose clocks are wrong. */
async function senders(school: School, peer: Peer, findings: Findings): Promise<string> {
  const told: string[] = [];
  for (const [name, ms, believed] of SENDERS) {
    const answer = await like(peer, school, name, ms);
    findings.expect(
      answer.status === (believed ? 202 : 401),
      `a sender's clock off by ${name} was answered ${answer.status}`,
    );
    if (!believed)
      findings.expect(
        answer.text.includes('the date is missing or more than an hour away'),
        `a sender's clock off by ${name} is told: ${answer.text}`,
      );
    told.push(`${name} ${answer.status}`);
  }
  return told.join(', ');
}

function like(peer: Peer, school: School, name: string, ms: number) {
  const from = peer.actor('follower');
  const id = `${from.uri}/likes/${encodeURIComponent(name)}`;
  const json = { '@context': 'https://www.w3.org/ns/activitystreams', id, type: 'Like', actor: from.uri };
  const body = JSON.stringify({ ...json, object: school.ruth.uri });
  return peer.sendBytes(from, school.inbox, body, new Date(Date.now() + ms));
}

/**
 * A second process of the node works beside one whose clock is far ahead, then far behind. Were its leases measured by
 * that clock, they would seem to have ended, or never to end. @returns how many activities came twice
 */
async function besideAnother(
  school: School,
  peer: Peer,
  node: NodeProcess,
  session: Session,
  stories: number,
  findings: Findings,
): Promise<number> {
  const port = String(await freePort());
  const second = await NodeProcess.start({ ...school.settings, PORT: port, ORIGIN: school.origin });
  peer.answer = () => ({ status: 202, afterMs: 300 });
  const mark = peer.arrivals.length;
  for (const ms of [13 * HOUR, -13 * HOUR]) {
    await node.moveClock(ms);
    for (const id of await drafts(school, stories, `Beside ${ms / HOUR}`)) await session.publish(id);
    await until(async () => {
      const { events, deliveries } = await undone(school);
      return events + deliveries === 0;
    });
  }
  const left = await undone(school);
  findings.expect(left.deliveries === 0, `${left.deliveries} deliveries never ended beside a wrong clock`);
  const came = peer.arrivals.slice(mark).map(({ host, path, id }) => `${host}${path} ${id}`);
  const twice = came.length - new Set(came).size;
  findings.expect(came.length > 0 && twice === 0, `${twice} of ${came.length} activities came twice`);
  await second.stop();
  return twice;
}

async function undone(school: School): Promise<{ events: number; deliveries: number }> {
  const found = await sql<{ events: number; deliveries: number }>`
    select (select count(*)::int from outgoing_event where done_at is null) as events,
      (select count(*)::int from delivery where state = 'waiting') as deliveries`.execute(school.ctx.db);
  return found.rows[0] as { events: number; deliveries: number };
}

/** What all pages of Ruth's outbox list, in their order. */
async function outbox(school: School): Promise<string[]> {
  const listed: string[] = [];
  const get = async (address: string) =>
    JSON.parse((await ask(address, { headers: { accept: 'application/activity+json' } })).text);
  let next: string | undefined = (await get(`${school.ruth.uri}/outbox`)).first;
  while (next && listed.length < 1_000) {
    const page: { orderedItems: (string | { object: string | { id: string } })[]; next?: string } =
      await get(next);
    for (const item of page.orderedItems) listed.push(JSON.stringify(item));
    next = page.next;
  }
  return listed;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await holds()) && Date.now() < end) await sleep(50);
}
