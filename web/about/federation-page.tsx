import type { BlockedServer } from '../../server/reads/blocked-servers.ts';
import type { District } from '../../server/reads/district.ts';
import { Copyable } from '../kit/copyable.tsx';
import type { Frame } from '../kit/frame.ts';
import { About, Explained } from './about-frame.tsx';

interface FederationPageProps {
  frame: Frame;
  district: District | null;
  host: string;
  blocked: readonly BlockedServer[];
}

/** What other servers get, and which ones get nothing. */
export function FederationPage({ frame, district, host, blocked }: FederationPageProps) {
  const { say } = frame;
  return (
    <About frame={frame} title={say('about.federation.title')} lead={say('about.federation.lead')}>
      {district && (
        <section class="explained">
          <h2>{say('about.federation.follow.title')}</h2>
          <p>{say('about.federation.follow.text')}</p>
          <Copyable label={say('about.federation.follow.label')} text={`@${district.shortName}@${host}`} />
        </section>
      )}
      <Explained
        frame={frame}
        title="about.federation.get.title"
        text={['about.federation.get.text']}
        points={[
          'about.federation.get.works',
          'about.federation.get.profile',
          'about.federation.get.follows',
          'about.federation.get.take-backs',
        ]}
      />
      <Explained frame={frame} title="about.federation.keep.title" text={['about.federation.keep.text']} />
      <section class="explained">
        <h2>{say('about.federation.mode.title')}</h2>
        <p>{say(`about.federation.mode.${district?.federationMode ?? 'approved-replies'}`)}</p>
      </section>
      <section class="explained">
        <h2>{say('about.federation.blocked.title')}</h2>
        {blocked.length === 0 ? (
          <p>{say('about.federation.blocked.none')}</p>
        ) : (
          <BlockedList frame={frame} blocked={blocked} />
        )}
      </section>
    </About>
  );
}

function BlockedList({ frame: { say }, blocked }: Pick<FederationPageProps, 'frame' | 'blocked'>) {
  return (
    <ul>
      {blocked.map(({ domain, severity, reason }) => (
        <li key={domain}>
          <bdi dir="ltr">
            <code>{domain}</code>
          </bdi>{' '}
          – {say(`about.federation.blocked.${severity}`)}
          {reason && <>: {reason}</>}
        </li>
      ))}
    </ul>
  );
}
