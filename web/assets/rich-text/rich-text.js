import { Editor } from '@tiptap/core';
import { cleanPasted } from './paste.js';
import { extensions, fromMarkdown, isFaithful, toMarkdown } from './schema.js';

/**
 * A rich surface over a text box of the writing page. The box stays the one that is sent: whatever is done here is
 * written into it as Markdown at once. See web/stories/keep-draft.tsx for the words.
 */
class RichText {
  /** @param {HTMLTextAreaElement} box @param {DOMStringMap} words */
  constructor(box, words) {
    this.box = box;
    this.words = words;
    // links to the box (from a list of what is wrong) lead to the surface while it is there
    this.id = box.id;
    this.label = document.querySelector(`label[for="${this.id}"]`);
    this.label.id ||= `${this.id}-label`;
    box.id = `${this.id}-plain`;
    this.frame = document.createElement('div');
    this.frame.className = 'rich-text';
    box.before(this.frame);
    this.editor = new Editor({
      element: this.frame,
      extensions,
      // the page's own style sheet has what is needed; no other is allowed
      injectCSS: false,
      content: fromMarkdown(box.value),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': this.label.id,
          ...(box.getAttribute('aria-describedby') && {
            'aria-describedby': box.getAttribute('aria-describedby'),
          }),
          ...(box.lang && { lang: box.lang }),
          id: this.id,
          ...(box.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
          class: 'letter',
        },
        transformPastedHTML: cleanPasted,
      },
      onUpdate: ({ editor }) => this.write(editor.getJSON()),
    });
    this.frame.prepend(this.toolbar());
    this.label.addEventListener('click', this.focus);
    box.hidden = true;
    if (location.hash === `#${this.id}`) this.focus();
    // what was kept in this browser is filled in later
    box.addEventListener('change', this.read);
  }

  focus = () => this.editor.commands.focus();

  read = () => {
    if (this.box.value !== this.written) this.editor.commands.setContent(fromMarkdown(this.box.value));
  };

  write(doc) {
    this.written = toMarkdown(doc);
    this.box.value = this.written;
    this.box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  toolbar() {
    const bar = document.createElement('div');
    bar.className = 'rich-tools';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', this.words.sayTools);
    const tools = [
      [this.words.sayBold, 'bold', (chain) => chain.toggleBold()],
      [this.words.sayItalic, 'italic', (chain) => chain.toggleItalic()],
      [this.words.sayList, 'bulletList', (chain) => chain.toggleBulletList()],
      [this.words.sayNumbers, 'orderedList', (chain) => chain.toggleOrderedList()],
      [this.words.sayLink, 'link', (chain) => this.link(chain)],
    ];
    for (const [words, name, act] of tools) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `button quiet rich-${name}`;
      button.textContent = words;
      button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', () => act(this.editor.chain().focus()).run());
      this.editor.on('transaction', () =>
        button.setAttribute('aria-pressed', String(this.editor.isActive(name))),
      );
      bar.append(button);
    }
    return bar;
  }

  link(chain) {
    if (this.editor.isActive('link')) return chain.unsetLink();
    const address = prompt(this.words.sayAddress, 'https://')?.trim();
    return address && /^(?:https?:|mailto:)/.test(address) ? chain.setLink({ href: address }) : chain;
  }

  /** Back to the plain box, with the same text. */
  close() {
    this.editor.destroy();
    this.frame.remove();
    this.box.id = this.id;
    this.label.removeEventListener('click', this.focus);
    this.box.removeEventListener('change', this.read);
    this.box.hidden = false;
  }
}

/**
 * Puts the surface over every box of a form that was made for letters. A text with something that the surface does not
 * know stays in its plain box, so that nothing of it is lost.
 * @param {HTMLElement} keeper the `keep-draft` element, with the words
 * @returns {() => void} takes all of them away again
 */
export function open(keeper) {
  const boxes = [...keeper.querySelectorAll('textarea[data-rich]')].filter(
    (box) => !box.hidden && isFaithful(box.value),
  );
  const surfaces = boxes.map((box) => new RichText(box, keeper.dataset));
  return () => {
    for (const surface of surfaces) surface.close();
  };
}
