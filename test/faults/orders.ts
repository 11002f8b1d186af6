import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import type { Answer } from './support/ask.ts';
import { openCluster } from './support/cluster.ts';
import { anObject, askToFollow, followBack, type Kind, wordsOf } from './support/colleague.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { aStory, drafts, type School, schoolIn, untilQuiet } from './support/school.ts';

/** What happened to one thing, in the order of its causes, and what the node must show in the end. */
interface Life {
  name: string;
  /** what comes before all of them */
  begin?(from: PeerActor, mark: string): Promise<void>;
  /** makes the activities for a thing of its own */
  activities(from: PeerActor, mark: string): Activity[];
  from(mark: string): PeerActor;
  /** what is there, in words that are the same for the same state */
  state(from: PeerActor, mark: string): Promise<string>;
  wanted: string;
}

interface Activity {
  id: string;
  type: string;
  object: unknown;
}

/** Activities of one thing overtake each other on their way: all orders of each life are tried. */
export const orders: Fault = {
  id: 'F12',
  fault:
    'activities arrive in any order: Follow, Like, boost and their Undo; Create, Update, Update, Delete of works, replies, tries; Accept, Reject and Move',
  invariant: 'the final state is that of the causal order',
  async run() {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(2));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer): Promise<Verdict> {
  const findings = new Findings();
  const node = await NodeProcess.start(school.settings);
  const colleague = peer.actor('colleague');
  await peer.follow(colleague, school.inbox, school.ruth.uri);
  await followBack(school, peer, colleague);
  const [id] = await drafts(school, 1);
  const story = await publishStory(
    school.ctx,
    school.ruth.id,
    id as string,
    aStory('Seven silent seconds'),
    READ_THROUGH,
  );
  if (!story.ok) throw new Error('the story could not be published');

  const tried: { life: Life; order: string; from: PeerActor; mark: string }[] = [];
  for (const life of lives(school, peer, colleague, story.uri)) {
    for (const [index, order] of permutations(life.activities(colleague, 'x').map((_, at) => at)).entries()) {
      const mark = `${life.name.replaceAll(/\W+/g, '-')}-${index}`;
      const from = life.from(mark);
      await life.begin?.(from, mark);
      const activities = life.activities(from, mark);
      for (const at of order) {
        const answer = await patiently(() => peer.send(from, school.inbox, activities[at] as Activity));
        findings.expect(answer.status === 202, `${life.name}: answered ${answer.status} ${answer.text}`);
      }
      tried.push({ life, order: order.map((at) => activities[at]?.type).join(', '), from, mark });
    }
  }
  await untilQuiet(school, 120);
  let right = 0;
  for (const { life, order, from, mark } of tried) {
    const state = await life.state(from, mark);
    if (state === life.wanted) right += 1;
    else findings.broken.push(`${life.name} in the order ${order}: ${state} instead of ${life.wanted}`);
  }
  const stopped = await node.stop();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}`);
  return { figure: `${right} of ${tried.length} orders end as the causal one`, broken: findings.broken };
}

function lives(school: School, peer: Peer, colleague: PeerActor, story: string): Life[] {
  return [
    ...(['work', 'reply', 'try'] as const).flatMap((kind) => [
      words(school, colleague, story, kind, true),
      words(school, colleague, story, kind, false),
    ]),
    undone(school, peer, 'Follow', school.ruth.uri),
    undone(school, peer, 'Like', story),
    undone(school, peer, 'Announce', story),
    followed(school, peer, 'Reject'),
    followed(school, peer, 'Move'),
  ];
}

/** One person sends more than a person does: they come again when they are asked to. */
async function patiently(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send();
    if (answer.status !== 429) return answer;
    await sleep(1_000 * Number(answer.headers['retry-after'] ?? 1));
  }
}

const TABLES = { work: 'work', reply: 'reply', try: 'adaptation' } as const;

/** Something written, changed twice, and perhaps taken back. */
function words(school: School, colleague: PeerActor, story: string, kind: Kind, takenBack: boolean): Life {
  const uri = (mark: string) => `${colleague.uri}/things/${mark}`;
  return {
    name: `${kind} ${takenBack ? 'taken back' : 'changed'}`,
    from: () => colleague,
    activities(from, mark) {
      const object = (version: number) => anObject(kind, uri(mark), from, story, version);
      const all: Activity[] = [
        { id: `${uri(mark)}#create`, type: 'Create', object: object(1) },
        { id: `${uri(mark)}#update-2`, type: 'Update', object: object(2) },
        { id: `${uri(mark)}#update-3`, type: 'Update', object: object(3) },
      ];
      if (takenBack)
        all.push({ id: `${uri(mark)}#delete`, type: 'Delete', object: { id: uri(mark), type: 'Tombstone' } });
      return all;
    },
    async state(_, mark) {
      const rows = await sql<{
        state: string;
        html: string;
      }>`select state, html from ${sql.table(TABLES[kind])} where uri = ${uri(mark)}`.execute(school.ctx.db);
      const row = rows.rows[0];
      if (!row || ['purged', 'withdrawn', 'removed'].includes(row.state))
        return row?.html ? 'taken back, and its words are still there' : 'nothing';
      return [1, 2, 3].filter((version) => row.html.includes(wordsOf(version))).join() || 'other words';
    },
    wanted: takenBack ? 'nothing' : '3',
  };
}

