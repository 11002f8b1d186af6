import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { axeFindings, doubleText, htmlFindings, targetFindings, widthFindings } from './page-checks.ts';
import type { ListedPage, Who } from './page-list.ts';
import { openReader, PHONE, type Reader, signInAs } from './page-readers.ts';
import { openScene, type Scene } from './page-scene.ts';

const PHONE_SIZE = { width: 360, height: 740 };
const LAPTOP_SIZE = { width: 1280, height: 800 };

/** Goes through pages and says what is wrong with them. */
export interface Examiner {
  scene: Scene;
  /** @returns one sentence for each thing that is wrong with the page */
  examine(listed: ListedPage, who: Who): Promise<string[]>;
  close(): Promise<void>;
}

export async function openExaminer(): Promise<Examiner> {
  const [scene, browser] = await Promise.all([openScene(), openBrowser()]);
  const readers = new Map<Who, Reader>();
  return {
    scene,
    async examine(listed, who) {
      const reader = readers.get(who) ?? (await readerIn(scene, browser, who));
      readers.set(who, reader);
      return examine(scene, reader, listed, who);
    },
    // the builder of axe leaves a timer of a second behind each time, and Jest complains of workers that end late
    close: async () => void (await Promise.all([scene.stop(), browser.close(), sleep(1_000)])),
  };
}

async function readerIn(scene: Scene, browser: Browser, who: Who): Promise<Reader> {
  const reader = await openReader(browser, PHONE);
  const home = who === 'marja' ? scene.koivu : scene.pine;
  if (who !== 'visitor') await signInAs(reader.page, home.origin, who);
  return reader;
}

async function examine(scene: Scene, reader: Reader, listed: ListedPage, who: Who): Promise<string[]> {
  const { page, context, complaints } = reader;
  const status = listed.status ?? 200;
  complaints.length = 0;
  await page.setViewportSize(PHONE_SIZE);
  await page.emulateMedia({ colorScheme: 'light' });
  const response = await open(scene, reader, listed);
  if (response?.status() !== status) return [`it is answered with ${response?.status()}`];
  const found = await htmlFindings(await response.text());
  found.push(...(await looks(reader)));
  if (who === 'visitor') {
    const set = await response.headerValue('set-cookie');
    if (set !== null) found.push(`a cookie is set: ${set}`);
    found.push(...(await context.cookies()).map(({ name }) => `a cookie is kept: ${name}`));
  }
  // browsers complain of every answer that is an error, also where it is the right one
  const right = status >= 400 ? /Failed to load resource.*status of \d+/ : /^$/;
  return [...found, ...complaints.filter((complaint) => !right.test(complaint))];
}

async function open(scene: Scene, { page }: Reader, listed: ListedPage) {
  const response = await page.goto(listed.at(scene));
  if (!listed.doing) return response;
  // not what the page saves by itself
  const answer = page.waitForResponse(
    (one) => one.request().method() === 'POST' && one.request().isNavigationRequest(),
  );
  await listed.doing(page);
  return answer;
}

/** Small and light first, then with large letters, then wide and dark. */
async function looks({ page }: Reader): Promise<string[]> {
  const found = [
    ...(await widthFindings(page, 'on a telephone')),
    ...(await targetFindings(page)),
    ...(await axeFindings(page)),
  ];
  await doubleText(page, true);
  found.push(...(await widthFindings(page, 'with letters twice as large')));
  await doubleText(page, false);
  await page.setViewportSize(LAPTOP_SIZE);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...found, ...(await widthFindings(page, 'on a laptop')), ...(await axeFindings(page))];
}
