import { sql } from 'kysely';
import { publishStory } from '../../server/actions/publish-story.ts';
import { sweep } from '../../server/actions/sweep.ts';
import { freePort } from '../support/free-port.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { anObject, followBack } from './support/colleague.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { aStory, drafts, type School, schoolIn, untilQuiet } from './support/school.ts';

const COPIES = 10;
const DAY = 86_400;

/** The same activities come again and again: at once, at two processes, to two inboxes, and days later. */
export const duplicates: Fault = {
  id: 'F11',
  fault: 'each activity ten times at once to two processes, again after 25 hours and after 6 days',
  invariant: 'its effect is there once',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(2));
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, peer, quick ? 1 : 10);
    } finally {
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

interface Activity {
  from: PeerActor;
  json: { id: string; type: string; object: unknown };
}

async function drill(school: School, peer: Peer, rounds: number): Promise<Verdict> {
  const findings = new Findings();
  const first = await NodeProcess.start(school.settings);
  const port = String(await freePort());
  const second = await NodeProcess.start({ ...school.settings, PORT: port, ORIGIN: school.origin });
  const ways = [school.inbox, `${school.ruth.uri}/inbox`, `http://localhost:${port}/ap/inbox`];
  // signatures are about the host that is asked, and the second process is asked under the name of the node
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

  const all: Activity[] = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = activities(peer, colleague, story.uri, school.ruth.uri, round);
    await send(peer, fresh, ways, findings);
    all.push(...fresh);
  }
  await untilQuiet(school, 60);
  const before = await effects(school);
  const wanted = {
    rows: all.length,
    replies: rounds,
    tries: rounds,
    works: rounds,
    likes: rounds,
    boosts: rounds,
    followers: rounds,
    yeses: rounds,
    notices: rounds * 3,
  };
  findings.expect(
    JSON.stringify(before) === JSON.stringify(wanted),
    `there are ${JSON.stringify(before)} instead of ${JSON.stringify(wanted)}`,
  );

  for (const seconds of [25 * 3600, 6 * DAY]) {
    await sql`update inbox_activity set received_at = received_at - ${seconds} * interval '1 second', finished_at = finished_at - ${seconds} * interval '1 second'`.execute(
      school.ctx.db,
    );
    await sweep(school.ctx);
    await send(peer, all, [school.inbox], findings);
    await untilQuiet(school, 60);
    const after = await effects(school);
    findings.expect(
      JSON.stringify(after) === JSON.stringify(before),
      `${seconds / 3600} hours later there are ${JSON.stringify(after)}`,
    );
  }
  await Promise.all([first.stop(), second.stop()]);
  const figure = `${all.length} activities × ${COPIES + 2} copies: ${findings.broken.length} doubled effects`;
  return { figure, broken: findings.broken };
}

/** One of each kind, all of things that were not there before. */
function activities(
  peer: Peer,
  colleague: PeerActor,
  story: string,
  ruth: string,
  round: number,
): Activity[] {
  const mark = `${round}-${crypto.randomUUID().slice(0, 8)}`;
  const stranger = peer.actor(`stranger${mark}`, peer.hosts[1]);
  const create = (kind: 'work' | 'reply' | 'try'): Activity => {
    const id = `${colleague.uri}/${kind}/${mark}`;
    return {
      from: colleague,
      json: { id: `${id}/create`, type: 'Create', object: anObject(kind, id, colleague, story, 1) },
    };
  };
  return [
    create('work'),
    create('reply'),
    create('try'),
    { from: stranger, json: { id: `${stranger.uri}/follow`, type: 'Follow', object: ruth } },
    { from: stranger, json: { id: `${stranger.uri}/like`, type: 'Like', object: story } },
    { from: stranger, json: { id: `${stranger.uri}/boost`, type: 'Announce', object: story } },
  ];
}

async function send(
  peer: Peer,
  all: readonly Activity[],
  ways: readonly string[],
  findings: Findings,
): Promise<void> {
  const copies = ways.length > 1 ? COPIES : 1;
  const answers = await Promise.all(
    all.flatMap(({ from, json }) =>
      Array.from({ length: copies }, (_, copy) => peer.send(from, ways[copy % ways.length] as string, json)),
    ),
  );
  findings.none(
    'copies were not answered 202',
    answers.filter(({ status }) => status !== 202).map(({ status, text }) => `${status} ${text}`),
  );
}

async function effects(school: School): Promise<Record<string, number>> {
  const result = await sql<Record<string, number>>`
    select (select count(*)::int from inbox_activity where type in ('Create', 'Like', 'Announce') or uri like '%/follow') as rows,
      (select count(*)::int from reply where host is not null) as replies,
      (select count(*)::int from adaptation where host is not null) as tries,
      (select count(*)::int from work where host is not null) as works,
      (select count(*)::int from appreciation where kind = 'like') as likes,
      (select count(*)::int from appreciation where kind = 'announce') as boosts,
      (select count(*)::int from follow f join actor a on a.id = f.follower_id where a.handle like 'stranger%') as followers,
      (select count(*)::int from outgoing_event where kind = 'follow-accepted' and payload ->> 'followUri' like '%/stranger%') as yeses,
      (select count(*)::int from notice where kind in ('reply-held', 'replied', 'tried') or object_uri like '%/stranger%/follow') as notices`.execute(
    school.ctx.db,
  );
  return result.rows[0] as Record<string, number>;
}
