import AxeBuilder from '@axe-core/playwright';
import { type ConfigData, HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';

/** What axe calls serious or critical on the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id}: ${target} ${failureSummary}`),
    );
}

const HTML_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // how the renderer writes `<meta/>` and we `<!doctype html>`: both are HTML, and mean the same
    'void-style': 'off',
    'doctype-style': 'off',
    // teachers give the titles, 90 characters at most; a search engine may shorten what it shows
    'long-title': 'off',
    // several boxes of one question have its name
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  },
  elements: [
    'html5',
    {
      'live-count': { flow: true, phrasing: true, permittedContent: ['@phrasing'] },
      'cover-boxes': { flow: true, permittedContent: ['@flow'] },
    },
  ],
};
const validator = new HtmlValidate(HTML_RULES);

/** What is wrong with the HTML as it was sent. */
export async function htmlFindings(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, selector, line }) => `html ${ruleId}: ${message} (${selector ?? `line ${line}`})`,
    ),
  );
}

/** What sticks out on the right. The first few elements that do are named. */
export async function widthFindings(page: Page, how: string): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  return page.evaluate(
    ([most, words]) => {
      if (document.documentElement.scrollWidth <= most) return [];
      const sticksOut = (element: Element) => element.getBoundingClientRect().right > most + 1;
      // the innermost ones are to blame; what is fixed grows with the page
      const out = [...document.querySelectorAll('main *, .top-inner > *, .foot-inner *')].filter(
        (element) => sticksOut(element) && ![...element.children].some(sticksOut),
      );
      const names = out.slice(0, 4).map((element) => element.outerHTML.slice(0, 100));
      return [`${words}: ${document.documentElement.scrollWidth} px wide: ${names}`];
    },
    [width, how] as const,
  );
}

/** Letters twice as large, as readers set it in their browser. */
export async function doubleText(page: Page, on: boolean): Promise<void> {
  await page.evaluate(
    (size) => {
      document.documentElement.style.fontSize = size;
    },
    on ? '200%' : '',
  );
}

/** Buttons, fields, boxes and the ways around that are smaller than a fingertip, 44 px (WCAG 2.5.5). */
export async function targetFindings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = 'button, .button, nav a, summary, select, textarea, input:not([type=hidden])';
    return [...document.querySelectorAll<HTMLElement>(targets)].flatMap((element) => {
      // a box is pressed by its words too
      const labels =
        element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)
          ? [...(element.labels ?? [])]
          : [];
      const boxes = [element, ...labels]
        .map((one) => one.getBoundingClientRect())
        .filter(({ width }) => width > 0);
      if (boxes.length === 0) return [];
      const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
      const height =
        Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
      if (width >= 43.5 && height >= 43.5) return [];
      const name = (element.textContent ?? '').trim() || element.getAttribute('name');
      return [
        `target ${element.tagName}.${element.className} “${name}”: ${Math.round(width)} × ${Math.round(height)} px`,
      ];
    });
  });
}
