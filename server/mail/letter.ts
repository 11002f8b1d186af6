/** A letter to a teacher: a few sentences and one place to go. The words come ready in the reader's language. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  /** plain sentences, a paragraph each */
  paragraphs: readonly string[];
  link: { label: string; href: string };
  /** why it came, and the page that stops such letters */
  footer: string;
  stop: { label: string; href: string };
  /** BCP 47 */
  lang: string;
}

/** The letter as plain text. */
export function plainOf({ paragraphs, link, footer, stop }: Letter): string {
  return [
    ...paragraphs,
    `${link.label}:\n${link.href}`,
    `--\n${footer}\n${stop.label}: ${stop.href}`,
    '',
  ].join('\n\n');
}

/** The same as HTML: no pictures, nothing that tells when it is read. */
export function htmlOf({ paragraphs, link, footer, stop, lang, subject }: Letter): string {
  const body = 'font-family:Georgia,serif;font-size:17px;line-height:1.5;color:#22252b;max-width:34em';
  return [
    `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="${body}">`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    `<p><a href="${escaped(link.href)}" style="color:#1f5f5b">${escaped(link.label)}</a></p>`,
    `<hr><p style="font-size:14px;color:#5b5f68">${escaped(footer)} <a href="${escaped(stop.href)}" style="color:#5b5f68">${escaped(stop.label)}</a></p>`,
    '</body></html>',
  ].join('\n');
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
