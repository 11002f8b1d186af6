import { DOOR_DAYS, isDoorClosed } from '../../server/domain/door.ts';
import { ButtonForm, Hidden, Submit } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Part } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

/** Close my door, for how long; or open it again. Stands among the settings and at the end of one's own pages. */
export function DoorPanel({ frame }: { frame: Frame }) {
  const { say, viewer, now, path } = frame;
  if (!viewer) return null;
  const { doorClosedUntil } = viewer;
  if (doorClosedUntil && isDoorClosed(doorClosedUntil, now))
    return (
      <Part title={say('door.closed', { date: dateText(frame, doorClosedUntil) })} id="door">
        <p>{say('door.closed.help')}</p>
        <ButtonForm action={paths.openDoor()} fields={{ back: path }} label={say('door.open')} />
      </Part>
    );
  return (
    <Part title={say('door.title')} id="door">
      <form method="post" action={paths.closeDoor()}>
        <Hidden fields={{ back: path }} />
        <p>{say('door.help')}</p>
        <div class="actions">
          {DOOR_DAYS.map((days) => (
            <Submit
              key={days}
              label={say('door.close', { days })}
              kind="plain"
              name="days"
              value={String(days)}
            />
          ))}
        </div>
      </form>
    </Part>
  );
}
