import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import type { Answer } from './support/ask.ts';
import { openCluster } from './support/cluster.ts';
import { followBack } from './support/colleague.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { poisonCorpus } from './support/poison-corpus.ts';
import { aStory, drafts, type School, schoolIn, untilQuiet, waiting } from './support/school.ts';

/** as in federation/inbox-worker.ts */
const MOST_ATTEMPTS = 12;

/** Messages that break something, each with a good signature, from people who are followed. */
export const poison: Fault = {
  id: 'F10',
  fault: 'five hundred messages that break a shape, a bound or a promise',
  invariant: `never an answer of 500 or more, never an end; each is done with after ${MOST_ATTEMPTS} attempts at most, and what comes behind it is read`,
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(quick ? 2 : 8));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer, quick ? 5 : 1);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, every: number): Promise<Verdict> {
  const findings = new Findings();
  const node = await NodeProcess.start(school.settings, true);
  const people = peer.hosts.map((host) => peer.actor('colleague', host));
  await Promise.all(people.map((one) => peer.follow(one, school.inbox, school.ruth.uri)));
  for (const one of people) await followBack(school, peer, one);
  const [id] = await drafts(school, 1);
  const story = await publishStory(school.ctx, school.ruth.id, id as string, aStory('Silence'), READ_THROUGH);
  if (!story.ok) throw new Error('the story could not be published');
  const byUri = new Map(people.map((one) => [one.uri, one]));
  const corpus = poisonCorpus([...byUri.keys()], story.uri).filter((_one, n) => n % every === 0);
  // the parser for other forms of JSON-LD is loaded when it is first needed, which takes a moment
  const [first] = people as [PeerActor];
  const seldom = { '@context': { as: 'https://www.w3.org/ns/activitystreams#' }, 'as:object': {} };
  await peer.send(first, school.inbox, { id: `${first.uri}/seldom`, type: 'Like', ...seldom });
  await untilQuiet(school, 60);
  await node.loopDelay();

  const answers: { name: string; answer: Answer }[] = [];
  for (let at = 0; at < corpus.length; at += 20) {
    const some = corpus.slice(at, at + 20).map(async ({ name, body, actor }) => ({
      name,
      answer: await peer.sendBytes(byUri.get(actor) as PeerActor, school.inbox, body),
    }));
    answers.push(...(await Promise.all(some)));
  }
  findings.none(
    'were answered 500 or more',
    answers
      .filter(({ answer }) => answer.status >= 500)
      .map(({ name, answer }) => `${name}: ${answer.status}`),
  );
  // something good behind it all
  for (const one of people)
    await peer.send(one, school.inbox, { id: `${one.uri}/good`, type: 'Like', object: story.uri });
  await untilRead(school, findings);
  const loop = await node.loopDelay();

  const ends = await sql<{ state: string; n: number; most: number; silent: number }>`
    select state, count(*)::int as n, max(attempts) as most, count(*) filter (where coalesce(outcome, '') = '')::int as silent
    from inbox_activity group by state order by state`.execute(school.ctx.db);
  const of = (state: string): number => ends.rows.find((row) => row.state === state)?.n ?? 0;
  findings.expect(
    ends.rows.every(({ most }) => most <= MOST_ATTEMPTS),
    `there were ${Math.max(...ends.rows.map(({ most }) => most))} attempts`,
  );
  findings.expect(
    ends.rows.every(({ silent }) => silent === 0),
    'some do not say what became of them',
  );
  findings.expect(of('dead') > 0, 'nothing became a dead letter');
  const liked = await sql<{ n: number }>`
    select count(*)::int as n from inbox_activity where uri like '%/good' and outcome = 'appreciated'`.execute(
    school.ctx.db,
  );
  findings.expect(
    liked.rows[0]?.n === people.length,
    `${liked.rows[0]?.n} of ${people.length} good ones were read`,
  );
  const said = `${node.out}\n${node.err}`.split('\n');
  findings.none(
    'lines of the log speak of an error',
    said.filter((line) => line.includes('"level":"ERROR"')),
  );
  const stopped = await node.stop();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}`);

  const statuses = Object.entries(Object.groupBy(answers, ({ answer }) => String(answer.status)));
  const figure = `${corpus.length} messages: answered ${statuses.map(([status, all]) => `${status} × ${all?.length}`).join(', ')}; of what was kept ${of('done')} had an effect, ${of('dropped')} none, ${of('dead')} given up after ${MOST_ATTEMPTS} attempts; loop late p99 ${loop.own.p99.toFixed(0)} ms, at most ${loop.own.max.toFixed(0)} ms`;
  return { figure, broken: findings.broken };
}

/** Waits until nothing waits in the inbox any more; pauses between attempts are skipped. */
async function untilRead(school: School, findings: Findings): Promise<void> {
  const end = Date.now() + 120_000;
  while ((await waiting(school)).inbox > 0) {
    if (Date.now() > end) {
      findings.expect(false, `${(await waiting(school)).inbox} were not done with after two minutes`);
      return;
    }
    await sql`update inbox_activity set due_at = now() where state = 'waiting' and due_at > now()`.execute(
      school.ctx.db,
    );
    await sql`select pg_notify('ajar_work', 'inbox')`.execute(school.ctx.db);
    await sleep(50);
  }
}
