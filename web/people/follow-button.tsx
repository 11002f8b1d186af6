import type { Actor } from '../../server/domain/actor.ts';
import type { FollowState } from '../../server/reads/people-here.ts';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { paths } from '../paths.ts';

interface FollowButtonProps {
  frame: Frame;
  actor: Pick<Actor, 'handle' | 'host' | 'name'>;
  follow: FollowState;
  /** the path to come back to */
  back?: string;
  /** one of many in a list: not the first thing to see */
  quiet?: boolean;
}

/** Follow, or stop following; in between, a word about the wait. */
export function FollowButton({ frame: { say }, actor, follow, back, quiet }: FollowButtonProps) {
  const { handle, host } = actor;
  const fields: Record<string, string> = back ? { back } : {};
  if (follow === 'none') {
    return (
      <ButtonForm
        action={paths.follow(handle, host)}
        fields={fields}
        label={say('follow.do')}
        icon="user-plus"
        kind={quiet ? 'plain' : 'primary'}
      />
    );
  }
  return (
    <div class="following">
      <span class="muted">{say(follow === 'accepted' ? 'follow.is' : 'follow.asked')}</span>
      <ButtonForm
        action={paths.unfollow(handle, host)}
        fields={fields}
        label={say(follow === 'accepted' ? 'follow.end' : 'follow.withdraw')}
        kind="quiet"
      />
    </div>
  );
}
