import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { VNode } from 'preact';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import { StoryCard, TryCard } from '../../web/kit/card.tsx';
import { DRAWINGS, Drawing } from '../../web/kit/drawing.tsx';
import { ErrorPage } from '../../web/kit/error-page.tsx';
import type { Frame } from '../../web/kit/frame.ts';
import { Icon } from '../../web/kit/icon.tsx';
import { Layout } from '../../web/kit/layout.tsx';
import { LineageStrip } from '../../web/kit/lineage-strip.tsx';
import { RemoteLink } from '../../web/kit/link.tsx';
import { sayIn } from '../../web/kit/messages.ts';
import { initials, PersonLink } from '../../web/kit/person-link.tsx';
import { Prose } from '../../web/kit/prose.tsx';
import { renderPage } from '../../web/kit/render.ts';
import { dateText } from '../../web/kit/time.tsx';
import { type WebUrl, webUrl } from '../../web/kit/web-url.ts';
import { agesText, minutesText } from '../../web/kit/words.ts';

const say = sayIn('en');
const NASTY = '"><script>alert(1)</script>';
const frame: Frame = {
  say,
  lang: 'en',
  theme: 'auto',
  viewer: null,
  origin: 'https://ajar.pinehollow.example',
  district: { name: 'Pine Hollow', shortName: 'pinehollow', accent: 'plum' },
  path: '/',
  now: new Date('2026-03-04T08:00:00Z'),
  unread: false,
};
const ruth = { actorId: '01', name: 'Ruth', handle: 'ruth', role: 'member' } as const;
const html = (page: VNode): string => renderPage(page).replace('<!doctype html>\n', '');

describe('the document around a page', () => {
  const page = (more: Partial<Frame> = {}, head = {}) =>
    html(
      <Layout frame={{ ...frame, ...more }} title="Seven silent seconds" head={head}>
        <h1>Hi</h1>
      </Layout>,
    );

  test('names its language, its title and its theme, and begins with a way past the header', () => {
    expect(
      renderPage(
        <Layout frame={frame} title="A">
          x
        </Layout>,
      ),
    ).toMatch(/^<!doctype html>\n<html lang="en" data-theme="auto">/);
    expect(page()).toContain('<title>Seven silent seconds · Pine Hollow</title>');
    expect(page().indexOf('href="#main"')).toBeLessThan(page().indexOf('<header'));
    expect(page()).toContain('<body class="accent-plum">');
  });

  test('an accent that is none of the six shows as spruce', () => {
    expect(page({ district: { ...frame.district, accent: `x ${NASTY}` } })).toContain(
      'class="accent-spruce"',
    );
  });

  test('signed out it offers the way in, signed in the ways around', () => {
    expect(page()).toContain('href="/sign-in"');
    expect(page()).not.toContain('action="/sign-out"');
    const inside = page({ viewer: ruth, path: '/write/story/1?x=1' });
    expect(inside).toContain('action="/sign-out"');
    expect(inside).toMatch(/<a href="\/write" aria-current="true">/);
    expect(inside).toMatch(/<a href="\/">/);
    expect(inside).not.toContain('Something new');
    expect(page({ viewer: ruth, unread: true })).toContain('Something new');
  });

  test('has no script or style inside, whatever the texts say', () => {
    const nasty = page(
      {
        viewer: { ...ruth, name: NASTY, handle: NASTY },
        district: { name: NASTY, shortName: 'x', accent: 'sky' },
        flash: { kind: 'ok', text: NASTY },
        path: `/${NASTY}`,
      },
      {
        canonical: NASTY,
        alternates: [{ type: NASTY, href: NASTY }],
        creator: NASTY,
        me: [NASTY],
        openGraph: { title: NASTY, description: NASTY, type: 'article' },
        jsonLd: { name: NASTY },
      },
    );
    const scripts = nasty.match(/<script[^>]*>/g);
    expect(scripts).toEqual([
      expect.stringContaining('src="/assets/'),
      '<script type="application/ld+json">',
    ]);
    expect(nasty).not.toMatch(/<style|\sstyle=|\son\w+=/);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(nasty)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ name: NASTY });
  });

  test('tells other software what it is', () => {
    const told = page(
      {},
      {
        canonical: 'https://x.example/@ruth/seven',
        creator: '@ruth@x.example',
        robots: 'noindex',
        me: ['https://ruth.example/'],
        alternates: [{ type: 'application/activity+json', href: 'https://x.example/ap/objects/1' }],
        openGraph: { title: 'Seven', description: 'Wait.', type: 'article', locale: 'en-GB' },
      },
    );
    expect(told).toContain(
      '<link rel="alternate" type="application/activity+json" href="https://x.example/ap/objects/1"/>',
    );
    expect(told).toContain('<meta name="fediverse:creator" content="@ruth@x.example"/>');
    expect(told).toContain('<meta property="og:locale" content="en_GB"/>');
    expect(told).toContain('<link rel="me" href="https://ruth.example/"/>');
    expect(told).toContain('<meta name="robots" content="noindex"/>');
  });

  test('the theme can be switched by a form that comes back to this page', () => {
    const form =
      /<form class="theme-switch"[\s\S]*?<\/form>/.exec(
        page({ path: '/@ruth?a=1&b=2', theme: 'dark' }),
      )?.[0] ?? '';
    expect(form).toContain('method="post" action="/theme"');
    expect(form).toContain('name="back" value="/@ruth?a=1&amp;b=2"');
    expect(form).toMatch(/value="dark" aria-pressed(="true")?>/);
    expect(form.match(/aria-pressed="true"/g)).toHaveLength(1);
  });

  test('an error page says what happened, what was kept, what to do, and its number', () => {
    const text = html(
      <ErrorPage
        frame={frame}
        title="Oh"
        text="It broke."
        kept="Your text is safe."
        next="Try again."
        reference="01abc"
      />,
    );
    for (const part of ['<h1>Oh</h1>', 'It broke.', 'Your text is safe.', 'Try again.', '<code>01abc</code>'])
      expect(text).toContain(part);
    expect(text).toContain('content="noindex"');
  });
});

