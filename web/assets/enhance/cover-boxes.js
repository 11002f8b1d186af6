/**
 * Lets boxes be drawn on a photo with a mouse or a finger. Their numbers stand in the fields of the form, which work
 * without this script; whatever is typed there is shown on the photo.
 */
const SIDES = ['x', 'y', 'width', 'height'];

class CoverBoxes extends HTMLElement {
  connectedCallback() {
    this.details = document.getElementById(this.dataset.for ?? '');
    this.picture = this.querySelector('img');
    if (!this.details || !this.picture) return;
    this.rows = [...this.details.querySelectorAll('[data-box]')];
    this.layer = document.createElement('div');
    this.layer.className = 'cover-layer';
    // exactly as large as the photo
    const around = document.createElement('div');
    around.className = 'cover-frame';
    this.picture.replaceWith(around);
    around.append(this.picture, this.layer);
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'button plain';
    this.button.addEventListener('click', () => this.drawing(!this.layer.hasAttribute('data-drawing')));
    this.append(this.button);
    this.drawing(false);
    this.details.addEventListener('input', () => this.show());
    this.details.querySelector('[value=empty]')?.addEventListener('click', (event) => {
      // the server empties them too: here nobody has to wait for it
      event.preventDefault();
      for (const row of this.rows) this.fill(row, null);
    });
    for (const [kind, handle] of Object.entries({ down: 'begin', move: 'draw', up: 'end', cancel: 'cancel' }))
      this.layer.addEventListener(`pointer${kind}`, (event) => this[handle](event));
    this.show();
  }

  drawing(on) {
    this.layer.toggleAttribute('data-drawing', on);
    this.button.setAttribute('aria-pressed', String(on));
    this.button.textContent = on ? this.dataset.sayStop : this.dataset.sayDraw;
    if (on) this.details.open = true;
  }

  numbers(row) {
    return SIDES.map((side) => row.querySelector(`[data-side=${side}]`).value.replace(',', '.').trim());
  }

  /** where a pointer is, in percent of the photo */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.layer.getBoundingClientRect();
    const within = (part) => Math.min(Math.max(part * 100, 0), 100);
    return [within((clientX - left) / width), within((clientY - top) / height)];
  }

  begin(event) {
    if (!this.layer.hasAttribute('data-drawing')) return;
    this.row = this.rows.find(
      (row) => row.dataset.box !== 'crop' && this.numbers(row).every((text) => text === ''),
    );
    if (!this.row) {
      this.drawing(false);
      this.button.textContent = this.dataset.sayFull;
      return;
    }
    event.preventDefault();
    this.layer.setPointerCapture(event.pointerId);
    this.from = this.at(event);
  }

  draw(event) {
    if (!this.from) return;
    const to = this.at(event);
    const [x, y] = [0, 1].map((side) => Math.min(this.from[side], to[side]));
    const [width, height] = [0, 1].map((side) => Math.abs(this.from[side] - to[side]));
    this.fill(this.row, [x, y, width, height]);
  }

  end(event) {
    if (!this.from) return;
    this.draw(event);
    // a touch without a movement is no box
    const [, , width, height] = this.numbers(this.row).map(Number);
    if (width < 0.5 || height < 0.5) this.fill(this.row, null);
    this.from = null;
    this.drawing(false);
  }

  cancel() {
    if (this.from) this.fill(this.row, null);
    this.from = null;
  }

  fill(row, numbers) {
    for (const [index, side] of SIDES.entries())
      row.querySelector(`[data-side=${side}]`).value = numbers
        ? String(Math.round(numbers[index] * 10) / 10)
        : '';
    this.show();
  }

  /** draws what stands in the fields */
  show() {
    this.layer.replaceChildren(
      ...this.rows.flatMap((row) => {
        const texts = this.numbers(row);
        const [x, y, width, height] = texts.map(Number);
        if (texts.includes('') || ![x, y, width, height].every((number) => number >= 0 && number <= 100))
          return [];
        const box = document.createElement('div');
        box.className = row.dataset.box === 'crop' ? 'crop-box' : 'cover-box';
        Object.assign(box.style, {
          left: `${x}%`,
          top: `${y}%`,
          width: `${Math.min(width, 100 - x)}%`,
          height: `${Math.min(height, 100 - y)}%`,
        });
        return [box];
      }),
    );
  }
}

customElements.define('cover-boxes', CoverBoxes);
