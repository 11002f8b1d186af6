import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setDefaultCACertificates } from 'node:tls';
import { Ajar } from './ajar.ts';
import { certificates } from './authority.ts';
import { cover, furnish, inside } from './chroot.ts';
import type { Debian } from './debian.ts';
import { followChecks, unfollowChecks } from './follow-checks.ts';
import { COULD_NOT } from './namespace.ts';
import { postChecks } from './post-checks.ts';
import { Scene } from './scene.ts';
import { Snac } from './snac.ts';
import { storyChecks, strangerChecks, takeBackChecks } from './story-checks.ts';
import type { Check } from './street.ts';
import { TlsProxy } from './tls-proxy.ts';

const AJAR = { host: 'ajar.interop.test', port: 3000 };
const SNAC = { host: 'snac.interop.test', port: 8001 };
const AT_MOST_MS = 225_000;

/**
 * Builds the street and shows everything, a line for each check. For the first process of a namespace, whose end ends
 * everything else in there.
 * @param last a folder for what this run leaves to read: logs, and everything that went over the wire
 * @returns the exit code
 */
export async function showAll(debian: Debian, last: string, say: (line: string) => void): Promise<number> {
  const begun = performance.now();
  const tooLong = setTimeout(() => {
    say(`FAILED  not done after ${AT_MOST_MS / 1000} s`);
    process.exit(1);
  }, AT_MOST_MS);
  const neighbour = await openStreet(debian, last).catch((error: Error) => error);
  if (neighbour instanceof Error) {
    say(`interop: could not run: ${neighbour.message}`);
    process.exit(COULD_NOT);
  }
  const { snac, proxy } = neighbour;
  const ajar = new Ajar(AJAR.host, AJAR.port, join(last, 'ajar'), join(last, 'authority.pem'));
  say(
    `interop: ${debian.packages.find((name) => name.startsWith('snac2_'))} at ${snac.origin}, Ajar at ${ajar.origin}`,
  );
  try {
    await ajar.command(['district', '--name', 'Pine Hollow', '--short-name', 'pinehollow']);
    await ajar.start(join(last, 'ajar.log'));
    const ruth = await ajar.teacher('ruth', 'Ruth Calloway');
    const scene = new Scene({ ajar, snac, proxy, ruth, maija: await snac.user('maija'), folder: last });
    const chapters = [followChecks, storyChecks, postChecks, takeBackChecks, unfollowChecks, strangerChecks];
    const checks = chapters.flatMap((chapter) => chapter(scene));
    const failed = await show(checks, say);
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    say(`interop: ${checks.length - failed} ok, ${failed} failed, in ${seconds} s`);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    say(`FAILED  Ajar did not get as far as the checks: ${error instanceof Error ? error.message : error}`);
    return 1;
  } finally {
    await Promise.all([ajar.stop(), snac.stop()]);
    proxy.close();
    clearTimeout(tooLong);
  }
}

/** The network, the certificates, the proxy and snac2. What fails here is the machine's matter. */
async function openStreet({ root }: Debian, last: string): Promise<{ snac: Snac; proxy: TlsProxy }> {
  rmSync(last, { recursive: true, force: true });
  mkdirSync(join(last, 'srv'), { recursive: true });
  const hosts = `127.0.0.1 localhost ${AJAR.host} ${SNAC.host}\n`;
  writeFileSync(join(last, 'hosts'), hosts);
  cover('/etc/hosts', join(last, 'hosts'));
  furnish(root, hosts, join(last, 'srv'));
  await inside(root, ['ip', 'link', 'set', 'lo', 'up']);
  const made = await certificates(root, [AJAR.host, SNAC.host]);
  writeFileSync(join(last, 'authority.pem'), made.authority);
  setDefaultCACertificates([made.authority]);
  const routes = { [AJAR.host]: AJAR.port, [SNAC.host]: SNAC.port };
  const proxy = await TlsProxy.open(made, routes, join(last, 'traffic.jsonl'));
  const snac = new Snac(root, SNAC.host, SNAC.port);
  await snac.init();
  await snac.start(join(last, 'snac.log'));
  return { snac, proxy };
}

/** @returns how many failed */
async function show(checks: readonly Check[], say: (line: string) => void): Promise<number> {
  let failed = 0;
  for (const check of checks) {
    try {
      say(`ok      ${check.what}: ${await check.show()}`);
    } catch (error) {
      failed += 1;
      say(`FAILED  ${check.what}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return failed;
}
