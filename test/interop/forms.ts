/** A form as it stands on a page, with the values that a browser would send if nobody touched it. */
export interface Form {
  action: string;
  multipart: boolean;
  fields: [string, string][];
  /** its inner HTML, for telling forms apart */
  html: string;
}

/** The forms of a page. Enough of a parser for two servers that write tidy HTML. */
export function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', html = '']) => ({
    action: attribute(head, 'action') ?? '',
    multipart: attribute(head, 'enctype') === 'multipart/form-data',
    fields: fieldsOf(html),
    html,
  }));
}

function fieldsOf(html: string): [string, string][] {
  const fields: [string, string][] = [];
  const control = /<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, area, text = '', select, options = ''] of html.matchAll(control)) {
    const head = input ?? area ?? select ?? '';
    const name = attribute(head, 'name');
    if (!name) continue;
    if (area !== undefined) fields.push([name, plain(text.replace(/^\n/, ''))]);
    else if (select !== undefined) fields.push([name, chosen(options)]);
    else if (isSent(head)) fields.push([name, attribute(head, 'value') ?? (isChoice(head) ? 'on' : '')]);
  }
  return fields;
}

function isSent(input: string): boolean {
  if (isChoice(input)) return /\schecked\b/.test(input);
  return !['submit', 'button', 'file', 'image', 'reset'].includes(attribute(input, 'type') ?? 'text');
}

function isChoice(input: string): boolean {
  return ['checkbox', 'radio'].includes(attribute(input, 'type') ?? '');
}

function chosen(html: string): string {
  const options = [...html.matchAll(/<option\b([^>]*)>(.*?)<\/option>/gs)];
  const [, head = '', text = ''] =
    options.find(([, one = '']) => /\sselected\b/.test(one)) ?? options[0] ?? [];
  return attribute(head, 'value') ?? plain(text);
}

function attribute(head: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(head);
  return found ? plain(found[1] ?? '') : null;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it reads, its character references resolved. */
export function plain(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
