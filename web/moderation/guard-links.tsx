import type { Actor } from '../../server/domain/actor.ts';
import { moderates } from '../../server/domain/moderating.ts';
import type { Frame } from '../kit/frame.ts';
import { paths } from '../paths.ts';

interface GuardLinksProps {
  frame: Frame;
  author: Pick<Actor, 'id' | 'name' | 'handle'>;
  /** the lasting address of what is asked about */
  uri: string;
  /** offers to block its author: on their page, and to whoever decides about what they said */
  block?: boolean;
  /** of a work of ours, which a moderator may take back */
  workId?: string;
}

/** What a member can do about something unkind, said quietly: ask a moderator, block its author. Not for one's own things. */
export function GuardLinks({ frame, author, uri, block, workId }: GuardLinksProps) {
  const { say, viewer } = frame;
  if (!viewer || viewer.actorId === author.id) return null;
  const name = author.name || author.handle;
  return (
    <span class="guard-links">
      <a href={paths.askModerator(uri)}>
        {say('guard.ask')} <span class="hidden">{say('guard.about', { name })}</span>
      </a>
      {workId && moderates(viewer) && (
        <a href={paths.takeBackForStudent(workId)}>{say('student-take-back.link')}</a>
      )}
      {block && <a href={paths.block(author.id, frame.path)}>{say('guard.block', { name })}</a>}
    </span>
  );
}
