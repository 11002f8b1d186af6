import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, codeOf, keepAlive } from './ask.ts';
import type { Peer, PeerActor } from './peer.ts';
import type { School, Session } from './school.ts';

const CLIENTS = 8;

/** What came of the requests of a load. */
export class Tally {
  answered = 0;
  /** the connection ended before the node took the request: nothing was done, and asking again is safe */
  notTaken = 0;
  /** answered with an error, or cut off after the node had taken the request */
  failed: string[] = [];
}

type Doing = { what: string; answer: Promise<number>; isDone: () => Promise<boolean> };

/** People reading and writing and other servers sending, half of them over connections that are used again. */
export function startLoad(
  school: School,
  session: Session,
  peer: Peer,
  from: PeerActor,
  tally: Tally,
): { stop(): Promise<void> } {
  let loading = true;
  const agents: Agent[] = [];
  const cut: { what: string; isDone: () => Promise<boolean> }[] = [];
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const agent = client < CLIENTS / 2 ? undefined : keepAlive();
    if (agent) agents.push(agent);
    while (loading) {
      const { what, answer, isDone } = request(client, agent);
      try {
        const status = await answer;
        if (status < 400) tally.answered += 1;
        else tally.failed.push(`${what}: ${status}`);
      } catch (error) {
        const before = codeOf(error) === 'ECONNREFUSED' || codeOf(error) === 'ECONNRESET';
        if (before) cut.push({ what: `${what}: ${codeOf(error)}`, isDone });
        else tally.failed.push(`${what}: ${codeOf(error)}`);
        await sleep(20);
      }
      // one server may send fifty a second
      await sleep(client % 4 === 3 ? 50 : 2);
    }
  });

  function request(client: number, agent: Agent | undefined): Doing {
    const { db } = school.ctx;
    const mark = crypto.randomUUID();
    const never = () => Promise.resolve(false);
    if (client % 4 === 0)
      return {
        what: 'a page',
        answer: ask(`${school.origin}/about`, { agent }).then(({ status }) => status),
        isDone: never,
      };
    if (client % 4 === 1)
      return {
        what: 'the home page',
        answer: session.get('/', { agent }).then(({ status }) => status),
        isDone: never,
      };
    if (client % 4 === 2) {
      const answer = session.draft(mark, { agent }).then((kept) => ('id' in kept ? 303 : kept.status));
      const isDone = async () =>
        (await db.selectFrom('work').select('id').where('title', '=', mark).execute()).length > 0;
      return { what: 'a draft', answer, isDone };
    }
    const id = `${from.uri}/${mark}`;
    const answer = peer
      .send(from, school.inbox, { id, type: 'Like', object: school.ruth.uri })
      .then(({ status }) => status);
    const isDone = async () =>
      (await db.selectFrom('inbox_activity').select('id').where('uri', '=', id).execute()).length > 0;
    return { what: 'an activity', answer, isDone };
  }

  return {
    async stop() {
      loading = false;
      await Promise.all(clients);
      for (const agent of agents) agent.destroy();
      for (const { what, isDone } of cut) {
        if (await isDone()) tally.failed.push(`${what}, and it was done`);
        else tally.notTaken += 1;
      }
    },
  };
}
