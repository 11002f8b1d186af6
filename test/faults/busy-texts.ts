import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { ask } from './support/ask.ts';
import { openCluster } from './support/cluster.ts';
import { anObject, followBack } from './support/colleague.ts';
import { drillFolder } from './support/folder.ts';
import { HEAVY_BODIES, HEAVY_HTML, HEAVY_MARKDOWN } from './support/heavy-texts.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer } from './support/peer.ts';
import { aStory, drafts, type School, Session, schoolIn, untilQuiet } from './support/school.ts';

const KEYS = ['where', 'how', 'students', 'why', 'next', 'free'];
const MOST_MS = 50;

/** Other servers and a teacher send the texts that take longest to read, all at once, while somebody reads pages. */
export const busyTexts: Fault = {
  id: 'F20',
  fault: 'HTML, Markdown and JSON at their caps that take longest to read, many at once',
  invariant: `all are answered and stored; the event loop is never late: p99 below ${MOST_MS} ms`,
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(1));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer, quick ? 1 : 5, quick);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, rounds: number, quick: boolean): Promise<Verdict> {
  const findings = new Findings();
  const node = await NodeProcess.start(school.settings, true);
  const colleague = peer.actor('colleague');
  await peer.follow(colleague, school.inbox, school.ruth.uri);
  await followBack(school, peer, colleague);
  const [id] = await drafts(school, 1);
  const story = await publishStory(
    school.ctx,
    school.ruth.id,
    id as string,
    aStory('A quiet one'),
    READ_THROUGH,
  );
  if (!story.ok) throw new Error('the story could not be published');
  await untilQuiet(school, 60);
  const session = await Session.open(school);
  const page = story.url;
  await reading(page, sleep(500), findings);
  await node.loopDelay();
  await reading(page, sleep(quick ? 200 : 3_000), findings);
  const calm = await node.loopDelay();

  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const busy = Promise.all([send(school, peer, story.uri, round, findings), write(session, findings)]).then(
      () => untilQuiet(school, 120),
    );
    times.push(...(await reading(page, busy, findings)));
  }
  const loop = await node.loopDelay();
  const held = await sql<{ works: number; replies: number }>`
    select (select count(*)::int from work where host is not null) as works,
      (select count(*)::int from reply where host is not null) as replies`.execute(school.ctx.db);
  const wanted = {
    works: rounds * (HEAVY_MARKDOWN.length + HEAVY_HTML.length),
    replies: rounds * HEAVY_HTML.length,
  };
  findings.expect(
    JSON.stringify(held.rows[0]) === JSON.stringify(wanted),
    `stored are ${JSON.stringify(held.rows[0])} instead of ${JSON.stringify(wanted)}`,
  );
  if (!quick)
    findings.expect(loop.own.p99 < MOST_MS, `the loop was late by ${loop.own.p99.toFixed(0)} ms (p99)`);
  const stopped = await node.stop();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}`);
  const texts = rounds * (2 * HEAVY_HTML.length + 2 * HEAVY_MARKDOWN.length + HEAVY_BODIES.length);
  const figure = `${texts} texts: the loop late p99 ${loop.own.p99.toFixed(0)} ms, at most ${loop.own.max.toFixed(0)} ms by its own work (${loop.p99.toFixed(0)} and ${loop.max.toFixed(0)} ms with what else ran on the machine; p99 without the texts ${calm.p99.toFixed(0)} ms); a page meanwhile p95 ${p95(times).toFixed(0)} ms`;
  return { figure, broken: findings.broken };
}

/** Replies, articles and stories of somebody who is followed, and bodies that are nothing. */
async function send(
  school: School,
  peer: Peer,
  about: string,
  round: number,
  findings: Findings,
): Promise<void> {
  const colleague = peer.actor('colleague');
  const create = (kind: 'work' | 'reply', n: number, more: Record<string, unknown>) => {
    const id = `${colleague.uri}/${kind}/${round}-${Object.keys(more).length}-${n}`;
    const object = { ...anObject(kind, id, colleague, about, 1), ...more };
    return peer.send(colleague, school.inbox, { id: `${id}/create`, type: 'Create', object });
  };
  const answers = await Promise.all([
    ...HEAVY_HTML.flatMap((content, n) => [create('reply', n, { content }), create('work', n, { content })]),
    ...HEAVY_MARKDOWN.map((markdown, n) => {
      const sections = KEYS.map((key) => ({ key, markdown }));
      return create('work', n, { 'tp:kind': 'story', 'tp:sections': sections });
    }),
  ]);
  findings.none(
    'texts were not taken',
    answers.filter(({ status }) => status !== 202).map(({ status, text }) => `${status} ${text}`),
  );
  const refused = await Promise.all(
    HEAVY_BODIES.map((body) =>
      ask(school.inbox, { method: 'POST', headers: { 'content-type': 'application/activity+json' }, body }),
    ),
  );
  findings.none(
    'bodies were not refused',
    refused
      .filter(({ status }) => status < 400 || status > 499)
      .map(({ status, text }) => `${status} ${text}`),
  );
}

/** Ruth saves drafts of the same kind, and looks at one. */
async function write(session: Session, findings: Findings): Promise<void> {
  for (const markdown of HEAVY_MARKDOWN) {
    const text = Object.fromEntries(KEYS.map((key) => [key, markdown]));
    const answer = await session.post('/write/story/autosave', { title: 'Much', ...text });
    findings.expect(answer.status === 200, `a draft was answered ${answer.status}`);
  }
}

/** Reads a page again and again until `done`. @returns milliseconds that each took */
async function reading(page: string, done: Promise<unknown>, findings: Findings): Promise<number[]> {
  const times: number[] = [];
  let over = false;
  const end = done.finally(() => {
    over = true;
  });
  while (!over) {
    const before = performance.now();
    const { status } = await ask(page);
    times.push(performance.now() - before);
    findings.expect(status === 200, `a page was answered ${status}`);
    await sleep(20);
  }
  await end;
  return times;
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}
