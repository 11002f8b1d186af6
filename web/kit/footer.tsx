import { paths } from '../paths.ts';
import { ButtonForm, Hidden } from './form.tsx';
import type { Frame, Theme } from './frame.ts';
import { Icon, type IconName } from './icon.tsx';

/** What stands under every page: about this place, the viewer's own things, light or dark. */
export function Footer({ frame }: { frame: Frame }) {
  const { say, viewer, district } = frame;
  return (
    <footer class="foot">
      <div class="foot-inner">
        {frame.demo && <p class="foot-demo">{say('layout.demo')}</p>}
        <p class="foot-line">
          <bdi>{district.name}</bdi> <span>{say('layout.tagline')}</span>
        </p>
        <nav aria-label={say('layout.foot-nav')}>
          <ul class="foot-links">
            <li>
              <a href={paths.questions()}>{say('nav.questions')}</a>
            </li>
            <li>
              <a href={paths.about()}>{say('nav.about')}</a>
            </li>
            <li>
              <a href={paths.aboutPrivacy()}>{say('nav.privacy')}</a>
            </li>
            <li>
              <a href={paths.aboutRules()}>{say('nav.rules')}</a>
            </li>
            {viewer && (
              <>
                <li>
                  <a href={paths.people()}>{say('people.title')}</a>
                </li>
                <li>
                  <a href={paths.district()}>{say('nav.district')}</a>
                </li>
                <li>
                  <a href={paths.notifications()}>{say('nav.notices')}</a>
                </li>
                <li>
                  <a href={paths.settings()}>{say('nav.settings')}</a>
                </li>
              </>
            )}
          </ul>
        </nav>
        {viewer && (
          <ButtonForm action={paths.signOut()} label={say('nav.sign-out')} icon="log-out" kind="quiet" />
        )}
        <ThemeSwitch frame={frame} />
      </div>
    </footer>
  );
}

const THEMES: readonly [Theme, IconName][] = [
  ['auto', 'monitor'],
  ['light', 'sun'],
  ['dark', 'moon'],
];

/** Three buttons that post `theme` and `back`; a cookie remembers the choice. */
function ThemeSwitch({ frame }: { frame: Frame }) {
  return (
    <form class="theme-switch" method="post" action={paths.theme()} aria-label={frame.say('theme.label')}>
      <Hidden fields={{ back: frame.path }} />
      {THEMES.map(([theme, icon]) => (
        <button key={theme} type="submit" name="theme" value={theme} aria-pressed={theme === frame.theme}>
          <Icon name={icon} />
          {frame.say(`theme.${theme}`)}
        </button>
      ))}
    </form>
  );
}
