import { VERDICTS } from '../../server/domain/vocabulary.ts';
import type { Notice } from '../../server/reads/notices.ts';
import type { Frame } from '../kit/frame.ts';
import { sayAny } from '../kit/messages.ts';
import { PersonLink } from '../kit/person-link.tsx';
import { Time } from '../kit/time.tsx';
import { VerdictMark } from '../kit/verdict.tsx';
import { paths } from '../paths.ts';
import { BusyButtons } from '../stories/busy.tsx';
import { firstSentence, personRef, placePath, tryAnchor } from '../stories/refs.ts';

/** notices that come to whoever wrote what they are about */
const OWN = new Set<Notice['kind']>(['thanked', 'tried', 'reply-held']);

interface NoticeLineProps {
  frame: Frame;
  notice: Notice;
  /** under the title of the work: it is not named again */
  grouped?: boolean;
}

/** One sentence: who did what with which work; for a try, what was changed. */
export function NoticeLine({ frame, notice, grouped }: NoticeLineProps) {
  const { say } = frame;
  const { kind, from, about, busy } = notice;
  const verdict = VERDICTS.find((one) => one === notice.verdict);
  const href = openPath(notice);
  return (
    <li class={notice.read ? 'notice' : 'notice new'}>
      <p>
        {!notice.read && <span class="hidden">{say('notices.new')} </span>}
        {from && (
          <>
            <PersonLink person={personRef(frame, from)} />{' '}
          </>
        )}
        {sayAny(say, grouped ? `notice.${kind}.here` : `notice.${kind}`, notice.decided)}{' '}
        {about?.kind === 'try' && !grouped && OWN.has(kind) && `${say('notice.try-of')} `}
        {about && !grouped && (
          <cite lang={about.lang} dir="auto">
            {about.title}
          </cite>
        )}
      </p>
      {verdict && <VerdictMark say={say} verdict={verdict} />}
      {notice.changed && (
        <p class="serif" lang={notice.lang} dir="auto">
          {firstSentence(notice.changed, notice.lang)}
        </p>
      )}
      {kind === 'busy' && about && (busy.isPaused || busy.isHandedOver) && (
        <BusyButtons frame={frame} rootId={about.id} {...busy} />
      )}
      <p class="meta">
        <Time frame={frame} date={notice.at} clock />
        {href && <a href={href}>{say('notices.open')}</a>}
      </p>
    </li>
  );
}

/** Where it can be read: on the page of the work, at its place; else on its own. */
function openPath({ kind, from, about, cause }: Notice): string | null {
  if (kind === 'new-identity' && from?.host) return paths.remotePerson(from.handle, from.host);
  if (kind === 'report-waits') return paths.reports();
  if (kind === 'thanked') return `${paths.thanksReceived()}${cause ? `#reply-${cause.id}` : ''}`;
  if (!about) return cause && placePath(cause);
  if (kind === 'co-author-asked') return paths.joinStory(about.id);
  if (kind === 'co-author-yes' || kind === 'co-author-no') return paths.coAuthors(about.id);
  if (kind === 'schedule-held') return paths.storyStep(about.id, 'who');
  if (kind === 'moderator-took-back') return paths.whereItHasGot(about.id);
  const page = placePath(about);
  if (kind === 'tried') return cause ? `${page}#${tryAnchor(cause)}` : `${page}#tried`;
  if (kind === 'busy') return `${page}#held-replies`;
  if (kind === 'reply-held') return cause?.kind === 'try' ? `${page}#held-tries` : `${page}#held-replies`;
  if (kind === 'answered' && !cause) return `${page}#stories`;
  return cause?.kind === 'reply' ? paths.inConversation(page, cause.id) : page;
}
