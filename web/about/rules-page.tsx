import type { District } from '../../server/reads/district.ts';
import { renderMarkdown } from '../../server/text/markdown.ts';
import type { Frame } from '../kit/frame.ts';
import { Prose } from '../kit/prose.tsx';
import { About, Explained } from './about-frame.tsx';

/** The district's own rules, or the ones that every district begins with. */
export function RulesPage({ frame, district }: { frame: Frame; district: District | null }) {
  const { say } = frame;
  return (
    <About frame={frame} title={say('about.rules.title')} lead={say('about.rules.lead')}>
      {district?.rules ? (
        <Prose html={renderMarkdown(district.rules)} lang={district.languages[0] ?? 'en'} />
      ) : (
        <Explained
          frame={frame}
          numbered
          points={[
            'about.rules.teaching',
            'about.rules.students',
            'about.rules.conditions',
            'about.rules.people',
            'about.rules.campaigns',
            'about.rules.judging',
            'about.rules.ownership',
            'about.rules.credit',
            'about.rules.moderators',
          ]}
        />
      )}
    </About>
  );
}
