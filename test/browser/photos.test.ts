import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { saveDraft } from '../../server/actions/save-draft.ts';
import type { Photo } from '../../server/domain/photo.ts';
import { photosOfWork } from '../../server/store/photos.ts';
import { openBrowser } from '../support/browser.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, type TestDistrict } from '../support/district.ts';
import { widthFindings } from '../support/page-checks.ts';
import { fingers, type Hands, keyboard } from '../support/page-hands.ts';
import { LAPTOP, openReader, PHONE, signInAs } from '../support/page-readers.ts';
import { putPhoto } from '../support/photo-scene.ts';
import { cameraPhoto, heic, jpegOf } from '../support/photos.ts';
import type { SentFile } from '../support/visitor.ts';

const ALT = 'Three jars in a row; the water in the third one is blue.';
const forBrowser = ({ bytes, type, name }: SentFile) => ({
  name,
  mimeType: type,
  buffer: Buffer.from(bytes),
});

describe('photos in the browser', () => {
  let node: TestDistrict;
  let browser: Browser;
  let ruth: string;

  beforeAll(async () => {
    [node, browser] = await Promise.all([openDistrict(), openBrowser()]);
    ruth = await aTeacher(node.ctx, 'ruth');
  });
  afterAll(() => Promise.all([node?.stop(), browser?.close()]));

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const heading = (page: Page, name: string) => page.getByRole('heading', { name });

  /** From an empty page to a published story with a photo. */
  async function tell(page: Page, hands: Hands): Promise<void> {
    await signInAs(page, node.origin, 'ruth');
    await page.goto(`${node.origin}/write/story`);
    await hands.write(page.getByLabel('Title'), 'Three jars');
    await hands.write(
      page.getByRole('textbox', { name: 'What did you do – the how?' }),
      'I put three jars on the table.',
    );
    await page.getByLabel('Choose a photo').setInputFiles(forBrowser(await cameraPhoto()));
    await hands.press(button(page, 'Add this photo'));

    await heading(page, 'Photo 1 of 1').waitFor();
    expect(await widthFindings(page, 'a photo')).toEqual([]);
    await hands.write(page.getByLabel('What can be seen?'), ALT);
    await hands.choose(page.getByLabel('Nobody', { exact: true }));
    await hands.choose(page.getByLabel('No names', { exact: true }));
    await hands.press(button(page, 'Back to the story'));

    await heading(page, 'Tell it').waitFor();
    expect(await page.getByText('Ready', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByLabel('Title').inputValue()).toBe('Three jars');
    expect(await page.content()).toContain('I put three jars on the table.');
    expect(await widthFindings(page, 'the editor')).toEqual([]);
    await hands.press(button(page, 'Next: help it travel'));
    await hands.write(page.getByLabel('In one breath'), 'Three jars, and nobody says a word.');
    await hands.press(button(page, 'Next: check it'));
    await hands.choose(page.getByLabel('Everyone', { exact: true }));
    await hands.press(button(page, 'Next: look it over'));
    await heading(page, 'Look it over').waitFor();
    expect(await page.getByRole('img', { name: ALT }).count()).toBe(1);
    await hands.choose(page.getByLabel('I have read this through.'));
    await hands.press(button(page, 'Publish').first());
    await heading(page, 'It is out of your drawer').waitFor();
    await hands.press(page.getByRole('link', { name: 'Read it' }));
    const image = page.getByRole('img', { name: ALT });
    await image.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    expect(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
    expect(await widthFindings(page, 'the story')).toEqual([]);
  }

  test.each<[how: string, through: BrowserContextOptions, hands: (page: Page) => Hands]>([
    ['on a telephone 360 pixels wide', PHONE, fingers],
    ['on a telephone without JavaScript', { ...PHONE, javaScriptEnabled: false }, fingers],
    ['with the keyboard alone', LAPTOP, keyboard],
  ])('a teacher adds a photo to a story and publishes it: %s', async (_how, through, hands) => {
    const { page, context, complaints } = await openReader(browser, through);
    await tell(page, hands(page));
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a photo takes two minutes: sign in, write, add it, describe it, publish, in nine pages', async () => {
    const reader = await openReader(browser, PHONE);
    const { page } = reader;
    const hands = fingers(page);
    await page.goto(`${node.origin}/sign-in`);
    await hands.write(page.getByLabel('E-mail address'), 'ruth@school.example');
    await hands.write(page.getByLabel('Password'), PASSWORD);
    await hands.press(button(page, 'Sign in'));
    await hands.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Write' }));
    await hands.press(page.getByRole('link', { name: 'A practice story' }));
    await hands.write(page.getByLabel('Title'), 'In nine pages');
    await hands.write(
      page.getByRole('textbox', { name: 'What did you do – the how?' }),
      'I put three jars on the table.',
    );
    await page.getByLabel('Choose a photo').setInputFiles(forBrowser(await jpegOf(900, 600)));
    await hands.press(button(page, 'Add this photo'));
    await heading(page, 'Photo 1 of 1').waitFor();
    await hands.write(page.getByLabel('What can be seen?'), ALT);
    await hands.choose(page.getByLabel('Nobody', { exact: true }));
    await hands.choose(page.getByLabel('No names', { exact: true }));
    await hands.press(button(page, 'Next: help it travel'));
    await hands.write(page.getByLabel('In one breath'), 'Three jars, and nobody says a word.');
    await hands.press(button(page, 'Next: check it'));
    await hands.choose(page.getByLabel('Everyone', { exact: true }));
    await hands.press(button(page, 'Next: look it over'));
    await hands.choose(page.getByLabel('I have read this through.'));
    await hands.press(button(page, 'Publish').first());
    await heading(page, 'It is out of your drawer').waitFor();
    const kept = node.ctx.db.selectFrom('work').select('id').where('title', '=', 'In nine pages');
    expect(await kept.execute()).toHaveLength(1);
    expect(reader.loaded.length).toBeLessThanOrEqual(9);
    expect(hands.acts).toBeLessThanOrEqual(40);
    await reader.context.close();
  });

  async function aPhoto(): Promise<{ id: string; photo: Photo; path: string }> {
    const id = await saveDraft(node.ctx, ruth, aStory());
    const photo = await putPhoto(node.ctx, ruth, id, await jpegOf(1_000, 800));
    return { id, photo, path: `${node.origin}/write/story/${id}/photos/${photo.id}` };
  }

  /** How dark the middle of a part of the photo is that its author gets now. */
  async function shadeAt(page: Page, id: string, x: number, y: number): Promise<number> {
    const [photo] = await photosOfWork(node.ctx.db, id);
    const answer = await page.request.get(`${node.origin}/media/${photo?.token}/1080.jpg`);
    const { data, info } = await sharp(await answer.body())
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels] ?? 0;
  }

  test('names are covered with numbers and the keyboard alone', async () => {
    const { id, photo, path } = await aPhoto();
    const { page, context } = await openReader(browser, LAPTOP);
    await signInAs(page, node.origin, 'ruth');
    await page.goto(path);
    const hands = keyboard(page);
    await hands.press(page.getByText('Cover something, or keep only a part'));
    const box = page.getByRole('group', { name: 'Cover box 1' });
    await hands.write(box.getByLabel('From the left, %'), '40');
    await hands.write(box.getByLabel('From the top, %'), '40');
    await hands.write(box.getByLabel('Width, %'), '20');
    await hands.write(box.getByLabel('Height, %'), '20');
    // what is typed is shown on the photo before it is done
    expect(await page.locator('.cover-box').count()).toBe(1);
    await hands.press(button(page, 'Cover it for good'));
    await page.getByText('Done, and the earlier picture is deleted.').waitFor();
    expect(Math.abs((await shadeAt(page, id, 0.5, 0.5)) - 0x2b)).toBeLessThan(12);
    expect(await shadeAt(page, id, 0.19, 0.5)).toBeGreaterThan(150);
    const old = await page.request.get(`${node.origin}/media/${photo.token}/1080.jpg`);
    expect(old.status()).toBe(404);
    await context.close();
  });

  test('without JavaScript the same numbers do it', async () => {
    const { id, path } = await aPhoto();
    const { page, context } = await openReader(browser, { ...PHONE, javaScriptEnabled: false });
    await signInAs(page, node.origin, 'ruth');
    await page.goto(path);
    await page.getByText('Cover something, or keep only a part').tap();
    const box = page.getByRole('group', { name: 'Cover box 2' });
    for (const [label, number] of [
      ['From the left, %', '40'],
      ['From the top, %', '40'],
      ['Width, %', '20'],
      ['Height, %', '20'],
    ] as const)
      await box.getByLabel(label).fill(number);
    await button(page, 'Cover it for good').tap();
    await page.getByText('Done, and the earlier picture is deleted.').waitFor();
    expect(Math.abs((await shadeAt(page, id, 0.5, 0.5)) - 0x2b)).toBeLessThan(12);
    await context.close();
  });

  test.each([
    ['without JavaScript', false],
    ['with it', true],
  ])('what was said of a photo is not lost by covering something, %s', async (_how, javaScriptEnabled) => {
    const { id, path } = await aPhoto();
    const { page, context } = await openReader(browser, { ...PHONE, javaScriptEnabled });
    await signInAs(page, node.origin, 'ruth');
    await page.goto(path);
    await page.getByLabel('What can be seen?').fill(ALT);
    await page.getByLabel('Nobody', { exact: true }).check();
    await page.getByText('Cover something, or keep only a part').tap();
    const box = page.getByRole('group', { name: 'Cover box 1' });
    const labels = ['From the left, %', 'From the top, %', 'Width, %', 'Height, %'] as const;
    for (const label of labels) await box.getByLabel(label).fill('40');
    await button(page, 'Empty the boxes').tap();
    if (!javaScriptEnabled) {
      await page.locator('#boxes:not([open])').waitFor();
      await page.getByText('Cover something, or keep only a part').tap();
    }
    expect(await box.getByLabel('From the left, %').inputValue()).toBe('');
    expect(await page.getByLabel('What can be seen?').inputValue()).toBe(ALT);
    for (const label of labels) await box.getByLabel(label).fill('40');
    await button(page, 'Next: help it travel').tap();
    await page.getByText('A box is drawn, and nothing is covered yet.').first().waitFor();
    expect(await box.getByLabel('Width, %').inputValue()).toBe('40');
    await button(page, 'Cover it for good').tap();
    await page.getByText('Done, and the earlier picture is deleted.').waitFor();
    expect(await page.getByLabel('What can be seen?').inputValue()).toBe(ALT);
    expect(await page.getByLabel('Nobody', { exact: true }).isChecked()).toBe(true);
    expect(await photosOfWork(node.ctx.db, id)).toMatchObject([{ alt: ALT, people: 'none', covers: 1 }]);
    await context.close();
  });

  test('boxes are drawn with the mouse', async () => {
    const { id, path } = await aPhoto();
    const { page, context, complaints } = await openReader(browser, LAPTOP);
    await signInAs(page, node.origin, 'ruth');
    await page.goto(path);
    await button(page, 'Draw a box on the photo').click();
    const layer = page.locator('.cover-layer');
    await layer.scrollIntoViewIfNeeded();
    const at = await layer.boundingBox();
    if (!at) throw new Error('there is nothing to draw on');
    const to = (x: number, y: number) =>
      page.mouse.move(at.x + at.width * x, at.y + at.height * y, { steps: 4 });
    await to(0.4, 0.4);
    await page.mouse.down();
    await to(0.6, 0.6);
    await page.mouse.up();
    const box = page.getByRole('group', { name: 'Cover box 1' });
    for (const label of ['From the left, %', 'Width, %'])
      expect(
        Math.abs(Number(await box.getByLabel(label).inputValue()) - (label === 'Width, %' ? 20 : 40)),
      ).toBeLessThan(2);
    await button(page, 'Cover it for good').click();
    await page.getByText('Done, and the earlier picture is deleted.').waitFor();
    expect(Math.abs((await shadeAt(page, id, 0.5, 0.5)) - 0x2b)).toBeLessThan(12);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a HEIC photo is refused with what to do, and the text stays', async () => {
    const { page, context } = await openReader(browser, PHONE);
    await signInAs(page, node.origin, 'ruth');
    await page.goto(`${node.origin}/write/story`);
    await page.getByLabel('Title').fill('From my telephone');
    await page.getByLabel('Choose a photo').setInputFiles(forBrowser(heic()));
    await button(page, 'Add this photo').tap();
    await page.getByText('Choose “Most compatible” in the camera settings').first().waitFor();
    await page.getByRole('link', { name: 'Back to the story' }).tap();
    expect(await page.getByLabel('Title').inputValue()).toBe('From my telephone');
    await context.close();
  });
});
