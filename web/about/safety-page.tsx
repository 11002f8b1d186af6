import type { Frame } from '../kit/frame.ts';
import { About, Explained } from './about-frame.tsx';

/** What protects teachers here. */
export function SafetyPage({ frame, contact }: { frame: Frame; contact: string }) {
  const { say } = frame;
  return (
    <About frame={frame} title={say('about.safety.title')} lead={say('about.safety.lead')}>
      <Explained frame={frame} title="about.safety.public.title" text={['about.safety.public.text']} />
      <Explained frame={frame} title="about.safety.replies.title" text={['about.safety.replies.text']} />
      <Explained frame={frame} title="about.safety.door.title" text={['about.safety.door.text']} />
      <Explained frame={frame} title="about.safety.quotes.title" text={['about.safety.quotes.text']} />
      <Explained frame={frame} title="about.safety.judging.title" text={['about.safety.judging.text']} />
      <Explained frame={frame} title="about.safety.servers.title" text={['about.safety.servers.text']} />
      <section class="explained">
        <h2>{say('about.safety.help.title')}</h2>
        <p>{say('about.safety.help.take-back')}</p>
        <p>{contact ? say('about.safety.help.write', { contact }) : say('about.safety.help.ask')}</p>
      </section>
    </About>
  );
}
