import { Copyable } from '../kit/copyable.tsx';
import type { Frame } from '../kit/frame.ts';
import { Panel } from '../kit/panel.tsx';

/** For colleagues elsewhere: the address to follow, and what to do with it. */
export function FollowDistrict({ frame: { say }, address }: { frame: Frame; address: string }) {
  return (
    <Panel title={say('door.elsewhere')} tone="light" id="elsewhere">
      <Copyable label={say('door.follow')} text={address} />
      <p>{say('door.follow.help')}</p>
    </Panel>
  );
}
