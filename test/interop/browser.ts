import { type Form, formsOf, plain } from './forms.ts';

/** how the browsers of the checks call themselves */
export const BROWSER = 'Browser';

interface Page {
  status: number;
  text: string;
  location: string;
}

/**
 * Somebody with a browser at one site: keeps cookies (or a password of HTTP's own kind), and sends only forms that
 * a page of the site really has.
 */
export class Browser {
  readonly #origin: string;
  readonly #authorization: string | null;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, basic?: { user: string; password: string }) {
    this.#origin = origin;
    const pair = basic && Buffer.from(`${basic.user}:${basic.password}`).toString('base64');
    this.#authorization = pair ? `Basic ${pair}` : null;
  }

  /** A page, redirects followed. @throws Error when it is not there */
  async page(path: string): Promise<string> {
    const page = await this.#ask(path);
    if (page.status >= 300 && page.status < 400) return this.page(this.#path(page.location));
    if (page.status !== 200) throw new Error(`GET ${path} was answered ${page.status}`);
    return page.text;
  }

  /**
   * Finds a form on a page by what it holds, fills it in and sends it as its button would.
   * @param fields values typed or chosen; a button with a name counts as one
   * @returns the page that follows
   */
  async send(path: string, which: (form: Form) => boolean, fields: Record<string, string>): Promise<string> {
    const form = formsOf(await this.page(path)).find(which);
    if (!form) throw new Error(`there is no such form on ${path}`);
    const values: [string, string][] = form.fields.filter(([name]) => !(name in fields));
    values.push(...Object.entries(fields));
    const action = this.#path(form.action || path);
    const answer = await this.#ask(action, { method: 'POST', ...encoded(form, values) });
    if (answer.status >= 300 && answer.status < 400) return this.page(this.#path(answer.location));
    if (answer.status >= 400)
      throw new Error(`POST ${action} was answered ${answer.status} ${textOf(answer.text, 'error-summary')}`);
    return answer.text;
  }

  async #ask(path: string, init: Sent = {}): Promise<Page> {
    const headers: Record<string, string> = {
      origin: this.#origin,
      'user-agent': BROWSER,
      accept: 'text/html',
      ...init.headers,
    };
    if (this.#authorization) headers.authorization = this.#authorization;
    if (this.#cookies.size > 0) headers.cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(`${this.#origin}${path}`, { ...init, redirect: 'manual', headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const location = answer.headers.get('location') ?? '';
    return { status: answer.status, text: await answer.text(), location };
  }

  /** An address of this site as its path. */
  #path(address: string): string {
    const url = new URL(address, this.#origin);
    if (url.origin !== this.#origin) throw new Error(`${address} leads away from ${this.#origin}`);
    return `${url.pathname}${url.search}`;
  }
}

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
}

/** As browsers send it: the plain type without a charset. */
function encoded({ multipart }: Form, values: readonly [string, string][]): Sent {
  if (!multipart) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { headers, body: new URLSearchParams([...values]).toString() };
  }
  const body = new FormData();
  for (const [name, value] of values) body.append(name, value);
  return { body };
}

/** The text of what a page says under a class, at most 300 characters. */
function textOf(html: string, name: string): string {
  const [, part = ''] = html.split(`class="${name}"`);
  return plain(part.replace(/^[^>]*>/, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
