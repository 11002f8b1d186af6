import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { type School, schoolIn } from './support/school.ts';
import { MANNERS, Writer } from './support/writer.ts';

const AWAY_MS = 60_000;
const SHORT_MS = 8_000;
/** after which a page saves */
const PAUSE_MS = 2_000;
const BETWEEN_MS = 2_500;
const PATIENCE_MS = 30_000;

/** The node is away while people write: stopped in good order, and killed. */
export const awayMidDraft: Fault = {
  id: 'F22',
  fault:
    'the node is away for 60 s while people write: one types on, one closes the tab, one’s session ends, one begins only now, one has no scripts',
  invariant: 'every word is on the server soon after it is back, in one draft; nobody types anything again',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const school = await schoolIn(await cluster.database('writers'));
    const browser = await openBrowser();
    try {
      return await drill(school, browser, quick);
    } finally {
      await browser.close();
      await school.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

async function drill(school: School, browser: Browser, quick: boolean): Promise<Verdict> {
  const findings = new Findings();
  let node = await NodeProcess.start(school.settings);
  const outages: Outage[] = [];
  for (const end of quick ? (['kill'] as const) : (['stop', 'kill'] as const)) {
    const writers: Writer[] = [];
    for (const manner of MANNERS)
      writers.push(await Writer.begin(school, browser, manner, `One ${manner.name} (${end})`));
    await Promise.all(writers.filter(({ manner }) => manner.isKnown).map((writer) => writer.say()));
    // the pages are just saving that
    await sleep(PAUSE_MS);
    await node[end]();
    const since = performance.now();
    const meanwhile = await writeOn(writers, since + (quick ? SHORT_MS : AWAY_MS));
    const awayMs = performance.now() - since;
    node = await NodeProcess.start(school.settings);
    outages.push({ meanwhile, awayMs, ...(await comeBack(writers, findings)) });
  }
  await node.stop();
  const most = (values: number[]) => (Math.max(...values) / 1_000).toFixed(1);
  const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
  const away = outages.map(({ awayMs }) => (awayMs / 1_000).toFixed(0)).join(' and ');
  const figure = `${quick ? 'killed' : 'stopped and killed'}, away for ${away} s, ${MANNERS.length} writers each time: ${sum(outages.map((one) => one.meanwhile))} sentences typed meanwhile, ${sum(outages.map((one) => one.lost))} lost; the last one on the server ${most(outages.map((one) => one.lastMs))} s after the start`;
  return { figure, broken: findings.broken };
}

interface Outage {
  awayMs: number;
  /** sentences that were typed while the node was away */
  meanwhile: number;
  lost: number;
  /** milliseconds until the server had everything */
  lastMs: number;
}

/** Everybody writes until the node comes back; half way there each meets with what happens to them. */
async function writeOn(writers: readonly Writer[], end: number): Promise<number> {
  const half = (performance.now() + end) / 2;
  let sentences = 0;
  let met = false;
  while (performance.now() < end) {
    if (!met && performance.now() > half) {
      met = true;
      await Promise.all(writers.map((writer) => writer.meet()));
    }
    const writing = writers.filter(({ canWrite }) => canWrite);
    await Promise.all(writing.map((writer) => writer.say()));
    sentences += writing.length;
    await sleep(Math.min(BETWEEN_MS, Math.max(0, end - performance.now())));
  }
  return sentences;
}

/** Everybody finds the node again, and what they wrote is looked for. */
async function comeBack(
  writers: readonly Writer[],
  findings: Findings,
): Promise<Pick<Outage, 'lost' | 'lastMs'>> {
  const back = performance.now();
  for (const writer of writers) await writer.comeBack();
  let lost = 0;
  let lastMs = 0;
  for (const writer of writers) {
    const missing = await writer.missing(PATIENCE_MS);
    findings.none(`sentences lost of one who ${writer.manner.name}`, missing);
    lost += missing.length;
    lastMs = Math.max(lastMs, performance.now() - back);
    const drafts = await writer.drafts();
    findings.expect(drafts.length === 1, `${drafts.length} drafts of one who ${writer.manner.name}`);
    await writer.leave();
  }
  return { lost, lastMs };
}
