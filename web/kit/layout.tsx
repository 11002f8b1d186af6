import type { ComponentChildren } from 'preact';
import { paths } from '../paths.ts';
import { DoorMark } from './door-mark.tsx';
import { Flash } from './flash.tsx';
import { Footer } from './footer.tsx';
import { accentOf, type Frame } from './frame.ts';
import { DocumentHead, type HeadFacts } from './head.tsx';
import { Icon, type IconName } from './icon.tsx';

interface LayoutProps {
  frame: Frame;
  /** the page's name; the district's is added */
  title: string;
  /** one sentence for search engines and link previews */
  description?: string;
  head?: HeadFacts;
  /** the full width, for pages with a side or a table */
  wide?: boolean;
  /** the page itself says what the last action did, further down */
  flashBelow?: boolean;
  children: ComponentChildren;
}

/** The whole document around a page. The page gives its own h1. */
export function Layout({ frame, title, description, head = {}, wide, flashBelow, children }: LayoutProps) {
  const { say, flash } = frame;
  return (
    <html lang={frame.lang} data-theme={frame.theme}>
      <DocumentHead frame={frame} title={title} description={description} facts={head} />
      <body class={`accent-${accentOf(frame)}${frame.viewer ? ' signed-in' : ''}`}>
        <a class="skip" href="#main">
          {say('layout.skip')}
        </a>
        <Header frame={frame} />
        <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
          {flash && !flashBelow && <Flash flash={flash} />}
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

function Header({ frame }: { frame: Frame }) {
  const { say, viewer } = frame;
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href={paths.home()}>
          <DoorMark />
          <bdi>{frame.district.name}</bdi>
        </a>
        <SearchBox frame={frame} />
        {viewer && frame.unread && (
          <a class="news" href={paths.notifications()}>
            <Icon name="bell" />
            {say('layout.news')}
          </a>
        )}
        <nav class="main-nav" aria-label={say('layout.nav')}>
          <ul class="nav-list">
            {viewer ? (
              <>
                <NavItem frame={frame} href={paths.home()} icon="house" label={say('nav.home')} />
                <NavItem frame={frame} href={paths.write()} icon="pen-line" label={say('nav.write')} />
                <NavItem
                  frame={frame}
                  href={paths.person(viewer.handle)}
                  icon="user-round"
                  label={say('nav.you')}
                />
              </>
            ) : (
              <NavItem frame={frame} href={paths.signIn()} icon="arrow-right" label={say('nav.sign-in')} />
            )}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** On every page of a district; on the search page there is a larger one. */
function SearchBox({ frame: { say, district, path } }: { frame: Frame }) {
  if (district.shortName === '' || /^\/search(\?|$)/.test(path)) return null;
  return (
    <search>
      <form class="site-search" method="get" action={paths.search()}>
        <label class="hidden" for="site-search">
          {say('search.label')}
        </label>
        <input
          class="input"
          id="site-search"
          name="q"
          type="search"
          placeholder={say('search.title')}
          autocomplete="off"
          dir="auto"
        />
        <button class="button plain" type="submit">
          <Icon name="search" />
          <span class="hidden">{say('search.do')}</span>
        </button>
      </form>
    </search>
  );
}

function NavItem({
  frame,
  href,
  icon,
  label,
}: {
  frame: Frame;
  href: string;
  icon: IconName;
  label: string;
}) {
  const path = frame.path.split('?')[0] ?? '';
  const here = path === href ? 'page' : href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <li>
      <a href={href} aria-current={here}>
        <Icon name={icon} />
        {label}
      </a>
    </li>
  );
}
