import { TAKING_AWAY } from '../../server/domain/outgoing-event.ts';
import type {
  DeadLetters,
  DeliveryHealth,
  SilentHost,
  UnsentEvent,
} from '../../server/reads/delivery-health.ts';
import { Settings } from '../account/settings-frame.tsx';
import type { MemberVisit } from '../http/visit.ts';
import { causeWords } from '../kit/cause-words.ts';
import { Empty } from '../kit/empty.tsx';
import { ButtonForm } from '../kit/form.tsx';
import type { Frame } from '../kit/frame.ts';
import { Part } from '../kit/panel.tsx';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';

/** How it stands with other servers, in plain words; what is well is not mentioned. */
export function HealthPage({ frame, health }: { frame: MemberVisit['frame']; health: DeliveryHealth }) {
  const { say } = frame;
  const { silent, dead, inbox, events, unsent } = health;
  const quiet = silent.length + dead.length + unsent.length + inbox.dead === 0;
  const inside = [
    inbox.waiting > 0 ? say('health.inbox.waiting', { count: inbox.waiting }) : '',
    events > 0 ? say('health.events', { count: events }) : '',
    inbox.dead > 0 ? say('health.inbox.dead', { count: inbox.dead }) : '',
  ].filter((line) => line !== '');
  return (
    <Settings frame={frame} title={say('health.title')} lead={say('health.lead')}>
      {quiet && <Empty drawing="window-rain" text={say('quiet')} />}
      {silent.length > 0 && (
        <Part title={say('health.silent')} id="silent">
          <ul class="card-list">
            {silent.map((host) => (
              <li key={host.host}>
                <Silent frame={frame} host={host} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {dead.length > 0 && (
        <Part title={say('health.dead')} id="dead">
          <p>{say('health.dead.help')}</p>
          <ul class="card-list">
            {dead.map((letters) => (
              <li key={letters.host}>
                <Dead frame={frame} letters={letters} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {unsent.length > 0 && (
        <Part title={say('health.unsent')} id="unsent">
          <p>{say('health.unsent.help')}</p>
          <ul class="card-list">
            {unsent.map((event) => (
              <li key={event.id}>
                <Unsent frame={frame} event={event} />
              </li>
            ))}
          </ul>
          <ButtonForm action={paths.tryEventsAgain()} label={say('health.again')} icon="send" />
        </Part>
      )}
      {inside.length > 0 && (
        <Part title={say('health.inside')} id="inside">
          <ul class="plain-list">
            {inside.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
    </Settings>
  );
}

function Silent({ frame, host }: { frame: Frame; host: SilentHost }) {
  const { say } = frame;
  const at = (date: Date) => dateText(frame, date, { clock: true });
  return (
    <article class="guarded">
      <h3 dir="ltr">{host.host}</h3>
      <p>
        {host.silentSince
          ? say('health.since', { date: at(host.silentSince) })
          : say('health.stumbled', { count: host.failures })}{' '}
        {say('health.last-attempt', { cause: causeWords(say, host.cause) })}
      </p>
      <p>
        {host.lastSuccessAt
          ? say('health.last-success', { date: at(host.lastSuccessAt) })
          : say('health.never-answered')}{' '}
        {say('health.waiting', { count: host.waiting })}{' '}
        {host.nextAt ? say('health.next', { date: at(host.nextAt) }) : say('health.under-way')}
      </p>
      <TryAgain frame={frame} host={host.host} />
    </article>
  );
}

function Dead({ frame, letters }: { frame: Frame; letters: DeadLetters }) {
  const { say } = frame;
  return (
    <article class="guarded">
      <h3 dir="ltr">{letters.host}</h3>
      <p>
        {say('health.given-up', { count: letters.count, date: dateText(frame, letters.lastAt) })}{' '}
        {say('health.last-attempt', { cause: causeWords(say, letters.cause) })}
      </p>
      <TryAgain frame={frame} host={letters.host} />
    </article>
  );
}

function Unsent({ frame, event }: { frame: Frame; event: UnsentEvent }) {
  const { say } = frame;
  return (
    <article class="guarded">
      <p>
        {whatOf(frame, event)} {say(event.failedAt ? 'health.unsent.given-up' : 'health.unsent.goes-on')}
      </p>
      {event.error && (
        <p dir="ltr">
          <code>{event.error}</code>
        </p>
      )}
    </article>
  );
}

/** What it is about, in a sentence. */
function whatOf(frame: Frame, { kind, createdAt }: UnsentEvent): string {
  const { say } = frame;
  const date = dateText(frame, createdAt);
  if (kind === 'account-closed') return say('health.unsent.closed', { date });
  if (TAKING_AWAY.includes(kind)) return say('health.unsent.taken-back', { date });
  return /^(work|try|reply)-/.test(kind)
    ? say('health.unsent.shared', { date })
    : say('health.unsent.other', { date });
}

function TryAgain({ frame: { say }, host }: { frame: Frame; host: string }) {
  return (
    <ButtonForm action={paths.tryHostAgain()} fields={{ host }} label={say('health.again')} icon="send" />
  );
}