describe('pieces of pages', () => {
  test('raw HTML enters through one file', () => {
    const folder = join(import.meta.dirname, '../../web');
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name),
    );
    const raw = files.filter((entry) =>
      /dangerouslySetInnerHTML|innerHTML/.test(readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(raw.map((entry) => entry.name)).toEqual(['prose.tsx']);
  });

  test('prose names its language and finds its direction', () => {
    expect(html(<Prose html={asStoredSafeHtml('<p>Hei</p>')} lang="fi" />)).toBe(
      '<div class="prose" lang="fi" dir="auto"><p>Hei</p></div>',
    );
  });

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'https://user:pass@example.org/',
    '//example.org',
    'mailto:a@b.c',
    '',
    `https://example.org/${'x'.repeat(2048)}`,
  ])('%j is no address to link to', (text) => expect(webUrl(text)).toBeNull());

  test('a link to elsewhere says where it leads and vouches for nothing', () => {
    const link = html(
      <RemoteLink href={webUrl('https://www.koivuranta.example/x?a=1&b="') as WebUrl} host>
        Read it
      </RemoteLink>,
    );
    expect(link).toContain('href="https://www.koivuranta.example/x?a=1&amp;b=%22"');
    expect(link).toContain('nofollow noopener noreferrer');
    expect(link).toContain('(koivuranta.example)');
  });

  test('names stand apart and initials come from their ends', () => {
    expect(
      html(<PersonLink person={{ name: '‏שרה <b>', handle: 'sara', host: 'a.example', href: '/x' }} handle />),
    ).toContain('<bdi class="name">‏שרה &lt;b></bdi>');
    expect(html(<PersonLink person={{ name: '', handle: 'sara', host: null }} />)).toContain('sara');
    expect(['Ruth Adler', 'maría josé ruiz', '林昭', '👋', 'Éa'].map(initials)).toEqual([
      'RA',
      'MR',
      '林',
      '·',
      'É',
    ]);
  });

  test('ages and minutes in words', () => {
    expect(agesText(say, 10, 11, 'Grade 5')).toBe('Grade 5 · ages 10–11');
    expect([agesText(say, 7, 7), agesText(say, null, 9), agesText(say, null, null)]).toEqual([
      'age 7',
      'age 9',
      '',
    ]);
    expect([minutesText(say, 0), minutesText(say, 660)]).toEqual(['1 min read', '3 min read']);
  });

  test('days are told in the language of the viewer and the time zone of the district', () => {
    const date = new Date('2026-03-03T22:30:00Z');
    expect(dateText({ ...frame, lang: 'en-GB' }, date)).toBe('3 March 2026');
    expect(
      dateText({ ...frame, lang: 'fi', district: { ...frame.district, timezone: 'Europe/Helsinki' } }, date),
    ).toBe('4. maaliskuuta 2026');
  });

  test('a story card keeps the language of the story and escapes it', () => {
    const card = html(
      <StoryCard
        frame={frame}
        story={{
          href: '/r/1',
          title: NASTY,
          lang: 'fi',
          gist: NASTY,
          author: { name: NASTY, handle: 'm', host: null },
          subjects: ['cooking'],
          ageMin: 9,
          ageMax: 10,
          tries: 1,
        }}
      />,
    );
    expect(card).not.toContain('<script');
    expect(card).toContain('<h3 class="card-title" lang="fi" dir="auto">');
    expect(card).toContain('tried in one classroom');
    expect(card).toContain('Another subject');
  });

  test('a verdict is a word; its shape is for the eyes only', () => {
    const card = html(
      <TryCard
        frame={frame}
        attempt={{
          href: '/x',
          author: { name: 'M', handle: 'm', host: null },
          ageMin: null,
          ageMax: null,
          verdict: 'not-yet',
          lang: 'fi',
          changed: 'Parit',
          happened: 'Hyvin',
        }}
      />,
    );
    expect(card).toMatch(/<svg class="verdict-shape"[^>]*aria-hidden="true"[\s\S]*<\/svg>not here – yet/);
    expect(card).toContain(
      '<dl class="try-words" lang="fi" dir="auto"><div><dt lang="en">Changed</dt><dd>Parit</dd>',
    );
  });

  test('icons and drawings are drawn without words or scripts', () => {
    expect(html(<Icon name="house" />)).toMatch(
      /^<svg [^>]*aria-hidden="true"[^>]*>(<path d="[^"]+"><\/path>)+<\/svg>$/,
    );
    for (const name of DRAWINGS) {
      const drawing = html(<Drawing name={name} />);
      expect(drawing).toMatch(/viewBox="0 0 240 160"/);
      expect(drawing).toContain('class="light"');
      expect(drawing).not.toMatch(/style=|<script|<text/);
    }
  });
});

