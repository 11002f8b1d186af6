import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { editStory } from '../../server/actions/edit-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { type Arrival, addresses, Peer } from './support/peer.ts';
import { aStory, drafts, embeddedSchool, type School, Session, untilQuiet } from './support/school.ts';

/** A story of the drill, and what was promised about it. */
interface Told {
  id: string;
  uri: string;
  published: boolean;
  /** the version of the last edit that was acknowledged */
  version: number;
  /** asked for; acknowledged when the answer came */
  takenBack: 'no' | 'asked' | 'yes';
}

const A_ROUND = 3;
/** what a story becomes; other activities about it have no place in this order */
const TYPES = new Set(['Create', 'Update', 'Delete']);

/** The node is killed around the moment when stories are published, changed and taken back. */
export const publishKill: Fault = {
  id: 'F1',
  fault: 'kill -9 of the node between Publish and the delivery (with F2: also mid-delivery)',
  invariant:
    'every acknowledged story, edit and take-back reaches every inbox, in order, with one activity id each; story ⇔ event',
  async run(quick) {
    const folder = await drillFolder();
    const peer = await Peer.open(addresses(2));
    peer.delay = () => Math.random() * 25;
    peer.answer = () => ({ status: 202, afterMs: Math.random() * 25 });
    const school = await embeddedSchool(join(folder.path, 'data'));
    try {
      return await drill(school, peer, quick ? 3 : 50);
    } finally {
      await school.close();
      await peer.close();
      await folder.remove();
    }
  },
};

async function drill(school: School, peer: Peer, rounds: number): Promise<Verdict> {
  const findings = new Findings();
  let node = await NodeProcess.start(school.settings);
  const session = await Session.open(school);
  for (const host of peer.hosts)
    await peer.follow(peer.actor('follower', host), school.inbox, school.ruth.uri);
  // a third inbox, on a host that has two
  await peer.follow(peer.actor('loner', peer.hosts[0], true), school.inbox, school.ruth.uri);
  const told: Told[] = [];
  const startedIn: number[] = [];
  let unanswered = 0;
  for (let round = 0; round < rounds; round++) {
    const fresh = (await drafts(school, A_ROUND, `Round ${round}`)).map((id) => ({
      id,
      uri: `${school.origin}/ap/objects/${id}`,
      published: false,
      version: 1,
      takenBack: 'no' as const,
    }));
    const pressed = [...fresh.map((story) => publish(session, story)), ...changes(school, session, told)];
    await sleep(Math.random() * 300);
    await node.kill();
    unanswered += (await Promise.all(pressed)).filter((answered) => !answered).length;
    await compare(school, fresh, findings);
    node = await NodeProcess.start(school.settings);
    startedIn.push(node.startedInMs);
    // who got no answer presses again
    for (const story of fresh.filter(({ published }) => !published)) await publish(session, story);
    for (const story of told.filter((one) => one.takenBack === 'asked')) await takeBack(session, story);
    findings.none(
      'stories not published at the second press',
      fresh.filter(({ published }) => !published),
    );
    told.push(...fresh);
  }
  const quiet = await untilQuiet(school, 120);
  const twice = judge(told, peer, findings);
  const stopped = await node.stop();
  findings.expect(stopped.code === 0, `the node ended with ${stopped.code}: ${node.err}`);
  const slowest = Math.max(...startedIn);
  const figure = `${rounds} kills, ${told.length} stories (${unanswered} requests cut off), ${twice.distinct} deliveries due: ${twice.lost} lost, ${twice.percent} % sent twice with the same id; starts at most ${(slowest / 1000).toFixed(1)} s; quiet after ${quiet.toFixed(1)} s`;
  return { figure, broken: findings.broken };
}

/** False when no answer came. */
async function publish(session: Session, story: Told): Promise<boolean> {
  const answer = await session.publish(story.id).catch(() => null);
  if (answer?.status === 303) story.published = true;
  else if (answer) throw new Error(`publishing was answered ${answer.status}`);
  return answer !== null;
}

