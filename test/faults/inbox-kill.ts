import { join } from 'node:path';
import { publishStory } from '../../server/actions/publish-story.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { anOpenStory, drafts, embeddedSchool, type School, untilQuiet, waiting } from './support/school.ts';

const A_ROUND = 40;

/** Something that a colleague elsewhere sends: a reply to a story of Ruth's, or a like of it. */
interface Sent {
  from: PeerActor;
  json: { id: string; type: 'Create' | 'Like'; object: string | { id: string } };
  accepted: boolean;
}

/** The node is killed when it has said 202 and before it has done anything. */
export const inboxKill: Fault = {
  id: 'F3',
  fault: 'kill -9 between 202 and the handling of what came in',
  invariant: 'every activity that was answered 202 is handled after the restart, its effect is there once',
  async run(quick) {
    const folder = await drillFolder();
    const peer = await Peer.open(addresses(4));
    const school = await embeddedSchool(join(folder.path, 'data'));
    try {
      return await drill(school, peer, quick ? 2 : 30);
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
  const people = peer.hosts.map((host, index) => peer.actor(`colleague${index}`, host));
  // they are known when they speak, so that the answer comes at once
  for (const one of people) await peer.follow(one, school.inbox, school.ruth.uri);
  const all: Sent[] = [];
  let unhandled = 0;
  const recovered: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [story] = await drafts(school, 1, `Round ${round}`);
    const published = await publishStory(
      school.ctx,
      school.ruth.id,
      story as string,
      anOpenStory(`Round ${round}`),
      READ_THROUGH,
    );
    if (!published.ok) throw new Error('the story could not be published');
    const batch = activities(people, published.uri);
    await send(peer, school, batch, node, 1 + Math.floor(Math.random() * A_ROUND));
    unhandled += (await waiting(school)).inbox;
    node = await NodeProcess.start(school.settings);
    recovered.push(await untilQuiet(school, 60));
    await compare(school, batch, findings);
    // as every server does, they send again what was not answered
    for (const one of batch.filter(({ accepted }) => !accepted))
      await peer.send(one.from, school.inbox, one.json);
    await untilQuiet(school, 60);
    all.push(...batch);
  }
  await effects(school, all, findings);
  await node.stop();
  const accepted = all.filter((one) => one.accepted).length;
  const lost = findings.broken.length === 0 ? '0' : 'some';
  const figure = `${rounds} kills, ${accepted} answered 202 before a kill, ${unhandled} stored and not handled yet when it came, ${lost} lost; handled at most ${Math.max(...recovered).toFixed(1)} s after the start`;
  return { figure, broken: findings.broken };
}

function activities(people: readonly PeerActor[], story: string): Sent[] {
  const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
  return Array.from({ length: A_ROUND }, (_, index) => {
    const from = people[index % people.length] as PeerActor;
    const id = `${from.uri}/${crypto.randomUUID()}`;
    // each likes a story once, and says many things about it
    if (index < people.length) return { from, accepted: false, json: { id, type: 'Like', object: story } };
    const note = {
      id: `${id}/note`,
      type: 'Note',
      attributedTo: from.uri,
      inReplyTo: story,
      content: '<p>How long is the sand?</p>',
      to: [PUBLIC],
      published: new Date().toISOString(),
    };
    return { from, accepted: false, json: { id, type: 'Create', object: note } };
  });
}

/** Sends all at once and kills the node at the `fatal`-th 202. */
async function send(
  peer: Peer,
  school: School,
  batch: readonly Sent[],
  node: NodeProcess,
  fatal: number,
): Promise<void> {
  let answers = 0;
  let killed: Promise<void> | undefined;
  const sent = batch.map(async (one) => {
    const answer = await peer.send(one.from, school.inbox, one.json).catch(() => null);
    if (!answer) return;
    if (answer.status !== 202) throw new Error(`an activity was answered ${answer.status} ${answer.text}`);
    one.accepted = true;
    answers += 1;
    if (answers >= fatal) killed ??= node.kill();
  });
  await Promise.all(sent);
  await (killed ?? node.kill());
}

/** What was answered 202 is in the table, and handled. */
async function compare(school: School, batch: readonly Sent[], findings: Findings): Promise<void> {
  const accepted = batch.filter((one) => one.accepted).map(({ json }) => json.id);
  const rows = await school.ctx.db
    .selectFrom('inbox_activity')
    .select(['uri', 'state'])
    .where('uri', 'in', accepted)
    .execute();
  const done = new Set(rows.filter(({ state }) => state === 'done').map(({ uri }) => uri));
  findings.none(
    'answered 202 and not handled',
    accepted.filter((id) => !done.has(id)),
  );
}

/** In the end each reply and each like is there, with one notice for each reply. */
async function effects(school: School, all: readonly Sent[], findings: Findings): Promise<void> {
  const { db } = school.ctx;
  const replies = (await db.selectFrom('reply').select('uri').execute()).map(({ uri }) => uri);
  const likes = (await db.selectFrom('appreciation').select('activity_uri').execute()).map(
    (row) => row.activity_uri,
  );
  const notices = (
    await db.selectFrom('notice').select('object_uri').where('kind', '=', 'replied').execute()
  ).map((row) => row.object_uri);
  const noteIds = all.flatMap(({ json }) => (typeof json.object === 'string' ? [] : [json.object.id]));
  const likeIds = all.flatMap(({ json }) => (json.type === 'Like' ? [json.id] : []));
  for (const [what, found, wanted] of [
    ['replies', replies, noteIds],
    ['likes', likes, likeIds],
    ['notices', notices, noteIds],
  ] as const) {
    findings.none(
      `${what} missing`,
      wanted.filter((id) => !found.includes(id)),
    );
    findings.expect(found.length === wanted.length, `${found.length} ${what} instead of ${wanted.length}`);
  }
}
