import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { PASSWORD } from './password.ts';

/** What somebody looks through. A telephone as narrow as they come; a laptop; nothing moves on either. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  reducedMotion: 'reduce',
};
export const LAPTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
};

/** Somebody who reads pages, with what their browser complained of on the way. */
export interface Reader {
  context: BrowserContext;
  page: Page;
  /** errors of the console, of scripts and of the content security policy, each with its page */
  complaints: string[];
  /** addresses of the pages that were loaded, redirects not counted */
  loaded: string[];
}

/** Opens a browser window with nothing in it: no cookies, an empty cache. */
export async function openReader(browser: Browser, through: BrowserContextOptions = PHONE): Promise<Reader> {
  const context = await browser.newContext({ locale: 'en-GB', ...through });
  context.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  const loaded: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    const isRedirect = response.status() >= 300 && response.status() < 400;
    if (isPage && !isRedirect) loaded.push(new URL(response.url()).pathname);
  });
  return { context, page: await context.newPage(), complaints, loaded };
}

/** Signs in on the page for it. @param who a handle of `aTeacher` */
export async function signInAs(page: Page, origin: string, who: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('E-mail address').fill(`${who}@school.example`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ state: 'attached' });
}
