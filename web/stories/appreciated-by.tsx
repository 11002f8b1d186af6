import type { Appreciated } from '../../server/reads/author-side.ts';
import type { Frame } from '../kit/frame.ts';
import { Panel } from '../kit/panel.tsx';
import { PersonLink } from '../kit/person-link.tsx';
import { personRef } from './refs.ts';

/** For the author alone: who liked it or passed it on at other servers. Nothing when nobody did. */
export function AppreciatedBy({ frame, appreciated }: { frame: Frame; appreciated: Appreciated }) {
  const { say } = frame;
  const { count, by } = appreciated;
  if (count === 0) return null;
  return (
    <Panel title={say('appreciated.title')} id="appreciated">
      <p>{say('appreciated.count', { count })}</p>
      <ul class="plain-list">
        {by.map((actor) => (
          <li key={actor.id}>
            <PersonLink person={personRef(frame, actor)} handle />
          </li>
        ))}
      </ul>
      {count > by.length && <p class="muted">{say('appreciated.more', { count: count - by.length })}</p>}
      <p class="muted small">{say('appreciated.help')}</p>
    </Panel>
  );
}
