import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { RemoteLink } from '../kit/link.tsx';
import { PageHead } from '../kit/panel.tsx';
import { shownHost, type WebUrl } from '../kit/web-url.ts';

/**
 * Leads on to another server. A page and no redirect: browsers hold a form to its own site (`form-action`), and the
 * reader sees whose page comes next.
 */
export function OnTheWayPage({ frame, way }: { frame: Frame; way: WebUrl }) {
  const { say } = frame;
  const host = shownHost(way);
  return (
    <Layout frame={frame} title={say('interact.on')} head={{ robots: 'noindex', leadsTo: way }}>
      <PageHead title={say('interact.on')} lead={say('interact.on.lead', { host })} />
      <p>
        <RemoteLink href={way}>{say('interact.on.go', { host })}</RemoteLink>
      </p>
    </Layout>
  );
}
