import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { editStory } from '../../server/actions/edit-story.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer } from './support/peer.ts';
import { aStory, drafts, type School, schoolIn } from './support/school.ts';
import { shift, toNextAttempt, travel } from './support/travel.ts';

const DAY = 86_400;
const WEEK = 7 * DAY;

/** Three servers are away for days: one comes back, one comes back and speaks, one never does. Time is moved on in the tables. */
export const longAbsence: Fault = {
  id: 'F5',
  fault: 'other servers are away for days',
  invariant:
    'nothing is dropped before 7 days, all arrives in order after the return, few probes; after 7 days dead letters',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(3));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer, quick ? 3 : 20, quick ? DAY / 32 : 6.5 * DAY);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, stories: number, absence: number): Promise<Verdict> {
  const findings = new Findings();
  let node = await NodeProcess.start(school.settings);
  const [returning, speaking, gone] = peer.hosts as [string, string, string];
  for (const host of peer.hosts) {
    await peer.follow(peer.actor('follower', host), school.inbox, school.ruth.uri);
    await peer.follow(peer.actor('loner', host, true), school.inbox, school.ruth.uri);
  }
  const away = new Set(peer.hosts);
  peer.answer = ({ host }) => (away.has(host) ? 'cut' : { status: 202 });
  const due = await history(school, stories);

  const attempts = await Promise.all(peer.hosts.map((host) => travel(school, host, absence)));
  // a start looks for what is too old
  await node.stop();
  node = await NodeProcess.start(school.settings);
  for (const host of peer.hosts)
    findings.expect(
      (await states(school, host)) === `waiting ${due}`,
      `after ${days(absence)}: ${await states(school, host)}`,
    );
  const [tries, , triesOfGone] = attempts as [number[], number[], number[]];

  // one is back and waits to be asked, one speaks
  away.delete(returning);
  away.delete(speaking);
  const mark = peer.arrivals.length;
  const noticed = await toNextAttempt(school, returning);
  await until(() => delivered(peer, returning, mark) === due, 30);
  const spoke = performance.now();
  await peer.send(peer.actor('follower', speaking), school.inbox, {
    id: `http://${speaking}/sign-of-life`,
    type: 'Like',
    object: school.ruth.uri,
  });
  await until(() => delivered(peer, speaking, mark) === due, 30);
  const flushed = (performance.now() - spoke) / 1000;
  for (const host of [returning, speaking]) {
    // what has arrived is written down a moment later
    await until(async () => (await states(school, host)) === `delivered ${due}`, 20);
    findings.expect(
      (await states(school, host)) === `delivered ${due}`,
      `after the return of ${host}: ${await states(school, host)}`,
    );
    for (const path of ['/inbox', '/o/loner/inbox']) inOrder(peer, host, path, mark, findings);
  }

  const late = absence > DAY ? await travel(school, gone, WEEK + DAY, absence) : [];
  if (absence <= DAY) await shift(school, gone, WEEK);
  await node.stop();
  // what no attempt has buried is buried by the worker's round, at the start and every minute
  const next = await NodeProcess.start(school.settings);
  await until(async () => (await states(school, gone)) === `dead ${due}`, 20);
  findings.expect(
    (await states(school, gone)) === `dead ${due}`,
    `after eight days: ${await states(school, gone)}`,
  );
  const silent = await sql<{
    n: number;
  }>`select count(*)::int as n from delivery where state = 'dead' and last_error is null`.execute(
    school.ctx.db,
  );
  findings.expect(silent.rows[0]?.n === 0, `${silent.rows[0]?.n} dead letters do not say why`);
  await next.stop();

  const perDay = Object.values(Object.groupBy([...triesOfGone, ...late], (time) => Math.floor(time / DAY)));
  const figure = `${due} deliveries to each; ${days(absence)} away: 0 dropped, ${tries.length} attempts at most ${(Math.max(...gapsOf(tries)) / 60).toFixed(0)} min apart; back: noticed after ${(noticed / 60).toFixed(0)} min, by a sign of life all delivered in ${flushed.toFixed(1)} s; never back: ${perDay.map((day) => day?.length).join(' + ')} attempts a day, then ${due} dead letters`;
  return { figure, broken: findings.broken };
}

/** Stories, an edit and a take-back while the others are away. @returns how many deliveries that makes for each host */
async function history(school: School, stories: number): Promise<number> {
  const ids = await drafts(school, stories);
  for (const id of ids)
    await publishStory(school.ctx, school.ruth.id, id, aStory('Seven silent seconds'), READ_THROUGH);
  await until(async () => (await activities(school)).create === stories, 20);
  await editStory(
    school.ctx,
    school.ruth.id,
    ids[0] as string,
    aStory('Eight silent seconds'),
    '',
    READ_THROUGH,
  );
  await takeBackWork(school.ctx, school.ruth.id, ids[1] as string, 'mistake');
  await until(async () => (await activities(school)).waiting === 0, 20);
  const result = await sql<{
    n: number;
  }>`select count(*)::int as n from delivery where state = 'waiting' group by host`.execute(school.ctx.db);
  if (new Set(result.rows.map(({ n }) => n)).size !== 1)
    throw new Error('the three hosts do not have the same to expect');
  return result.rows[0]?.n as number;
}

async function activities(school: School): Promise<{ create: number; waiting: number }> {
  const result = await sql<{ create: number; waiting: number }>`
    select (select count(*)::int from outgoing_activity where type = 'Create') as create,
      (select count(*)::int from outgoing_event where done_at is null) as waiting`.execute(school.ctx.db);
  return result.rows[0] as { create: number; waiting: number };
}

/** `waiting 12`, or `delivered 10, dead 2`; the answers to the follows are left out, and what was taken back before it left */
async function states(school: School, host: string): Promise<string> {
  const result = await sql<{ state: string; n: number }>`
    select d.state, count(*)::int as n from delivery d join outgoing_activity a on a.id = d.activity_id
    where d.host = ${host} and a.type <> 'Accept'
      and d.last_error is distinct from 'taken back before it was sent' group by d.state order by d.state`.execute(
    school.ctx.db,
  );
  return result.rows.map(({ state, n }) => `${state} ${n}`).join(', ');
}

const delivered = (peer: Peer, host: string, mark: number): number =>
  new Set(
    peer.arrivals
      .slice(mark)
      .filter((one) => one.host === host)
      .map(({ id, path }) => `${path} ${id}`),
  ).size;

/** In one inbox: each thing's Create before its Update before its Delete, and stories in the order of their publication. */
function inOrder(peer: Peer, host: string, path: string, mark: number, findings: Findings): void {
  const got = peer.arrivals.slice(mark).filter((one) => one.host === host && one.path === path);
  for (const [object, all] of Map.groupBy(got, (one) => one.object)) {
    const types = all.map(({ type }) => type).filter((type) => ['Create', 'Update', 'Delete'].includes(type));
    const sorted = types.toSorted((a, b) => RANK[a as keyof typeof RANK] - RANK[b as keyof typeof RANK]);
    findings.expect(types.join() === sorted.join(), `${host}${path} got ${types.join(', ')} of ${object}`);
  }
  const creates = got.filter(({ type }) => type === 'Create').map(({ json }) => String(json.published));
  findings.expect(
    creates.join() === creates.toSorted().join(),
    `${host}${path} got the stories out of order`,
  );
}

const RANK = { Create: 0, Update: 1, Delete: 2 };
const gapsOf = (times: number[]): number[] => times.map((time, index) => time - (times[index - 1] ?? 0));
const days = (seconds: number): string => `${seconds / DAY} days`;

async function until(holds: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds()) && Date.now() < end) await sleep(20);
}
