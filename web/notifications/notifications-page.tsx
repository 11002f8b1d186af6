import { CONCERNS, type Concern } from '../../server/domain/telling.ts';
import type { Notice, NoticePage } from '../../server/reads/notices.ts';
import { Together } from '../account/together.tsx';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { Pager } from '../kit/pager.tsx';
import { PageHead, Part } from '../kit/panel.tsx';
import { paths } from '../paths.ts';
import { NoticeLine } from './notice-line.tsx';

interface NotificationsPageProps {
  frame: Frame;
  page: NoticePage;
  /** what they are about; null: everything */
  concern: Concern | null;
}

/** What happened to what one shared, with people and on the node, grouped by work, newest group first. */
export function NotificationsPage({ frame, page, concern }: NotificationsPageProps) {
  const { say } = frame;
  const { notices, more } = page;
  const about = concern ?? undefined;
  const groups = Map.groupBy(notices, keyOf);
  const links = [
    { href: paths.notifications(), label: say('notices.all') },
    ...CONCERNS.map((one) => ({ href: paths.notifications(one), label: say(`notices.${one}`) })),
  ];
  return (
    <Layout frame={frame} title={say('nav.notices')} head={{ robots: 'noindex' }}>
      <PageHead title={say('nav.notices')}>
        <p>
          <a href={paths.thanksReceived()}>{say('thanks.received')}</a>
        </p>
      </PageHead>
      <Together frame={frame} label={say('notices.about')} pages={links} here={paths.notifications(about)} />
      {notices.some((notice) => !notice.read) && (
        <MarkRead frame={frame} notices={notices} concern={concern} label={say('notices.mark-read')} />
      )}
      {notices.length === 0 && <Empty drawing="window-rain" text={say('notices.none')} />}
      {[...groups].map(([key, group]) => (
        <Part key={key} title={titleOf(frame, group)}>
          <ul class="notices">
            {group.map((notice) => (
              <NoticeLine key={notice.id} frame={frame} notice={notice} grouped />
            ))}
          </ul>
          {groups.size > 1 && group.some((notice) => !notice.read) && (
            <MarkRead
              frame={frame}
              notices={group}
              concern={group[0]?.concern ?? null}
              about={group[0]?.concern === 'work' ? group[0].aboutUri : null}
              label={say('notices.mark-group-read')}
            />
          )}
        </Part>
      ))}
      <Pager say={say} older={more && paths.notifications(about, more)} />
    </Layout>
  );
}

/** By the work or try that it is about; what is about people, or the node, stands together. */
function keyOf({ concern, aboutUri }: Notice): string {
  return concern === 'work' ? `work ${aboutUri}` : concern;
}

function titleOf({ say }: Frame, [first]: readonly Notice[]): string {
  if (first?.concern !== 'work') return say(`notices.${first?.concern ?? 'node'}`);
  if (!first.about) return say('notices.gone');
  return first.about.title || say('story.untitled');
}

interface MarkReadProps {
  frame: Frame;
  /** the newest first: what comes after it stays new */
  notices: readonly Notice[];
  concern: Concern | null;
  about?: string | null;
  label: string;
}

function MarkRead({ frame, notices, concern, about, label }: MarkReadProps) {
  return (
    <ButtonForm
      action={paths.markRead()}
      fields={{
        back: frame.path,
        upTo: notices[0]?.id ?? '',
        ...(concern && { concern }),
        ...(about && { about }),
      }}
      label={label}
      icon="check"
      kind={about === undefined ? 'plain' : 'quiet'}
    />
  );
}
