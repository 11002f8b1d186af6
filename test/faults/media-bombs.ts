import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { sayIn } from '../../web/kit/messages.ts';
import {
  bombPixels,
  EMPTY_ZIP,
  heic,
  jpegAnd,
  jpegOf,
  movingWebp,
  pngClaiming,
  svg,
} from '../support/photos.ts';
import type { SentFile } from '../support/visitor.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { type Answer, codeOf } from './support/ask.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { aStory, type School, Session, schoolIn } from './support/school.ts';

/** MB: of the node alone above what it had before, and of the node with what decodes for it. */
const MOST_MORE = 150;
const MOST_TOGETHER = 500;

/** Files that are not what they say, or much more: sent by somebody who has an account, one after another and at once. */
export const mediaBombs: Fault = {
  id: 'F14',
  fault:
    'photos that burst: 50,000 pixels square, packed zeros, scripts, two files in one, 8 GB announced, a body without end',
  invariant:
    'refused before anything is decoded, or decoded in a process that ends; memory stays bounded, nothing is left, pages go on',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const school = await schoolIn(await cluster.database('pine'));
    try {
      return await drill(school, join(folder.path, 'data'), quick ? 1 : 4);
    } finally {
      await school.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

interface Case {
  name: string;
  file: SentFile;
  /** the refusal; null: either is right, but nothing of it may stay */
  say: Refused | null;
}

type Refused = 'photo-pixels' | 'photo-svg' | 'photo-heic' | 'photo-moving' | 'photo-two-files';

async function cases(): Promise<Case[]> {
  return [
    { name: '1 × 50,000', file: pngClaiming(1, 50_000), say: 'photo-pixels' },
    { name: '50,000 × 50,000', file: pngClaiming(50_000, 50_000, bombPixels(64)), say: 'photo-pixels' },
    { name: 'SVG with a script', file: { ...svg(), type: 'image/png' }, say: 'photo-svg' },
    { name: 'HEIC', file: heic(), say: 'photo-heic' },
    { name: 'moving', file: await movingWebp(), say: 'photo-moving' },
    { name: 'photo and page', file: await jpegAnd('<script>alert(1)</script>'), say: 'photo-two-files' },
    { name: 'photo and archive', file: await jpegAnd(EMPTY_ZIP), say: 'photo-two-files' },
    { name: '300 MB of zeros for 30 pixels', file: pngClaiming(6, 5, bombPixels(300)), say: null },
    { name: '25 million pixels', file: pngClaiming(5_000, 5_000, bombPixels(75)), say: null },
  ];
}

async function drill(school: School, dataDir: string, rounds: number): Promise<Verdict> {
  const findings = new Findings();
  const node = await NodeProcess.start({ ...school.settings, DATA_DIR: dataDir });
  const session = await Session.open(school);
  const id = await saveDraft(school.ctx, school.ruth.id, aStory('Three jars'));
  const path = `/write/story/${id}/photos`;
  const taken = await session.upload(path, await jpegOf(800, 600));
  findings.expect(taken.status === 303, `a good photo was answered ${taken.status}`);
  const files = () =>
    readdirSync(join(dataDir, 'media'), { recursive: true }).filter((name) => /jpg$/.test(`${name}`));
  const before = files().length;
  const memory = watch(node.pid);

  const say = sayIn('en');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, file, say: refusal } of await cases()) {
      const start = performance.now();
      const answer = await session.upload(path, file);
      times.push(performance.now() - start);
      const right = refusal === null ? [303, 422] : [422];
      findings.expect(right.includes(answer.status), `${name} was answered ${answer.status}`);
      if (refusal !== null)
        findings.expect(
          answer.text.includes(say(`refusal.${refusal}`)),
          `${name} was not refused in its own words`,
        );
      await remove(session, answer);
    }
  }
  const sent = await Promise.all(
    Array.from({ length: 12 }, () =>
      session.upload(path, pngClaiming(6, 5, bombPixels(100))).catch(nullIfClosed),
    ),
  );
  const flood = sent.filter((answer) => answer !== null);
  findings.none(
    'of many at once were answered with an error',
    flood.map(({ status }) => status).filter((status) => status >= 500 && status !== 503),
  );
  for (const answer of flood) await remove(session, answer);
  const announced = await endless(session, path, 8_589_934_592);
  findings.expect(REFUSED.includes(announced.status), `8 GB announced were answered ${announced.status}`);
  // what lies in the buffers of the connection counts as sent
  findings.expect(announced.sent < 16_000_000, `${announced.sent} bytes of 8 GB announced were taken`);
  const unending = await endless(session, path, null);
  findings.expect(REFUSED.includes(unending.status), `a body without end was answered ${unending.status}`);
  findings.expect(unending.sent < 80_000_000, `${unending.sent} bytes of a body without end were read`);

  const peak = memory.stop();
  findings.expect(node.ended === null, `the node ended: ${node.err.slice(-300)}`);
  findings.expect(peak.more < MOST_MORE, `the node took ${peak.more} MB more`);
  findings.expect(peak.together < MOST_TOGETHER, `the node and its decoder took ${peak.together} MB`);
  const left = readdirSync(join(dataDir, 'media', 'incoming'));
  findings.none('folders of uploads were left', left);
  findings.expect(files().length === before, `${files().length} files lie in the folder, not ${before}`);
  const again = await session.upload(path, await jpegOf(400, 300));
  findings.expect(again.status === 303, `afterwards a good photo was answered ${again.status}`);
  await node.stop();
  const slowest = Math.max(...times).toFixed(0);
  return {
    figure: `${times.length} sent, the slowest answered after ${slowest} ms; the node took ${peak.more} MB more, with its decoder ${peak.together} MB at most`,
    broken: findings.broken,
  };
}

