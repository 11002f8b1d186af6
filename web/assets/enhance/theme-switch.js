/**
 * Light or dark without loading the page anew, so that nothing is lost that was typed on it. Without this script the form
 * comes back to the page.
 */
addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (!form.matches('.theme-switch') || !submitter) return;
  event.preventDefault();
  const { value: theme } = submitter;
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name=color-scheme]').content = theme === 'auto' ? 'light dark' : theme;
  for (const button of form.querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button === submitter));
  // the cookie comes with the answer; while the server is away the choice holds for this page
  const body = new URLSearchParams([...new FormData(form), ['theme', theme]]);
  fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => {});
});
