import type { Notice } from '../../server/reads/notices.ts';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { NoticeLine } from './notice-line.tsx';

/** What others did with one's work, grouped by work, newest group first. */
export function NotificationsPage({ frame, notices }: { frame: Frame; notices: readonly Notice[] }) {
  const { say } = frame;
  const groups = Map.groupBy(notices, (notice) => notice.about?.uri ?? '');
  return (
    <Layout frame={frame} title={say('nav.notices')} head={{ robots: 'noindex' }}>
      <PageHead title={say('nav.notices')}>
        <p>
          <a href={paths.thanksReceived()}>{say('thanks.received')}</a>
        </p>
      </PageHead>
      {notices.some((notice) => !notice.read) && (
        <ButtonForm
          action={paths.markRead()}
          fields={{ back: paths.notifications() }}
          label={say('notices.mark-read')}
          icon="check"
          kind="plain"
        />
      )}
      {notices.length === 0 && <Empty drawing="window-rain" text={say('notices.none')} />}
      {[...groups].map(([uri, group]) => (
        <Part
          key={uri}
          title={group[0]?.about?.title || say(uri === '' ? 'notices.people' : 'story.untitled')}
        >
          <ul class="notices">
            {group.map((notice) => (
              <NoticeLine key={notice.id} frame={frame} notice={notice} grouped={uri !== ''} />
            ))}
          </ul>
        </Part>
      ))}
    </Layout>
  );
}
