import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { type Answer, codeOf } from './support/ask.ts';
import { type Cluster, openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer } from './support/peer.ts';
import { aStory, drafts, type School, Session, schoolIn, untilQuiet } from './support/school.ts';

const WRITERS = 8;

/** What the writers were told. */
interface Record {
  drafts: string[];
  activities: string[];
  /** answers by status or error */
  answers: Map<string, number>;
  /** times of acknowledgements, as `performance.now()` */
  times: number[];
}

/** PostgreSQL crashes and comes back while people and other servers write. */
export const databaseCrash: Fault = {
  id: 'F4',
  fault: 'PostgreSQL stops at once and starts again, under 8 writers',
  invariant: 'no acknowledged write is missing, the node lives on and answers 503 with Retry-After meanwhile',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(WRITERS / 2));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, cluster, peer, quick ? 1 : 5);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, cluster: Cluster, peer: Peer, crashes: number): Promise<Verdict> {
  const findings = new Findings();
  const node = await NodeProcess.start(school.settings);
  const session = await Session.open(school);
  const people = peer.hosts.map((host, index) => peer.actor(`colleague${index}`, host));
  for (const one of people) await peer.follow(one, school.inbox, school.ruth.uri);
  const [id] = await drafts(school, 1);
  const story = await publishStory(
    school.ctx,
    school.ruth.id,
    id as string,
    aStory('Seven silent seconds'),
    READ_THROUGH,
  );
  if (!story.ok) throw new Error('the story could not be published');

  const record: Record = { drafts: [], activities: [], answers: new Map(), times: [] };
  let writing = true;
  const note = (answer: Answer | { code: string }) => {
    const key =
      'code' in answer
        ? answer.code
        : answer.status === 503 && !answer.headers['retry-after']
          ? '503 without Retry-After'
          : String(answer.status);
    record.answers.set(key, (record.answers.get(key) ?? 0) + 1);
  };
  const writers = Array.from({ length: WRITERS }, async (_, index) => {
    const person = people[index % people.length] as (typeof people)[number];
    for (let n = 0; writing; n++) {
      try {
        if (index < people.length) {
          const kept = await session.draft(`Writer ${index} ${n}`);
          note('id' in kept ? { code: '303' } : kept);
          if ('id' in kept) acknowledge(record.drafts, kept.id);
        } else {
          const activity = { id: `${person.uri}/${index}-${n}`, type: 'Like', object: story.uri };
          const answer = await peer.send(person, school.inbox, activity);
          note(answer);
          if (answer.status === 202) acknowledge(record.activities, activity.id);
        }
      } catch (error) {
        note({ code: codeOf(error) });
      }
      await sleep(5);
    }
  });
  const acknowledge = (list: string[], what: string) => {
    list.push(what);
    record.times.push(performance.now());
  };

  const away: number[] = [];
  const restarts: number[] = [];
  for (let crash = 0; crash < crashes; crash++) {
    await sleep(1_000);
    const before = performance.now();
    await cluster.crash();
    await sleep(500 + Math.random() * 1_500);
    restarts.push(await cluster.start());
    const up = performance.now();
    while (!record.times.some((time) => time > up) && performance.now() - up < 20_000) await sleep(10);
    findings.expect(
      record.times.some((time) => time > up),
      'nothing was acknowledged in 20 s after the database was back',
    );
    away.push((record.times.find((time) => time > up) ?? up) - up);
    findings.expect(
      node.ended === null,
      `the node ended with ${node.ended} ${((performance.now() - before) / 1000).toFixed(1)} s after a crash: ${node.err.slice(-300)}`,
    );
  }
  await sleep(500);
  writing = false;
  await Promise.all(writers);
  await compare(school, record, findings);
  // what a worker had in hand when the database went away is its own for two minutes; time is moved on
  await sql`update inbox_activity set lease_until = now() where state = 'waiting' and lease_until is not null`.execute(
    school.ctx.db,
  );
  if (node.ended === null) await untilQuiet(school, 60);
  // and a node that is asked to stop while the database is away
  await cluster.crash();
  const stopped = await node.stop();
  await cluster.start();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}: ${node.err.slice(-300)}`);
  findings.expect(
    crashes === 1 || stopped.ms < 10_000,
    `without a database it took ${(stopped.ms / 1000).toFixed(1)} s to stop`,
  );
  findings.none(
    'answers of another kind',
    [...record.answers]
      .filter(([kind]) => !['202', '303', '503'].includes(kind))
      .map(([kind, count]) => `${kind} × ${count}`),
  );
  const acknowledged = record.drafts.length + record.activities.length;
  const figure = `${crashes} crashes, ${acknowledged} writes acknowledged, ${record.answers.get('503') ?? 0} answered 503; PostgreSQL back in at most ${(Math.max(...restarts) / 1000).toFixed(1)} s, first success at most ${(Math.max(...away) / 1000).toFixed(1)} s later; stopped without a database in ${(stopped.ms / 1000).toFixed(1)} s`;
  return { figure, broken: findings.broken };
}

async function compare(school: School, record: Record, findings: Findings): Promise<void> {
  const { db } = school.ctx;
  const works = new Set((await db.selectFrom('work').select('id').execute()).map(({ id }) => id));
  const rows = new Set((await db.selectFrom('inbox_activity').select('uri').execute()).map(({ uri }) => uri));
  findings.none(
    'acknowledged drafts missing',
    record.drafts.filter((id) => !works.has(id)),
  );
  findings.none(
    'activities answered 202 missing',
    record.activities.filter((uri) => !rows.has(uri)),
  );
}
