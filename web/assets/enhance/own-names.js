/**
 * "My own list": first names that somebody keeps in this browser alone. They are looked for in the text here, on this
 * page; neither the list nor what it finds is ever sent. See web/check/own-names.tsx for the words.
 */
class OwnNames extends HTMLElement {
  connectedCallback() {
    this.texts = JSON.parse(this.dataset.texts ?? '[]');
    this.key = `ajar:own-names:${this.dataset.who}`;
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = this.dataset.sayTitle;
    const label = document.createElement('label');
    label.htmlFor = 'own-names-box';
    label.textContent = this.dataset.sayLabel;
    this.box = document.createElement('textarea');
    this.box.id = 'own-names-box';
    this.box.className = 'input';
    this.box.rows = 3;
    // it has no name: a form never takes it along
    this.box.autocomplete = 'off';
    this.box.value = this.kept();
    this.found = document.createElement('div');
    this.found.setAttribute('role', 'status');
    details.append(summary, label, this.box);
    this.replaceChildren(details, this.found);
    this.box.addEventListener('input', () => this.look());
    this.look();
  }

  kept() {
    try {
      return localStorage.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }

  look() {
    try {
      localStorage.setItem(this.key, this.box.value);
    } catch {}
    const names = [...new Set(this.box.value.split(/[\s,;]+/).filter((name) => name.length > 1))];
    const hits = this.texts.flatMap(({ label, text }) =>
      names.filter((name) => standsIn(text, name)).map((name) => `${name} (${label})`),
    );
    this.found.replaceChildren();
    if (names.length === 0) return;
    const line = document.createElement('p');
    line.className = hits.length > 0 ? 'own-names-found' : 'muted';
    line.textContent = hits.length > 0 ? `${this.dataset.sayFound} ${hits.join(', ')}` : this.dataset.sayNone;
    this.found.append(line);
  }
}

/** As a word of its own, in any case; in scripts without spaces anywhere. */
function standsIn(text, name) {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const edge = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name);
  const pattern = edge ? `(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}]{4})` : escaped;
  return new RegExp(pattern, 'iu').test(text);
}

customElements.define('own-names', OwnNames);
