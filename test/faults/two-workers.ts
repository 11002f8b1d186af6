import { sql } from 'kysely';
import { editStory } from '../../server/actions/edit-story.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { freePort } from '../support/free-port.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { anObject } from './support/colleague.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { anOpenStory, aStory, drafts, type School, schoolIn, untilQuiet } from './support/school.ts';

interface Size {
  hosts: number;
  stories: number;
  senders: number;
  each: number;
  /** one worker is killed in the middle; what it had in hand is free again when its leases end */
  kill: boolean;
}

/** Two worker processes beside one for the web, all on one database, with much to do in both directions. */
export const twoWorkers: Fault = {
  id: 'F18',
  fault: 'two workers and a web process on one database; then one worker is killed in the middle',
  invariant:
    'each delivery is sent once and in order, each activity has its effect once; a killed worker loses nothing',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    try {
      const verdicts: Verdict[] = [];
      const sizes: Size[] = quick
        ? [{ hosts: 5, stories: 6, senders: 3, each: 20, kill: false }]
        : [
            { hosts: 40, stories: 25, senders: 10, each: 100, kill: false },
            { hosts: 40, stories: 25, senders: 10, each: 100, kill: true },
          ];
      for (const [index, size] of sizes.entries())
        verdicts.push(await round(await cluster.database(`pine${index}`), size));
      return {
        figure: verdicts.map(({ figure }) => figure).join('; '),
        broken: verdicts.flatMap(({ broken }) => broken),
      };
    } finally {
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function round(databaseUrl: string, size: Size): Promise<Verdict> {
  const peer = await Peer.open(addresses(size.hosts + size.senders));
  const school = await schoolIn(databaseUrl);
  try {
    return await drill(school, peer, size);
  } finally {
    await school.close();
    await peer.close();
  }
}

async function drill(school: School, peer: Peer, size: Size): Promise<Verdict> {
  const findings = new Findings();
  const worker = async () =>
    NodeProcess.start({
      ...school.settings,
      PORT: String(await freePort()),
      ORIGIN: school.origin,
      ROLE: 'worker',
    });
  const web = await NodeProcess.start({ ...school.settings, ROLE: 'web' });
  const [one, two] = await Promise.all([worker(), worker()]);
  const followers = peer.hosts.slice(0, size.hosts).map((host) => peer.actor('follower', host));
  const senders = peer.hosts.slice(size.hosts).map((host) => peer.actor('sender', host));
  await Promise.all(
    [...followers, ...senders].map((actor) => peer.follow(actor, school.inbox, school.ruth.uri)),
  );
  const [first] = await drafts(school, 1);
  const story = await publishStory(
    school.ctx,
    school.ruth.id,
    first as string,
    anOpenStory('Seven silent seconds'),
    READ_THROUGH,
  );
  if (!story.ok) throw new Error('the story could not be published');
  await untilQuiet(school, 60);

  const mark = peer.arrivals.length;
  const before = performance.now();
  const [ids, sent] = await Promise.all([
    write(school, size.stories),
    Promise.all(senders.map((from) => speak(peer, school, from, story.uri, size.each))),
  ]);
  if (size.kill) {
    const half = size.hosts * size.stories;
    while (peer.arrivals.length - mark < half) await new Promise((done) => setTimeout(done, 5));
    await two.kill();
  }
  await untilQuiet(school, 200);
  const seconds = (performance.now() - before) / 1000;

  const activities = await sql<{ uri: string; inbox: string }>`
    select a.uri, d.inbox from delivery d join outgoing_activity a on a.id = d.activity_id where d.state = 'delivered' and a.object_uri = any(${ids.map((id) => `${school.origin}/ap/objects/${id}`)}::text[])`.execute(
    school.ctx.db,
  );
  const twice = deliveries(peer, mark, activities.rows, ids, school, size, findings);
  const inbox = await effects(school, sent.flat(), findings);
  for (const node of [web, one, ...(size.kill ? [] : [two])]) {
    const stopped = await node.stop();
    findings.expect(stopped.code === 0, `a process ended with ${stopped.code}: ${node.err.slice(-300)}`);
  }
  if (!size.kill) findings.expect(twice === 0, `${twice} deliveries were sent twice`);
  const figure = `${size.kill ? 'one worker killed: ' : ''}${activities.rows.length} deliveries (${twice} sent twice) and ${inbox} activities in ${seconds.toFixed(1)} s`;
  return { figure, broken: findings.broken };
}

/** Publishes stories and changes each at once, so that order shows. @returns their ids */
async function write(school: School, stories: number): Promise<string[]> {
  const ids = await drafts(school, stories);
  for (const id of ids) {
    await publishStory(school.ctx, school.ruth.id, id, aStory('Seven silent seconds'), READ_THROUGH);
    await editStory(school.ctx, school.ruth.id, id, aStory('Eight silent seconds'), '', READ_THROUGH);
  }
  return ids;
}

/** Replies, each changed right after: the changed words must win. Sent one by one, so that they arrive in this order. */
async function speak(
  peer: Peer,
  school: School,
  from: PeerActor,
  story: string,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count / 2; n++) {
    const id = `${from.uri}/notes/${n}`;
    ids.push(id);
    for (const [type, version] of [
      ['Create', 1],
      ['Update', 2],
    ] as const) {
      const answer = await peer.send(from, school.inbox, {
        id: `${id}#${type}`,
        type,
        object: anObject('reply', id, from, story, version),
      });
      if (answer.status !== 202) throw new Error(`an activity was answered ${answer.status} ${answer.text}`);
    }
  }
  return ids;
}

/** @returns how many were sent more than once */
function deliveries(
  peer: Peer,
  mark: number,
  made: readonly { uri: string; inbox: string }[],
  ids: readonly string[],
  school: School,
  size: Size,
  findings: Findings,
): number {
  const arrivals = peer.arrivals
    .slice(mark)
    .filter(({ object }) => ids.some((id) => object === `${school.origin}/ap/objects/${id}`));
  const keyOf = (inbox: string, id: string) => `${inbox} ${id}`;
  const seen = new Map<string, number>();
  for (const { host, path, id } of arrivals)
    seen.set(keyOf(`http://${host}${path}`, id), (seen.get(keyOf(`http://${host}${path}`, id)) ?? 0) + 1);
  findings.none(
    'deliveries never arrived',
    made.filter(({ inbox, uri }) => !seen.has(keyOf(inbox, uri))),
  );
  findings.expect(made.length >= size.hosts * size.stories * 2, `${made.length} deliveries were made`);
  for (const [inbox, all] of Map.groupBy(arrivals, ({ host, path }) => `${host}${path}`)) {
    const firsts = [...new Map(all.toReversed().map((one) => [one.id, one])).values()].sort(
      (a, b) => all.indexOf(a) - all.indexOf(b),
    );
    const order = firsts
      .filter(({ type }) => type === 'Create' || type === 'Update')
      .map(
        ({ object, type }) => ids.findIndex((id) => object.endsWith(id)) * 2 + (type === 'Create' ? 0 : 1),
      );
    findings.expect(
      order.every((place, index) => index === 0 || place > (order[index - 1] as number)),
      `${inbox} got things out of order: ${order.join(' ')}`,
    );
  }
  return [...seen.values()].filter((times) => times > 1).length;
}

/** @returns how many activities were handled */
async function effects(school: School, ids: readonly string[], findings: Findings): Promise<number> {
  const { db } = school.ctx;
  const replies = await db
    .selectFrom('reply')
    .select(['uri', 'html'])
    .where('uri', 'in', [...ids])
    .execute();
  const notices = await db
    .selectFrom('notice')
    .select('object_uri')
    .where('object_uri', 'in', [...ids])
    .execute();
  const done = await sql<{
    n: number;
    tries: number;
  }>`select count(*)::int as n, coalesce(sum(attempts), 0)::int as tries from inbox_activity where state = 'done' and type in ('Create', 'Update')`.execute(
    db,
  );
  findings.expect(replies.length === ids.length, `${replies.length} replies instead of ${ids.length}`);
  findings.expect(notices.length === ids.length, `${notices.length} notices instead of ${ids.length}`);
  findings.none(
    'replies with the words before they were changed',
    replies.filter(({ html }) => !html.includes('version 2')),
  );
  findings.expect(
    done.rows[0]?.n === ids.length * 2,
    `${done.rows[0]?.n} activities handled instead of ${ids.length * 2}`,
  );
  findings.expect(done.rows[0]?.tries === 0, `${done.rows[0]?.tries} failed attempts`);
  return done.rows[0]?.n ?? 0;
}
