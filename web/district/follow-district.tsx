import { Copyable } from '../kit/copyable.tsx';
import type { Frame } from '../kit/frame.ts';
import { LinkButton } from '../kit/link.tsx';
import { Panel } from '../kit/panel.tsx';
import { paths } from '../paths.ts';

/** For colleagues elsewhere: the address to follow, and what to do with it. */
export function FollowDistrict({
  frame: { say, viewer, origin },
  address,
}: {
  frame: Frame;
  address: string;
}) {
  return (
    <Panel title={say('door.elsewhere')} tone="light" id="elsewhere">
      <Copyable label={say('door.follow')} text={address} />
      <p>{say('door.follow.help')}</p>
      {!viewer && (
        <LinkButton
          href={paths.interact(origin + paths.district())}
          label={say('interact.open')}
          icon="external-link"
          kind="plain"
        />
      )}
    </Panel>
  );
}
