import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';
import { openReader, PHONE, signInAs } from '../../support/page-readers.ts';
import type { School } from './school.ts';

/** How somebody meets with an outage. */
export interface Manner {
  /** “one …” */
  name: string;
  /** the server had heard of the draft before */
  isKnown: boolean;
  javaScriptEnabled?: boolean;
  /** goes on writing after `meet` */
  goesOn: boolean;
  /** while the node is away */
  meet(writer: Writer): Promise<unknown>;
  /** once it is back: what a person does, without typing a word */
  comeBack(writer: Writer): Promise<unknown>;
}

const nothing = async (): Promise<void> => {};
const next = (page: Page) => page.getByRole('button', { name: 'Next: help it travel' });
const saying = (page: Page, words: string) => page.locator('.keep-status', { hasText: words }).waitFor();

export const MANNERS: readonly Manner[] = [
  {
    name: 'presses “Next” in vain and types on',
    isKnown: true,
    goesOn: true,
    async meet({ page }) {
      await next(page).click();
      await saying(page, 'Your text is safe in this browser');
    },
    comeBack: nothing,
  },
  {
    name: 'closes the tab',
    isKnown: true,
    goesOn: false,
    meet: ({ page }) => page.close(),
    comeBack: (writer) => writer.openAgain(),
  },
  {
    name: 'is signed out',
    isKnown: true,
    goesOn: true,
    meet: (writer) => writer.endSession(),
    async comeBack({ page, origin }) {
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: 'Sign in in a new tab' }).click(),
      ]);
      await signInAs(tab, origin, 'ruth');
    },
  },
  { name: 'begins only now', isKnown: false, goesOn: true, meet: nothing, comeBack: nothing },
  {
    name: 'has no scripts and presses “Next” in vain',
    isKnown: false,
    javaScriptEnabled: false,
    goesOn: false,
    async meet({ page }) {
      await next(page).click({ noWaitAfter: true });
      await eventually('the browser says that nobody answers', async () =>
        page.url().startsWith('chrome-error:'),
      );
    },
    async comeBack({ page }) {
      // the browser's own button for it: the form is sent again
      await page.reload();
      await page.getByRole('heading', { name: 'Help it travel' }).waitFor();
    },
  },
];

/** Somebody with a draft on the page for it, on a telephone. */
export class Writer {
  readonly manner: Manner;
  readonly origin: string;
  readonly #school: School;
  readonly #title: string;
  readonly #said: string[] = [];
  #page: Page;
  #address: string;
  /** can type something now */
  canWrite = true;

  private constructor(school: School, manner: Manner, title: string, page: Page) {
    this.manner = manner;
    this.origin = school.origin;
    this.#school = school;
    this.#title = title;
    this.#page = page;
    this.#address = page.url();
  }

  /** Signs in and opens the page for a new story. */
  static async begin(school: School, browser: Browser, manner: Manner, title: string): Promise<Writer> {
    const { javaScriptEnabled = true } = manner;
    const { page } = await openReader(browser, { ...PHONE, javaScriptEnabled });
    await signInAs(page, school.origin, 'ruth');
    await page.goto(`${school.origin}/write/story`);
    const writer = new Writer(school, manner, title, page);
    if (manner.isKnown) {
      await page.getByLabel('Title').fill(title);
      await saying(page, 'Saved just now.');
      writer.#address = page.url();
    }
    return writer;
  }

  get page(): Page {
    return this.#page;
  }

  /** Types one sentence more. Who begins only now first gives it a title. */
  async say(): Promise<void> {
    const title = this.page.getByLabel('Title');
    if ((await title.inputValue()) === '') await title.fill(this.#title);
    const sentence = `This is sentence ${this.#said.length + 1}.`;
    await this.page.getByLabel('What did you do – the how?').pressSequentially(`${sentence} `);
    this.#said.push(sentence);
  }

  async meet(): Promise<void> {
    await this.manner.meet(this);
    this.canWrite = this.manner.goesOn;
  }

  async comeBack(): Promise<void> {
    await this.manner.comeBack(this);
  }

  async openAgain(): Promise<void> {
    this.#page = await this.page.context().newPage();
    await this.page.goto(this.#address);
  }

  /** Takes the session away at the server. */
  async endSession(): Promise<void> {
    const cookies = await this.page.context().cookies();
    // `s:<id>.<signature>`
    const ids = cookies.map(({ value }) => decodeURIComponent(value).slice(2).split('.')[0] ?? '');
    const { db } = this.#school.ctx;
    const gone = await sql`delete from session where sid = any(${ids}::text[])`.execute(db);
    if (gone.numAffectedRows !== 1n) throw new Error(`${gone.numAffectedRows} sessions ended instead of one`);
  }

  /** What the server holds under the title: the text of each draft. */
  async drafts(): Promise<string[]> {
    const { db } = this.#school.ctx;
    const rows = await db.selectFrom('work').select('sections').where('title', '=', this.#title).execute();
    return rows.map(({ sections }) => sections.map(({ markdown }) => markdown).join('\n'));
  }

  /** The sentences that the server has not got after so long. */
  async missing(patienceMs: number): Promise<string[]> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const drafts = await this.drafts();
      const missing = this.#said.filter((sentence) => !drafts.some((text) => text.includes(sentence)));
      if (missing.length === 0 || performance.now() > end) return missing;
      await sleep(50);
    }
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }
}
