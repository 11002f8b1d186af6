import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/demo/seed.ts';
import { openBrowser } from '../support/browser.ts';

/**
 * `npm run screenshots`: starts the demo with three districts in a folder of its own, and takes the pictures of
 * docs/screenshots in a real browser.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'docs', 'screenshots');
const PORT = 4_310;
const PINE = `http://localhost:${PORT}`;
const KOIVU = `http://localhost:${PORT + 1}`;
const LAPTOP: BrowserContextOptions = { viewport: { width: 1_280, height: 860 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};
const MINUTES = 60_000;

interface Picture {
  name: string;
  as?: string;
  at: string;
  through?: BrowserContextOptions;
  dark?: boolean;
  /** down to the end of the page */
  whole?: boolean;
  doing?(page: Page): Promise<void>;
}

const DRAFT = {
  'Where were you?': 'Grade 10 chemistry, 27 students, the last lesson before lunch.',
  'What did you do – the how?':
    'I said the question once, turned the sand timer, and sat down. Nobody may speak until the sand is through. Then three answers, and I do not say which is right. Maya waited longest and read her line last. Her mother, 505-555-0134, told me that she practises at home.',
  'What did students do or say?': 'A student said: you forgot to help.',
};

/** A draft of three steps, up to the student check. */
async function toTheCheck(page: Page): Promise<void> {
  await page.getByLabel('Title').fill('The longest seven seconds');
  for (const [prompt, text] of Object.entries(DRAFT))
    await page.locator('textarea:not([hidden]), [contenteditable]').and(page.getByLabel(prompt)).fill(text);
  await page.getByRole('button', { name: 'Next: help it travel' }).click();
  await page
    .getByLabel('In one breath')
    .fill('Seven seconds of silence, a sand timer, and a teacher who sits down.');
  await page.getByRole('button', { name: 'Next: check it' }).click();
  await page.getByRole('heading', { name: 'Student check' }).waitFor();
}

const story = '/@ruth/seven-silent-seconds';
const PICTURES: readonly Picture[] = [
  { name: 'front-door', at: PINE },
  { name: 'home', as: 'ruth', at: PINE },
  { name: 'story', at: PINE + story },
  {
    name: 'tried-in-other-classrooms',
    at: PINE + story,
    doing: (page) => page.locator('#tried').evaluate((part) => part.scrollIntoView()),
  },
  { name: 'the-way-of-an-idea', at: `${PINE + story}/lineage`, whole: true },
  { name: 'the-way-of-an-idea-on-a-phone', at: `${PINE + story}/lineage`, through: PHONE },
  {
    name: 'there-and-back',
    at: `${PINE}/@marcus/the-wrong-answer-of-the-day/lineage`,
    dark: true,
  },
  { name: 'story-by-night', at: PINE + story, dark: true },
  { name: 'write', as: 'alma', at: `${PINE}/write` },
  {
    name: 'editor',
    as: 'alma',
    at: `${PINE}/write/story`,
    doing: async (page) => {
      await page.getByRole('toolbar', { name: 'Text tools' }).last().waitFor();
      await page.getByLabel('Title').fill('Stop and say');
    },
  },
  { name: 'editor-on-a-phone', as: 'alma', at: `${PINE}/write/story`, through: PHONE },
  { name: 'student-check', as: 'alma', at: `${PINE}/write/story`, doing: toTheCheck },
  {
    name: 'student-check-on-a-phone',
    as: 'jordan',
    at: `${PINE}/write/story`,
    through: PHONE,
    doing: toTheCheck,
  },
  { name: 'questions', as: 'alma', at: `${PINE}/questions` },
  {
    name: 'a-question-with-answers',
    as: 'marcus',
    at: `${PINE}/questions`,
    doing: async (page) => {
      await page.getByRole('link', { name: 'Who uses students’ errors' }).click();
      await page.getByRole('heading', { name: 'Answers', exact: true }).waitFor();
      await page.locator('#conversation').evaluate((part) => part.scrollIntoView());
    },
  },
  { name: 'thanks-received', as: 'ruth', at: `${PINE}/thanks/received` },
  {
    name: 'a-try-with-a-small-table',
    at: `${KOIVU}/@ilkka/predict-observe-explain-with-a-bathroom-scale`,
    doing: async (page) => {
      const card = page.locator('.try-card').filter({ hasText: 'Marja Lehtonen' });
      await card.getByRole('link', { name: 'Read this try' }).click();
      await page.locator('table').evaluate((table) => table.scrollIntoView({ block: 'center' }));
    },
  },
  {
    name: 'counting-as-a-try',
    as: 'marcus',
    at: `${PINE}/@marcus/the-wrong-answer-of-the-day`,
    doing: (page) => page.locator('#conversation').evaluate((part) => part.scrollIntoView()),
  },
  { name: 'story-from-another-district', as: 'marja', at: KOIVU, doing: openRemote },
  {
    name: 'where-has-it-got-to',
    as: 'marcus',
    at: `${PINE}/@marcus/we-gave-half-the-data-meeting-back`,
    doing: takeBack,
  },
];

async function openRemote(page: Page): Promise<void> {
  await page.goto(`${KOIVU}/@ruth@localhost:${PORT}`);
  await page.getByRole('link', { name: 'Seven silent seconds' }).first().click();
  await page.getByRole('heading', { name: 'Seven silent seconds' }).waitFor();
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Take it back' }).click();
  await page.getByLabel('There is a mistake in it').check();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { name: 'Where has it got to?' }).waitFor();
  await page.waitForTimeout(3_000);
  await page.reload();
}

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, as, at, through = LAPTOP, dark = false, whole = false, doing } = picture;
  const context = await browser.newContext({
    ...through,
    locale: 'en-GB',
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  if (as) {
    await page.goto(`${new URL(at).origin}/sign-in`);
    await page.getByLabel('E-mail address').fill(await mailOf(as));
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'attached' });
  }
  await page.goto(at);
  await doing?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: whole });
  await context.close();
  process.stdout.write(`${name}\n`);
}

async function mailOf(handle: string): Promise<string> {
  const { readDemo } = await import('../../server/demo/data.ts');
  const person = readDemo().people.find((one) => one.handle === handle);
  if (!person) throw new Error(`nobody in the demo is called ${handle}`);
  return person.email;
}

/** The demo, once its districts have met. @returns how it is stopped */
async function startDemo(folder: string): Promise<() => void> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'server', 'demo.js')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(PORT), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('the demo did not start within five minutes')),
      5 * MINUTES,
    );
    child.stdout.on('data', (text: Buffer) => {
      if (!text.toString().includes('The password of everybody')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}`)));
  });
  return () => child.kill('SIGTERM');
}

const folder = mkdtempSync(join(tmpdir(), 'ajar-screenshots-'));
mkdirSync(OUT, { recursive: true });
const stop = await startDemo(folder);
const browser = await openBrowser();
try {
  const [, , only] = process.argv;
  for (const picture of PICTURES) if (!only || picture.name === only) await take(browser, picture);
} finally {
  await browser.close();
  stop();
  setTimeout(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  }, 5_000);
}
