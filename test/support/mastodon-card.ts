import { type Account, webfinger } from './mastodon-account.ts';
import type { Status } from './mastodon-status.ts';

/** The preview card under a post. */
export interface Card {
  url: string;
  title: string;
  description: string;
  siteName: string;
  image: string | null;
  language: string | null;
  publishedAt: string | null;
  /** "More from …": only where both sides say so */
  author: string | null;
}

/**
 * fetch_link_card_service.rb and link_details_extractor.rb: one GET of the first link, its head read for OpenGraph.
 * @param accountOf somebody by WebFinger address, as this server knows them
 */
export async function cardOf(
  status: Status,
  accountOf: (acct: string) => Promise<Account>,
): Promise<Card | null> {
  if (status.media.length > 0) return null;
  const link = [...status.html.matchAll(/<a ([^>]*)>/g)]
    .map((match) => match[1] as string)
    .find((attributes) => !/class="[^"]*(mention|hashtag|u-url|h-card)/.test(attributes));
  const url = link && /href="([^"]*)"/.exec(link)?.[1];
  if (!url) return null;
  const response = await fetch(url, { headers: { accept: 'text/html' } });
  if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) return null;
  const page = (await response.text()).slice(0, 1_048_576);
  // oEmbed goes before OpenGraph and would lose the author
  if (/type="application\/json\+oembed"/.test(page)) throw new Error('the page advertises oEmbed');
  const meta = new Map(
    [...page.matchAll(/<meta (?:property|name)="([^"]*)" content="([^"]*)"/g)].map(([, name, content]) => [
      name as string,
      unescaped(content as string),
    ]),
  );
  const title = meta.get('og:title') ?? unescaped(/<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '');
  if (!title) return null;
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1];
  const creator = meta.get('fediverse:creator');
  return {
    url: canonical && new URL(canonical).origin === new URL(url).origin ? canonical : url,
    title,
    description: meta.get('og:description') ?? meta.get('description') ?? '',
    siteName: meta.get('og:site_name') ?? '',
    image: meta.get('og:image') ?? null,
    language: meta.get('og:locale') ?? /<html[^>]* lang="([^"]*)"/.exec(page)?.[1] ?? null,
    publishedAt: meta.get('article:published_time') ?? null,
    author: creator ? await authorOf(creator.replace(/^@/, ''), new URL(url).host, accountOf) : null,
  };
}

/** A page may name anybody; it counts when that person names the page's domain. */
async function authorOf(acct: string, domain: string, accountOf: (acct: string) => Promise<Account>) {
  await webfinger(acct);
  const account = await accountOf(acct);
  const isTheirs = account.attributionDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
  return isTheirs ? `${account.username}@${account.domain}` : null;
}

function unescaped(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
