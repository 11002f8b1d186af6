/**
 * Keeps "112 / 280" current while somebody types. `for` names the field, `data-limit` the most characters.
 * Without this script the count of the last save stands there.
 */
class LiveCount extends HTMLElement {
  connectedCallback() {
    const field = document.getElementById(this.getAttribute('for') ?? '');
    const limit = Number(this.dataset.limit);
    if (!field || !limit) return;
    const count = () => {
      const used = [...field.value].length;
      this.textContent = `${used} / ${limit}`;
      this.toggleAttribute('data-over', used > limit);
    };
    field.addEventListener('input', count);
    count();
  }
}

customElements.define('live-count', LiveCount);
