/**
 * What Word and Google Docs put on the clipboard, as plain structure: their numbered paragraphs become lists, their
 * weights become bold and italic, their invisible parts go. Everything else that the surface does not know is dropped
 * by its schema. Styles are read as text only: no page of ours lets foreign styles in.
 * @param {string} html
 * @returns {string}
 */
export function cleanPasted(html) {
  const page = new DOMParser().parseFromString(withoutConditions(html), 'text/html');
  for (const gone of page.querySelectorAll('style, script, meta, link, title, img, [hidden]')) gone.remove();
  for (const node of [...page.querySelectorAll('*')].filter(({ nodeName }) => nodeName.includes(':')))
    node.replaceWith(...node.childNodes);
  listsOfWord(page);
  weights(page);
  return page.body.innerHTML;
}

/** Word's remarks to itself. What it hides from others (the bullets as text) goes with them. */
const withoutConditions = (html) =>
  html
    .replace(/<!--\[if !supportLists\]-->[\s\S]*?<!--\[endif\]-->/g, '')
    .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\sstyle=/gi, ' data-style=');

/** Google Docs wraps everything in a `b` that is not bold, and makes words bold by their style. */
function weights(page) {
  for (const node of page.querySelectorAll('b[data-style], strong[data-style]'))
    if (/font-weight:\s*(?:normal|400)/.test(node.dataset.style)) node.replaceWith(...node.childNodes);
  for (const node of page.querySelectorAll('span[data-style]')) {
    const { style } = node.dataset;
    const tags = [
      /font-weight:\s*(?:bold|[6-9]00)/.test(style) && 'strong',
      /font-style:\s*italic/.test(style) && 'em',
      /text-decoration[^;]*line-through/.test(style) && 's',
    ];
    for (const tag of tags.filter(Boolean)) {
      const mark = page.createElement(tag);
      mark.append(...node.childNodes);
      node.append(mark);
    }
  }
}

/** Paragraphs that only look like a list. */
function listsOfWord(page) {
  let list = null;
  for (const item of page.querySelectorAll('p[class*="MsoListParagraph"], p[data-style*="mso-list"]')) {
    const type = /^\s*(?:\d+|[a-z])[.)]/.test(item.textContent) ? 'ol' : 'ul';
    for (const sign of item.querySelectorAll('span[data-style*="mso-list"]')) sign.remove();
    if (list?.nextElementSibling !== item || list.nodeName.toLowerCase() !== type) {
      list = page.createElement(type);
      item.before(list);
    }
    const entry = page.createElement('li');
    entry.append(...item.childNodes);
    list.append(entry);
    item.remove();
  }
}