/** Something done to one of ours and undone; each time by somebody else, since it can be done once. */
function undone(school: School, peer: Peer, type: 'Follow' | 'Like' | 'Announce', about: string): Life {
  return {
    name: `${type} undone`,
    from: (mark) => peer.actor(mark.toLowerCase(), peer.hosts[1]),
    activities(from, mark) {
      const done = { id: `${from.uri}/${mark}`, type, actor: from.uri, object: about };
      return [done, { id: `${from.uri}/${mark}#undo`, type: 'Undo', object: done }];
    },
    async state(from) {
      const rows = await sql<{ n: number }>`
        select (select count(*)::int from follow f join actor a on a.id = f.follower_id where a.uri = ${from.uri})
          + (select count(*)::int from appreciation p join actor a on a.id = p.actor_id where a.uri = ${from.uri}) as n`.execute(
        school.ctx.db,
      );
      return rows.rows[0]?.n === 0 ? 'nothing' : 'still there';
    },
    wanted: 'nothing',
  };
}

/** A follow of ours that somebody accepts; then they end it, or move to another account. */
function followed(school: School, peer: Peer, then: 'Reject' | 'Move'): Life {
  const asked = new Map<string, Record<string, unknown>>();
  const elsewhere = (from: PeerActor) => `${from.uri}-new`;
  return {
    name: `Follow accepted, then ${then}`,
    from: (mark) => peer.actor(mark.toLowerCase(), peer.hosts[1]),
    async begin(from, mark) {
      await peer.follow(from, school.inbox, school.ruth.uri);
      asked.set(mark, (await askToFollow(school, peer, from)).json);
      if (then !== 'Move') return;
      peer.more.set(from.uri, { movedTo: elsewhere(from) });
      peer.more.set(elsewhere(from), { alsoKnownAs: [from.uri] });
    },
    activities(from, mark) {
      const follow = asked.get(mark);
      const ends = then === 'Move' ? { object: from.uri, target: elsewhere(from) } : { object: follow };
      return [
        { id: `${from.uri}/yes`, type: 'Accept', object: follow },
        { id: `${from.uri}/then`, type: then, ...ends },
      ];
    },
    async state(from) {
      const rows = await sql<{ uri: string }>`
        select a.uri from follow f join actor a on a.id = f.followed_id
        where f.follower_id = ${school.ruth.id} and f.state <> 'rejected' and a.uri in (${from.uri}, ${elsewhere(from)})`.execute(
        school.ctx.db,
      );
      return (
        rows.rows.map(({ uri }) => (uri === from.uri ? 'the old one' : 'the new one')).join() || 'nobody'
      );
    },
    wanted: then === 'Move' ? 'the new one' : 'nobody',
  };
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) =>
    permutations(items.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}