/** What could be decoded after all is taken out again. */
async function remove(session: Session, { status, headers }: Answer): Promise<void> {
  if (status === 303) await session.post(`${headers.location}/remove`);
}

/** Looks at the memory of a process and its children every few milliseconds (Linux; elsewhere it sees nothing). */
function watch(pid: number): { stop(): { more: number; together: number } } {
  const mb = (of: number | string): number => {
    try {
      return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${of}/status`, 'latin1'))?.[1] ?? 0) / 1_024;
    } catch {
      return 0;
    }
  };
  const children = (): string[] => {
    try {
      return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean);
    } catch {
      return [];
    }
  };
  const before = mb(pid);
  let [alone, together] = [before, before];
  const timer = setInterval(() => {
    const own = mb(pid);
    alone = Math.max(alone, own);
    together = Math.max(
      together,
      children().reduce((sum, child) => sum + mb(child), own),
    );
  }, 5);
  return {
    stop() {
      clearInterval(timer);
      return { more: Math.round(alone - before), together: Math.round(together) };
    },
  };
}

/** What a sender is told whose connection was closed while it wrote: a refusal as well. */
const isClosed = (error: unknown): boolean => ['EPIPE', 'ECONNRESET'].includes(codeOf(error));
const REFUSED: readonly (number | null)[] = [413, null];

function nullIfClosed(error: unknown): null {
  if (isClosed(error)) return null;
  throw error;
}

/**
 * Sends a photo that does not end until it is answered.
 * @param announced the length that the header says; null for a body in chunks that says none
 * @returns the status; null when the connection was closed on the sender before the answer came through
 */
function endless(
  session: Session,
  path: string,
  announced: number | null,
): Promise<{ status: number | null; sent: number }> {
  const { address, headers } = session.target(path);
  const part = Buffer.alloc(65_536, 7);
  let sent = 0;
  return new Promise((done, fail) => {
    const length = announced === null ? {} : { 'content-length': String(announced) };
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const asking = request(address, {
      method: 'POST',
      headers: { ...headers, ...type, ...length },
      agent: false,
    });
    let isAnswered = false;
    asking.on('response', (response) => {
      isAnswered = true;
      response.resume();
      done({ status: response.statusCode ?? 0, sent });
      asking.destroy();
    });
    // the other side stops reading when it has answered; a sender in the middle of a write may learn that first
    asking.on('error', (error) => {
      if (isAnswered) return;
      if (isClosed(error)) done({ status: null, sent });
      else fail(error);
    });
    asking.write('--x\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n');
    const more = () => {
      if (isAnswered || asking.destroyed) return;
      sent += part.length;
      if (asking.write(part)) setImmediate(more);
      else asking.once('drain', more);
    };
    more();
  });
}
