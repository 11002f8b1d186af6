import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Findings } from '../fault.ts';
import { followBack } from './colleague.ts';
import { p95 } from './p95.ts';
import type { Peer } from './peer.ts';
import type { School } from './school.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const NAMED = 5;
const ANSWER_MS = 3_000;

/**
 * A stranger's server names things by their addresses and takes its time to say that they are not there; meanwhile
 * somebody who is followed writes from another server.
 * @returns a figure: how long their notes took without and with the stranger
 */
export async function slowDocuments(
  school: School,
  peer: Peer,
  hosts: { healthy: string; slow: string },
  findings: Findings,
  notes: number,
): Promise<string> {
  const colleague = peer.actor('colleague', hosts.healthy);
  await peer.follow(colleague, school.inbox, school.ruth.uri);
  await followBack(school, peer, colleague);
  let asked = 0;
  let told = 0;
  /** the documents of one round are counted, each round has its own stranger */
  const begin = (round: string) => {
    asked = 0;
    told = 0;
    peer.before = (host, path) => {
      if (host !== hosts.slow || !path.startsWith('/named/')) return null;
      const counts = path.startsWith(round) ? 1 : 0;
      asked += counts;
      return sleep(ANSWER_MS).then(() => {
        told += counts;
      });
    };
  };
  /** @returns milliseconds until it was stored, and how many of the slow answers had come by then */
  const write = async (name: string) => {
    const before = performance.now();
    const id = `${colleague.uri}/notes/${name}`;
    const note = {
      id,
      type: 'Note',
      attributedTo: colleague.uri,
      content: '<p>A thought.</p>',
      to: [PUBLIC],
    };
    const published = new Date().toISOString();
    await peer.send(colleague, school.inbox, {
      id: `${id}#create`,
      type: 'Create',
      object: { ...note, published },
    });
    while (!(await isStored(school, id))) {
      if (performance.now() - before > 60_000) throw new Error(`${name} was never stored`);
      await sleep(10);
    }
    return performance.now() - before;
  };
  const without: number[] = [];
  const withThem: number[] = [];
  for (let n = 0; n < notes; n += 1) {
    without.push(await write(`without-${n}`));
    const stranger = peer.actor(`stranger-${n}`, hosts.slow);
    begin(`/named/${n}-`);
    for (let named = 0; named < NAMED; named += 1)
      await peer.send(stranger, school.inbox, {
        id: `${stranger.uri}#create-${named}`,
        type: 'Create',
        object: `http://${hosts.slow}/named/${n}-${named}`,
      });
    while (asked === 0) await sleep(10);
    withThem.push(await write(`with-${n}`));
    findings.expect(told === 0, `a note waited for ${told} documents of a stranger’s server`);
  }
  return `a note of somebody who is followed: p95 ${p95(without).toFixed(0)} ms, ${p95(withThem).toFixed(0)} ms while a stranger’s server takes ${ANSWER_MS / 1000} s for each of ${NAMED} documents`;
}

async function isStored(school: School, uri: string): Promise<boolean> {
  const found = await sql`select from remote_note where uri = ${uri}`.execute(school.ctx.db);
  return found.rows.length > 0;
}
