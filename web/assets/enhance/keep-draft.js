/**
 * Keeps what is written. Every change goes to this browser's storage at once and to the server two seconds later; when
 * the server is away or the session has ended, the text stays here and is sent when it can be. A page that is opened
 * again finds what the server has not got. See web/stories/keep-draft.tsx for the words.
 */
const PAUSE = 2_000;
const AGAIN = 5_000;
/** changes of a box that are remembered while nobody answers: the first ones and the last ones */
const UNSURE = 60;
/** what says how the words stand to those on the server */
const ABOUT = new Set(['base', 'draftKey', 'gaps', 'unsure']);
/** what is said of a text, not the text: said anew each time */
const SAID = /^(?:attested$|changeNote$|check-|pick\.|seen$)/;

/** As web/stories/merge-sent.ts has them: what a box holds, and its hash. */
const plain = (values) =>
  values
    .map((value) => value.replace(/\r\n?/g, '\n').trim())
    .filter((value) => value !== '')
    .sort()
    .join('\n');

async function hash(text) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const letters = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return letters.replaceAll('+', '-').replaceAll('/', '_').slice(0, 10);
}

class KeepDraft extends HTMLElement {
  connectedCallback() {
    if (this.dataset.forget) return this.forgetAll(this.dataset.forget);
    this.form = this.querySelector('form');
    if (!this.form) return;
    this.status = this.querySelector('.keep-status');
    this.base = this.form.elements.namedItem('base');
    if (this.base && crypto.subtle) this.addUnsure();
    this.saved = this.text();
    this.restore();
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('submit', (event) => this.submitting(event));
    addEventListener('online', () => this.save());
  }

  get key() {
    return `ajar:draft:${this.dataset.who}:${new URL(this.form.action).pathname}`;
  }

  /** every box of the form in order, the hidden ones too; files stay where they are */
  pairs() {
    return [...new FormData(this.form)].filter(([, value]) => typeof value === 'string');
  }

  /** those that are kept in this browser */
  words() {
    return this.pairs().filter(([name]) => !SAID.test(name));
  }

  text() {
    return this.textOf(this.words());
  }

  textOf(pairs) {
    return JSON.stringify(pairs.filter(([name]) => !ABOUT.has(name)));
  }

  addUnsure() {
    this.unsure = document.createElement('input');
    this.unsure.type = 'hidden';
    this.unsure.name = 'unsure';
    this.form.append(this.unsure);
  }

  /** Remembers what goes out now: should it arrive and the answer be lost, it is still known as ours. */
  async note(pairs) {
    if (!this.unsure) return;
    const sent = new URLSearchParams(pairs);
    const boxes = this.base.value.split(' ').map((pair) => pair.split(':')[0]);
    const now = await Promise.all(
      boxes.map(async (name) => `${name}:${await hash(plain(sent.getAll(name)))}`),
    );
    const before = this.unsure.value.split(' ').filter(Boolean);
    const known = new Set([...this.base.value.split(' '), ...before]);
    const all = [...before, ...now.filter((pair) => !known.has(pair))];
    const some = all.length > UNSURE ? [...all.slice(0, UNSURE / 2), ...all.slice(-UNSURE / 2)] : all;
    this.unsure.value = some.join(' ');
    this.keep();
  }

  changed() {
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  /** @param sent the form is on its way, so that it is not shown again when it has arrived */
  keep(sent = false) {
    const { version } = this.dataset;
    try {
      localStorage.setItem(this.key, JSON.stringify({ pairs: this.words(), version, sent }));
    } catch {
      // no storage in this browser: the server has it in a moment
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {}
  }

  /** Everything that was kept of a story, whichever of its pages it was written on. */
  forgetAll(path) {
    const start = `ajar:draft:${this.dataset.who}:${path}`;
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key);
    } catch {}
  }

  restore() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(this.key) ?? 'null');
    } catch {}
    if (kept?.sent && kept.version !== this.dataset.version) return this.forget();
    if (!kept || this.textOf(kept.pairs) === this.text()) return this.forget();
    this.fill(kept.pairs);
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'button quiet';
    drop.textContent = this.dataset.sayDrop;
    drop.addEventListener('click', () => {
      this.forget();
      location.reload();
    });
    this.tell(this.dataset.sayRestored, drop);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  fill(pairs) {
    const values = new Map();
    for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
    for (const box of this.form.elements) {
      if (!box.name || SAID.test(box.name) || box.type === 'file' || box.type === 'submit') continue;
      const given = values.get(box.name) ?? [];
      if (box.type === 'checkbox' || box.type === 'radio') box.checked = given.includes(box.value);
      else if (given.length > 0) box.value = given[0];
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  /** @returns whether the server has everything */
  async save() {
    clearTimeout(this.timer);
    const text = this.text();
    if (!this.dataset.autosave) {
      this.tell(this.dataset.sayKept);
      return true;
    }
    if (this.busy) {
      this.timer = setTimeout(() => this.save(), PAUSE);
      return false;
    }
    this.busy = true;
    try {
      const pairs = this.pairs();
      await this.note(pairs);
      const answer = await fetch(this.dataset.autosave, {
        method: 'POST',
        body: new URLSearchParams(pairs),
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(15_000),
      });
      if (answer.redirected || answer.status === 401 || answer.status === 403) return this.signedOut();
      if (!answer.ok) throw new Error(String(answer.status));
      this.took(await answer.json(), text);
      return true;
    } catch {
      this.tell(this.dataset.sayAway);
      this.timer = setTimeout(() => this.save(), AGAIN);
      return false;
    } finally {
      this.busy = false;
    }
  }

  took({ id, action, autosave, base, conflicts, words }, text) {
    this.forget();
    if (this.unsure) this.unsure.value = '';
    const meter = this.form.querySelector('.word-meter');
    if (meter && words) meter.textContent = words;
    if (id) {
      const isNew = new URL(this.form.action).pathname !== action;
      this.form.action = action;
      this.dataset.autosave = autosave;
      // the button that adds a photo goes to the story that now exists
      for (const button of this.form.querySelectorAll('[formaction$="/new/photos"]'))
        button.formAction = `${action}/photos`;
      if (this.base) this.base.value = base;
      if (isNew) history.replaceState(null, '', action);
    }
    // boxes that were changed elsewhere too have not been stored
    if (conflicts.length > 0) this.keep();
    this.saved = text;
    if (this.text() !== text) this.changed();
    if (conflicts.length > 0) return this.tell(this.dataset.sayElsewhere);
    if (id) this.tell(this.dataset.saySaved);
  }

  signedOut() {
    const link = document.createElement('a');
    link.href = this.dataset.signIn;
    link.target = '_blank';
    link.textContent = this.dataset.saySignIn;
    this.tell(this.dataset.saySignedOut, link);
    this.timer = setTimeout(() => this.save(), AGAIN);
    return false;
  }

  /** The form is not let go while the server is away: the browser would show an empty page in its place. */
  async submitting(event) {
    this.keep(!this.dataset.autosave);
    if (this.sure || !this.dataset.autosave) return;
    event.preventDefault();
    const { submitter } = event;
    const saved = await this.save();
    if (!saved && !this.busy) return;
    this.sure = true;
    this.form.requestSubmit(submitter);
    this.sure = false;
  }

  tell(text, ...more) {
    this.status?.replaceChildren(text, ...more.flatMap((one) => [' ', one]));
  }
}

customElements.define('keep-draft', KeepDraft);
