import type { District } from '../../server/reads/district.ts';
import { paragraphs } from '../../server/text/markdown.ts';
import type { Frame } from '../kit/frame.ts';
import { Prose } from '../kit/prose.tsx';
import { About, Explained } from './about-frame.tsx';

interface AboutPageProps {
  frame: Frame;
  /** null before it is set up */
  district: District | null;
}

/** What this place is and who runs it. */
export function AboutPage({ frame, district }: AboutPageProps) {
  const { say } = frame;
  const name = district?.name ?? frame.district.name;
  return (
    <About frame={frame} title={say('about.title', { district: name })} lead={say('about.lead')}>
      {district?.about && <Prose html={paragraphs(district.about)} lang={district.languages[0] ?? 'en'} />}
      <Explained
        frame={frame}
        title="about.what.title"
        text={['about.what.1', 'about.what.2', 'about.what.3']}
      />
      <Explained
        frame={frame}
        title="about.not.title"
        points={['about.not.likes', 'about.not.evaluation', 'about.not.students', 'about.not.adverts']}
      />
      <section class="explained">
        <h2>{say('about.who.title')}</h2>
        <p>{say('about.who.text', { district: name })}</p>
        {district?.contactEmail && <p>{say('about.who.contact', { contact: district.contactEmail })}</p>}
        {district?.pressContact && <p>{say('about.who.press', { contact: district.pressContact })}</p>}
        <p>{say('about.software')}</p>
      </section>
    </About>
  );
}
