import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { invitePerson } from '../../server/actions/invite-person.ts';
import { openBrowser } from '../support/browser.ts';
import { aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { fingers, type Hands, keyboard } from '../support/page-hands.ts';
import { LAPTOP, openReader, PHONE, type Reader } from '../support/page-readers.ts';
import { jpegOf } from '../support/photos.ts';

/** three hundred words in all, one of them the name of a student */
const HOW = `On Monday I wrote one question on the board and said nothing. ${'I waited, and somebody began to write, and then another one did. '.repeat(14)}`;
const STUDENTS =
  'Then a student called Madison said that silence is loud. Others laughed, and then they wrote too.';
const TITLE = 'One question and nothing else';
const GIST = 'A question on the board, and a teacher who says nothing until somebody writes.';

describe('a teacher with eight minutes: from the invitation to the first story, with a photo and a name in it', () => {
  let node: TestDistrict;
  let browser: Browser;
  let priya: string;
  let folder: string;
  let photo: string;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    priya = await aTeacher(node.ctx, 'priya', { role: 'admin' });
    folder = mkdtempSync(join(tmpdir(), 'ajar-photo-'));
    photo = join(folder, 'board.jpg');
    writeFileSync(photo, (await jpegOf(1_200, 900)).bytes);
  });
  afterAll(async () => {
    await Promise.all([node?.stop(), browser?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  async function goThrough({ page }: Reader, hands: Hands, who: string): Promise<void> {
    const label = (words: string) => page.getByLabel(words, { exact: false }).first();
    const exact = (words: string) => page.getByLabel(words, { exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const heading = (name: string) => page.getByRole('heading', { name, exact: false }).first();
    const box = (name: string) => page.getByRole('textbox', { name });

    const invitation = await invitePerson(node.ctx, priya, { email: null, label: 'teacher' });
    await page.goto(`${node.origin}/join/${invitation}`);
    await hands.write(box('Your name'), `Jo ${who}`);
    await hands.write(box('Your address here'), who);
    await hands.write(box('E-mail address'), `${who}@school.example`);
    await hands.write(exact('Password'), PASSWORD);
    await hands.write(exact('The password again'), PASSWORD);
    await hands.choose(label('Sciences'));
    await hands.write(label('From age'), '12');
    await hands.write(label('To age'), '13');
    await hands.press(button('Join'));

    await heading('Hello').waitFor();
    await hands.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Write' }));
    await heading('What would you like to write?').waitFor();
    await hands.press(page.getByRole('link', { name: 'A practice story' }));

    await heading('Tell it').waitFor();
    await hands.write(box('Title'), TITLE);
    await hands.write(box('What did you do – the how?'), HOW);
    await hands.write(box('What did students do or say?'), STUDENTS);
    hands.acts += 1;
    await page.locator('input[type="file"]').first().setInputFiles(photo);
    await hands.press(button('Add this photo'));

    await heading('Photo 1 of 1').waitFor();
    await hands.write(box('What can be seen?'), 'A board with one question on it.');
    await hands.choose(exact('Nobody'));
    await hands.choose(exact('No names'));
    await hands.press(button('Next: help it travel'));

    await heading('Help it travel').waitFor();
    await hands.write(box('In one breath'), GIST);
    await hands.press(button('Next: check it'));

    await heading('Student check').waitFor();
    expect(await page.locator('.passage mark').allInnerTexts()).toEqual(['Madison']);
    await hands.choose(label('Write “'));
    await hands.choose(exact('Everyone'));
    await hands.press(button('Next: look it over'));

    await heading('Look it over').waitFor();
    await hands.choose(label('I have read this through.'));
    await hands.press(button('Publish'));
    await heading('It is out of your drawer').waitFor();
  }

  test.each([
    ['with a finger on a telephone', 'ruthie', PHONE, fingers],
    ['with the keyboard alone', 'marcy', LAPTOP, keyboard],
    ['on a telephone without JavaScript', 'jordie', { ...PHONE, javaScriptEnabled: false }, fingers],
  ])('scenario 7, %s', async (_how, who, through, handsOn) => {
    const reader = await openReader(browser, through);
    const hands = handsOn(reader.page);
    await goThrough(reader, hands, who);
    expect(reader.loaded.length).toBeLessThanOrEqual(9);
    expect(hands.acts).toBeLessThanOrEqual(40);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();

    const story = await fetch(`${node.origin}/@${who}/one-question-and-nothing-else`);
    const text = await story.text();
    expect(story.status).toBe(200);
    expect(text).not.toContain('Madison');
    expect(text).toContain('alt="A board with one question on it."');
    const mine = node.ctx.db.selectFrom('work').innerJoin('actor', 'actor.id', 'work.author_id');
    expect(await mine.select('work.state').where('actor.handle', '=', who).execute()).toEqual([
      { state: 'published' },
    ]);
  });
});
