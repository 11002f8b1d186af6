import { escapeHtml } from '../text/markdown.ts';

interface Person {
  handle: string;
  name: string;
  bio: string;
}

/** The parts of a post that its page shows; `content` is HTML of our own making. */
interface Note {
  url: string;
  attributedTo: string;
  inReplyTo: string;
  content: string;
}

/**
 * The plain pages of the demo's server of another kind: everybody at `/`, a person at `/@sam`, a post at `/@sam/1`.
 * @returns null for any other path
 */
export function elsewherePage(
  host: string,
  people: readonly Person[],
  notes: readonly Note[],
  path: string,
): string | null {
  const [, handle] = /^\/@([^/]+)/.exec(path) ?? [];
  const shown = people.filter((one) => path === '/' || one.handle === handle);
  const posts = notes.filter(({ url }) => {
    const at = new URL(url).pathname;
    return path === '/' || at === path || at.startsWith(`${path}/`);
  });
  if (shown.length === 0 || (posts.length === 0 && path !== '/' && path !== `/@${handle}`)) return null;
  const title = shown.length === 1 ? `${shown[0]?.name} (@${handle}@${host})` : host;
  const list = shown.map(({ handle, name, bio }) => {
    const said = posts.filter(({ attributedTo }) => attributedTo.endsWith(`/users/${handle}`));
    return `<section><h2><a href="/@${escapeHtml(handle)}">${escapeHtml(name)}</a></h2>
<p>@${escapeHtml(handle)}@${host}</p><p>${escapeHtml(bio)}</p>
${said.map(({ url, inReplyTo, content }) => `<article>${content}<p><a href="${url}">${new URL(url).pathname}</a>, an answer to <a href="${escapeHtml(inReplyTo)}">a post elsewhere</a></p></article>`).join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid;margin:1rem 0}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
<p>Demo: in the place of a server of another kind, such as Mastodon. All people and places are invented.</p>
${list.join('\n')}</main></body></html>
`;
}
