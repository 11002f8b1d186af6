import { asset, FONT_PRELOADS } from './assets.ts';
import type { Frame } from './frame.ts';
import { JsonLd } from './prose.tsx';
import type { WebUrl } from './web-url.ts';

/** What a page says of itself to browsers, search engines and other servers. All addresses absolute. */
export interface HeadFacts {
  canonical?: string;
  /** `application/activity+json`, `application/atom+xml` … */
  alternates?: readonly { type: string; href: string; title?: string }[];
  openGraph?: {
    title: string;
    description: string;
    type: 'article' | 'profile' | 'website';
    image?: string;
    imageAlt?: string;
    publishedTime?: string;
    /** the language of the work, a BCP 47 tag */
    locale?: string;
  };
  /** `@ruth@host`: Mastodon shows the author under a link to the page */
  creator?: string;
  /** e.g. `noindex` */
  robots?: string;
  /** where the browser goes on to at once */
  leadsTo?: WebUrl;
  /** verified profile links, `rel="me"` */
  me?: readonly string[];
  jsonLd?: object;
}

interface DocumentHeadProps {
  frame: Frame;
  title: string;
  description?: string;
  facts: HeadFacts;
}

/** time to read whose page comes next */
const LEAD_SECONDS = 3;

export function DocumentHead({ frame, title, description, facts }: DocumentHeadProps) {
  const { district } = frame;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === district.name ? title : `${title} · ${district.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={frame.theme === 'auto' ? 'light dark' : frame.theme} />
      {description && <meta name="description" content={description} />}
      {facts.leadsTo && <meta http-equiv="refresh" content={`${LEAD_SECONDS};url=${facts.leadsTo}`} />}
      {facts.robots && <meta name="robots" content={facts.robots} />}
      <meta name="generator" content="Ajar" />
      {FONT_PRELOADS.map((font) => (
        <link
          key={font}
          rel="preload"
          as="font"
          type="font/woff2"
          href={asset(font)}
          crossorigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={asset('ajar.css')} />
      <link rel="icon" type="image/svg+xml" href={asset('mark.svg')} />
      <script type="module" src={asset('enhance.js')} />
      {facts.canonical && <link rel="canonical" href={facts.canonical} />}
      {facts.alternates?.map(({ type, href, title: name }) => (
        <link key={href + type} rel="alternate" type={type} href={href} title={name} />
      ))}
      {facts.me?.map((href) => (
        <link key={href} rel="me" href={href} />
      ))}
      {facts.creator && <meta name="fediverse:creator" content={facts.creator} />}
      {facts.openGraph && <OpenGraph facts={facts.openGraph} url={facts.canonical} site={district.name} />}
      {facts.jsonLd && <JsonLd data={facts.jsonLd} />}
    </head>
  );
}

interface OpenGraphProps {
  facts: NonNullable<HeadFacts['openGraph']>;
  url: string | undefined;
  site: string;
}

/** The Open Graph protocol (ogp.me). */
function OpenGraph({ facts, url, site }: OpenGraphProps) {
  const properties = {
    'og:site_name': site,
    'og:type': facts.type,
    'og:title': facts.title,
    'og:description': facts.description,
    'og:url': url,
    'og:locale': facts.locale?.replace('-', '_'),
    'og:image': facts.image,
    'og:image:alt': facts.imageAlt,
    'article:published_time': facts.publishedTime,
  };
  return (
    <>
      {Object.entries(properties).map(
        ([property, content]) => content && <meta key={property} property={property} content={content} />,
      )}
      <meta name="twitter:card" content={facts.image ? 'summary_large_image' : 'summary'} />
    </>
  );
}
