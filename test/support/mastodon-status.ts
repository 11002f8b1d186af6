import type { Account } from './mastodon-account.ts';
import { languageOf, linesOf, statusText, urlToHref } from './mastodon-text.ts';
import { asList, type Json, PUBLIC } from './peer-actor.ts';

/** A post as a Mastodon server keeps it. */
export interface Status {
  uri: string;
  account: Account;
  /** the cleaned HTML */
  html: string;
  /** what somebody reads, line by line */
  lines: string[];
  spoiler: string;
  url: string;
  language: string | null;
  visibility: 'public' | 'unlisted' | 'private' | 'direct';
  tags: string[];
  mentions: string[];
  /** addresses of pictures; with one of them there is no preview card */
  media: string[];
  /** what those who cannot see them hear: `summary`, else `name` */
  mediaTexts: string[];
  inReplyTo: string | null;
  sensitive: boolean;
  mayBeQuoted: boolean;
  createdAt: string;
  editedAt: string | null;
}

const IS_PUBLIC = [PUBLIC, 'as:Public', 'Public'];

/** create.rb and the parsers behind it: what is kept of an object. */
export function statusOf(object: Json, account: Account): Status {
  const { html, spoiler } = statusText(object);
  const to = asList(object.to);
  const cc = asList(object.cc);
  const names = (list: unknown[]) => list.some((one) => IS_PUBLIC.includes(one as string));
  const pictures = asList(object.attachment)
    .filter((one) => !one.href && one.url)
    .slice(0, 4);
  const tagged = (type: string) => asList(object.tag).filter((tag) => tag.type === type);
  return {
    uri: object.id,
    account,
    html,
    lines: linesOf(html),
    spoiler,
    url: urlToHref(object.url) ?? object.id,
    language: languageOf(object),
    visibility: names(to)
      ? 'public'
      : names(cc)
        ? 'unlisted'
        : to.includes(account.followersUrl)
          ? 'private'
          : 'direct',
    // a tag of digits alone is none
    tags: tagged('Hashtag')
      .map((tag) => String(tag.name).replace(/^#/, ''))
      .filter((name) => /\p{L}/u.test(name)),
    mentions: tagged('Mention').map((tag) => tag.href),
    media: pictures.map((one) => urlToHref(one.url) as string),
    mediaTexts: pictures.map(({ summary, name }) => summary ?? name ?? ''),
    inReplyTo: object.inReplyTo ?? null,
    sensitive: object.sensitive ?? false,
    // no policy: nobody but the author
    mayBeQuoted: asList(object.interactionPolicy?.canQuote?.automaticApproval).some((one) =>
      IS_PUBLIC.includes(one),
    ),
    createdAt: object.published,
    editedAt: object.updated && object.updated !== object.published ? object.updated : null,
  };
}
