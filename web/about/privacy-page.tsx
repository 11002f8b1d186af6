import type { Frame } from '../kit/frame.ts';
import { About, Explained } from './about-frame.tsx';

/** The promise about students, and what never leaves the district. */
export function PrivacyPage({ frame, smallN }: { frame: Frame; smallN: number }) {
  const { say } = frame;
  return (
    <About frame={frame} title={say('about.privacy.title')} description={say('about.privacy.promise')}>
      <blockquote class="promise">
        <p>{say('about.privacy.promise')}</p>
      </blockquote>
      <section class="explained">
        <h2>{say('about.privacy.check.title')}</h2>
        <p>{say('about.privacy.check.text')}</p>
        <ul>
          <li>{say('about.privacy.check.hard')}</li>
          <li>{say('about.privacy.check.small', { count: smallN })}</li>
          <li>{say('about.privacy.check.names')}</li>
          <li>{say('about.privacy.check.links')}</li>
          <li>{say('about.privacy.check.photos')}</li>
        </ul>
        <p>{say('about.privacy.check.kept')}</p>
      </section>
      <Explained
        frame={frame}
        title="about.privacy.never.title"
        text={['about.privacy.never.text']}
        points={[
          'about.privacy.never.drafts',
          'about.privacy.never.district',
          'about.privacy.never.email',
          'about.privacy.never.reading',
          'about.privacy.never.search',
          'about.privacy.never.network',
        ]}
      />
      <Explained
        frame={frame}
        title="about.privacy.admins.title"
        points={[
          'about.privacy.admins.drafts',
          'about.privacy.admins.reading',
          'about.privacy.admins.counts',
        ]}
      />
      <Explained
        frame={frame}
        title="about.privacy.back.title"
        text={['about.privacy.back.1', 'about.privacy.back.2']}
      />
      <Explained
        frame={frame}
        title="about.privacy.cookies.title"
        text={['about.privacy.cookies.1', 'about.privacy.cookies.2']}
      />
    </About>
  );
}
