/**
 * The choice between plain boxes and the rich surface (web/assets/rich-text), which is loaded when it is first wanted:
 * at once where there is a mouse and room, on a telephone when the button is pressed. The choice is remembered.
 */
const KEY = 'ajar:rich-text';

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {}
}

for (const keeper of document.querySelectorAll('keep-draft[data-rich-text]')) {
  if (!keeper.querySelector('textarea[data-rich]')) continue;
  let close = null;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button quiet rich-switch';
  const show = () => {
    button.textContent = close ? keeper.dataset.sayPlain : keeper.dataset.sayRich;
  };
  const turnOn = async () => {
    const { open } = await import(keeper.dataset.richText);
    close = open(keeper);
    show();
  };
  button.addEventListener('click', async () => {
    remember(close ? 'plain' : 'rich');
    if (!close) return turnOn();
    close();
    close = null;
    show();
  });
  show();
  keeper.prepend(button);
  const choice = remembered();
  const isRoomy = matchMedia('(pointer: fine) and (min-width: 48em)').matches;
  if (choice === 'rich' || (choice === null && isRoomy)) turnOn().catch(() => {});
}
