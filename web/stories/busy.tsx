import type { Work } from '../../server/domain/work.ts';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Panel } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

interface BusyProps {
  frame: Frame;
  /** the work or try */
  root: Pick<Work, 'id' | 'repliesPausedAt'>;
  /** moderators look after what waits */
  isHandedOver: boolean;
}

/** For the author alone: that too many strangers came at once, or that moderators look after what waits. */
export function Busy({ frame, root, isHandedOver }: BusyProps) {
  const { say } = frame;
  const { id, repliesPausedAt } = root;
  if (!repliesPausedAt && !isHandedOver) return null;
  return (
    <Panel title={say('busy.title')} id="busy" tone="light">
      {repliesPausedAt && (
        <p>{say('busy.paused', { date: dateText(frame, repliesPausedAt, { clock: true }) })}</p>
      )}
      <BusyButtons
        frame={frame}
        rootId={id}
        isPaused={repliesPausedAt !== null}
        isHandedOver={isHandedOver}
      />
    </Panel>
  );
}

interface BusyButtonsProps {
  frame: Frame;
  rootId: string;
  isPaused: boolean;
  isHandedOver: boolean;
}

/** What the author can do about it. */
export function BusyButtons({ frame: { say, path }, rootId, isPaused, isHandedOver }: BusyButtonsProps) {
  const fields = { back: path };
  return (
    <>
      <p>{say(isHandedOver ? 'busy.handed-over' : 'busy.ask')}</p>
      <div class="row">
        {isPaused && (
          <ButtonForm action={paths.openReplies(rootId)} fields={fields} label={say('busy.open')} />
        )}
        {isHandedOver ? (
          <ButtonForm
            action={paths.takeOver(rootId)}
            fields={fields}
            label={say('busy.take-over')}
            kind="quiet"
          />
        ) : (
          <ButtonForm action={paths.handOver(rootId)} fields={fields} label={say('busy.hand-over')} />
        )}
      </div>
    </>
  );
}
