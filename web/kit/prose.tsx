import type { SafeHtml } from '../../server/text/safe-html.ts';

interface ProseProps {
  html: SafeHtml;
  /** the language it is written in */
  lang: string;
  /** smaller, for replies and tries */
  small?: boolean;
}

/** Text that somebody wrote, cleaned by server/text. This file is the only one that puts raw HTML into a page. */
export function Prose({ html, lang, small }: ProseProps) {
  return (
    <div
      class={small ? 'prose small' : 'prose'}
      lang={lang}
      dir="auto"
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/**
 * Facts about the page for search engines. It is data: browsers never run it, and a content security policy
 * asks nothing of it (HTML Standard, "prepare the script element"). `<` is written as an escape, so that no text
 * in it can end the element.
 */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