/** An older story is changed, beside the node as the command line does it, and another one is taken back. */
function changes(school: School, session: Session, told: readonly Told[]): Promise<boolean>[] {
  const usable = told.filter((story) => story.published && story.takenBack === 'no');
  const edited = usable.at(-1);
  const withdrawn = usable.length > 4 ? usable.at(-3) : undefined;
  const edit = async (story: Told) => {
    for (let n = 0; n < 2; n++) {
      const done = await editStory(
        school.ctx,
        school.ruth.id,
        story.id,
        aStory(`${story.id.slice(-4)} again`),
        '',
        READ_THROUGH,
      );
      if (done.ok) story.version += 1;
    }
    return true;
  };
  return [...(edited ? [edit(edited)] : []), ...(withdrawn ? [takeBack(session, withdrawn)] : [])];
}

/** False when no answer came. Once it is done, the page for it is gone. */
async function takeBack(session: Session, story: Told): Promise<boolean> {
  story.takenBack = 'asked';
  const answer = await session.takeBack(story.id).catch(() => null);
  if (answer && ![303, 404, 410].includes(answer.status))
    throw new Error(`taking back was answered ${answer.status}`);
  if (answer) story.takenBack = 'yes';
  return answer !== null;
}

/** Right after a kill: a story is published exactly when its event is written down, and once. */
async function compare(school: School, fresh: readonly Told[], findings: Findings): Promise<void> {
  const { db } = school.ctx;
  for (const story of fresh) {
    const work = await db
      .selectFrom('work')
      .select('state')
      .where('id', '=', story.id)
      .executeTakeFirstOrThrow();
    const events = await db
      .selectFrom('outgoing_event')
      .select('payload')
      .where('kind', '=', 'work-published')
      .execute();
    const own = events.filter(({ payload }) => (payload as { workId: string }).workId === story.id).length;
    findings.expect(
      own === (work.state === 'published' ? 1 : 0),
      `${story.id} is ${work.state} with ${own} events`,
    );
    findings.expect(
      !story.published || work.state === 'published',
      `${story.id} was acknowledged and is ${work.state}`,
    );
  }
}

/** What reached the inboxes, compared with what was promised. */
function judge(
  told: readonly Told[],
  peer: Peer,
  findings: Findings,
): { distinct: number; percent: string; lost: number } {
  const byInbox = Map.groupBy(
    peer.arrivals.filter(({ type }) => type !== 'Accept'),
    ({ host, path }) => `${host}${path}`,
  );
  findings.expect(byInbox.size === 3, `${byInbox.size} inboxes of 3 got something`);
  let distinct = 0;
  let all = 0;
  let lost = 0;
  for (const [inbox, arrivals] of byInbox) {
    const firsts = [...new Map(arrivals.toReversed().map((one) => [one.id, one])).values()].sort(
      (a, b) => arrivals.indexOf(a) - arrivals.indexOf(b),
    );
    all += arrivals.length;
    distinct += firsts.length;
    const byObject = Map.groupBy(firsts, ({ object }) => object);
    for (const story of told) {
      const got = byObject.get(story.uri) ?? [];
      const missing = missingOf(story, got);
      lost += missing.length;
      findings.none(`missing in ${inbox}`, missing);
      const order = got.filter(({ type }) => TYPES.has(type)).map(rank);
      findings.expect(
        order.every((one, index) => index === 0 || one > (order[index - 1] as number)),
        `${inbox} got ${got.map(({ id }) => id.split('/').at(-1)).join(', ')}`,
      );
    }
  }
  return { distinct, percent: (((all - distinct) / distinct) * 100).toFixed(1), lost };
}

/** A story that was taken back before it left is never spoken of; one that left is called back. */
function missingOf(story: Told, got: readonly Arrival[]): string[] {
  const has = (verb: string) => got.some(({ id }) => id === `${story.uri}/activities/${verb}`);
  if (story.takenBack === 'yes') return has('create') && !has('delete') ? [`${story.uri} delete`] : [];
  const versions = Array.from({ length: story.version - 1 }, (_, index) => `update-${index + 2}`);
  return ['create', ...versions].filter((verb) => !has(verb)).map((verb) => `${story.uri} ${verb}`);
}

/** Create, then each Update by its version, then Delete; a second id for the same thing would break the order. */
function rank({ type, id }: Arrival): number {
  if (type === 'Create') return 0;
  return type === 'Delete' ? Number.MAX_SAFE_INTEGER : Number(id.split('-').at(-1));
}
