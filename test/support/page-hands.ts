import type { Locator, Page } from 'playwright-core';

/** How somebody works with a page. */
export interface Hands {
  /** presses a link or a button */
  press(target: Locator): Promise<void>;
  /** types into a field */
  write(field: Locator, text: string): Promise<void>;
  /** ticks a box, or chooses one of several */
  choose(box: Locator): Promise<void>;
  /** presses, ticks and fields so far; going from stop to stop with Tab is not counted */
  acts: number;
}

/** A finger on a telephone. */
export function fingers(page: Page): Hands {
  const hands: Hands = {
    acts: 0,
    async press(target) {
      hands.acts += 1;
      await target.tap();
    },
    async write(field, text) {
      hands.acts += 1;
      await field.tap();
      await page.keyboard.insertText(text);
    },
    async choose(box) {
      hands.acts += 1;
      await box.tap();
    },
  };
  return hands;
}

/** The keyboard alone. Every stop on the way must show where one is, and not lie under something else. */
export function keyboard(page: Page): Hands {
  const hands: Hands = {
    acts: 0,
    async press(target) {
      hands.acts += 1;
      await tabTo(page, target);
      await page.keyboard.press('Enter');
    },
    async write(field, text) {
      hands.acts += 1;
      await tabTo(page, field);
      await page.keyboard.insertText(text);
    },
    async choose(box) {
      hands.acts += 1;
      if ((await box.getAttribute('type')) === 'checkbox') {
        await tabTo(page, box);
        await page.keyboard.press('Space');
      } else await chooseByArrows(page, box);
    },
  };
  return hands;
}

const MOST_STOPS = 120;

/** Presses Tab until `target` has the focus. @throws Error at a stop that does not show, or when it is never reached */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const problem = await stopProblem(page);
    if (problem) throw new Error(problem);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} was not reached with ${MOST_STOPS} presses of Tab`);
}

/** Goes to the group with Tab, then along it with the arrow. */
async function chooseByArrows(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute('name');
  const group = page.locator(`input[type=radio][name="${name}"]`);
  const entry = (await group.and(page.locator(':checked')).count()) > 0 ? ':checked' : ':first-of-type';
  const first = entry === ':checked' ? group.and(page.locator(':checked')) : group.first();
  await tabTo(page, first);
  if (entry !== ':checked') await page.keyboard.press('Space');
  for (let step = 0; step < (await group.count()); step += 1) {
    if (await radio.isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${radio} was not reached with the arrow`);
}

/** What is wrong with the place where the focus is; null when nothing is. */
async function stopProblem(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const name = `${at.tagName} “${(at.textContent ?? '').trim().slice(0, 40)}” on ${location.pathname}`;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no focus ring: ${name}`;
    const box = at.getClientRects()[0];
    if (!box) return `nowhere on the page: ${name}`;
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 1 || bottom - top < 1) return `out of sight: ${name}`;
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return there && (at.contains(there) || there.contains(at)) ? null : `under something else: ${name}`;
  });
}
