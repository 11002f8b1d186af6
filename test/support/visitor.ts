import { PASSWORD } from './district.ts';

/** What came back, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** where it leads, as a path for our own site; empty when nowhere */
  location: string;
}

type Fields = Record<string, string | readonly string[]>;

/** A file as somebody sends it, with what they say of it. */
export interface SentFile {
  bytes: Uint8Array;
  type: string;
  name: string;
}

/** Somebody with a browser: keeps cookies, sends forms from our own pages, follows no redirects. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #always: Record<string, string>;

  constructor(origin: string, always: Record<string, string> = {}) {
    this.#origin = origin;
    this.#always = always;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  /** Sends a form as browsers do. `headers` replace what says that it came from our own page. */
  post(
    path: string,
    fields: Fields = {},
    headers: Record<string, string> = { origin: this.#origin },
  ): Promise<Answer> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, one);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.send('POST', path, form.toString(), { ...type, ...headers });
  }

  /** Sends a form with a file as browsers do; without one the file field is empty. */
  upload(path: string, file: SentFile | null, fields: Fields = {}, name = 'photo'): Promise<Answer> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(key, one);
    const { bytes = Buffer.alloc(0), type = 'application/octet-stream', name: fileName = '' } = file ?? {};
    form.append(name, new Blob([new Uint8Array(bytes)], { type }), fileName);
    return this.send('POST', path, form, { origin: this.#origin });
  }

  async send(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#origin}${path}`, {
      method,
      body,
      redirect: 'manual',
      headers: { ...this.#always, ...(cookie ? { cookie } : {}), ...headers },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const location = response.headers.get('location') ?? '';
    return { status: response.status, headers: response.headers, text: await response.text(), location };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Somebody who is signed in. @param who a handle of `aTeacher`, or an e-mail address */
export async function signedIn(origin: string, who: string, password = PASSWORD): Promise<Visitor> {
  const visitor = new Visitor(origin);
  const email = who.includes('@') ? who : `${who}@school.example`;
  const answer = await visitor.post('/sign-in', { email, password });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return visitor;
}