describe('the lineage strip', () => {
  const strip = html(
    <LineageStrip
      frame={frame}
      origin={{ who: 'Ruth', where: 'Pine Hollow' }}
      doors={[
        {
          id: 'a',
          href: '/t/a',
          who: 'Marja',
          where: 'Koivuranta',
          verdict: 'worked',
          changed: NASTY,
          lang: 'fi',
          depth: 1,
        },
        {
          id: 'b',
          href: '/t/b',
          who: 'Jordan',
          where: 'Pine Hollow',
          verdict: 'not-yet',
          changed: 'Younger class.',
          lang: 'en',
          depth: 2,
          after: 'Marja',
        },
        {
          id: 'c',
          who: '',
          where: '',
          verdict: null,
          changed: 'secret',
          lang: 'zh',
          depth: 1,
          empty: true,
        },
      ]}
    />,
  );

  test('is a list of classrooms, each opening to what was changed', () => {
    expect(strip.match(/<li /g)).toHaveLength(4);
    expect(strip.match(/<details>/g)).toHaveLength(2);
    expect(strip).toContain('aria-label="Tried in 3 other classrooms"');
    expect(strip).toContain('Jordan, after Marja');
    expect(strip).toContain('<p lang="fi" dir="auto">&quot;>&lt;script>');
  });

  test('says nothing of what was taken back', () => {
    expect(strip).toContain('A version that was taken back, or that we do not know');
    expect(strip).not.toContain('secret');
  });

  test('a door stands wider open where it worked', () => {
    const edge = [...strip.matchAll(/class="leaf" d="M9 4L([\d.]+)/g)].map(([, x]) => Number(x));
    expect(edge).toHaveLength(4);
    expect(edge[0]).toBeLessThan(edge[1] as number);
    expect(edge[1]).toBeLessThan(edge[2] as number);
  });
});
